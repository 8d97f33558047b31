import { join } from 'node:path'
import { TOOLS } from './tools/commands.mjs'
import { verify } from './verify.mjs'

let reports = 0

/** A tool over a set of files as a row to measure: every run is checked against what was planted. */
export function row(work, name, set, copies = 1, shown = name) {
  reports += 1
  const run = TOOLS[name](set, Array.from({ length: copies }, (_, index) => index + 1), join(work, `report-${String(reports)}`))
  return { name: shown, args: run.args, cwd: run.cwd, fails: run.fails ?? false, after: () => verify(name, run, set, copies) }
}

/** All tools there are. */
export const tools = Object.keys(TOOLS)
