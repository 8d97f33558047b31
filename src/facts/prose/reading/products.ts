import { judgeTerms, compareValues, evaluate, isPriceUnit, sameDimension, slipOf, unitOf } from '../../amounts/index.ts'
import type { Quantity, Term, Unit } from '../../quantity.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { valuesOf } from './arithmetic.ts'
import { computed, leaf, list, missing, nameOf, wordAt, type Claim } from './claim-item.ts'
import { addable, stageOf, yearOf } from './composition-parts.ts'
import { measuredAt } from './measured.ts'
import { bare, core, isVague } from './label.ts'
import { otherWholeOf } from './borne-out.ts'
import { bracketAround, type Figure, type Paragraph } from './paragraph.ts'

const READINGS = 5

/** A price said in words: "each 140 yuan", "per person and month 400 yuan". */
interface Price {
  readonly figure: Figure
  /** The price is that of a month. */
  readonly monthly: boolean
  /** The unit of what is counted, where the price prints it. */
  readonly per?: Unit
}

/** What a rate of money is per, where it is of one thing only: "2 000 yuan per square metre". */
function perUnit({ quantity: { unit } }: Figure): Unit | undefined {
  const [, per, ...more] = unit.dimension === 'rate' && isPriceUnit(unit) ? unit.symbol.split(/[/\u00b7.]/u) : []
  return per !== undefined && per !== '' && more.length === 0 ? unitOf(per) : undefined
}

const isMoney = (figure: Figure): boolean => figure.quantity.unit.dimension === 'money'
const isCount = (figure: Figure): boolean => figure.quantity.unit.dimension === 'count' || figure.quantity.unit.dimension === 'area'
const isTime = (figure: Figure): boolean => figure.quantity.unit.dimension === 'length-of-time'

/** Whether the words before a figure are all of a list. */
function says(figure: Figure, list: string, vocabulary: Vocabulary): boolean {
  const label = bare(figure.label)
  return label !== '' && wordsOf(vocabulary, list).covers(label)
}

/** What a sentence's price is of; undefined where it is of a day, an hour, a term: other factors belong to it then. */
function priceOf(figure: Figure, vocabulary: Vocabulary): Price | undefined {
  const per = perUnit(figure)
  const isWorded = isMoney(figure) && !['base', 'difference'].includes(figure.role) && wordsOf(vocabulary, 'price-words').test(figure.label)
  if ((!isWorded && !per) || figure.role === 'factor' || figure.role === 'result') return undefined
  if (wordsOf(vocabulary, 'price-other-periods').test(figure.label)) return undefined
  return { figure, monthly: wordsOf(vocabulary, 'price-monthly').test(figure.label), ...(per && { per }) }
}

/** A total after its number and price, with readings of which figures those are. */
interface Product {
  readonly result: Figure
  readonly readings: readonly (readonly Figure[])[]
  /** A price of a month with no number of months: those of a year. */
  readonly year: boolean
}

/** Figures that come one after the other to the result: each is the price, the number, the months, or a count of the same things. */
function productAt(paragraph: Paragraph, price: Price, vocabulary: Vocabulary): Product | undefined {
  const { figure } = price
  const at = paragraph.figures.indexOf(figure)
  const inSentence = (other: Figure | undefined): other is Figure => other !== undefined && other.sentence === figure.sentence && other.segment === figure.segment && other.depth === figure.depth
  const after = paragraph.figures.slice(at + 1, at + 4).filter(inSentence)
  const end = after.findIndex(isMoney)
  const result = after[end]
  if (!result || !(result.role === 'stated' || result.role === 'reason') || !says(result, 'product-words', vocabulary) || priceOf(result, vocabulary)) return undefined
  // What costs so much a unit is seldom paid for in one year.
  if (price.per && yearOf(paragraph, result) !== undefined) return undefined
  const between = after.slice(0, end)
  const months = between.filter(isTime)
  const follow = between.filter(isCount)
  if (follow.length > 1 || months.length > 1 || follow.length + months.length < between.length) return undefined
  const others = paragraph.figures.slice(0, at).filter((other) => other.sentence === figure.sentence && other.depth === figure.depth).reverse()
  const numbers = (follow.length > 0 ? follow : countsBefore(paragraph, others, figure)).filter((number) => !price.per || sameDimension(number.quantity.unit, price.per))
  if (numbers.length === 0) return undefined
  const said = paragraph.shadow.text.slice(figure.labelFrom, result.at)
  const year = price.monthly && months.length === 0
  if (year && !wordsOf(vocabulary, 'whole-year').test(said)) return undefined
  if (!price.monthly && months.length > 0) return undefined
  return { result, readings: numbers.slice(0, READINGS).map((number) => [number, figure, ...months]), year }
}

