import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Item } from '../../item.ts'
import type { Memory } from '../../memory.ts'
import type { Quantity, Term } from '../../quantity.ts'
import type { QuantityValue } from '../../value.ts'
import { signOf, type Movement } from './changes.ts'
import { comesTo } from './carried-on.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { boolean, claimItem, computed, leaf, list, missing, nameOf, negated, wordAt } from './claim-item.ts'
import { movesListedAfter } from './change-sums.ts'
import { stageOf } from './composition-parts.ts'
import type { Sum } from './overfull.ts'
import type { Figure, Paragraph } from './paragraph.ts'
import { yearOf } from './year-pairs.ts'

/** By how much an amount is said to have changed, against what, and what it then was before. */
export interface Moved {
  readonly paragraph: Paragraph
  /** With its sign; absent where only a rate is printed. */
  readonly by?: QuantityValue
  /** Worked out from the amount and its change, or its rate. */
  readonly before: QuantityValue
  /** The rate, where it is all that is printed. */
  readonly rate?: Figure
  readonly against: string
}

const WHOLE: Quantity = { digits: 100n, places: 0, unit: { dimension: 'percent', symbol: '%', exponent: 0 }, exact: true }

/** The change of the amount `to`; undefined where the sentence prints neither an amount nor a rate of it, or compares with the plan. */
export function movedBy(paragraph: Paragraph, movement: Movement, to: Figure, vocabulary: Vocabulary): Moved | undefined {
  const { baseline, direction, directionSpan, rateDirection, difference, percent, anchor } = movement
  const sign = signOf(direction, vocabulary)
  if (!baseline || anchor.template.take?.['from'] || sign === undefined || sign === 'mixed') return undefined
  const words = { from: baseline.from, to: directionSpan.from }
  const against = `${yearOf(paragraph, words, vocabulary) ?? paragraph.shadow.text.slice(baseline.from, baseline.to)} ${stageOf(paragraph.shadow.text.slice(words.from, words.to), vocabulary) ?? ''}`
  const was = (term: Term, figure: Figure): QuantityValue | undefined => {
    const value = computed(term, [to.value, figure.value], missing(paragraph, { from: to.at, to: figure.at + 1 }))
    return value.type === 'quantity' ? value : undefined
  }
  if (sign === '0') {
    const { text: printed, ref } = wordAt(paragraph, directionSpan)
    return { paragraph, against, before: to.value, by: { type: 'quantity', quantity: { digits: 0n, places: 0, unit: to.quantity.unit, exact: true }, printed, ...(ref && { ref }) } }
  }
  if (difference) {
    const before = was({ op: sign === '-' ? 'sum' : 'minus', args: [leaf(to.quantity), leaf(difference.quantity)] }, difference)
    return before && { paragraph, against, before, by: sign === '-' ? negated(difference.value) : difference.value }
  }
  const rateSign = rateDirection === undefined ? sign : signOf(rateDirection, vocabulary)
  if (percent?.quantity.unit.dimension !== 'percent' || percent.quantity.bound || percent.quantity.approximate || wordsOf(vocabulary, 'about-words').test(paragraph.shadow.text.slice(baseline.to, percent.at)) || (rateSign !== '+' && rateSign !== '-')) return undefined
  const before = was({ op: 'ratio', args: [leaf(to.quantity), { op: rateSign === '-' ? 'minus' : 'sum', args: [leaf(WHOLE), leaf(percent.quantity)] }] }, percent)
  return before && { paragraph, against, before, rate: percent }
}

/** What amounts are said to have changed by: against last year, against the budget … */
export type Movements = ReadonlyMap<Figure, readonly Moved[]>

/** Of lists that come to their total: the change of the total is that of all parts together, and so is what it was before, where each tells its own against the same year. */
export function movedSums(sums: readonly Sum[], moved: Movements, vocabulary: Vocabulary, memory: Memory): readonly Item[] {
  return sums.flatMap((sum, at) => (moved.get(sum.total) ?? []).flatMap((whole, which) => {
    const parts = sum.members.map((member) => moved.get(member)?.find(({ against }) => against === whole.against))
    return memory.keep(`moved sum ${String(at)}.${String(which)}`, movedSum, vocabulary, sum, whole, ...parts)
  }))
}

function movedSum(vocabulary: Vocabulary, { total, members }: Sum, whole: Moved, ...parts: readonly (Moved | undefined)[]): readonly Item[] {
  if (members.length < 2 || !comesTo([total], members) || !parts.every((part) => part !== undefined)) return []
  const changes = parts.map(({ by }) => by)
  return whole.by && changes.every((change) => change !== undefined) ? sumItem(total, whole, { total: whole.by, parts: changes, origin: 'moved' }, vocabulary) : sumItem(total, whole, { total: whole.before, parts: parts.map(({ before }) => before), origin: 'before' }, vocabulary)
}

/** Of amounts of which only a rate is printed, after it the changes of all parts: without them the amount is what it was before. */
export function ratedSums(moved: Movements, vocabulary: Vocabulary, memory: Memory): readonly Item[] {
  return [...moved].flatMap(([total, all]) => all.map((whole) => ({ total, whole }))).flatMap(({ total, whole }, at) => (whole.rate ? memory.keep(`rated sum ${String(at)}`, ratedSum, vocabulary, total, whole, whole.rate) : []))
}

function ratedSum(vocabulary: Vocabulary, total: Figure, whole: Moved, rate: Figure): readonly Item[] {
  const listed = movesListedAfter(whole.paragraph, rate, total, vocabulary)
  if (!listed || listed.open) return []
  return sumItem(total, whole, { total: whole.before, parts: [total.value, ...listed.parts.map(({ value }) => negated(value))], origin: 'before' }, vocabulary)
}

interface Compared {
  readonly total: QuantityValue
  readonly parts: readonly QuantityValue[]
  readonly origin: 'moved' | 'before'
}

function sumItem(figure: Figure, { paragraph }: Moved, { total, parts, origin }: Compared, vocabulary: Vocabulary): readonly Item[] {
  const span = { from: figure.labelFrom, to: figure.at + 1 }
  const item = claimItem([{
    kind: 'composition', paragraph, span,
    attributes: {
      total: () => total, parts: () => list(parts), origin: () => wordAt(paragraph, span, origin),
      open: () => boolean(false), broken: () => boolean(false), name: () => nameOf(paragraph, figure, span, vocabulary),
    },
  }])
  return item ? [item] : []
}
