import { numberingLevel } from '../../source/numbering.ts'
import type { Concept, Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import { NO_MEMORY, type Memory } from '../memory.ts'
import { once, onceForEach } from '../once.ts'
import type { ProseContext, ProseReading, ProseText } from './prose-text.ts'
import { announcedLists } from './reading/announced-list.ts'
import { mayStateFacts, statedFacts, type StatedFact } from './reading/facts.ts'
import { itemsListed } from './reading/items-listed.ts'
import { listedBelow } from './reading/listed-below.ts'
import { movedSums, ratedSums, type Moved, type Movements } from './reading/moved-sums.ts'
import { Narrative } from './reading/narrative.ts'
import type { Figure, Paragraph } from './reading/paragraph.ts'
import { markParagraph, readParagraph, readSection, readShares, type Marked, type PlacedParagraph, type ReadParagraph } from './reading/read-paragraph.ts'
import { settledSubjects, factOfSubject } from './reading/subjects.ts'

/** Paragraphs of the same section are looked back on at most this far for a figure a sentence refers to. */
const LOOK_BACK = 3

/** Whether a text can state anything: it has a figure or could list names. */
const mayState = (text: ProseText): boolean => text.prose && text.tokenised.tokens.some((token) => token.quantity !== undefined)

/** A paragraph that may state something, and where it is told. */
interface Told {
  readonly read: ReadParagraph
  /** Paragraphs before it in its section, nearest first. */
  readonly before: readonly Paragraph[]
  /** What was told up to it, where shares look for their bases. */
  readonly told: Narrative
  /** The level of a numbered line right before it that states nothing. */
  readonly level: number | undefined
}

/** Paragraphs of one group, in order, each with the level of a numbered line right after it that states nothing. */
type Section = { readonly told: Told; after: number | undefined }[]

/**
 * Facts and claims that the sentences of a disclosure state, each part with its exact range in the original string; each kind is read when it
 * is first asked for. Readings of a claim are ordered from the likeliest; where nothing is sure enough there is no claim. Linear in the texts.
 */
export function readProse(texts: readonly ProseText[], context: ProseContext, memory: Memory = NO_MEMORY): ProseReading {
  const { vocabulary } = context
  const marked = onceForEach((text: ProseText): Marked => memory.keep(`marked ${text.ref.pointer}`, markParagraph, text, vocabulary))
  const statedIn = (text: ProseText, by: ProseContext, concepts: Iterable<Concept> = by.vocabulary.concepts.values()): readonly StatedFact[] => statedFacts(text, () => marked(text), concepts, by)
  const factsOf = onceForEach((text: ProseText) => memory.keep(`facts of ${text.ref.pointer}`, (own: ProseText, by: ProseContext) => statedIn(own, by), text, context))
  const stating = once(() => texts.filter((text) => mayStateFacts(text) && mayState(text)))
  const sections = once(() => sectionsOf(texts, context, { marked, factsOf, memory }))
  const told = once(() => sections().flatMap((section) => section.map((one) => one.told)))
  const across = once(() => sections().map((section) => acrossSection(section, vocabulary, memory)))
  const moved = once(() => grouped(told().flatMap(({ read }) => read.moved())))
  const kinds = {
    facts: once(() => settledFacts(stating(), { marked, factsOf, memory })),
    factsAbout: () => (concepts: readonly Concept[]) => settledFacts(stating(), { marked, factsOf: (text) => statedIn(text, context, concepts), memory: NO_MEMORY }),
    compositions: once(() => {
      const sums = sections().flatMap((section, at) => [...section.flatMap(({ told: { read } }) => read.sums()), ...(across()[at]?.sums ?? [])])
      const stated = sections().flatMap((section, at) => [...section.flatMap(({ told: { read } }) => read.compositions()), ...(across()[at]?.compositions ?? [])])
      return [...stated, ...movedSums(sums, moved(), vocabulary, memory), ...ratedSums(moved(), vocabulary, memory)]
    }),
    equations: once(() => told().flatMap(({ read }) => read.equations())),
    shares: once(() => told().flatMap(({ read, told: narrative, before }) => memory.keep(`shares ${pointerOf(read.marked.paragraph)}`, readShares, read, narrative, vocabulary, ...before))),
    changes: once(() => told().flatMap(({ read }) => read.changes())),
    enumerations: once(() => {
      const listed = [...told().flatMap(({ read }) => read.enumerations()), ...listedBelow(texts, context, memory), ...itemsListed(texts, context, memory)]
      return [...listed, ...announcedLists(texts, context, new Set(listed.map(({ ref }) => ref.pointer)), memory)]
    }),
    restatements: once(() => told().flatMap(({ read }) => read.restatements())),
  }
  return lazily(kinds)
}

/** An object whose properties are made when they are first read. */
function lazily<Made extends object>(makers: { readonly [Key in keyof Made]: () => Made[Key] }): Made {
  return Object.defineProperties({}, Object.fromEntries(Object.entries<() => unknown>(makers).map(([key, get]) => [key, { get, enumerable: true }]))) as Made
}

interface Reading {
  readonly marked: (text: ProseText) => Marked
  readonly factsOf: (text: ProseText) => readonly StatedFact[]
  readonly memory: Memory
}

/** The paragraphs that may state something, by the groups they stand in. */
function sectionsOf(texts: readonly ProseText[], context: ProseContext, { marked, factsOf, memory }: Reading): readonly Section[] {
  const sections: Section[] = []
  let section: Section = []
  let group: string | undefined
  let inSection = Narrative.NONE
  let narrative = Narrative.NONE
  let level: number | undefined
  for (const text of texts) {
    if (!mayState(text)) {
      level = text.prose || text.field === 'heading' ? numberingLevel(text.tokenised.text) : undefined
      continue
    }
    const { pointer } = text.ref
    const own = marked(text)
    const last = section.at(-1)
    if (last && level !== undefined) last.after = level
    if (text.group === undefined || text.group !== group) {
      section = []
      sections.push(section)
      inSection = Narrative.NONE
    }
    group = text.group
    const before = section.slice(-LOOK_BACK).reverse().map(({ told }) => told.read.marked.paragraph)
    inSection = memory.keep(`told in section ${pointer}`, tell, inSection, own.paragraph)
    if (text.field === 'paragraph') narrative = memory.keep(`narrative ${pointer}`, tell, narrative, own.paragraph)
    const read = memory.keep(`read ${pointer}`, readParagraph, own, factsOf(text), context, ...before)
    section.push({ told: { read, before, told: text.field === 'paragraph' ? narrative : inSection, level }, after: undefined })
    level = undefined
  }
  return sections
}

/** What only the paragraphs of a section together state. */
function acrossSection(section: Section, vocabulary: Vocabulary, memory: Memory): ReturnType<typeof readSection> {
  const placed = section.map(({ told: { read: { marked: { paragraph } }, level }, after }) => memory.keep(`placed ${pointerOf(paragraph)}`, place, paragraph, level, after))
  return memory.keep(`section of ${placed[0] ? pointerOf(placed[0].paragraph) : ''}`, readSection, vocabulary, ...placed)
}

/** The facts of texts as items, their subjects named alike throughout. */
function settledFacts(texts: readonly ProseText[], { marked, factsOf, memory }: Reading): readonly Item[] {
  const stated = texts.flatMap((text) => factsOf(text).map((fact, at) => ({ slot: `fact ${text.ref.pointer} ${String(at)}`, text, fact })))
  const subjects = settledSubjects(stated.map(({ fact }) => fact))
  return stated.map(({ slot, text, fact }, at) => memory.keep(slot, factOfSubject, marked(text).paragraph, fact, subjects[at]))
}

function grouped(all: readonly (readonly [Figure, Moved])[]): Movements {
  const byFigure = new Map<Figure, Moved[]>()
  for (const [figure, moved] of all) byFigure.set(figure, [...(byFigure.get(figure) ?? []), moved])
  return byFigure
}

const pointerOf = ({ text }: Paragraph): string => text.ref.pointer

const tell = (before: Narrative, paragraph: Paragraph): Narrative => before.and(paragraph)

const place = (paragraph: Paragraph, before: number | undefined, after: number | undefined): PlacedParagraph => ({ paragraph, before, after })
