import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createLinter } from '../src/lint.ts'
import type { Disclosure } from '../src/disclosure/model.ts'
import { asJson, bench, tryMutator, tryRendered, tryText, type Outcome } from '../tests/mutants/harness.ts'
import { mutators, textMutators } from '../tests/mutants/library.ts'
import { budgetText } from './fixtures/render/budget-text.ts'
import { finalText } from './fixtures/render/final-text.ts'

/**
 * Prints, for every kind of flawed copy, how many were made, caught, caught with the changed value as the main place, and how
 * many new findings stand elsewhere.
 *   --count N   copies of each kind and document (2)      --kinds a,b   only these
 *   --text      lint the published text of the copies     --seed        mutate the seed text of the shared data
 *   --verbose   list what was missed or new elsewhere     --write       note the result in tests/mutants/status.json
 */
const options = process.argv.slice(2)
const flag = (name: string): boolean => options.includes(`--${name}`)
const value = (name: string): string | undefined => (flag(name) ? options[options.indexOf(`--${name}`) + 1] : undefined)
const count = Number(value('count') ?? 2)
const kinds = value('kinds')?.split(',')
const wanted = (kind: string): boolean => kinds === undefined || kinds.includes(kind)
const seeds = Array.from({ length: count }, (_, at) => at + 1)

const linter = await createLinter({})
const outcomes = flag('seed') ? seedOutcomes() : fixtureOutcomes()
print(outcomes)
if (flag('write') && !kinds && !flag('seed') && !flag('text')) {
  writeFileSync('tests/mutants/status.json', `${JSON.stringify(status(outcomes), null, 1)}\n`)
}

function fixtureOutcomes(): readonly Outcome[] {
  const documents = [['unit-budget.clean', budgetText], ['final-accounts.clean', finalText]] as const
  return documents.flatMap(([name, render]) => {
    const disclosure = JSON.parse(readFileSync(`fixtures/${name}.disclosure.json`, 'utf8')) as Disclosure
    const text = flag('text')
    const base = text ? bench(linter, `${name}.txt`, render(disclosure).text) : bench(linter, `${name}.disclosure.json`, asJson(disclosure))
    const chosen = mutators.filter((mutator) => wanted(mutator.kind))
    return [
      ...chosen.flatMap((mutator) => seeds.map((seed) => (text ? tryRendered(linter, base, { mutator, disclosure, seed }, render) : tryMutator(linter, base, mutator, seed)))),
      ...(text ? textMutators.filter((mutator) => wanted(mutator.kind)).flatMap((mutator) => seeds.map((seed) => tryText(linter, base, mutator, seed))) : []),
    ].filter((outcome) => outcome !== undefined)
  })
}

function seedOutcomes(): readonly Outcome[] {
  const file = `${process.env['DISCLINT_SHARED'] ?? '../shared'}/seed/education-office-2026.txt`
  if (!existsSync(file)) {
    console.log('seed not checked: no shared data')
    return []
  }
  const base = bench(linter, 'seed.txt', readFileSync(file, 'utf8'))
  return textMutators.filter((mutator) => wanted(mutator.kind)).flatMap((mutator) => seeds.map((seed) => tryText(linter, base, mutator, seed))).filter((outcome) => outcome !== undefined)
}

function byKind(all: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> {
  const groups = new Map<string, Outcome[]>()
  for (const outcome of all) groups.set(outcome.kind, [...(groups.get(outcome.kind) ?? []), outcome])
  return groups
}

function status(all: readonly Outcome[]): Readonly<Record<string, string>> {
  const word = (list: readonly Outcome[]): string => {
    if (list.some((one) => !one.caught)) return 'missed'
    return list.some((one) => one.elsewhere.length > 0) ? 'caught, with new findings elsewhere' : 'caught'
  }
  return Object.fromEntries([...byKind(all)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, list]) => [kind, word(list)]))
}

function print(all: readonly Outcome[]): void {
  const row = (name: string, list: readonly Outcome[]): string =>
    [name.padEnd(32), list.length, list.filter((one) => one.caught).length, list.filter((one) => one.main).length, list.reduce((sum, one) => sum + one.elsewhere.length, 0)].map((cell) => String(cell).padStart(9)).join('')
  console.log(['kind'.padEnd(32), 'made', 'caught', 'main', 'elsewhere'].map((cell) => cell.padStart(9)).join(''))
  for (const [kind, list] of byKind(all)) {
    console.log(row(kind, list))
    if (flag('verbose')) for (const one of list) details(one)
  }
  console.log(row('all', all))
}

function details(one: Outcome): void {
  if (!one.caught) console.log(`    missed: ${one.note}`)
  for (const finding of one.elsewhere) console.log(`    elsewhere: ${finding.severity} ${finding.ruleId} ${finding.sites[0]?.pointer ?? ''} ${finding.message} (${one.note})`)
}
