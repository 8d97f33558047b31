import type { Quantity } from '../../quantity.ts'
import type { QuantityValue } from '../../value.ts'
import { tokenShadow, type PlacedToken, type Shadow } from '../pattern/shadow.ts'
import { TOKEN_UNITS } from '../pattern/slot-types.ts'
import { quantityValue } from '../place.ts'
import type { ProseText } from '../prose-text.ts'

/** What a figure does in its sentence. Only `stated` and `result` figures can be totals, members, or what changed. */
export type Role = 'stated' | 'difference' | 'base' | 'factor' | 'result' | 'reason' | 'percent' | 'rate' | 'bound' | 'name'

/** A figure of a sentence. Offsets are those of the shadow. */
export interface Figure {
  readonly at: number
  readonly placed: PlacedToken
  readonly quantity: Quantity
  readonly value: QuantityValue
  readonly sentence: number
  /** Part of the sentence between semicolons. */
  readonly segment: number
  /** How many parentheses that hold figures it stands in. */
  readonly depth: number
  /** More measure words in brackets right after it ("12期（次）"): what it counts is counted by any of them. */
  readonly alsoIn?: readonly string[]
  /** The words before it in its clause; of a result, those before its first factor. */
  label: string
  labelFrom: number
  role: Role
}

/** A span of the shadow. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A text taken apart: figures with their labels, sentences, parentheses. */
export interface Paragraph {
  readonly text: ProseText
  readonly shadow: Shadow
  readonly figures: readonly Figure[]
  readonly sentences: readonly Span[]
  readonly segments: readonly Span[]
  /** Parentheses that hold figures. */
  readonly brackets: readonly Span[]
  /** Words that compare with an earlier year: a year they name is not the year of the figures around. Filled by movements. */
  readonly compared: Span[]
}

const isOne = (text: string, at: number, marks: string): boolean => at >= 0 && at < text.length && marks.includes(text[at] ?? '')
const SENTENCE_ENDS = '\u3002!?\n\r'
const SEGMENT_ENDS = `;${SENTENCE_ENDS}`
const CLAUSE_MARKS = `,:\u3001\t${SEGMENT_ENDS}`
const FIGURE_UNITS = new Set<number>([
  TOKEN_UNITS.money, TOKEN_UNITS['money-unit-missing'], TOKEN_UNITS.yuan, TOKEN_UNITS.count, TOKEN_UNITS.percent, TOKEN_UNITS.points, TOKEN_UNITS.number, TOKEN_UNITS.integer, TOKEN_UNITS.rate,
])

/** A bracket that holds words of one or two characters. */
const MORE_MEASURES = /^\(([\u4e00-\u9fff]{1,2}(?:[\u3001/][\u4e00-\u9fff]{1,2}){0,2})\)/u
const LONGEST_MEASURES = 10

/** Whether the shadow has a figure at `at`. */
export const isFigure = (shadow: string, at: number): boolean => FIGURE_UNITS.has(shadow.charCodeAt(at))

/** Parts of the shadow between end marks; `skipped` are stretches whose marks do not count: their first and last offset. */
function spansBetween(shadow: string, ends: string, skipped: ReadonlyMap<number, number> = new Map()): Span[] {
  const spans: Span[] = []
  let from = 0
  for (let at = 0; at < shadow.length; at++) {
    at = skipped.get(at) ?? at
    if (!isOne(shadow, at, ends)) continue
    spans.push({ from, to: at + 1 })
    from = at + 1
  }
  if (from < shadow.length) spans.push({ from, to: shadow.length })
  return spans
}

/** Pairs of parentheses: opening offset → closing offset. */
function pairsOf(shadow: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < shadow.length; at++) {
    if (shadow[at] === '(') open.push(at)
    else if (shadow[at] === ')') {
      const from = open.pop()
      if (from !== undefined) pairs.set(from, at)
    }
  }
  return pairs
}

/** Where the words before a figure begin: after a mark, another figure, or a parenthesis that holds figures. */
function labelStart(shadow: string, at: number, closing: ReadonlyMap<number, number>): number {
  let from = at
  while (from > 0) {
    const before = from - 1
    if (shadow[before] === ':' && from === at) from = before
    else if (shadow[before] === ')') {
      const open = closing.get(before)
      if (open === undefined || hasFigure(shadow, open, before)) break
      from = open
    } else if (isOne(shadow, before, CLAUSE_MARKS) || shadow[before] === '(' || FIGURE_UNITS.has(shadow.charCodeAt(before)) || shadow[before] === '=') break
    else from = before
  }
  return from
}

function hasFigure(shadow: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (FIGURE_UNITS.has(shadow.charCodeAt(at))) return true
  return false
}

/** Takes a text apart. Roles are those the token alone tells; claims refine them. */
export function paragraphOf(text: ProseText): Paragraph {
  const shadow = tokenShadow(text.tokenised)
  const units = shadow.text
  const pairs = pairsOf(units)
  // A full stop within a parenthesis ends no sentence.
  const sentences = spansBetween(units, SENTENCE_ENDS, pairs)
  const segments = spansBetween(units, SEGMENT_ENDS)
  const closing = new Map([...pairs].map(([open, close]) => [close, open]))
  const brackets = [...pairs].filter(([open, close]) => hasFigure(units, open, close)).map(([from, close]) => ({ from, to: close + 1 })).sort((a, b) => a.from - b.from)
  const figures: Figure[] = []
  for (const [at, placed] of shadow.tokenAt) {
    const value = FIGURE_UNITS.has(units.charCodeAt(at)) ? quantityValue(text, placed) : undefined
    if (!value) continue
    const labelFrom = labelStart(units, at, closing)
    const { type } = placed.token
    const alsoIn = MORE_MEASURES.exec(units.slice(at + 1, at + 1 + LONGEST_MEASURES))?.[1]?.split(/[\u3001/]/u)
    figures.push({
      ...(alsoIn !== undefined && value.quantity.unit.dimension === 'count' && { alsoIn }),
      at, placed, value, quantity: value.quantity, labelFrom, label: units.slice(labelFrom, at).replace(/:$/, ''),
      sentence: indexOf(sentences, at), segment: indexOf(segments, at),
      depth: brackets.filter((span) => span.from < at && at < span.to).length,
      role: type === 'percent' || type === 'points' ? 'percent' : type === 'rate' ? 'rate' : isInName(units, at) ? 'name' : 'stated',
    })
  }
  return { text, shadow, figures, sentences, segments, brackets, compared: [] }
}

/** Whether a figure opens a short name in quotation marks: “三个责任人”. */
const isInName = (units: string, at: number): boolean => units[at - 1] === '\u201c' && /^[^\u201d\d,;\u3001\u3002]{1,10}\u201d/u.test(units.slice(at + 1, at + 12))

const indexOf = (spans: readonly Span[], at: number): number => spans.findIndex((span) => span.from <= at && at < span.to)

/** The innermost parenthesis with figures around an offset. */
export const bracketAround = (paragraph: Paragraph, at: number): Span | undefined => paragraph.brackets.findLast((span) => span.from < at && at < span.to)

/** A span of the shadow as offsets of the normalised text. */
export function textSpan(paragraph: Paragraph, span: Span): Span {
  return { from: paragraph.shadow.starts[span.from] ?? 0, to: paragraph.shadow.ends[Math.max(span.from, span.to - 1)] ?? 0 }
}

/** The number of the sentence an offset of the shadow stands in. */
export const sentenceAt = ({ sentences }: Paragraph, at: number): number => sentences.findIndex((span) => span.from <= at && at < span.to)
