import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { number, part, table } from '../markdown.mjs'
import { inTurn, once } from '../measure.mjs'
import { cli } from '../tools/commands.mjs'

/** The first rules there were: headcounts, units, years, duplicates, and the sums that carry a budget. */
const SPINE = /^(?:headcount|units|year|arithmetic|cross-table|table)\/|^project\/(?:duplicate-sheet|same-name|same-name-sheet|sheet-amount|one-sheet-per-row)$|^prose\/(?:amount-vs-table|composition|share|growth|difference|equation)$|^count\/parts-of-count$/

const FIXTURES = ['unit-budget.clean.disclosure.json', 'final-accounts.clean.disclosure.json', 'unit-budget.clean.txt', 'final-accounts.clean.txt']
const COPIES = 8

/** What all rules cost over those of the spine, warm: each fixture several times in one run, so that start-up weighs little. */
export function allRules({ work, rounds }) {
  const ids = JSON.parse(once([cli, 'rules', 'list', '--json']).stdout).map(({ id }) => id)
  const spine = ids.filter((id) => SPINE.test(id))
  const config = (name, kept) => {
    const path = join(work, `${name}.yaml`)
    writeFileSync(path, JSON.stringify({ extends: 'disclint:all', rules: Object.fromEntries(ids.filter((id) => !kept(id)).map((id) => [id, 'off'])) }))
    return path
  }
  const configs = [config('spine', (id) => SPINE.test(id)), config('all', () => true)]
  const rows = FIXTURES.map((fixture) => {
    const text = readFileSync(fileURLToPath(new URL(`../../fixtures/${fixture}`, import.meta.url)), 'utf8')
    const paths = Array.from({ length: COPIES }, (_, index) => {
      const path = join(work, `${String(index)}.${fixture}`)
      writeFileSync(path, text.replaceAll('示例省', `示例${'甲乙丙丁戊己庚辛'[index]}省`))
      return path
    })
    const [few, all] = inTurn(configs.map((path) => ({ name: path, args: [cli, '--exit-zero', '--concurrency', 'off', '-c', path, '-f', 'json', '-o', join(work, 'all-rules.json'), ...paths] })), rounds)
    return { fixture, few, all }
  })
  return { lines: part('All rules over the rules of the spine', `${String(spine.length)} rules of headcounts, units, years, duplicates and sums, beside all ${String(ids.length)}; each fixture ${String(COPIES)} times in one run, cpu seconds with start-up.`, table(['fixture', 'spine', 'all rules', 'all over spine'], rows.map(({ fixture, few, all }) => [fixture, number(few.cpu), number(all.cpu), number(all.cpu / few.cpu)]))) }
}
