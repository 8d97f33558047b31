import { numberingLevel } from '../../source/numbering.ts'
import type { Item } from '../item.ts'
import { NO_MEMORY, type Memory } from '../memory.ts'
import type { ProseContext, ProseReading, ProseText } from './prose-text.ts'
import { announcedLists } from './reading/announced-list.ts'
import { itemsListed } from './reading/items-listed.ts'
import { listedBelow } from './reading/listed-below.ts'
import { movedSums, type Moved } from './reading/moved-sums.ts'
import { Narrative } from './reading/narrative.ts'
import type { Sum } from './reading/overfull.ts'
import type { Figure, Paragraph } from './reading/paragraph.ts'
import { markParagraph, readParagraph, readSection, readShares, type PlacedParagraph, type ReadParagraph } from './reading/read-paragraph.ts'
import { settledSubjects, factOfSubject } from './reading/subjects.ts'

/** Paragraphs of the same section are looked back on at most this far for a figure a sentence refers to. */
const LOOK_BACK = 3

/** Whether a text can state anything: it has a figure or could list names. */
const mayState = (text: ProseText): boolean => text.prose && text.tokenised.tokens.some((token) => token.quantity !== undefined)

/**
 * Facts and claims that the sentences of a disclosure state, each part with its exact range in the original string.
 * Readings of a claim are ordered from the likeliest; where nothing is sure enough there is no claim. Linear in the texts.
 */
export function readProse(texts: readonly ProseText[], context: ProseContext, memory: Memory = NO_MEMORY): ProseReading {
  const { vocabulary } = context
  const reading: { -readonly [Key in keyof ProseReading]: Item[] } = { facts: [], compositions: [], equations: [], shares: [], changes: [], enumerations: [], restatements: [] }
  const read: { readonly pointer: string; readonly paragraph: Paragraph; readonly facts: ReadParagraph['facts'] }[] = []
  const section: { group: string | undefined; paragraphs: (Omit<PlacedParagraph, 'after'> & { after: number | undefined })[]; told: Narrative } = { group: undefined, paragraphs: [], told: Narrative.NONE }
  let narrative = Narrative.NONE
  let level: number | undefined
  const sums: Sum[] = []
  const known = new Map<Figure, Moved>()
  const close = (): void => {
    const placed = section.paragraphs.map(({ paragraph, before, after }) => memory.keep(`placed ${pointerOf(paragraph)}`, place, paragraph, before, after))
    const across = memory.keep(`section of ${placed[0] ? pointerOf(placed[0].paragraph) : ''}`, readSection, vocabulary, ...placed)
    sums.push(...across.sums)
    reading.compositions.push(...across.compositions)
    section.paragraphs = []
    section.told = Narrative.NONE
  }
  for (const text of texts) {
    if (!mayState(text)) {
      level = text.prose || text.field === 'heading' ? numberingLevel(text.tokenised.text) : undefined
      continue
    }
    const { pointer } = text.ref
    const marked = memory.keep(`marked ${pointer}`, markParagraph, text, vocabulary)
    const { paragraph } = marked
    const last = section.paragraphs.at(-1)
    if (last && level !== undefined) last.after = level
    if (text.group === undefined || text.group !== section.group) close()
    section.group = text.group
    const before = section.paragraphs.slice(-LOOK_BACK).reverse().map((placed) => placed.paragraph)
    section.paragraphs.push({ paragraph, before: level, after: undefined })
    section.told = memory.keep(`told in section ${pointer}`, tell, section.told, paragraph)
    level = undefined
    if (text.field === 'paragraph') narrative = memory.keep(`narrative ${pointer}`, tell, narrative, paragraph)
    const own = memory.keep(`read ${pointer}`, readParagraph, marked, context, ...before)
    for (const [figure, by] of own.moved) known.set(figure, by)
    read.push({ pointer, paragraph, facts: own.facts })
    reading.compositions.push(...own.compositions)
    reading.equations.push(...own.equations)
    reading.shares.push(...memory.keep(`shares ${pointer}`, readShares, own, text.field === 'paragraph' ? narrative : section.told, vocabulary, ...before))
    sums.push(...own.sums)
    reading.changes.push(...own.changes)
    reading.enumerations.push(...own.enumerations)
    reading.restatements.push(...own.restatements)
  }
  close()
  reading.enumerations.push(...listedBelow(texts, context, memory), ...itemsListed(texts, context, memory))
  reading.enumerations.push(...announcedLists(texts, context, new Set(reading.enumerations.map(({ ref }) => ref.pointer)), memory))
  reading.compositions.push(...movedSums(sums, known, vocabulary, memory))
  const stated = read.flatMap(({ pointer, paragraph, facts }) => facts.map((fact, at) => ({ slot: `fact ${pointer} ${String(at)}`, paragraph, fact })))
  const subjects = settledSubjects(stated.map(({ fact }) => fact))
  reading.facts.push(...stated.map(({ slot, paragraph, fact }, at) => memory.keep(slot, factOfSubject, paragraph, fact, subjects[at])))
  return reading
}

const pointerOf = ({ text }: Paragraph): string => text.ref.pointer

const tell = (before: Narrative, paragraph: Paragraph): Narrative => before.and(paragraph)

const place = (paragraph: Paragraph, before: number | undefined, after: number | undefined): PlacedParagraph => ({ paragraph, before, after })
