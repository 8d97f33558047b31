import type { Disclosure, Section, TextBlock } from '../../disclosure/model.ts'
import { withoutNumber } from '../../source/numbering.ts'
import type { SectionRole, Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import type { Memory } from '../memory.ts'
import { makeItem } from '../make-item.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import { labelKey, plainKey } from '../tables/labels.ts'
import { tokenise } from '../tokens/index.ts'
import type { Value } from '../value.ts'
import { absentValue, numberValue, optionalText, textValue } from '../values.ts'
import type { Ground } from './workspace.ts'

/** A section with where it stands: outermost headings first. */
export interface PlacedSection {
  readonly section: Section
  readonly pointer: string
  readonly headings: readonly string[]
  /** Its role in the vocabulary, or that of the nearest section around it. */
  readonly role: string | undefined
  readonly ground: Ground
}

/** All sections of a disclosure, each before those inside it. */
export function placedSections(sections: readonly Section[], ground: Ground, memory: Memory): readonly PlacedSection[] {
  const roles = memory.keep('section roles', sectionRoles, ground.vocabulary)
  const walk = (list: readonly Section[], pointer: string, headings: readonly string[], outer: string | undefined): PlacedSection[] =>
    list.flatMap((section, index) => {
      const own = `${pointer}/${String(index)}`
      const role = memory.keep(`role ${own}`, roles, section.heading) ?? outer
      const path = memory.list(`headings ${own}`, [...headings, section.heading])
      return [memory.keep(`section ${own}`, placedSection, section, own, path, role, ground), ...walk(section.sections, `${own}/sections`, path, role)]
    })
  return memory.list('sections', walk(sections, '/sections', [], undefined))
}

function placedSection(section: Section, pointer: string, headings: readonly string[], role: string | undefined, ground: Ground): PlacedSection {
  return { section, pointer, headings, role, ground }
}

/** The role whose heading the printed one is or, without list number, year and unit name, contains: the longest wins. */
export function sectionRoles(vocabulary: Vocabulary): (heading: string) => string | undefined {
  const known = [...vocabulary.sections.values()].flatMap((role: SectionRole) => role.headings.map((heading) => [plainKey(labelKey(heading)), role.id] as const))
  const sorted = known.filter(([key]) => key !== '').toSorted((a, b) => b[0].length - a[0].length)
  return (heading) => {
    const key = plainKey(labelKey(heading))
    return (sorted.find(([own]) => own === key) ?? sorted.find(([own]) => key.includes(own)))?.[1]
  }
}

/** The item of a section; `text` is all the text directly in it. */
export function sectionItem({ section, pointer, role, ground: { document } }: PlacedSection): Item {
  const heading = { pointer: `${pointer}/heading` }
  return makeItem({
    kind: 'section',
    ref: heading,
    text: section.heading,
    standing: { document, pointer: heading.pointer, label: section.heading, section: section.heading },
    attributes: {
      heading: () => optionalText(section.heading, heading, pointer),
      role: () => (role === undefined ? absentValue('missing-value', heading.pointer) : textValue(role, heading)),
      number: () => listNumber(section.heading, heading.pointer),
      text: () => optionalText(section.paragraphs.map((paragraph) => paragraph.text).join('\n'), heading, pointer),
    },
  })
}

/** Items of kind `paragraph`, of one section. */
export function paragraphItems({ section, pointer, role, ground: { document } }: PlacedSection): Item[] {
  return section.paragraphs.map((paragraph, index) => {
    const ref = { pointer: `${pointer}/paragraphs/${String(index)}/text` }
    return makeItem({
      kind: 'paragraph',
      ref,
      text: paragraph.text,
      reading: paragraph.reading,
      standing: { document, pointer: ref.pointer, label: section.heading, section: section.heading },
      attributes: {
        text: () => optionalText(paragraph.text, ref, pointer, paragraph.reading),
        number: () => listNumber(paragraph.text, ref.pointer),
        role: () => (role === undefined ? absentValue('missing-value', ref.pointer) : textValue(role, ref)),
      },
    })
  })
}

/** The list number a text opens with, with its range; absent without one. */
export function listNumber(text: string, pointer: string): Value {
  const token = tokenise(text).tokens.find((found) => found.type === 'list-number')
  if (!token || text.slice(0, token.from).trim() !== '') return absentValue('missing-value', pointer)
  return textValue(text.slice(token.from, token.to), { pointer, from: token.from, to: token.to })
}

/** Items for plain blocks of text: captions (figures), marks, tasks. */
export function blockItems(kind: 'figure' | 'mark' | 'task', blocks: readonly TextBlock[], pointer: string, { document }: Ground): Item[] {
  return blocks.map((block, index) => {
    const ref = { pointer: `${pointer}/${String(index)}/text` }
    return makeItem({
      kind, ref, text: block.text, reading: block.reading,
      standing: { document, pointer: ref.pointer, label: block.text },
      attributes: {
        text: () => optionalText(block.text, ref, ref.pointer, block.reading),
        number: () => listNumber(block.text, ref.pointer),
      },
    })
  })
}

/** Items for the entries of the table of contents. */
export function entryItems(toc: Disclosure['toc'], { document, vocabulary }: Ground): Item[] {
  return (toc ?? []).map((entry, index) => {
    const pointer = `/toc/${String(index)}`
    const ref = { pointer: `${pointer}/text` }
    const page = Number(entry.page)
    return makeItem({
      kind: 'entry', ref, text: entry.text, reading: entry.reading,
      standing: { document, pointer: pointer, label: entry.text },
      attributes: {
        text: () => optionalText(entry.text, ref, pointer, entry.reading),
        topic: () => optionalText(wordsOf(vocabulary, 'entry-fillers').strip(labelKey(withoutNumber(entry.text))), ref, pointer, entry.reading),
        number: () => listNumber(entry.text, ref.pointer),
        page: () => (Number.isInteger(page) && entry.page?.trim() !== '' && entry.page !== undefined ? numberValue(page, { pointer: `${pointer}/page` }) : optionalText(entry.page, { pointer: `${pointer}/page` }, pointer)),
      },
    })
  })
}

/** Items for the attachments a disclosure has. */
export function attachmentItems(attachments: Disclosure['attachments'], { document }: Ground): Item[] {
  return (attachments ?? []).map((attachment, index) => {
    const pointer = `/attachments/${String(index)}`
    const label = { pointer: `${pointer}/label` }
    const digits = /\d+/u.exec(attachment.label)
    return makeItem({
      kind: 'attachment', ref: label, text: attachment.label,
      standing: { document, pointer: pointer, label: attachment.label },
      attributes: {
        text: () => optionalText(attachment.title ?? attachment.label, attachment.title === undefined ? label : { pointer: `${pointer}/title` }, pointer),
        number: () => (digits ? textValue(digits[0], { ...label, from: digits.index, to: digits.index + digits[0].length }) : absentValue('missing-value', label.pointer)),
      },
    })
  })
}
