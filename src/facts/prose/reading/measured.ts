import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { isStated } from './candidates.ts'
import { bare } from './label.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** An amount, and the number and price it is said to be reckoned from. */
interface Measured {
  readonly result: Figure
  readonly number: Figure
}

const CLAUSE = /^[^,;\u3002\n()]*/u

/** The amount before a clause that tells how it was reckoned and nothing else: "running costs 27, for 9 cars at 3 each". */
export function measuredAt(paragraph: Paragraph, price: Figure, vocabulary: Vocabulary): Measured | undefined {
  const { text } = paragraph.shadow
  const beside = paragraph.figures.filter((figure) => figure.sentence === price.sentence && figure.depth === price.depth)
  const at = beside.indexOf(price)
  const number = [beside[at - 1], beside[at + 1]].find((figure) => figure !== undefined && isCounted(figure, price, vocabulary))
  if (!number) return undefined
  const [first, last] = number.at < price.at ? [number, price] : [price, number]
  const opens = wordsOf(vocabulary, 'reckoned-by').find(first.label)[0]?.from === 0
  const apart = text.slice(first.at + 1, last.labelFrom)
  const tail = bare(CLAUSE.exec(text.slice(last.at + 1))?.[0] ?? '')
  if (!opens || apart.length > 1 || !wordsOf(vocabulary, 'measured-by').covers(tail)) return undefined
  const others = beside.filter((figure) => figure !== first && figure !== last && figure.quantity.unit.dimension === 'money' && figure.segment === price.segment)
  // More money in what follows may be the rest of it.
  if (others.some((figure) => figure.at > last.at)) return undefined
  const before = others.findLast((figure) => figure.at < first.at)
  const result = before ?? headBefore(paragraph, first)
  return result && isStated(result) ? { result, number } : undefined
}

/** Whether a figure counts what the price is for one of: "9 cars", "each car". */
function isCounted({ quantity: { unit } }: Figure, price: Figure, vocabulary: Vocabulary): boolean {
  if (unit.dimension !== 'count' && unit.dimension !== 'area') return false
  const words = Object.entries(vocabulary.lists.get('count-words') ?? {}).flatMap(([measure, counted]) => (counted.includes(unit.symbol) ? [measure] : []))
  // Ten thousand of them are those.
  return [unit.symbol, unit.exponent > 0 ? unit.symbol.slice(1) : '', ...words].some((measure) => measure !== '' && price.label.includes(measure))
}

/** The only amount of the sentence before, where the reckoning is a sentence of its own. */
function headBefore(paragraph: Paragraph, first: Figure): Figure | undefined {
  const from = paragraph.sentences[first.sentence]?.from ?? 0
  if (bare(paragraph.shadow.text.slice(from, first.labelFrom)) !== '') return undefined
  const money = paragraph.figures.filter((figure) => figure.sentence === first.sentence - 1 && figure.quantity.unit.dimension === 'money' && isStated(figure))
  return money.length === 1 ? money[0] : undefined
}
