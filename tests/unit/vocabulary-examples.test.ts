import { describe, expect, test } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { findMatches, readProse } from '../../src/facts/prose/index.ts'
import type { ProseReading } from '../../src/facts/prose/index.ts'
import type { Concept, Pattern } from '../../src/vocabulary/types.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { compilePattern, patternSources } from '../../src/facts/prose/pattern/compile.ts'
import { parseSyntax } from '../../src/facts/prose/pattern/syntax.ts'
import { proseText } from './prose-support.ts'

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))
const context = { vocabulary, entity: '示例省清河市水务局', year: 2026, stage: '预算' }

const conceptsIn = (text: string): readonly string[] => readProse([proseText(text)], context).facts.flatMap((fact) => {
  const concept = fact.get('concept')
  return concept.type === 'text' ? [concept.text] : []
})
const claimsIn = (text: string, kind: string): number => readProse([proseText(text)], context)[`${kind}s` as keyof ProseReading].length
const hitsIn = (pattern: Pattern, text: string): readonly string[] => findMatches(pattern, [{ ...proseText(text), field: pattern.fields?.[0] ?? 'paragraph' }], vocabulary).map((hit) => hit.text)
const named = <T extends { readonly id: string }>(entries: ReadonlyMap<string, T>): [string, T][] => [...entries]

describe('every pattern text of the vocabulary is accepted', () => {
  const sources = [
    ...named(vocabulary.concepts).flatMap(([id, concept]) => (concept.prose ?? []).map((source): [string, string] => [id, source])),
    ...named(vocabulary.claims).flatMap(([id, claim]) => claim.prose.map((source): [string, string] => [id, source])),
    ...named(vocabulary.patterns).flatMap(([id, pattern]) => patternSources(pattern).map((source): [string, string] => [id, source])),
  ]
  test.each(sources)('%s: %s', (_, source) => {
    expect(compilePattern(source, vocabulary)).toMatchObject({ ok: true })
  })

  test.each([...vocabulary.lists])('words of list %s', (_, list) => {
    const faults = Object.values(list).flat().map((word) => parseSyntax(word, vocabulary)).filter((parsed) => !parsed.ok)
    expect(faults).toEqual([])
  })
})

describe('concepts', () => {
  const entries = named(vocabulary.concepts).filter(([, concept]: [string, Concept]) => concept.prose)
  test.each(entries)('%s is stated by its examples, not by its look-alikes', (id, concept) => {
    expect(concept.examples?.length).toBeGreaterThan(0)
    expect(concept.lookalikes?.length).toBeGreaterThan(0)
    expect(concept.examples?.filter((text) => !conceptsIn(text).includes(id))).toEqual([])
    expect(concept.lookalikes?.filter((text) => conceptsIn(text).includes(id))).toEqual([])
  })
})

describe('claims', () => {
  test.each(named(vocabulary.claims))('%s', (_, claim) => {
    expect(claim.examples?.filter((text) => claimsIn(text, claim.kind) === 0)).toEqual([])
    expect(claim.lookalikes?.filter((text) => claimsIn(text, claim.kind) > 0)).toEqual([])
  })
})

describe('patterns', () => {
  test.each(named(vocabulary.patterns))('%s', (_, pattern) => {
    expect(pattern.examples?.length).toBeGreaterThan(0)
    expect(pattern.lookalikes?.length).toBeGreaterThan(0)
    expect(pattern.examples?.filter((text) => hitsIn(pattern, text).length === 0)).toEqual([])
    expect(pattern.lookalikes?.filter((text) => hitsIn(pattern, text).length > 0)).toEqual([])
  })
})
