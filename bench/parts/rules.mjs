import { join } from 'node:path'
import { disclosures } from '../documents.mjs'
import { number, part, table } from '../markdown.mjs'
import { inTurn } from '../measure.mjs'
import { row, tools } from '../rows.mjs'

/** Growth with the number of rules: the ten checks in copies with other constants. */
export function rules({ work, rounds, numbers, count }) {
  const set = disclosures(join(work, 'rules'), count)
  const measured = numbers.map((rules) => inTurn(tools.map((name) => row(work, name, set, rules / 10)), rounds))
  const hand = tools.indexOf('a loop written by hand')
  const most = numbers.length - 1
  return {
    lines: part(`Growth with rules, ${String(count)} disclosures`, 'cpu seconds; the last columns at the largest number of rules.', table(
      ['run', ...numbers.map(String), 'µs a further rule and file', '× by hand, cpu', 'peak MiB'],
      tools.map((name, index) => [name, ...measured.map((rows) => number(rows[index].cpu)), number(((measured[most][index].cpu - measured[0][index].cpu) / (numbers[most] - numbers[0] || 1) / count) * 1e6, 0), number(measured[most][index].times(hand), 1), number(measured[most][index].mib, 0)]),
    )),
  }
}
