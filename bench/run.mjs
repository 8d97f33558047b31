// `npm run bench [-- --files 100,1000 --rounds 3]`: measures the built command line beside JSON.parse, ajv and ESLint on the
// same invented disclosures, and writes bench/RESULTS.md and bench/results.svg. Ratios count: times are of one machine at one hour.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chart } from './chart.mjs'
import { disclosures, large } from './documents.mjs'
import { inTurn, once } from './measure.mjs'

const { values } = parseArgs({ options: { files: { type: 'string', default: '100,1000' }, rounds: { type: 'string', default: '3' } } })
const rounds = Number(values.rounds)
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const cli = at('../dist/cli.js')
const eslint = at('../node_modules/eslint/bin/eslint.js')
const work = mkdtempSync(join(tmpdir(), 'bench-'))
const lint = (...args) => [cli, '--exit-zero', '-f', 'json', '-o', join(work, 'report.json'), ...args]

/** One rule of each kind an auditor asks for first: sums, tables against tables, prose against tables, years, counts, forms. */
const TEN = ['arithmetic/table-sum', 'cross-table/same-amount', 'prose/amount-vs-table', 'year/stale-year', 'headcount/same-headcount', 'project/same-name', 'indicator/impossible-bound', 'docnum/brackets', 'arithmetic/income-equals-expenditure', 'complete/required-tables']
const ids = JSON.parse(once([cli, 'rules', 'list', '--json']).stdout).map(({ id }) => id)

/** A configuration with these rules alone. */
function only(kept) {
  const path = join(work, `${kept.length}.yaml`)
  writeFileSync(path, `extends: disclint:recommended\nrules:\n${ids.filter((id) => !kept.includes(id)).map((id) => `  ${id}: off\n`).join('')}`)
  return path
}
const ten = only(TEN)
const fifty = only([...TEN, ...ids.filter((id) => !TEN.includes(id)).slice(0, 40)])

writeFileSync(join(work, 'eslint.config.mjs'), `import json from ${JSON.stringify(import.meta.resolve('@eslint/json'))}\nexport default [{ files: ['**/*.json'], plugins: { json }, language: 'json/json' }]\n`)

const out = []
const say = (line = '') => {
  out.push(line)
  console.log(line)
}
const table = (head, rows) => [head, head.map(() => '---'), ...rows].forEach((row) => say(`| ${row.join(' | ')} |`))
const n = (value, digits = 2) => value.toFixed(digits)

say('# Results')
say()
say('Written by `npm run bench`. Whole processes from start to exit, measured in turn (A B C A B C …); medians of the figures and of the ratios run by run. “cpu” is user and system time of all threads.')
say()
say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, disclint ${JSON.parse(readFileSync(at('../package.json'), 'utf8')).version}, ${ids.length} rules, ESLint ${JSON.parse(readFileSync(at('../node_modules/eslint/package.json'), 'utf8')).version}, ajv ${JSON.parse(readFileSync(at('../node_modules/ajv/package.json'), 'utf8')).version}, ${rounds} rounds.`)

const one = disclosures(join(work, 'one'), 1)
say()
say('## Cold start, one disclosure of 120 KB')
say()
const shared = join(process.env.DISCLINT_SHARED ?? at('../../shared'), 'seed')
const seed = existsSync(shared) ? readdirSync(shared).find((name) => name.endsWith('.txt')) : undefined
const cold = inTurn([
  { name: 'bare node', args: ['-e', '0'] },
  { name: 'disclint, ten rules', args: lint('-c', ten, ...one) },
  { name: 'disclint, all rules', args: lint(...one) },
  { name: 'disclint, all rules, text fixture of 160 KB', args: lint(at('../fixtures/unit-budget.flawed.txt')) },
  ...(seed ? [{ name: 'disclint, all rules, a published budget as text (136 KB)', args: lint(join(shared, seed)) }] : []),
], Math.max(rounds, 5))
table(['run', 'wall s', 'cpu s', 'peak MiB', '× bare node, cpu'], cold.map((row) => [row.name, n(row.wall), n(row.cpu), n(row.mib, 0), n(row.ratios(0), 1)]))

const drawn = []
for (const count of values.files.split(',').map(Number)) {
  const folder = join(work, `n${count}`)
  const paths = disclosures(folder, count)
  const list = join(work, 'list')
  writeFileSync(list, paths.join('\n'))
  // What every tool reads is the same and valid.
  const valid = Number(once([at('./floor.mjs'), list, 'ajv']).stdout)
  if (valid !== count) throw new Error(`${valid} of ${count} documents are valid`)
  const cache = join(work, `cache${count}`)
  once(lint('--cache', '--cache-location', cache, folder))
  const rows = inTurn([
    { name: 'JSON.parse', args: [at('./floor.mjs'), list] },
    { name: 'ajv, schema only', args: [at('./floor.mjs'), list, 'ajv'] },
    { name: 'ESLint + @eslint/json, no rule', args: [eslint, '-c', join(work, 'eslint.config.mjs'), '-o', join(work, 'eslint.txt'), folder], cwd: work },
    { name: 'disclint, ten rules', args: lint('--concurrency', 'off', '-c', ten, folder) },
    { name: 'disclint, fifty rules', args: lint('--concurrency', 'off', '-c', fifty, folder) },
    { name: 'disclint, all rules', args: lint('--concurrency', 'off', folder) },
    { name: 'disclint, all rules, two threads', args: lint('--concurrency', '2', folder) },
    { name: 'disclint, all rules, nothing changed (--cache)', args: lint('--concurrency', 'off', '--cache', '--cache-location', cache, folder) },
  ], rounds)
  say()
  say(`## ${count} disclosures of 120 KB`)
  say()
  table(['run', 'wall s', 'cpu s', 'files a second of cpu', 'peak MiB', '× JSON.parse, cpu'], rows.map((row) => [row.name, n(row.wall), n(row.cpu), n(count / row.cpu, 0), n(row.mib, 0), n(row.ratios(0), 1)]))
  drawn.push({ title: `${count} disclosures: × JSON.parse, cpu`, bars: rows.map((row) => [row.name, row.ratios(0)]) })
}

say()
say('## Size of one disclosure, all rules')
say()
const sizes = inTurn([1, 3, 10].map((times) => ({ name: `${times}×`, args: lint('--concurrency', 'off', large(join(work, 'large'), times)) })), rounds)
table(['size', 'wall s', 'cpu s', 'peak MiB', '× the smallest, cpu'], sizes.map((row) => [row.name, n(row.wall), n(row.cpu), n(row.mib, 0), n(row.ratios(0), 1)]))

say()
say('![Processor time over JSON.parse](results.svg)')
say()
say(readFileSync(at('./dead-ends.md'), 'utf8').trim())
writeFileSync(at('./RESULTS.md'), `${out.join('\n')}\n`)
writeFileSync(at('./results.svg'), chart(drawn.at(-1)))
rmSync(work, { recursive: true, force: true })
