// Lists runs of 12 or more Chinese characters that the project shares with the shared data, and fails on those not
// allowed by name in tools/overlap-allowed.yaml: the proof that nobody's data and no fitted sentence got in.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const RUN = 12
const HAN = /\p{Script=Han}+/gu
const shared = process.env['DISCLINT_SHARED'] ?? '../shared'

function sharedTexts(): string[] {
  const folders = ['seed', 'corpus/restated']
  return folders.flatMap((folder) => readdirSync(join(shared, folder)).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(shared, folder, name), 'utf8')))
}

/** Every run of RUN characters of the shared data. */
function grams(texts: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [run] of text.matchAll(HAN)) for (let k = 0; k + RUN <= run.length; k += 1) found.add(run.slice(k, k + RUN))
  }
  return found
}

/** Maximal runs of `text` made of shared grams. */
function sharedRuns(text: string, known: ReadonlySet<string>): string[] {
  const runs: string[] = []
  for (const [run] of text.matchAll(HAN)) {
    let from = -1
    for (let k = 0; k <= run.length; k += 1) {
      const hit = k + RUN <= run.length && known.has(run.slice(k, k + RUN))
      if (hit && from < 0) from = k
      if (!hit && from >= 0) {
        runs.push(run.slice(from, k + RUN - 1))
        from = -1
      }
    }
  }
  return runs
}

function main(): number {
  if (!existsSync(join(shared, 'seed'))) {
    console.log('corpus not checked: no shared data at $DISCLINT_SHARED or ../shared')
    return 0
  }
  const known = grams(sharedTexts())
  const allowed = parse(readFileSync('tools/overlap-allowed.yaml', 'utf8')) as { terms: { term: string; source: string }[] }
  const terms = allowed.terms.map(({ term }) => term)
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\0').filter((file) => file !== '' && file !== 'tools/overlap-allowed.yaml' && existsSync(file))
  const found = new Map<string, Set<string>>()
  for (const file of files) {
    for (const run of sharedRuns(readFileSync(file, 'utf8'), known)) {
      if (terms.some((term) => term.includes(run))) continue
      found.set(run, (found.get(run) ?? new Set()).add(file))
    }
  }
  for (const [run, where] of [...found].sort()) console.log(`${run}\n    ${[...where].join(', ')}`)
  console.log(`${found.size} runs of ${RUN} or more characters shared and not allowed; ${terms.length} allowed terms`)
  return found.size === 0 ? 0 : 1
}

process.exitCode = main()
