import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Finding } from '../src/core/finding.ts'
import { createLinter } from '../src/lint.ts'
import { cleanBench, documents, type CleanDocument } from '../tests/mutants/documents.ts'
import { bench, rulesOf, tryMutation, tryRendered, tryText, type Bench, type Outcome } from '../tests/mutants/harness.ts'
import { mutators, seeded, textMutators } from '../tests/mutants/library.ts'
import { plantedMutators } from '../tests/mutants/planted.ts'
import { readStatus, STATUS_FILE, type Status } from '../tests/mutants/status.ts'
import { amounts, slips, slipped } from '../tests/mutants/transcription-mutators.ts'
import type { Mutator } from '../tests/mutants/types.ts'

/**
 * Prints, for every kind of flawed copy, how many were made, caught, caught at the exact place (the changed value among the places,
 * the main one where two or more relations cover it), and how many new findings stand elsewhere.
 *   --count N   seeds of each kind and document (1)       --kinds a,b   only kinds that begin so
 *   --text      lint the published text of the copies     --seed        mutate the seed text of the shared data
 *   --planted   add what rule files show as failures      --cells N     instead, a slip in every Nth amount of every table and form
 *   --verbose   list what was missed or new elsewhere     --write       note the witness of each rule for the tests (with --planted)
 */
const options = process.argv.slice(2)
const flag = (name: string): boolean => options.includes(`--${name}`)
const value = (name: string): string | undefined => (flag(name) ? options[options.indexOf(`--${name}`) + 1] : undefined)
const seeds = Array.from({ length: Number(value('count') ?? 1) }, (_, at) => at + 1)
const wanted = (kind: string): boolean => value('kinds')?.split(',').some((begin) => kind.startsWith(begin)) ?? true

const linter = await createLinter({})
const form = flag('text') ? 'text' : 'json'
const clean = flag('seed') ? [] : documents.map((document) => ({ document, base: cleanBench(linter, document, form) }))
const all: Outcome[] = []
console.log(['kind'.padEnd(36), 'made', 'caught', 'exact', 'elsewhere', 'findings'].map((cell) => cell.padStart(10)).join(''))
if (flag('cells')) sweep(Number(value('cells')))
else if (flag('seed')) seedText()
else fixtures()
row('all', all)
if (flag('write')) writeFileSync(STATUS_FILE, `${JSON.stringify(status(), null, 1)}\n`)

function fixtures(): void {
  const planted = flag('planted') ? plantedMutators(linter.rules, linter.vocabulary) : []
  for (const mutator of [...mutators, ...planted].filter(({ kind }) => wanted(kind))) {
    add(mutator.kind, clean.flatMap(({ document, base }) => copies(mutator, document, base)))
  }
  if (!flag('text')) return
  for (const mutator of textMutators.filter(({ kind }) => wanted(kind))) {
    add(mutator.kind, clean.flatMap(({ base }) => seeds.flatMap((seed) => tryText(linter, base, mutator, seed) ?? [])))
  }
}

/** One outcome for each copy that differs from those of earlier seeds. */
function copies(mutator: Mutator, { disclosure, render }: CleanDocument, base: Bench): readonly Outcome[] {
  const distinct = new Map(seeds.flatMap((seed) => {
    const made = mutator.make(disclosure, seeded(seed, mutator.kind))
    return made ? [[JSON.stringify([made.at, made.note]), made] as const] : []
  }))
  return [...distinct.values()].flatMap((made) => (form === 'text' ? tryRendered(linter, base, mutator.kind, made, render) : tryMutation(linter, base, mutator.kind, made)) ?? [])
}

/** Every `step`th amount of the fixtures, one kind of slip after the other. */
function sweep(step: number): void {
  const names = Object.keys(slips)
  for (const { document: { disclosure, render }, base } of clean) {
    amounts(disclosure).forEach((place, at) => {
      if (at % step !== 0) return
      const made = names.flatMap((_, shift) => slipped(disclosure, place, names[(at / step + shift) % names.length] ?? '', seeded(at)) ?? [])[0]
      const outcome = made && (form === 'text' ? tryRendered(linter, base, 'slip', made, render) : tryMutation(linter, base, 'slip', made))
      if (outcome && !(outcome.exact && outcome.elsewhere.length === 0)) details(outcome)
      all.push(...(outcome ? [outcome] : []))
    })
  }
}

function seedText(): void {
  const file = `${process.env['DISCLINT_SHARED'] ?? '../shared'}/seed/education-office-2026.txt`
  if (!existsSync(file)) {
    console.log('seed not checked: no shared data')
    return
  }
  const base = bench(linter, 'seed.txt', readFileSync(file, 'utf8'))
  for (const mutator of textMutators.filter(({ kind }) => wanted(kind))) add(mutator.kind, seeds.flatMap((seed) => tryText(linter, base, mutator, seed) ?? []))
}

function add(kind: string, outcomes: readonly Outcome[]): void {
  if (outcomes.length === 0) return
  row(kind, outcomes)
  if (flag('verbose')) outcomes.forEach(details)
  all.push(...outcomes)
}

function row(name: string, list: readonly Outcome[]): void {
  const counts = [list.length, list.filter(({ caught }) => caught).length, list.filter(({ exact }) => exact).length, list.flatMap(({ elsewhere }) => elsewhere).length, list.flatMap(({ found }) => found).length]
  console.log(`${name.padEnd(36)}${counts.map((count) => String(count).padStart(10)).join('')}`)
}

function details(one: Outcome): void {
  const told = (finding: Finding): string => `${finding.severity} ${finding.ruleId} ${finding.sites[0]?.pointer ?? ''} ${finding.message}`
  if (!one.caught) console.log(`    missed: ${one.document} ${one.note}`)
  else if (!one.exact) console.log(`    not the main place: ${one.document} ${one.note}\n${one.found.map((finding) => `        ${told(finding)}`).join('\n')}`)
  for (const finding of one.elsewhere) console.log(`    elsewhere: ${told(finding)} (${one.document} ${one.note})`)
}

/** A copy that makes each rule speak: the one noted before, unless this run shows that it does not; else the first. Written reasons are kept. */
function status(): Status {
  const before: Partial<Status> = existsSync(STATUS_FILE) ? readStatus() : {}
  const ran = new Map(all.map((outcome) => [`${outcome.document} ${outcome.kind}`, rulesOf(outcome)]))
  const known = Object.entries(before.witness ?? {}).filter(([rule, { document, kind }]) => ran.get(`${document}.disclosure.json ${kind}`)?.includes(rule) ?? true)
  const spoke = new Map(known)
  for (const outcome of all) {
    for (const rule of rulesOf(outcome)) if (!spoke.has(rule)) spoke.set(rule, { document: outcome.document.replace('.disclosure.json', ''), kind: outcome.kind })
  }
  const ids = linter.rules.map(({ definition }) => definition.id)
  const unwitnessed = ids.filter((id) => !spoke.has(id)).map((id) => [id, before.unwitnessed?.[id] ?? ''])
  return { witness: Object.fromEntries(ids.flatMap((id) => [...spoke].filter(([rule]) => rule === id))), unwitnessed: Object.fromEntries(unwitnessed), open: before.open ?? {} }
}
