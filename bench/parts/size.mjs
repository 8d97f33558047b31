import { statSync } from 'node:fs'
import { join } from 'node:path'
import { large } from '../documents.mjs'
import { number, part, table } from '../markdown.mjs'
import { inTurn } from '../measure.mjs'
import { row, tools } from '../rows.mjs'

/** Growth with the size of one disclosure: its project sheets, their rows and its sections so many times. */
export function size({ work, rounds, sizes }) {
  const sets = sizes.map((times) => large(join(work, `x${String(times)}`), times))
  const measured = sets.map((set) => inTurn(tools.map((name) => row(work, name, set)), rounds))
  const bytes = sets.map(({ paths: [path] }) => statSync(path).size)
  const most = sizes.length - 1
  return {
    lines: part('Growth with the size of one disclosure, ten checks', `cpu seconds; ${sizes.map((times, index) => `${String(times)}× is ${number(bytes[index] / 1024, 0)} KB`).join(', ')}.`, table(
      ['run', ...sizes.map((times) => `${String(times)}×`), 'peak MiB at the largest', '× JSON.parse at the largest'],
      tools.map((name, index) => [name, ...measured.map((rows) => number(rows[index].cpu)), number(measured[most][index].mib, 0), number(measured[most][index].times(0), 1)]),
    )),
  }
}
