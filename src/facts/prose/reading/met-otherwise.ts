import { tellingFigures } from '../../amounts/index.ts'
import { isStated } from './candidates.ts'
import { comesTo } from './carried-on.ts'
import { bare } from './label.ts'
import { isMet, type Sum } from './overfull.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** A total with fewer figures, noughts at its end aside, is met by one of many amounts by chance, or by some of them. */
const FEWEST_DIGITS = { one: 3, some: 4 }
/** Of so many amounts all choices are tried. */
const MOST_AMOUNTS = 10

/** Amounts among which two or more that come to just the total are looked for; all are printed in one unit. */
function choiceOf({ total, members }: Sum, amounts: readonly Figure[]): readonly Figure[] | undefined {
  if (amounts.length > MOST_AMOUNTS || !isPrecise(total, FEWEST_DIGITS.some)) return undefined
  const places = Math.max(...[total, ...amounts].map(({ quantity }) => quantity.places))
  const inLastPlaces = ({ quantity }: Figure): bigint => quantity.digits * 10n ** BigInt(places - quantity.places)
  const [wanted, values] = [inLastPlaces(total), amounts.map(inLastPlaces)]
  for (let choice = 1; choice < 1 << amounts.length; choice++) {
    const isChosen = (at: number): boolean => ((choice >> at) & 1) === 1
    if (values.reduce((sum, value, at) => (isChosen(at) ? sum + value : sum), 0n) !== wanted) continue
    const chosen = amounts.filter((_, at) => isChosen(at))
    // What the sentence told before is another way to add it up.
    if (chosen.length > 1 && chosen.some((figure) => members.includes(figure))) return chosen
  }
  return undefined
}

const isPrecise = ({ quantity }: Figure, figures: number): boolean => quantity.unit.dimension === 'money' && tellingFigures(quantity) >= figures

/**
 * Where a list that must be complete comes to none of the totals it seems to be of: the amount, called otherwise, that its members come to, or the
 * amounts of the sentence that come to its total. One that there is shows that the words were misread.
 */
export function metOtherwise(paragraphs: readonly Paragraph[], sums: readonly Sum[]): readonly Sum[] {
  const [first] = sums
  const [paragraph, above] = paragraphs
  if (!paragraph || !first || sums.some((sum) => sum.open || isMet(sum)) || first.total.quantity.unit.dimension !== 'money') return []
  const isLike = (figure: Figure): boolean => isStated(figure) && figure.quantity.unit.symbol === first.total.quantity.unit.symbol
  const others = [paragraph, above].flatMap((each) => each?.figures.filter(isLike) ?? [])
  for (const sum of sums) {
    const { total, members } = sum
    const other = others.find((figure) => figure !== total && !members.includes(figure) && isPrecise(figure, FEWEST_DIGITS.one) && bare(figure.label) !== bare(total.label) && comesTo([figure], members))
    if (other) return [{ total: other, members, open: false }]
    const sentence = members[0]?.sentence
    const beside = paragraph.figures.filter((figure) => isLike(figure) && figure.quantity.digits !== 0n && figure !== total && figure.sentence === sentence && figure.depth === members[0]?.depth)
    const chosen = choiceOf(sum, beside)
    if (chosen) return [{ total, members: chosen, open: false }]
  }
  return []
}
