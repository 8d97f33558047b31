import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { compareTerms } from '../../src/facts/amounts/index.ts'
import type { Item } from '../../src/facts/item.ts'
import { readProse } from '../../src/facts/prose/index.ts'
import { tokenise } from '../../src/facts/tokens/index.ts'
import type { Term } from '../../src/facts/quantity.ts'
import type { Value } from '../../src/facts/value.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'

const folder = resolve(process.env['DISCLINT_SHARED'] ?? '../shared', 'corpus/restated')
const present = existsSync(folder)
if (!present) console.warn(`corpus not checked: ${folder} is not there`)

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))

const termOf = (value: Value): Term | undefined => (value.type === 'quantity' ? (value.term ?? { op: 'leaf', quantity: value.quantity }) : undefined)

/** The relation a claim states, as two terms; undefined where a part is not printed. */
function relation(item: Item): readonly [Term, Term] | undefined {
  const part = (name: string): Term | undefined => termOf(item.get(name))
  const both = (a: Term | undefined, b: Term | undefined): readonly [Term, Term] | undefined => (a && b ? [a, b] : undefined)
  switch (item.kind) {
    case 'composition': {
      const [parts, open] = [item.get('parts'), item.get('open')]
      const terms = parts.type === 'list' ? parts.values.map(termOf).filter((term) => term !== undefined) : []
      return open.type === 'boolean' && open.value ? undefined : both(part('total'), { op: 'sum', args: terms })
    }
    case 'equation': return both(part('result'), part('computed'))
    case 'share': {
      const [of, base] = [part('part'), part('base')]
      return of && base ? both(part('percent'), { op: 'ratio', args: [of, base] }) : undefined
    }
    case 'change': {
      const [base, to] = [part('base'), part('to')]
      return base && to ? both(part('signedPercent'), { op: 'growth', args: [base, to] }) : undefined
    }
    default: return undefined
  }
}

/** Claims that hold under none of their readings, by what they say. */
function contradictions(text: string): { readonly failed: readonly string[]; readonly checked: number } {
  const lines = text.split('\n').slice(3).filter((line) => line.trim() !== '' && !line.includes('\t') && !line.includes(' | '))
  const texts = lines.map((line, index) => ({ ref: { pointer: `/${String(index)}` }, tokenised: tokenise(line), field: 'paragraph', prose: true, group: 'all' }))
  const { compositions, equations, shares, changes } = readProse(texts, { vocabulary, entity: '' })
  const failed: string[] = []
  let checked = 0
  for (const item of [...compositions, ...equations, ...shares, ...changes]) {
    const verdicts = [item, ...(item.readings ?? [])].map(relation).filter((terms) => terms !== undefined).map(([actual, expected]) => compareTerms('equal', actual, expected).verdict)
    if (verdicts.length === 0) continue
    checked++
    if (verdicts.every((verdict) => verdict === 'impossible' || verdict === 'implausible')) failed.push(`${item.kind} ${item.kind === 'composition' ? printed(item, 'total') : printed(item, item.kind === 'equation' ? 'result' : 'percent')}`)
  }
  return { failed, checked }
}

function printed(item: Item, name: string): string {
  const value = item.get(name)
  return value.type === 'quantity' ? (value.printed ?? '') : ''
}

/** What recomputing finds wrong in each excerpt (its notes say so too); every other relation in it must hold. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  '24': ['composition 735.09万元'],
  '26': ['composition 89.97万元'],
  '34': ['share 100%'],
  '40': ['change 5.7%', 'change 5.7%'],
  '58': ['share 92%', 'share 8%', 'change 7%', 'change 7%'],
}

describe.skipIf(!present)('excerpts of real disclosures', () => {
  const files = present ? readdirSync(folder).filter((file) => file.endsWith('.txt')).sort() : []

  test.each(files)('%s: contradictions are those its notes know, and nothing else', (file) => {
    expect(contradictions(readFileSync(resolve(folder, file), 'utf8')).failed).toEqual(WRONG[file.slice(0, 2)] ?? [])
  })

  test('most of the relations they state are read', () => {
    const checked = files.reduce((sum, file) => sum + contradictions(readFileSync(resolve(folder, file), 'utf8')).checked, 0)
    expect(checked).toBeGreaterThan(70)
  })
})
