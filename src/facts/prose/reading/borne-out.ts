import type { Vocabulary } from '../../../vocabulary/types.ts'
import { compareValues, judgeTerms, tellingFigures } from '../../amounts/index.ts'
import type { Quantity, Term } from '../../quantity.ts'
import type { QuantityValue } from '../../value.ts'
import { isStated } from './candidates.ts'
import type { Movement, Sign } from './changes.ts'
import { computed, leaf, missing, negated } from './claim-item.ts'
import { addable } from './composition-parts.ts'
import { bare } from './label.ts'
import { sentenceAt, type Figure, type Paragraph } from './paragraph.ts'

/** A percentage with fewer figures is met by one of many amounts by chance, and many are met by an amount with fewer. */
const FEWEST_DIGITS = 3
/** Nor do so many amounts say anything. */
const MOST_AMOUNTS = 24
/** How many paragraphs the amount that a percentage is of may stand in: its own and those before it. */
const NEAR = 3

/** Whether a printed percentage is just what amounts make. */
const holdsAs = (percent: Term, made: Term): boolean => ['exact', 'explainable', 'rounding'].includes(judgeTerms('equal', percent, made).verdict)

const isPrecise = (quantity: Quantity): boolean => tellingFigures(quantity) >= FEWEST_DIGITS

const isAmount = (figure: Figure): boolean => isStated(figure) || figure.role === 'base'

/** A share of which neither amount may be what the words seem to say. */
interface Shared {
  readonly part: Figure
  readonly percent: Figure
  readonly bases: readonly Figure[]
  /** What the whole is called, where one of the amounts is called so. */
  readonly name: string | undefined
}

/**
 * Where a percentage is not that of any of the amounts it seems to be of, the one it is of to its last figure, if there is one: then the words
 * were misread, not the percentage miscalculated.
 */
export function otherWholes(paragraphs: readonly Paragraph[], { part, percent, bases, name }: Shared, vocabulary: Vocabulary): readonly Figure[] {
  const holds = (base: Figure): boolean => holdsAs(leaf(percent.quantity), { op: 'ratio', args: [leaf(part.quantity), leaf(base.quantity)] })
  if (!isPrecise(percent.quantity) || bases.some(holds)) return []
  // One of the two may be a round sum.
  const isTelling = (figure: Figure): boolean => isAmount(figure) && [part, figure].some(({ quantity }) => isPrecise(quantity))
  const others = paragraphs.slice(0, NEAR).flatMap(({ figures }) => figures.filter((figure) => isTelling(figure) && figure !== part && !bases.includes(figure) && addable(figure, part, vocabulary) && (name === undefined || bare(figure.label).includes(name))))
  return others.length > MOST_AMOUNTS ? [] : others.filter(holds).slice(0, 1)
}

/**
 * Where a mean is not that of the amounts that seem to be its whole, the reading with the amount of the paragraph that it is the mean of to its last
 * figure, if there is one. `plain` is how a figure counts in the division.
 */
export function otherWholeOf({ figures }: Paragraph, mean: Figure, readings: readonly (readonly Figure[])[], plain: (figure: Figure) => Term): readonly (readonly Figure[])[] {
  const holds = (all: readonly Figure[]): boolean => holdsAs(leaf(mean.quantity), { op: 'ratio', args: all.map(plain) })
  if (mean.quantity.unit.dimension !== 'money' || !isPrecise(mean.quantity) || readings.some(holds)) return []
  const wholes = figures.filter((figure) => figure.quantity.unit.dimension === 'money' && isStated(figure) && figure.at < mean.at && isPrecise(figure.quantity))
  const numbers = new Set(readings.flatMap(([, number]) => number ?? []))
  return wholes.length > MOST_AMOUNTS ? [] : [...numbers].flatMap((number) => wholes.map((whole) => [whole, number])).filter(holds).slice(0, 1)
}

