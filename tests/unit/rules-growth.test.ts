import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { engineWording, runRules } from '../../src/engine/index.ts'
import { buildModel } from '../../src/facts/index.ts'
import type { Item, Model } from '../../src/facts/item.ts'
import { describer } from '../../src/disclosure/describe.ts'
import type { Disclosure } from '../../src/disclosure/model.ts'
import { validateDisclosure } from '../../src/disclosure/validate.ts'
import { loadRules, type LoadedRules } from '../../src/load-rules.ts'

const fixture = JSON.parse(readFileSync('fixtures/final-accounts.clean.disclosure.json', 'utf8')) as Record<'sections' | 'projects', object[]>
let loaded: LoadedRules
beforeAll(async () => {
  loaded = await loadRules()
})

/** The fixture with `times` as many paragraphs and sheets, no two alike. */
function larger(times: number): Disclosure {
  const varied = (value: unknown, n: number): unknown => JSON.parse(JSON.stringify(value).replaceAll('清河', `清${String.fromCharCode(0x4e10 + n)}河`)) as unknown
  const copies = Array.from({ length: times }, (_, n) => n)
  const { disclosure } = validateDisclosure({
    ...fixture,
    sections: copies.flatMap((n) => fixture.sections.map((section) => varied(section, n))),
    projects: copies.flatMap((n) => fixture.projects.map((project, at) => ({ ...(varied(project, n) as object), name: `第${n * 100 + at}项工程` }))),
  })
  if (!disclosure) throw new Error('the larger document is none')
  return disclosure
}

/** The model with every read of an attribute counted for the rule that runs. */
function counting(model: Model, count: () => void): Model {
  const counted = new WeakMap<Item, Item>()
  const wrap = (item: Item): Item => {
    const known = counted.get(item) ?? { ...item, get: (name: string) => { count(); return item.get(name) } }
    counted.set(item, known)
    return known
  }
  const lists = new WeakMap<readonly Item[], readonly Item[]>()
  const all = (items: readonly Item[]): readonly Item[] => {
    const known = lists.get(items) ?? items.map(wrap)
    lists.set(items, known)
    return known
  }
  return { ...model, items: (kind) => all(model.items(kind)), matches: (pattern) => all(model.matches(pattern)) }
}

function readsByRule(times: number): ReadonlyMap<string, number> {
  const disclosure = larger(times)
  let reads = 0
  const model = counting(buildModel(disclosure, loaded.vocabulary), () => (reads += 1))
  const options = { language: 'zh' as const, describe: describer(disclosure), wording: engineWording(loaded.wording), scopes: loaded.vocabulary.scopes }
  return new Map(loaded.rules.map((rule) => {
    reads = 0
    runRules([rule], model, options)
    return [rule.definition.id, reads]
  }))
}

describe('growth of the built-in rules', () => {
  it('no rule reads four times as much for twice the paragraphs and sheets', () => {
    const [small, large] = [readsByRule(2), readsByRule(4)]
    const grown = [...large].map(([id, reads]) => ({ id, reads, ratio: reads / Math.max(1, small.get(id) ?? 0) }))
    expect(grown.filter(({ reads }) => reads > 1000).length).toBeGreaterThan(20)
    expect(grown.filter(({ reads, ratio }) => reads > 2000 && ratio > 3)).toEqual([])
  })
})
