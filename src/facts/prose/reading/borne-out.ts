import type { Vocabulary } from '../../../vocabulary/types.ts'
import { compareValues, judgeTerms } from '../../amounts/index.ts'
import type { Quantity, Term } from '../../quantity.ts'
import type { QuantityValue } from '../../value.ts'
import { isStated } from './candidates.ts'
import type { Movement, Sign } from './changes.ts'
import { computed, leaf, missing, negated } from './claim-item.ts'
import { addable } from './composition-parts.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** A percentage with fewer figures is met by one of many amounts by chance. */
const FEWEST_DIGITS = 3
/** Nor do so many amounts say anything. */
const MOST_AMOUNTS = 60
/** How many paragraphs the amount that a percentage is of may stand in: its own and those before it. */
const NEAR = 3

/** Whether a printed percentage is just what amounts make. */
const holdsAs = (percent: Term, made: Term): boolean => ['exact', 'explainable', 'rounding'].includes(judgeTerms('equal', percent, made).verdict)

const isPrecise = ({ digits }: Quantity): boolean => String(digits < 0n ? -digits : digits).length >= FEWEST_DIGITS

const isAmount = (figure: Figure): boolean => (isStated(figure) || figure.role === 'base') && figure.quantity.digits !== 0n

/** A share of which neither amount may be what the words seem to say. */
interface Shared {
  readonly part: Figure
  readonly percent: Figure
  readonly bases: readonly Figure[]
}

/**
 * Where a percentage is not that of any of the amounts it seems to be of, the one it is of to its last figure, if there is one: then the words
 * were misread, not the percentage miscalculated.
 */
export function otherWholes(paragraphs: readonly Paragraph[], { part, percent, bases }: Shared, vocabulary: Vocabulary): readonly Figure[] {
  const holds = (base: Figure): boolean => holdsAs(leaf(percent.quantity), { op: 'ratio', args: [leaf(part.quantity), leaf(base.quantity)] })
  if (!isPrecise(percent.quantity) || bases.some(holds)) return []
  const others = paragraphs.slice(0, NEAR).flatMap(({ figures }) => figures.filter((figure) => isAmount(figure) && figure !== part && !bases.includes(figure) && addable(figure, part, vocabulary)))
  return others.length > MOST_AMOUNTS ? [] : others.filter(holds).slice(0, 1)
}

/** What a movement may have started from, and what it came to. */
interface Start {
  readonly from: Figure
  readonly to: Figure | undefined
  /** What it came to, where that is not printed. */
  readonly reached?: QuantityValue
}

/**
 * Where a rate of change is not that of the amounts a movement seems to be of: an amount of the paragraph from which the movement is that rate, to
 * what it seemed to come to or by the difference it prints.
 */
export function otherBases(paragraph: Paragraph, { anchor, difference, percent }: Movement, { from, found }: { readonly from: Figure | undefined; readonly found: readonly Figure[] }, sign: Sign | undefined): readonly Start[] {
  if (!percent || !isPrecise(percent.quantity) || (sign !== '+' && sign !== '-')) return []
  const rate = leaf(sign === '+' ? percent.quantity : negated(percent.value).quantity)
  const grows = (base: Term, { quantity }: Figure): boolean => holdsAs(rate, { op: 'growth', args: [base, leaf(quantity)] })
  const isOf = (base: Figure): boolean => difference !== undefined && holdsAs(leaf(percent.quantity), { op: 'ratio', args: [leaf(difference.quantity), leaf(base.quantity)] })
  const before = ({ quantity }: Figure): Term[] => (from ? [leaf(from.quantity)] : difference ? [{ op: sign === '+' ? 'minus' : 'sum', args: [leaf(quantity), leaf(difference.quantity)] }] : [])
  if ((from && isOf(from)) || found.some((to) => before(to).some((base) => grows(base, to)))) return []
  const known = from ? [from] : []
  const like = (difference ?? found[0])?.quantity.unit
  const others = paragraph.figures.filter((figure) => isAmount(figure) && ![...known, ...found].some((other) => compareValues(other.quantity, figure.quantity) === 0) && figure.quantity.unit.dimension === like?.dimension && (like.dimension !== 'count' || like.symbol === figure.quantity.unit.symbol))
  if (others.length > MOST_AMOUNTS) return []
  for (const base of others) {
    const to = found.find((figure) => grows(leaf(base.quantity), figure))
    if (to) return [{ from: base, to }]
    const reached = difference && isOf(base) ? computed({ op: sign === '+' ? 'sum' : 'minus', args: [leaf(base.quantity), leaf(difference.quantity)] }, [base.value, difference.value], missing(paragraph, anchor)) : undefined
    if (reached?.type === 'quantity') return [{ from: base, to: undefined, reached }]
  }
  return []
}
