import { judgeTerms } from '../../amounts/index.ts'
import type { Term } from '../../quantity.ts'
import type { QuantityValue } from '../../value.ts'
import { computed, leaf, missing } from './claim-item.ts'
import { isStated } from './candidates.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** A share whose base the text does not print: an amount and the percentage beside it. */
export interface BareShare {
  readonly part: Figure
  readonly percent: Figure
}

const PASSES: ReadonlySet<string> = new Set(['exact', 'explainable', 'rounding'])
const FEWEST = 2

/**
 * What the shares of a list are shares of: the sum of its amounts or a total stated above (`above`, the nearest first), where all of
 * them fit but at most one. A list of some parts only fits neither, so nothing is guessed.
 */
export function listBase(paragraph: Paragraph, shares: readonly BareShare[], above: readonly Figure[] = []): QuantityValue | undefined {
  const parts = [...new Set(shares.map(({ part }) => part))]
  const [first, last] = [parts[0], parts.at(-1)]
  const nonzero = shares.filter(({ part }) => part.quantity.digits !== 0n)
  if (!first || !last || nonzero.length < FEWEST || parts.length < shares.length) return undefined
  const fitting = (whole: Term): number => nonzero.filter(({ part, percent }) => PASSES.has(judgeTerms('equal', leaf(percent.quantity), { op: 'ratio', args: [leaf(part.quantity), whole] }).verdict)).length
  const sum: Term = { op: 'sum', args: parts.map(({ quantity }) => leaf(quantity)) }
  const least = Math.max(1, nonzero.length - 1)
  if (fitting(sum) < least) return above.find(({ quantity }) => fitting(leaf(quantity)) >= Math.max(FEWEST, least))?.value
  const value = computed(sum, parts.map((part) => part.value), missing(paragraph, { from: first.at, to: last.at + 1 }))
  return value.type === 'quantity' ? value : undefined
}

/** Entries of a list of paragraphs that are looked back over, at most. */
const MOST = 40

/**
 * The amount of the paragraph above that opens a list of paragraphs (it ends with a colon), where the shares of the entries between it and
 * this one are shares of it, but for at most one of many: so is that of this entry. `told`: the paragraphs up to this one, in order.
 */
export function openingBase(told: readonly Paragraph[], paragraph: Paragraph, part: Figure): Figure | undefined {
  const before = told.slice(-MOST).filter((other) => other !== paragraph).reverse()
  const at = before.findIndex(({ shadow }) => shadow.text.trimEnd().endsWith(':'))
  const shares = before.slice(0, Math.max(at, 0)).flatMap(({ figures }) => {
    const amount = figures.find((figure) => figure.depth === 0 && isStated(figure) && figure.quantity.unit.symbol === part.quantity.unit.symbol)
    const percent = amount && figures.find((figure) => figure.at > amount.at && figure.segment === amount.segment && figure.quantity.unit.dimension === 'percent')
    return amount && percent ? [{ amount, percent }] : []
  })
  if (shares.length === 0) return undefined
  const fits = (base: Figure): number => shares.filter(({ amount, percent }) => PASSES.has(judgeTerms('equal', leaf(percent.quantity), { op: 'ratio', args: [leaf(amount.quantity), leaf(base.quantity)] }).verdict)).length
  return before[at]?.figures.find((base) => base.depth === 0 && isStated(base) && base.quantity.unit.symbol === part.quantity.unit.symbol && fits(base) >= shares.length - (shares.length > FEWEST ? 1 : 0))
}
