import { hash } from '../source/hash.ts'
import type { Disclosure, Section } from './model.ts'
import { named } from './describe-indicators.ts'
import { joined } from './describe-table.ts'
import type { Description } from './describe-table.ts'
import { lazy, normalised, numbered, shortened, unnumbered } from './describe-words.ts'
import { FIELD_NAMES } from './field-names.ts'
import type { FieldName, FieldNames } from './field-names.ts'

type Tokens = readonly string[]

/** Describes pointers below /sections: headings for readers; for identity the nearest heading and the hash of the paragraph. */
export function sectionDescriber(disclosure: Disclosure, names: FieldNames): (tokens: Tokens) => Description {
  const paragraphs = new Map<Section, readonly string[]>()
  const addresses = lazy(() => sectionKeys(disclosure.sections))
  return (tokens) => {
    let siblings: readonly Section[] = disclosure.sections
    let section: Section | undefined
    const label: string[] = []
    let at = 0
    for (; at < tokens.length; at += 2) {
      const next: Section | undefined = siblings[Number(tokens[at])]
      if (!next) break
      section = next
      siblings = next.sections
      label.push(shortened(next.heading, 40))
      if (tokens[at + 1] !== 'sections') break
    }
    if (!section) return named('sections', names)
    const path = label.map((heading, index) => (index < label.length - 1 ? (PART.exec(heading)?.[0] ?? heading) : heading)).filter((heading) => heading !== '')
    const own = { label: path.length === 0 ? [names.sections] : path, address: [FIELD_NAMES.sections, addresses().get(section) ?? ''] }
    if (tokens[at + 1] !== 'paragraphs') return own
    let keys = paragraphs.get(section)
    if (!keys) paragraphs.set(section, (keys = numbered(section.paragraphs.map(({ text }) => hash(normalised(text))))))
    const key = keys[Number(tokens[at + 2])]
    return key === undefined ? own : joined(own, { label: [], address: [key] })
  }
}

const PART = /^第[一二三四五六七八九十百\d]+(部分|章|篇)/u

/** The heading of each section without its number; equal ones in document order with `#k`. */
function sectionKeys(roots: readonly Section[]): ReadonlyMap<Section, string> {
  const all: Section[] = []
  const collect = (sections: readonly Section[]): void => {
    for (const section of sections) {
      all.push(section)
      collect(section.sections)
    }
  }
  collect(roots)
  const keys = numbered(all.map(({ heading }) => unnumbered(heading)))
  return new Map(all.map((section, index) => [section, keys[index] ?? '']))
}

export const TEXT_LISTS = ['cover', 'toc', 'notes', 'captions', 'marks', 'extra', 'attachments'] as const

/** Describes pointers below the lists of loose texts: by the hash of the text. */
export function looseDescriber(disclosure: Disclosure, list: (typeof TEXT_LISTS)[number], names: FieldNames): (tokens: Tokens) => Description {
  const texts = lazy(() => textsOf(disclosure, list))
  const keys = lazy(() => numbered(texts().map((text) => (list === 'attachments' ? normalised(text) : hash(normalised(text))))))
  return ([index]) => {
    const text = index === undefined ? undefined : texts()[Number(index)]
    const own = named(list satisfies FieldName, names)
    if (text === undefined) return own
    const address = [...own.address, keys()[Number(index)] ?? '']
    return { label: list === 'attachments' ? [shortened(text)] : list === 'toc' ? [...own.label, shortened(text, 20)] : own.label, address }
  }
}

function textsOf(disclosure: Disclosure, list: (typeof TEXT_LISTS)[number]): readonly string[] {
  if (list === 'attachments') return (disclosure.attachments ?? []).map(({ label }) => label)
  if (list === 'extra') return (disclosure.extra ?? []).map(({ text, grid }) => text ?? (grid ?? []).flat().join(' '))
  return (disclosure[list] ?? []).map(({ text }) => text)
}