/** What a movement may have started from, and what it came to. */
interface Start {
  readonly from: Figure
  readonly to: Figure | undefined
  /** What it came to, where that is not printed. */
  readonly reached?: QuantityValue
}

interface Moved {
  readonly movement: Movement
  /** What the words seem to say it started from and came to. */
  readonly from: Figure | undefined
  readonly found: readonly Figure[]
  readonly sign: Sign | undefined
}

/**
 * Where a movement is not that between the amounts its words seem to name: two amounts of the paragraphs that it is between to the last figure, or one
 * that it is this rate of. Then the words were misread. What is a slip of those who write, a rate of the new amount, stays one.
 */
export function otherBases(paragraphs: readonly Paragraph[], { movement: { anchor, difference, percent }, from, found, sign }: Moved): readonly Start[] {
  const [paragraph] = paragraphs
  const precise = [difference, percent].some((figure) => figure && isPrecise(figure.quantity))
  if (!paragraph || !precise || (sign !== '+' && sign !== '-')) return []
  const signed = (figure: Figure): Term => leaf(sign === '+' ? figure.quantity : negated(figure.value).quantity)
  const grows = (base: Term, to: Term): boolean => !percent || holdsAs(signed(percent), { op: 'growth', args: [base, to] })
  const isBetween = (base: Term, to: Term): boolean => grows(base, to) && (!difference || holdsAs(signed(difference), { op: 'minus', args: [to, base] }))
  const before = (to: Term): Term[] => (from ? [leaf(from.quantity)] : difference ? [{ op: sign === '+' ? 'minus' : 'sum', args: [to, leaf(difference.quantity)] }] : [])
  if (found.some(({ quantity }) => before(leaf(quantity)).some((base) => isBetween(base, leaf(quantity))))) return []
  const like = (difference ?? found[0])?.quantity.unit
  const sentence = sentenceAt(paragraph, anchor.from)
  // A rate alone is soon met by two of many amounts.
  const near = difference ? paragraphs.slice(0, NEAR).flatMap(({ figures }) => figures) : paragraph.figures.filter((figure) => figure.sentence === sentence)
  const amounts = near.filter((figure) => isAmount(figure) && isPrecise(figure.quantity) && figure.quantity.unit.dimension === like?.dimension && (like.dimension !== 'count' || like.symbol === figure.quantity.unit.symbol))
  if (amounts.length > MOST_AMOUNTS) return []
  // The same two the other way round: the direction is the slip.
  const turns = (base: Figure, to: Figure): boolean => found.includes(base) && (from === undefined ? found.includes(to) : compareValues(to.quantity, from.quantity) === 0)
  const pair = amounts.flatMap((base) => amounts.filter((to) => to !== base && !turns(base, to) && isBetween(leaf(base.quantity), leaf(to.quantity))).map((to): Start => ({ from: base, to })))[0]
  if (pair) return [pair]
  const isOf = (base: Figure): boolean => difference !== undefined && percent !== undefined && isPrecise(percent.quantity) && holdsAs(leaf(percent.quantity), { op: 'ratio', args: [leaf(difference.quantity), leaf(base.quantity)] })
  if (!difference || (from && isOf(from))) return []
  const isKnown = (figure: Figure): boolean => [...(from ? [from] : []), ...found].some((other) => compareValues(other.quantity, figure.quantity) === 0)
  // From it to what the words name, but the other way: the direction is the slip.
  const opposite = (figure: Figure): boolean => found.some(({ quantity }) => holdsAs(leaf(quantity), { op: sign === '+' ? 'minus' : 'sum', args: [leaf(figure.quantity), leaf(difference.quantity)] }))
  const base = amounts.find((figure) => !isKnown(figure) && isOf(figure))
  if (base && opposite(base)) return []
  const reached = base && computed({ op: sign === '+' ? 'sum' : 'minus', args: [leaf(base.quantity), leaf(difference.quantity)] }, [base.value, difference.value], missing(paragraph, anchor))
  return base && reached?.type === 'quantity' ? [{ from: base, to: undefined, reached }] : []
}