/** A total before brackets that hold its number, its price, perhaps the months, and nothing else: "130 000 yuan (65 delegates, 2 000 yuan each)". */
function bracketedAt(paragraph: Paragraph, price: Price, vocabulary: Vocabulary): Product | undefined {
  const bracket = bracketAround(paragraph, price.figure.at)
  if (!bracket) return undefined
  const inside = paragraph.figures.filter((figure) => bracket.from < figure.at && figure.at < bracket.to)
  const [number, ...others] = inside.filter(isCount)
  const months = inside.filter(isTime)
  const result = paragraph.figures.findLast((figure) => figure.at < bracket.from)
  if (!number || others.length > 0 || months.length > 1 || inside.length !== 2 + months.length || result?.at !== bracket.from - 1) return undefined
  if (!isMoney(result) || !(result.role === 'stated' || result.role === 'reason') || priceOf(result, vocabulary)) return undefined
  const first = inside[0] === number ? number : undefined
  // More than how it was reckoned (a share of it, who pays the rest) makes it another amount.
  const tail = bare(paragraph.shadow.text.slice((inside.at(-1)?.at ?? bracket.to) + 1, bracket.to - 1))
  if (tail !== '' && !wordsOf(vocabulary, 'measured-by').covers(tail)) return undefined
  const fits = !price.per || sameDimension(number.quantity.unit, price.per)
  if (!fits || (first && bare(first.label) !== '' && !says(first, 'measured-by', vocabulary) && !says(first, 'counted-by', vocabulary)) || price.monthly !== months.length > 0) return undefined
  return { result, readings: [[number, price.figure, ...months]], year: false }
}

/** Numbers right before a price, without other amounts between; where there are none, the first of the sentence before. */
function countsBefore(paragraph: Paragraph, others: readonly Figure[], price: Figure): readonly Figure[] {
  const stop = others.findIndex((other) => !isCount(other))
  const near = stop < 0 ? others : others.slice(0, stop)
  // A total stands before the counts it is made of; what is counted in other measures is something else.
  if (near.length > 0) return near.filter((other) => other.quantity.unit.symbol === near[0]?.quantity.unit.symbol)
  const head = others.length > 0 ? undefined : paragraph.figures.find((other) => other.sentence === price.sentence - 1 && other.depth === 0)
  return head && isCount(head) && price.label.includes(head.quantity.unit.symbol) ? [head] : []
}

/** Amounts, and readings, that a mean may have; where there are more nothing says of which it is. */
const MOST_WHOLES = 3
const MOST_READINGS = 5
const SHORTEST_NAME = 3
/** After a mean that is told for itself; one that rises or falls to another is told of two years. */
const MEAN_ENDS = /^(?:[,;\u3002)]|$)/u
const CLOSER = 4
/** The word for a cost that closes a name. */
const COST = /\u8d39$/u

