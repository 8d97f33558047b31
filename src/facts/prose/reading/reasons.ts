import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { core } from './label.ts'
import type { Paragraph, Span } from './paragraph.ts'

/** The clause that explains a movement. */
export interface Reason {
  readonly span: Span
  /** Canonical direction of the causes it names; of several different ones the mixed word. Undefined: it names none. */
  readonly direction?: string
  readonly directionSpan?: Span
}

/** How far after a movement its reason may begin: another clause or the next sentence, not beyond. */
const REACH = 12
const SHORTEST_NAME = 3

/**
 * The reason a later sentence of the paragraph gives for what moved, naming it again. It says nothing of the direction: the
 * sentence may speak of more than this movement.
 */
export function reasonNaming(paragraph: Paragraph, subject: string, after: number, vocabulary: Vocabulary): Reason | undefined {
  const words = core(subject, vocabulary)
  if (words.length < SHORTEST_NAME) return undefined
  const sentence = paragraph.sentences.find((span) => {
    const text = paragraph.shadow.text.slice(span.from, span.to)
    const opener = span.from >= after ? wordsOf(vocabulary, 'reason-words').find(text)[0] : undefined
    return opener !== undefined && core(text.slice(0, opener.from), vocabulary).includes(words)
  })
  return sentence && { span: sentence }
}

/**
 * The reason that movement shares with others: at the end of its sentence, after them, or in a later sentence that opens
 * with the reason of what changed. It says nothing of the direction.
 */
export function reasonShared(paragraph: Paragraph, at: number, vocabulary: Vocabulary): Reason | undefined {
  const text = paragraph.shadow.text
  const words = wordsOf(vocabulary, 'reason-words')
  const place = paragraph.sentences.findIndex((span) => span.to >= at)
  const home = paragraph.sentences[place]
  // What a whole is made of has the reason of the whole right after it, and the whole the reasons of its parts.
  const opensList = (span: Span | undefined): boolean => span !== undefined && wordsOf(vocabulary, 'change-list-openers').find(text.slice(span.from, span.to))[0]?.from === 0
  const sentence = paragraph.sentences.find((span, index) => {
    if (span.to <= at) return false
    // A list's next item after a semicolon has a reason of its own.
    const own = span.from < at
    const piece = text.slice(own ? at : span.from, span.to)
    const opener = words.find(own ? piece.split(';')[0] ?? '' : piece)[0]
    return opener !== undefined && (own || (index === place + 1 && (opensList(home) || opensList(span))) || opener.from === 0 || wordsOf(vocabulary, 'change-naming').covers(piece.slice(0, opener.from)))
  })
  return sentence && { span: { from: Math.max(sentence.from, at), to: sentence.to } }
}

/** The reason given right after offset `at`, up to the end of its sentence; undefined when none follows. */
export function reasonAfter(paragraph: Paragraph, at: number, vocabulary: Vocabulary): Reason | undefined {
  const text = paragraph.shadow.text
  const opening = wordsOf(vocabulary, 'reason-openers').find(text.slice(at, at + REACH))[0]
  if (!opening) return undefined
  const from = at + opening.to
  const end = paragraph.sentences.find((span) => span.from <= from && from < span.to)?.to ?? text.length
  const words = text.slice(from, end).replace(/^[:,\s]+/u, '').replace(/[\u3002;,\s]+$/u, '')
  const start = text.indexOf(words, from)
  const span = { from: start, to: start + words.length }
  // What happened the year before moves the figure the other way.
  const earlier = wordsOf(vocabulary, 'reason-earlier').test(words)
  // After several movements a sentence of its own explains the whole, or any of them.
  const own = paragraph.sentences.find((span) => span.from <= at - 1 && at - 1 < span.to)
  const ofMany = own !== undefined && own.to <= from && text.slice(own.from, own.to).includes(';')
  const moved = earlier || ofMany ? [] : wordsOf(vocabulary, 'reason-directions').find(words)
  if (words === '') return { span: { from: at, to: from } }
  const first = moved[0]
  if (!first) return { span }
  const mixed = Object.values(vocabulary.lists.get('direction-sign')?.['mixed'] ?? [])[0]
  // A movement the other way of anything makes it a reason with two sides.
  const isOne = !wordsOf(vocabulary, 'reason-offsets').test(words) && moved.every((word) => word.key === first.key) && wordsOf(vocabulary, 'movement-words').find(words).every((word) => word.key === first.key)
  const direction = isOne ? first.key : mixed
  return { span, directionSpan: { from: start + first.from, to: start + first.to }, ...(direction !== undefined && { direction }) }
}

/** Marks figures that only explain a movement: they stand after words of reason, up to the end of the segment or where it tells of receptions and vehicles in numbers. */
export function markReasons(paragraph: Paragraph, vocabulary: Vocabulary): void {
  const words = wordsOf(vocabulary, 'reason-words')
  for (const segment of paragraph.segments) {
    const first = words.find(paragraph.shadow.text.slice(segment.from, segment.to))[0]
    if (!first) continue
    const from = segment.from + first.to
    // What is planned or was done in numbers is told after the reason, not as one.
    const told = wordsOf(vocabulary, 'reason-ends').find(paragraph.shadow.text.slice(from, segment.to))[0]
    const to = told ? from + told.from : segment.to
    for (const figure of paragraph.figures) {
      if (figure.at >= from && figure.at < to && (figure.role === 'stated' || figure.role === 'difference')) figure.role = 'reason'
    }
  }
}
