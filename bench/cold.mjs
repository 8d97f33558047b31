// Cold start on one disclosure as a ratio to bare node, paired run by run (A B A B …). Run `npm run build` first.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const shared = process.env.DISCLINT_SHARED ?? '../shared'
const seedFolder = join(shared, 'seed')
const seed = existsSync(seedFolder) ? readdirSync(seedFolder).find((name) => name.endsWith('.txt')) : undefined
const documents = [...(seed ? [['seed text', join(seedFolder, seed)]] : []), ['fixture text', 'fixtures/unit-budget.flawed.txt'], ['fixture JSON', 'fixtures/unit-budget.clean.disclosure.json']]
const runs = 9

const time = (args) => {
  const began = process.hrtime.bigint()
  spawnSync(process.execPath, args, { stdio: 'ignore' })
  return Number(process.hrtime.bigint() - began) / 1e6
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

for (const [name, file] of documents) {
  const pairs = Array.from({ length: runs }, () => [time(['-e', '0']), time(['dist/cli.js', file, '--exit-zero'])])
  const ratio = median(pairs.map(([bare, lint]) => lint / bare))
  console.log(`${name}: ${median(pairs.map(([, lint]) => lint)).toFixed(0)} ms, ${ratio.toFixed(1)} × bare node (median of ${runs} pairs)`)
}