/** The amount that one of them takes, said after the whole and the number: "receptions of 100 persons, 106 yuan a head". */
function meanAt(paragraph: Paragraph, mean: Figure, vocabulary: Vocabulary): Product | undefined {
  const measure = (isMoney(mean) || mean.quantity.unit.dimension === 'count') && mean.role === 'stated' ? wordsOf(vocabulary, 'mean-words').find(mean.label).at(-1)?.key : undefined
  // A number of each of something that it names itself is of those only.
  if (!isMoney(mean) && wordsOf(vocabulary, 'mean-words').find(bare(mean.label))[0]?.from !== 0) return undefined
  if (measure === undefined || wordsOf(vocabulary, 'price-other-periods').test(mean.label) || wordsOf(vocabulary, 'months').test(mean.label)) return undefined
  const beside = paragraph.figures.filter((other) => other.sentence === mean.sentence && other.segment === mean.segment && other.depth === mean.depth)
  const before = beside.filter((other) => other.at < mean.at)
  // What it was compared with, or is a share of, is no whole of it.
  const rest = paragraph.shadow.text.slice(mean.at + 1)
  const ends = MEAN_ENDS.test(rest) || wordsOf(vocabulary, 'mean-closers').find(rest.slice(0, CLOSER))[0]?.from === 0
  const alike = (figure: Figure): boolean => (isMoney(mean) ? isMoney(figure) : isCount(figure) && figure !== mean && addable(figure, mean, vocabulary) && !isMean(figure, vocabulary))
  const amounts = before.filter((figure) => alike(figure) && !(ends && (figure.role === 'base' || figure.role === 'difference')))
  const words = vocabulary.lists.get('count-words')?.[measure] ?? [measure]
  const counts = (figure: Figure): boolean => isCount(figure) && words.includes(figure.quantity.unit.symbol)
  const earlier = before.filter(counts).reverse()
  // Where no number stands before it, the next one may be it, if little is said of it.
  const next = beside.find((other) => other.at > mean.at)
  const numbers = earlier.length === 0 && next && counts(next) && says(next, 'measured-by', vocabulary) ? [next] : earlier
  const wholes = amounts.length > 0 || !isMoney(mean) ? amounts : [bracketed(paragraph, mean), namesake(paragraph, mean, vocabulary), ofCounted(paragraph, numbers, vocabulary), reckonedOn(paragraph, numbers, vocabulary)].find((found) => found.length > 0) ?? []
  if (wholes.length === 0 || wholes.length > MOST_WHOLES || !wholes.every((whole) => whole.role === 'stated' || whole.role === 'result')) return undefined
  // Of several amounts, each with a number of its own, it may be the mean of all.
  if (numbers.length > 1 && amounts.length > 1) return undefined
  const all = wholes.flatMap((whole) => numbers.slice(0, READINGS).map((number) => [whole, number]))
  const near = all.filter((figures) => isNear(mean, figures))
  // How many there are of each is told in whole numbers, cut off or rounded.
  if (!isMoney(mean) && near.some((figures) => isWithinOne(mean, figures))) return undefined
  const readings = near.length > 0 ? near : all.length === 1 ? all.filter((figures) => isSlipped(mean, figures)) : []
  return readings.length > 0 && readings.length <= MOST_READINGS ? { result: mean, readings: [...readings, ...otherWholeOf(paragraph, mean, readings, plain)], year: false } : undefined
}

const isMean = (figure: Figure, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'mean-words').test(figure.label)

/** Whether a mean number is less than one of its last place from what a whole and a number make, but not just that. */
function isWithinOne(mean: Figure, figures: readonly Figure[]): boolean {
  const [whole] = figures
  const { digits } = mean.quantity
  const times = (moved: bigint): Quantity | undefined => {
    const made = evaluate({ op: 'times', args: [leaf({ ...plainNumber(mean.quantity), digits: digits + moved }), ...figures.slice(1).map(({ quantity }) => leaf(plainNumber(quantity)))] })
    return 'reason' in made ? undefined : made.quantity
  }
  const [less, more] = [times(-1n), times(1n)]
  const own = whole && plainNumber(whole.quantity)
  return own !== undefined && less !== undefined && more !== undefined && compareValues(less, own) === -1 && compareValues(own, more) === -1
}

/** A count as the number that it is. */
const plainNumber = ({ digits, places, unit: { exponent } }: Quantity): Quantity => ({ digits: digits * 10n ** BigInt(exponent), places, unit: { dimension: 'number', symbol: '', exponent: 0 }, exact: true })

/** Whether a mean is what an amount and a number make but for the decimal point. */
function isSlipped(mean: Figure, [whole, number]: readonly Figure[]): boolean {
  if (!whole || !number) return false
  const made = evaluate({ op: 'times', args: [mean, number].map(plain) })
  return !('reason' in made) && (SCALES.has(slipOf(made.quantity, whole.quantity) ?? '') || isOfOtherUnit(mean, whole, number))
}

