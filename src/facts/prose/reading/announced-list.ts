import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Item } from '../../item.ts'
import type { Memory } from '../../memory.ts'
import { textValue } from '../place.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { ProseContext, ProseText } from '../prose-text.ts'
import { boolean, claimItem, list, type Claim } from './claim-item.ts'
import { statedCounts } from './listed-below.ts'
import { entriesAfter, entriesBelow, LONGEST_LIST, withoutMark, type Entry } from './numbered-entries.ts'
import { paragraphOf, type Figure, type Paragraph } from './paragraph.ts'

/** The words that announce a list stand at the end of a clause that is no longer than this. */
const LONGEST_CLAUSE = 30

/**
 * Counts whose sentence ends in words that announce a list ("7 projects, as follows:"), with the items numbered from one after it or below.
 * Nothing is read where a number is missing, items are aspects or groups of what is counted, or the list may go on. Linear in the texts.
 */
export function announcedLists(texts: readonly ProseText[], { vocabulary }: ProseContext, known: ReadonlySet<string>, memory: Memory): readonly Item[] {
  const ends = wordsOf(vocabulary, 'announce-ends')
  return texts.flatMap((text, index) => {
    const line = text.tokenised.text
    if (!text.prose || known.has(text.ref.pointer) || !line.split(':').slice(0, -1).some((before) => ends.test(before.slice(-LONGEST_CLAUSE)))) return []
    return memory.keep(`announced by ${text.ref.pointer}`, announcedBy, vocabulary, text, ...texts.slice(index + 1, index + 1 + LONGEST_LIST))
  })
}

function announcedBy(vocabulary: Vocabulary, text: ProseText, ...below: readonly ProseText[]): readonly Item[] {
  const paragraph = paragraphOf(text)
  const units = paragraph.shadow.text
  const colons = [...units.matchAll(/:/gu)].map(({ index }) => index).filter((at) => wordsOf(vocabulary, 'announce-ends').test(units.slice(Math.max(0, at - LONGEST_CLAUSE), at)))
  return colons.flatMap((colon) => {
    const counts = countsOf(paragraph, colon, vocabulary)
    if (counts.length === 0 || counts.some(({ quantity }) => quantity.approximate)) return []
    const entries = colon === units.length - 1 ? entriesBelow(below) : entriesAfter(text, paragraph.shadow.ends[colon] ?? 0, below[0])
    if (entries.length < 2 || entries.some((entry) => !isOne(entry, counts, vocabulary))) return []
    const span = { from: counts[0]?.labelFrom ?? 0, to: colon + 1 }
    const names = entries.map(({ text: own, from, to }) => textValue(own, from, to))
    const item = claimItem(statedCounts(paragraph, counts).map((stated): Claim => ({ kind: 'enumeration', paragraph, span, attributes: { stated: () => stated, items: () => list(names), open: () => boolean(false) } })))
    return item ? [item] : []
  })
}

/** Counts of the sentence that announces, before the mark at `colon`, or, where it does nothing else, of the one before: those right before the announcing words, with money at most between. */
export function countsOf(paragraph: Paragraph, colon: number, vocabulary: Vocabulary): readonly Figure[] {
  const { figures, sentences, shadow } = paragraph
  const words = wordsOf(vocabulary, 'announce-words')
  const last = sentences.findIndex(({ from, to }) => from <= colon && colon <= to)
  const alone = words.covers(clauses(shadow.text.slice(sentences[last]?.from, colon)).join(''))
  const sentence = alone ? last - 1 : last
  const { from = 0, to = 0 } = sentences[sentence] ?? {}
  const end = alone ? to : colon
  const inSentence = figures.filter((figure) => figure.sentence === sentence && figure.depth === 0 && figure.at < end)
  const measures = wordsOf(vocabulary, 'announced-measures')
  const counts = inSentence.filter(({ quantity }) => quantity.unit.dimension === 'count' && measures.covers(quantity.unit.symbol))
  const at = counts.at(-1)?.at
  if (at === undefined || wordsOf(vocabulary, 'announced-in-part').test(shadow.text.slice(from, colon)) || inSentence.some((figure) => figure.at > at && figure.quantity.unit.dimension !== 'money')) return []
  const rest = clauses(shadow.text.slice(at + 1, end))
  const closes = alone || rest.length === 1 || words.covers(rest.at(-1) ?? '')
  return closes && wordsOf(vocabulary, 'announced-things').covers(rest[0] ?? '') ? counts : []
}

const clauses = (text: string): readonly string[] => text.replace(/[:\u3002]$/u, '').split(',')

/** A line that names several things after what they are together: "administrative bodies: A, B". */
const NAMES = /^[^:]*:[^,;\u3002\d]*\u3001[^,;\u3002\d]*$/u

/** Whether an entry is one of what is counted: no aspect of all of it, and no group that counts or names some of them itself. */
function isOne(entry: Entry, counts: readonly Figure[], vocabulary: Vocabulary): boolean {
  const { tokens, text } = entry.text.tokenised
  const said = withoutMark(text.slice(entry.from, entry.to)).replace(/[;\u3002]$/u, '')
  const head = said.split(/[,:;\u3002()\d]/u)[0]?.trim() ?? ''
  const symbols = counts.map(({ quantity }) => quantity.unit.symbol)
  const groups = tokens.some((token) => token.from >= entry.from && token.to <= entry.to && token.quantity !== undefined && symbols.includes(token.quantity.unit.symbol))
  return !groups && !NAMES.test(said) && !wordsOf(vocabulary, 'announced-aspects').test(head)
}
