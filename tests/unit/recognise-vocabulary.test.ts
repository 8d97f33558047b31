import { describe, expect, it } from 'vitest'
import { labelKey } from '../../src/recognise/label.ts'
import { makeLexicon } from '../../src/recognise/lexicon.ts'
import { recogniseText, vocabulary } from './recognise-helpers.ts'

const lexicon = makeLexicon(vocabulary)

describe.each([...vocabulary.tables.values()])('table role $id', (role) => {
  it.each(role.examples ?? [])('is told by the title %s', (title) => {
    expect(lexicon.tableTitle(title)?.id).toBe(role.id)
  })

  it.each(role.lookalikes ?? [])('is not told by the title %s', (title) => {
    expect(lexicon.tableTitle(title)?.id).not.toBe(role.id)
  })

  it('has examples and look-alikes', () => {
    expect(role.examples?.length).toBeGreaterThan(0)
    expect(role.lookalikes?.length).toBeGreaterThan(0)
  })
})

describe.each([...vocabulary.forms.values()].filter((form) => form.titles.length > 0))('form $id', (form) => {
  it.each(form.examples ?? [])('is told by the title %s', (title) => {
    expect(lexicon.formTitle(title)?.id).toBe(form.id)
  })

  it.each(form.lookalikes ?? [])('is not told by the title %s', (title) => {
    expect(lexicon.formTitle(title)?.id).not.toBe(form.id)
  })
})

describe.each([...vocabulary.sections.values()])('section $id', (section) => {
  const names = (heading: string): boolean => section.headings.some((words) => labelKey(heading).includes(labelKey(words)))

  it.each(section.examples ?? [])('is named by %s', (heading) => {
    expect(names(heading)).toBe(true)
  })
})

describe.each([...vocabulary.documents.values()])('document kind $id', (kind) => {
  it.each(kind.examples ?? [])('is told by the cover %s', (title) => {
    expect(recogniseText(`${title}\n\n一、概述\n\n无。\n`).disclosure.kind).toBe(kind.id)
  })

  it.each(kind.lookalikes ?? [])('is not told by the cover %s', (title) => {
    expect(recogniseText(`${title}\n\n一、概述\n\n无。\n`).disclosure.kind).not.toBe(kind.id)
  })
})