/** Whether a mean would be right in the unit of the whole: 2.62 yuan of 7.85 ten thousand yuan for 3. */
function isOfOtherUnit(mean: Figure, whole: Figure, number: Figure): boolean {
  const meant = { ...mean.quantity, unit: whole.quantity.unit }
  return meant.unit.symbol !== mean.quantity.unit.symbol && ['exact', 'explainable'].includes(judgeTerms('equal', leaf(meant), { op: 'ratio', args: [leaf(whole.quantity), plain(number)] }).verdict)
}

const SCALES: ReadonlySet<string> = new Set(['scale-10', 'scale-100', 'scale-1000', 'scale-10000'])

/** Whether a mean is at least half of what an amount and a number make, and at most twice as much: of others it is no mean. */
function isNear(mean: Figure, figures: readonly Figure[]): boolean {
  const made = evaluate({ op: 'times', args: [mean, ...figures.slice(1)].map(plain) })
  const [whole] = figures
  if (!whole || 'reason' in made) return false
  const twice = (quantity: Quantity): Quantity => ({ ...quantity, digits: quantity.digits * 2n })
  return compareValues(twice(made.quantity), whole.quantity) !== -1 && compareValues(made.quantity, twice(whole.quantity)) !== 1
}

/** Amounts of earlier sentences that bear the name of the mean ("running costs 7 …; 3 cars, running costs of each 2.33"). */
function namesake(paragraph: Paragraph, mean: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const word = wordsOf(vocabulary, 'mean-words').find(mean.label).at(-1)
  const name = core(mean.label.slice(word?.to ?? 0), vocabulary).replace(COST, '')
  const alike = (figure: Figure): boolean => figure.depth === mean.depth && isMoney(figure) && figure.role === 'stated'
  const all = name.length < SHORTEST_NAME ? [] : paragraph.figures.filter((figure) => figure.sentence < mean.sentence && alike(figure) && figure.label.includes(name))
  // What is called so and no more, rather than a part of it.
  const wordsOver = ({ label }: Figure): number => core(label, vocabulary).length
  const called = all.findLast((figure) => all.every((other) => wordsOver(figure) <= wordsOver(other)))
  if (!called) return []
  // Its budget bears the name, what came of it only says so: "running costs: budget 42, outturn 38".
  const beside = paragraph.figures.filter((figure) => figure.at > called.at && figure.segment === called.segment && alike(figure) && stageOf(figure.label, vocabulary) !== undefined && isVague(figure.label, vocabulary))
  return [called, ...beside.slice(0, 1)]
}

/** The amount right before the brackets that a mean and its number stand in: "2.40 (20 visits of 240 persons, 100 yuan a head)". */
function bracketed(paragraph: Paragraph, mean: Figure): readonly Figure[] {
  const bracket = bracketAround(paragraph, mean.at)
  const numbers = paragraph.figures.filter((figure) => bracket !== undefined && figure.at > bracket.from && figure.at < mean.at && isCount(figure))
  // Several numbers of one measure are a list: what all of them come to is not said.
  if (new Set(numbers.map(({ quantity }) => quantity.unit.symbol)).size < numbers.length) return []
  return paragraph.figures.filter((figure) => bracket !== undefined && figure.at === bracket.from - 1 && isMoney(figure))
}

/** The only amount of the sentence before, where the number opens the reckoning: "running costs 30. For 16 persons, 1.88 a head". */
function reckonedOn(paragraph: Paragraph, numbers: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] {
  const [number] = numbers
  const opens = number && numbers.length === 1 && number.depth === 0 && bare(paragraph.shadow.text.slice(paragraph.sentences[number.sentence]?.from ?? 0, number.labelFrom)) === '' && wordsOf(vocabulary, 'reckoned-by').find(number.label)[0]?.from === 0
  const amounts = paragraph.figures.filter((figure) => opens && figure.sentence === number.sentence - 1 && figure.depth === 0 && isMoney(figure) && figure.role === 'stated')
  return amounts.length === 1 ? amounts : []
}

