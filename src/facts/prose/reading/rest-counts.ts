import type { Term } from '../../quantity.ts'
import { compareValues } from '../../amounts/index.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { computed, leaf, list, missing, nameOf, wordAt, type Claim } from './claim-item.ts'
import { bare } from './label.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** A number that follows from two or more before it, with readings of which those are: the first less all others. */
interface Rest {
  readonly result: Figure
  readonly readings: readonly (readonly Figure[])[]
}

/** Whether a figure's own words open with one of a list. */
export const opens = (figure: Figure, words: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, words).find(bare(figure.label))[0]?.from === 0
const says = (figure: Figure, words: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, words).test(figure.label)
const less = (a: Figure, b: Figure): boolean => compareValues(a.quantity, b.quantity) === -1

/** What is left of a number when those done are taken off: "275 found, 264 put right, the other 11 …". */
function leftOver(result: Figure, before: readonly Figure[], vocabulary: Vocabulary): Rest | undefined {
  const [part, whole] = before
  if (!part || !whole || !opens(result, 'rest-words', vocabulary) || !says(part, 'done-words', vocabulary)) return undefined
  // Of several numbers before it, all but the first may be parts.
  const readings = before.slice(1).map((first, at) => [first, ...before.slice(0, at + 1)])
  return readings.every(([first, ...parts]) => first !== undefined && parts.every((one) => !less(first, one))) ? { result, readings } : undefined
}

/** By how much a plan was passed, or a number rose or fell: "planned 240, done 252, 12 beyond the plan". */
function apart(result: Figure, before: readonly Figure[], vocabulary: Vocabulary): Rest | undefined {
  const [to, from, other] = before
  if (!to || !from || (other && other.segment === from.segment)) return undefined
  const [lower, upper] = less(from, to) ? [from, to] : [to, from]
  const isBeyond = opens(result, 'beyond-plan', vocabulary) && says(lower, 'plan-words', vocabulary) && !says(upper, 'plan-words', vocabulary)
  const isMoved = says(from, 'moved-from', vocabulary) && (upper === to ? says(to, 'risen-to', vocabulary) && opens(result, 'risen-by', vocabulary) : says(to, 'fallen-to', vocabulary) && opens(result, 'fallen-by', vocabulary))
  const rest: Rest = { result, readings: [[upper, lower]] }
  return isBeyond || isMoved ? rest : undefined
}

/** Numbers that are what is left of another, or how far two are apart. */
export function restClaims(paragraph: Paragraph, vocabulary: Vocabulary): readonly (readonly Claim[])[] {
  return paragraph.figures.flatMap((result) => {
    if (result.quantity.unit.dimension !== 'count' || !['stated', 'difference'].includes(result.role)) return []
    const alike = paragraph.figures.filter((other) => other.sentence === result.sentence && other.depth === result.depth && other.quantity.unit.symbol === result.quantity.unit.symbol && other.quantity.unit.exponent === result.quantity.unit.exponent)
    const before = alike.filter((other) => other.at < result.at && ['stated', 'result', 'base'].includes(other.role)).reverse()
    // More of them after it may be left over too, or make up for some.
    if (alike.some((other) => other.at > result.at && other.segment === result.segment)) return []
    const rest = leftOver(result, before, vocabulary) ?? apart(result, before, vocabulary)
    return rest ? [claimsOf(paragraph, rest, vocabulary)] : []
  })
}

const claimsOf = (paragraph: Paragraph, { result, readings }: Rest, vocabulary: Vocabulary): readonly Claim[] => readings.map((figures): Claim => {
  const [first, ...others] = figures
  const values = figures.map(({ value }) => value)
  const span = { from: Math.min(...figures.map(({ labelFrom }) => labelFrom)), to: result.at + 1 }
  const term = others.reduce<Term | undefined>((left, { quantity }) => left && { op: 'minus', args: [left, leaf(quantity)] }, first && leaf(first.quantity))
  return {
    kind: 'equation', paragraph, span,
    attributes: {
      origin: () => wordAt(paragraph, span, wordsOf(vocabulary, 'gross-words').find(bare(result.label))[0]?.from === 0 ? 'gross' : 'rest'),
      name: () => nameOf(paragraph, result, span, vocabulary), result: () => result.value, terms: () => list(values),
      computed: () => (term ? computed(term, values, missing(paragraph, span)) : missing(paragraph, span)),
    },
  }
})
