import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { disclosures } from '../documents.mjs'
import { number, part, table } from '../markdown.mjs'
import { inTurn } from '../measure.mjs'
import { row, tools } from '../rows.mjs'
import { cli } from '../tools/commands.mjs'

const fixture = fileURLToPath(new URL('../../fixtures/unit-budget.flawed.txt', import.meta.url))

/** One disclosure, from the start of the process to its end. */
export function cold({ work, rounds }) {
  const set = disclosures(join(work, 'one'), 1)
  const all = (path) => [cli, '--exit-zero', '-f', 'json', '-o', join(work, 'cold.json'), path]
  const rows = inTurn([
    { name: 'bare node', args: ['-e', '0'] },
    ...tools.map((name) => row(work, name, set)),
    { name: 'disclint, all built-in rules', args: all(set.folder) },
    { name: 'disclint, all built-in rules, text of 160 KB', args: all(fixture) },
  ], Math.max(rounds, 5))
  return { lines: part('Cold start, one disclosure, ten checks', '', table(['run', 'wall s', 'cpu s', 'peak MiB', '× bare node, wall', '× bare node, cpu'], rows.map((one) => [one.name, number(one.wall), number(one.cpu), number(one.mib, 0), number(one.times(0, 'wall'), 1), number(one.times(0), 1)]))) }
}
