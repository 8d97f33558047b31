import { test } from 'vitest'
import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { buildModel } from '../../src/facts/index.ts'
import type { Value } from '../../src/facts/value.ts'
import { standing } from '../../src/facts/tables/candidate.ts'
import { compareTerms, leaf, decimalOf } from '../../src/facts/amounts/index.ts'
test('x', () => {
  const { vocabulary, faults } = loadVocabulary(builtin.filter((f) => f.path.startsWith('vocabulary/')))
  console.log(faults.slice(0, 10).map((f) => f.message.zh))
  const file = process.env.H6A ?? 'fixtures/unit-budget.clean.disclosure.json'
  const d = JSON.parse(readFileSync(file, 'utf8'))
  const t0 = performance.now()
  const m = buildModel(d, vocabulary)
  const show = (v: Value): string => v.type === 'quantity' ? decimalOf(v.quantity) : v.type === 'list' ? v.values.map(show).join(' + ') : v.type === 'text' ? v.text : v.type === 'scope' ? JSON.stringify(v.known) + '?' + v.unsaid.join() : v.type
  let comps: readonly import('../../src/facts/item.ts').Item[] = []
  try { comps = m.items('composition') } catch (e) { console.log('comp', e) }
  const count: Record<string, number> = {}
  const check = (c: (typeof comps)[number]): string => {
    const total = c.get('total'), parts = c.get('parts')
    if (total.type !== 'quantity' || parts.type !== 'list') return 'total-' + total.type
    const args = parts.values.flatMap((p) => p.type === 'quantity' ? [leaf(p.quantity)] : [])
    if (args.length !== parts.values.length) return 'text-part'
    return compareTerms('equal', leaf(total.quantity), { op: 'sum', args }).verdict
  }
  const lines: string[] = []
  for (const c of comps) {
    const all = [c, ...(c.readings ?? [])].map(check)
    const v = all.find((x) => x === 'exact' || x === 'explainable') ?? all[0]!
    const o = show(c.get('origin'))
    count[o + ' ' + v] = (count[o + ' ' + v] ?? 0) + 1
    if (v !== 'exact' && v !== 'explainable') lines.push(`${v} ${o} ${c.ref.pointer} [${c.text}] ${show(c.get('total'))} = ${show(c.get('parts'))} ${c.reading ?? ''} r${c.readings?.length ?? 0}`)
  }
  console.log(count, performance.now() - t0)
  console.log(lines.slice(0, 40).join('\n'))
  for (const kind of ['table', 'row', 'cell', 'project', 'fund', 'indicator', 'section', 'paragraph', 'sentence', 'field', 'text', 'fact', 'change', 'figure', 'mark'] as const) {
    const t = performance.now()
    try { const n = m.items(kind).length; console.log(kind, n, (performance.now() - t).toFixed(1)) } catch (e) { console.log(kind, String(e).slice(0, 200)) }
  }
  const facts = m.items('fact').filter((f) => show(f.get('origin')) !== 'prose')
  console.log(facts.slice(0, Number(process.env.NF ?? 30)).map((f) => `${show(f.get('concept'))} ${show(f.get('value'))} ${show(f.get('scope'))} ${f.ref.pointer}`).join('\n'))
  console.log(m.items('row').map((r) => `${r.ref.pointer} ${show(r.get('kind'))} ${r.text}`).filter((_, i) => i % 7 === 0).slice(0, 40).join('\n'))
  for (const p of m.items('project').slice(0, 3)) console.log(show(p.get('name')), show(p.get('stem')), show(p.get('keyTerms')))
})

test('mutants', () => {
  const { vocabulary } = loadVocabulary(builtin.filter((f) => f.path.startsWith('vocabulary/')))
  const d = JSON.parse(readFileSync(process.env.H6A ?? 'fixtures/unit-budget.clean.disclosure.json', 'utf8'))
  d.sections = []; d.overall = undefined; d.projects = []
  let n = 0, caught = 0
  const missed: Record<string, string[]> = {}
  d.tables.forEach((t: any, ti: number) => t.lanes.forEach((l: any, li: number) => l.rows.forEach((r: any, ri: number) => Object.keys(r.cells).forEach((k) => {
    const v = String(r.cells[k])
    if (!/^-?[\d,.]+$/.test(v) || Number(v.replace(/,/g, '')) === 0) return
    const col = l.columns.find((c: any) => c.key === k)
    n++
    const num = Number(v.replace(/,/g, '')); r.cells[k] = (num + 7.77).toFixed(2)
    const one = { ...d, tables: [t] }
    const m = buildModel(one, vocabulary)
    const hit = m.items('composition').some((c) => { const o = c.get('origin'); if (o.type !== 'text' || o.text.endsWith('?')) return false
      const all = [c, ...(c.readings ?? [])].map((c) => { const total = c.get('total'), parts = c.get('parts'); if (parts.type !== 'list') return 'x'; if (total.type !== 'quantity') return total.type === 'absent' && total.reason === 'blank' ? 'blank' : 'x'; const args = parts.values.flatMap((p) => p.type === 'quantity' ? [leaf(p.quantity)] : []); return compareTerms('equal', leaf(total.quantity), { op: 'sum', args }).verdict })
      return all.every((v) => v === 'impossible' || v === 'implausible') })
    if (hit) caught++; else (missed[ti + ' ' + t.role] ??= []).push(r.label + '|' + k + '=' + v)
    r.cells[k] = v
    void col; void li; void ri
  }))))
  console.log('mutants', caught, '/', n)
  for (const [k, v] of Object.entries(missed)) console.log(k, v.length, v.slice(0, 12).join('  '))
})
