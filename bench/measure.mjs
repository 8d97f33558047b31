// Whole processes: processor time and peak memory as the process itself tells them at exit.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const usage = new URL('./usage.mjs', import.meta.url).href
const log = join(mkdtempSync(join(tmpdir(), 'bench-')), 'usage')

/** Runs node once: seconds of wall clock and processor, peak MiB. Throws where it failed; one that `fails` may end with 1. */
export function once(args, { fails = false, cwd } = {}) {
  const began = process.hrtime.bigint()
  const run = spawnSync(process.execPath, ['--import', usage, ...args], { cwd, env: { ...process.env, BENCH_USAGE: log, NO_COLOR: '1' }, encoding: 'utf8', maxBuffer: 1 << 30 })
  const wall = Number(process.hrtime.bigint() - began) / 1e9
  if (run.status !== 0 && !(fails && run.status === 1)) throw new Error(`${args.join(' ').slice(0, 300)} ended with ${run.status ?? run.signal}: ${run.stderr.slice(0, 500)}`)
  return { wall, ...JSON.parse(readFileSync(log, 'utf8')), stdout: run.stdout }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/**
 * The rows measured in turn, `rounds` times (A B C A B C …), so that a drift of the machine meets all alike: medians, and ratios
 * to another row round by round. A row's `after` sees each run.
 */
export function inTurn(rows, rounds) {
  const seen = rows.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { args, after, ...options }] of rows.entries()) {
      seen[index].push(once(args, options))
      after?.()
    }
  }
  return rows.map(({ name }, index) => ({
    name,
    ...Object.fromEntries(['wall', 'cpu', 'mib'].map((figure) => [figure, median(seen[index].map((run) => run[figure]))])),
    times: (base, figure = 'cpu') => median(seen[index].map((run, round) => run[figure] / seen[base][round][figure])),
  }))
}
