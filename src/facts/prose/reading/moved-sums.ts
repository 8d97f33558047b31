import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Item } from '../../item.ts'
import type { Memory } from '../../memory.ts'
import type { QuantityValue } from '../../value.ts'
import { signOf, type Movement } from './changes.ts'
import { comesTo } from './carried-on.ts'
import { boolean, claimItem, list, nameOf, negated, wordAt } from './claim-item.ts'
import { stageOf } from './composition-parts.ts'
import type { Sum } from './overfull.ts'
import type { Figure, Paragraph } from './paragraph.ts'
import { yearOf } from './year-pairs.ts'

/** By how much an amount is said to have changed, with its sign, and against what. */
export interface Moved {
  readonly paragraph: Paragraph
  readonly by: QuantityValue
  readonly against: string
}

/** The change of the amount `to`; undefined where the sentence prints no amount of it, or compares with the plan. */
export function movedBy(paragraph: Paragraph, movement: Movement, to: Figure, vocabulary: Vocabulary): Moved | undefined {
  const { baseline, directionSpan, difference, anchor } = movement
  const sign = signOf(movement.direction, vocabulary)
  if (!baseline || anchor.template.take?.['from'] || sign === undefined || sign === 'mixed') return undefined
  const words = { from: baseline.from, to: directionSpan.from }
  const text = paragraph.shadow.text.slice(words.from, words.to)
  const against = `${yearOf(paragraph, words, vocabulary) ?? paragraph.shadow.text.slice(baseline.from, baseline.to)} ${stageOf(text, vocabulary) ?? ''}`
  if (sign === '0') {
    const { text: printed, ref } = wordAt(paragraph, directionSpan)
    return { paragraph, against, by: { type: 'quantity', quantity: { digits: 0n, places: 0, unit: to.quantity.unit, exact: true }, printed, ...(ref && { ref }) } }
  }
  return difference && { paragraph, against, by: sign === '-' ? negated(difference.value) : difference.value }
}

/** Of lists that hold all parts of their total: the change of the total is that of all parts together, where each tells its own against the same year. */
export function movedSums(sums: readonly Sum[], moved: ReadonlyMap<Figure, Moved>, vocabulary: Vocabulary, memory: Memory): readonly Item[] {
  return sums.flatMap((sum, at) => {
    const whole = moved.get(sum.total)
    return whole && !sum.open ? memory.keep(`moved sum ${String(at)}`, movedSum, vocabulary, sum, whole, ...sum.members.map((member) => moved.get(member))) : []
  })
}

function movedSum(vocabulary: Vocabulary, { total, members }: Sum, whole: Moved, ...parts: readonly (Moved | undefined)[]): readonly Item[] {
  if (members.length < 2 || !comesTo([total], members) || !parts.every((part): part is Moved => part?.against === whole.against)) return []
  const { paragraph } = whole
  const span = { from: total.labelFrom, to: total.at + 1 }
  const item = claimItem([{
    kind: 'composition', paragraph, span,
    attributes: {
      total: () => whole.by, parts: () => list(parts.map(({ by }) => by)), origin: () => wordAt(paragraph, span, 'moved'),
      open: () => boolean(false), broken: () => boolean(false), name: () => nameOf(paragraph, total, span, vocabulary),
    },
  }])
  return item ? [item] : []
}
