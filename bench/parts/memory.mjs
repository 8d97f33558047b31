import { join } from 'node:path'
import { disclosures } from '../documents.mjs'
import { number, part, table } from '../markdown.mjs'
import { inTurn } from '../measure.mjs'
import { row } from '../rows.mjs'

const TOOLS = ['JSON.parse', 'a loop written by hand', 'json-logic-js in a loop', 'disclint']

/** Peak memory over ever more files; single runs. */
export function memory({ work, counts }) {
  const measured = counts.map((count) => {
    const set = disclosures(join(work, `m${String(count)}`), count)
    return inTurn(TOOLS.map((name) => row(work, name, set)), 1)
  })
  return { lines: part('Peak memory and its growth', 'MiB, single runs.', table(['run', ...counts.map((count) => `${String(count)} files`), 'growth of the last'], TOOLS.map((name, index) => [name, ...measured.map((rows) => number(rows[index].mib, 0)), `${number((measured.at(-1)[index].mib / measured.at(-2)[index].mib - 1) * 100, 0)} %`]))) }
}