/** The amounts of the sentence before, where it opens with the very thing that is counted here: "receptions cost 2.40. 20 receptions of 240 persons, 100 yuan a head". */
function ofCounted(paragraph: Paragraph, numbers: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] {
  const [number] = numbers
  const amounts = paragraph.figures.filter((figure) => number?.depth === 0 && figure.sentence === number.sentence - 1 && figure.depth === 0 && isMoney(figure) && figure.role === 'stated')
  const [head] = amounts
  if (!number || !head) return []
  const name = core(head.label, vocabulary).replace(COST, '')
  const from = paragraph.sentences[number.sentence]?.from ?? 0
  return name.length >= SHORTEST_NAME && paragraph.shadow.text.slice(from, number.at).includes(name) ? amounts : []
}

const YEAR: Term = { op: 'leaf', quantity: { digits: 12n, places: 0, unit: { dimension: 'number', symbol: '', exponent: 0 }, exact: true } }

const plain = (figure: Figure): Term => leaf(isTime(figure) || isCount(figure) ? { ...figure.quantity, unit: { ...figure.quantity.unit, dimension: 'count' } } : figure.quantity)

/** The number and the price of one that a text tells and nothing else, with the months they are for, as a product. */
export function priceAndNumber({ figures }: Paragraph, vocabulary: Vocabulary): { readonly figures: readonly Figure[]; readonly term: Term } | undefined {
  const price = figures.map((figure) => priceOf(figure, vocabulary)).find((one) => one !== undefined)
  const [numbers, months] = [figures.filter(isCount), figures.filter(isTime)]
  const [number] = numbers
  if (!price || !number || numbers.length > 1 || months.length > 1 || figures.length !== 2 + months.length || (!price.monthly && months.length > 0)) return undefined
  const factors = [number, price.figure, ...months]
  return { figures: factors, term: { op: 'times', args: [...factors.map(plain), ...(price.monthly && months.length === 0 ? [YEAR] : [])] } }
}

/** Amounts that are a number times a price, and what one of a number takes, in clauses beside each other without a written formula. */
export function productClaims(paragraph: Paragraph, vocabulary: Vocabulary): readonly (readonly Claim[])[] {
  const claims = (product: Product, term: (figures: readonly Figure[]) => Term, origin: string): readonly Claim[] => product.readings.map((figures): Claim => {
    const all = [product.result, ...figures]
    const span = { from: Math.min(...all.map((figure) => figure.labelFrom)), to: Math.max(...all.map((figure) => figure.at)) + 1 }
    return {
      kind: 'equation', paragraph, span,
      attributes: {
        origin: () => wordAt(paragraph, span, origin), name: () => nameOf(paragraph, product.result, span, vocabulary),
        result: () => product.result.value, terms: () => list(valuesOf(figures)),
        computed: () => computed(term(figures), valuesOf(figures), missing(paragraph, span)),
      },
    }
  })
  return paragraph.figures.flatMap((figure) => {
    const price = priceOf(figure, vocabulary)
    const reckoned = price && bracketedAt(paragraph, price, vocabulary)
    if (reckoned) return [claims(reckoned, (figures) => ({ op: 'times', args: figures.map(plain) }), 'reckoned')]
    const product = price && productAt(paragraph, price, vocabulary)
    if (product) return [claims(product, (figures) => ({ op: 'times', args: [...figures.map(plain), ...(product.year ? [YEAR] : [])] }), 'priced')]
    const measured = price && !price.monthly && !price.per ? measuredAt(paragraph, figure, vocabulary) : undefined
    if (measured) return [claims({ result: measured.result, readings: [[measured.number, figure]], year: false }, (figures) => ({ op: 'times', args: figures.map(plain) }), 'measured')]
    const mean = meanAt(paragraph, figure, vocabulary)
    return mean ? [claims(mean, (figures) => ({ op: 'ratio', args: figures.map(plain) }), 'mean')] : []
  })
}

/** Amounts that a number and a price make, with the figures that may be those. */
export const pricedFigures = (paragraph: Paragraph, vocabulary: Vocabulary): readonly { readonly result: Figure; readonly factors: readonly Figure[] }[] => paragraph.figures.flatMap((figure) => {
  const price = priceOf(figure, vocabulary)
  const product = price && (bracketedAt(paragraph, price, vocabulary) ?? productAt(paragraph, price, vocabulary))
  return product ? [{ result: product.result, factors: product.readings.flat() }] : []
})
