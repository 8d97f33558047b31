// Whole processes: processor time and peak memory as the process itself tells them at exit.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const usage = pathToFileURL(fileURLToPath(new URL('./usage.mjs', import.meta.url))).href
const log = join(mkdtempSync(join(tmpdir(), 'bench-')), 'usage')

/** Runs node once: seconds of wall clock and processor, peak MiB. Throws where it did not end as `status` says. */
export function once(args, { status = 0, cwd } = {}) {
  const began = process.hrtime.bigint()
  const run = spawnSync(process.execPath, ['--import', usage, ...args], { cwd, env: { ...process.env, BENCH_USAGE: log, NO_COLOR: '1' }, encoding: 'utf8', maxBuffer: 1 << 30 })
  const wall = Number(process.hrtime.bigint() - began) / 1e9
  if (run.status !== status) throw new Error(`${args.join(' ').slice(0, 200)} ended with ${run.status}: ${run.stderr.slice(0, 500)}`)
  return { wall, ...JSON.parse(readFileSync(log, 'utf8')), stdout: run.stdout }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** The rows measured in turn, `rounds` times (A B C A B C …), so that a drift of the machine meets all alike; medians. */
export function inTurn(rows, rounds) {
  const seen = rows.map(() => [])
  for (let round = 0; round < rounds; round += 1) rows.forEach(({ args, ...options }, index) => seen[index].push(once(args, options)))
  return rows.map(({ name }, index) => ({ name, ...Object.fromEntries(['wall', 'cpu', 'mib'].map((figure) => [figure, median(seen[index].map((run) => run[figure]))])), ratios: (base) => median(seen[index].map((run, round) => run.cpu / seen[base][round].cpu)) }))
}
