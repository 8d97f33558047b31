import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { describe, expect, it } from 'vitest'
import type { Disclosure } from '../../src/disclosure/model.ts'
import type { Item, Model } from '../../src/facts/item.ts'
import { buildModel } from '../../src/facts/model.ts'
import { vocabularyWith } from '../../src/load-sources.ts'

const { vocabulary } = vocabularyWith([], builtin)
const fixtures = ['unit-budget.flawed', 'final-accounts.clean'].map((name) => JSON.parse(readFileSync(new URL(`../../fixtures/${name}.disclosure.json`, import.meta.url), 'utf8')) as Disclosure)

/** What an item says under an attribute: an item in it by its role. */
function said(item: Item, attribute: string): string | undefined {
  const value = item.get(attribute)
  const text = value.type === 'item' ? value.item.get('role') : value
  return text.type === 'text' ? text.text : undefined
}

const shown = (items: readonly Item[], attribute: string, text: string): unknown[] =>
  items.filter((item) => said(item, attribute) === text).map((item) => [item.ref, item.text, item.reading, item.readings?.length, item.kind === 'fact' ? item.get('scope') : undefined])

const CASES = [['row', 'table'], ['cell', 'table'], ['composition', 'origin'], ['composition', 'table'], ['fact', 'family'], ['fact', 'concept']] as const

describe.each(fixtures.map((disclosure) => [disclosure.entity.name, disclosure] as const))('items asked for in %s', (_, disclosure) => {
  const modelOf = (): Model => buildModel(disclosure, vocabulary)
  const whole = modelOf()

  it.each(CASES)('%s by %s: none that says so is left out, whatever was asked before', (kind, attribute) => {
    const partly = modelOf()
    const texts = [...new Set(whole.items(kind).flatMap((item) => said(item, attribute) ?? []))]
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(shown(partly.items(kind, { [attribute]: [text] }), attribute, text)).toEqual(shown(whole.items(kind), attribute, text))
    expect(partly.items(kind).length).toBe(whole.items(kind).length)
  })

  it('leave out what could say nothing of it', () => {
    expect(modelOf().items('row', { table: ['no such table'] })).toEqual([])
    expect(modelOf().items('fact', { family: ['no such family'] })).toEqual([])
  })

  it('are the very same items where all are asked for afterwards', () => {
    const partly = modelOf()
    const some = partly.items('composition', { origin: ['form'] })
    expect(partly.items('composition')).toEqual(expect.arrayContaining([...some]))
    expect(some.every((item) => partly.items('composition').includes(item))).toBe(true)
  })

  it('hits of a pattern by the field they stand in', () => {
    const partly = modelOf()
    for (const pattern of ['文号', '文中金额']) {
      const fields = [...new Set(whole.matches(pattern).flatMap((item) => said(item, 'field') ?? []))]
      for (const field of fields) expect(shown(partly.matches(pattern, { field: [field] }), 'field', field)).toEqual(shown(whole.matches(pattern), 'field', field))
      expect(partly.matches(pattern).length).toBe(whole.matches(pattern).length)
    }
  })
})
