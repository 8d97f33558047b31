import { join } from 'node:path'
import { disclosures } from '../documents.mjs'
import { number, part, table } from '../markdown.mjs'
import { inTurn, once } from '../measure.mjs'
import { row, tools } from '../rows.mjs'
import { cli } from '../tools/commands.mjs'

/** Many disclosures: the ten checks by every tool, and all built-in rules. */
export function files({ work, rounds, counts }) {
  const drawn = []
  const lines = counts.flatMap((count) => {
    const set = disclosures(join(work, `n${String(count)}`), count)
    const cache = ['--cache', '--cache-location', join(work, `cache${String(count)}`)]
    const all = (name, ...flags) => ({ name: `disclint, all built-in rules${name}`, args: [cli, '--exit-zero', '-f', 'json', '-o', join(work, 'all.json'), ...flags, set.folder] })
    once(all('', ...cache).args)
    const rows = inTurn([
      ...tools.map((name) => row(work, name, set)),
      all('', '--concurrency', 'off'),
      all(', two threads', '--concurrency', '2'),
      all(', nothing changed (--cache)', '--concurrency', 'off', ...cache),
    ], rounds)
    const disclint = rows.findIndex(({ name }) => name === 'disclint')
    drawn.push({ title: `${String(count)} disclosures of 128 KB: × JSON.parse, cpu`, bars: rows.map((one) => [one.name, one.times(0)]) })
    return part(`${String(count)} disclosures, ten checks`, '', table(
      ['run', 'wall s', 'cpu s', 'files a second', 'peak MiB', '× JSON.parse, cpu', '× disclint, wall'],
      rows.map((one) => [one.name, number(one.wall), number(one.cpu), number(count / one.wall, 0), number(one.mib, 0), number(one.times(0), 1), number(one.times(disclint, 'wall'))]),
    ))
  })
  return { lines, chart: drawn.at(-1) }
}
