import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/facts/item.ts'
import type { Kind } from '../../src/facts/kinds.ts'
import { runRules } from '../../src/engine/index.ts'
import { compile, item, modelOf, text, thing } from './ruleset-helpers.ts'

/** Attribute reads of a run over `size` rows and as many sheets: what a rule does, counted. */
function readsOf(rule: string, size: number): number {
  let reads = 0
  const counted = (one: Item): Item => ({ ...one, get: (name) => { reads += 1; return one.get(name) } })
  const sheets = Array.from({ length: size }, (_, at) => counted(item('project', `项目${at}甲`, { name: text(`项目${at}甲`) })))
  const indicators = sheets.map((sheet, at) => counted(item('indicator', `指标${at}`, { name: text(`指标${at}乙`), project: thing(sheet), value: text(`值${at}乙`), half: text('annual') })))
  const byKind = new Map<Kind, readonly Item[]>([['project', sheets], ['indicator', indicators]])
  const model = { ...modelOf([]), items: (kind: Kind) => byKind.get(kind) ?? [] }
  const { rules, faults } = compile(rule)
  expect(faults).toEqual([])
  const describer = { label: () => '', address: () => '' }
  const run = runRules(rules, model, { language: 'zh', describe: describer, wording: WORDING, scopes: new Map() } as unknown as Parameters<typeof runRules>[2])
  expect(run.problems).toEqual([])
  expect(run.coverage[0]?.passed).toBe(size)
  return reads
}

const WORDING = new Proxy({}, { get: () => ({ zh: '', en: '' }) })

describe('growth', () => {
  it.each([
    ['a look-up by an outer value', 'for: {each: project, as: 表}\nlet: {标: {find: {each: indicator, where: {half: annual, project: $表}}}}\nassert: {present: $标.value}'],
    ['one of several values', 'for: {each: project, as: 表}\nlet: {标: {find: {each: indicator, where: {project: {in: [$表]}, half: [annual, period]}}}}\nassert: {present: $标.value}'],
    ['what is the same for every check', 'for: {each: project, as: 表}\nlet: {数: {count: {of: {find: {each: indicator, where: {half: annual}}}, by: name}}, 总: {count: {find: {each: indicator}}}}\nassert: {and: [{equal: [$数, $总]}, {equal: [{count: {find: {each: project}}}, $总]}]}'],
  ])('%s: twice the document, about twice the reads', (_, rule) => {
    const [small, large] = [readsOf(rule, 200), readsOf(rule, 400)]
    expect(small).toBeGreaterThan(0)
    expect(large).toBeLessThan(small * 2.2)
  })
})

