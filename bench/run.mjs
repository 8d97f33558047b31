// `npm run bench`: the built command line beside other tools on the same invented disclosures with the same ten checks; writes
// bench/RESULTS.md and bench/results.svg. Ratios count: times are of one machine at one hour. README beside this file.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chart } from './chart.mjs'
import { disclosures } from './documents.mjs'
import { once } from './measure.mjs'
import { allRules } from './parts/all-rules.mjs'
import { cold } from './parts/cold.mjs'
import { files } from './parts/files.mjs'
import { keystroke } from './parts/keystroke.mjs'
import { memory } from './parts/memory.mjs'
import { rules } from './parts/rules.mjs'
import { size } from './parts/size.mjs'
import { row, tools } from './rows.mjs'
import { spectralInstalled } from './tools/commands.mjs'

const text = (fallback) => ({ type: 'string', default: fallback })
const { values } = parseArgs({ options: { files: text('100,1000'), rules: text('10,50,200'), sizes: text('1,10,100'), rounds: text('3'), memory: text(''), parts: text('cold,files,rules,size,memory,allRules,keystroke'), out: text('bench') } })
const numbers = (list) => list.split(',').filter(Boolean).map(Number)
const [counts, sizes, held, rounds] = [numbers(values.files), numbers(values.sizes), numbers(values.memory), Number(values.rounds)]
const work = mkdtempSync(join(tmpdir(), 'bench-'))

const PARTS = {
  cold: () => cold({ work, rounds }),
  files: () => files({ work, rounds, counts }),
  rules: () => rules({ work, rounds, numbers: numbers(values.rules), count: Math.min(...counts) }),
  size: () => size({ work, rounds, sizes }),
  memory: () => (held.length > 1 ? memory({ work, counts: held }) : { lines: [] }),
  allRules: () => allRules({ work, rounds }),
  keystroke,
}

const here = (path) => new URL(path, import.meta.url)
const version = (path) => JSON.parse(readFileSync(path, 'utf8')).version
const installed = (name) => `${name} ${version(here(`../node_modules/${name}/package.json`))}`

try {
  if (!spectralInstalled) console.error('Spectral is not installed (npm ci --prefix bench): its rows are left out.')
  // Whatever is measured says the same of the same documents.
  const sample = disclosures(join(work, 'sample'), 10)
  for (const name of tools) {
    const { args, after, ...options } = row(work, name, sample)
    once(args, options)
    after()
  }
  const head = [
    '# Results', '',
    'Written by `npm run bench`. Whole processes from start to exit, measured in turn (A B C A B C …); medians of the figures and of the ratios round by round. “cpu” is user and system time of all threads. Every tool does the same ten checks on the same documents, and in every run measured its findings, by check and file, were the planted ones; bench/README.md says what they are.', '',
    `Node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'cpu'}, disclint ${version(here('../package.json'))}, ${['eslint', '@eslint/json', 'ajv', 'json-logic-js'].map(installed).join(', ')}${spectralInstalled ? `, Spectral CLI ${version(here('./node_modules/@stoplight/spectral-cli/package.json'))}` : ''}; ${String(rounds)} rounds.`,
    ...(spectralInstalled ? [] : ['', 'Spectral was not installed: its rows are missing.']),
  ]
  const measured = values.parts.split(',').map((name) => {
    const { lines, ...drawn } = PARTS[name]()
    console.log(lines.join('\n'))
    return { lines, ...drawn }
  })
  const drawn = measured.find((part) => part.chart)?.chart
  mkdirSync(values.out, { recursive: true })
  if (drawn) writeFileSync(join(values.out, 'results.svg'), chart(drawn))
  writeFileSync(join(values.out, 'RESULTS.md'), [...head, ...measured.flatMap(({ lines }) => lines), ...(drawn ? ['', '![Processor time over JSON.parse](results.svg)'] : []), '', readFileSync(here('./dead-ends.md'), 'utf8').trim(), '', readFileSync(here('./fuzz.md'), 'utf8').trim(), ''].join('\n'))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
