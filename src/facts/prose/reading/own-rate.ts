import type { Vocabulary } from '../../../vocabulary/types.ts'
import { compareValues } from '../../amounts/index.ts'
import type { Quantity } from '../../quantity.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { slotOf, type Anchor } from './anchors.ts'
import { bare } from './label.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** The fewest characters of a rate's name that its part must be called by. */
const SHORTEST = 2

/** Where a template says that the part is called as its rate is: "settled 118, rate of settlement 98 %". */
export const OWN_NAME = 'own-name'

/** What words before a rate say of how, when or on the whole something was done; only of a part that says so too is it the rate. */
export function isOtherwise(rate: Figure, part: Figure, vocabulary: Vocabulary): boolean {
  return wordsOf(vocabulary, 'rate-modifiers').find(rate.label).some(({ from, to }) => !part.label.includes(rate.label.slice(from, to)))
}

/** Whether a percentage is only a mark ("95 % and more"). */
export const isMark = ({ shadow: { text } }: Paragraph, { at }: Figure, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'mark-words').find(text.slice(at + 1, at + 7))[0]?.from === 0

/** Whether a count is called by the last words of the rate's name, and all else that is said of it is said by the rate or by the base too. */
function isCalled(part: Figure, name: string, base: Figure, vocabulary: Vocabulary): boolean {
  const [label, whole] = [bare(part.label), bare(base.label)]
  const said = (words: string, also: string): boolean => {
    const left = wordsOf(vocabulary, 'beside-rate-name').covers(words) ? '' : wordsOf(vocabulary, 'beside-rate-name').strip(words)
    return left === '' || whole.includes(left) || also.includes(left)
  }
  for (let from = 0; from <= name.length - SHORTEST; from++) {
    const [more, own] = [name.slice(0, from), name.slice(from)]
    const at = label.lastIndexOf(own)
    if (at < 0) continue
    return said(label.slice(0, at), more) && said(label.slice(at + own.length), more) && (more === '' || said(more, label))
  }
  return false
}

/** Whether the rate is at most twice what the two counts make, and at least half of it: of others it is no rate. */
function isNear(rate: Figure, part: Figure, base: Figure): boolean {
  const plain = ({ digits, places }: Quantity): Quantity => ({ digits, places, unit: { dimension: 'number', symbol: '', exponent: 0 }, exact: true })
  const [stated, whole, done] = [rate, base, part].map(({ quantity }) => plain(quantity))
  if (!stated || !whole || !done) return false
  // stated / 100 × whole beside done
  const made: Quantity = { ...stated, digits: stated.digits * whole.digits, places: stated.places + whole.places + 2 }
  const twice = (quantity: Quantity): Quantity => ({ ...quantity, digits: quantity.digits * 2n })
  return compareValues(twice(made), done) !== -1 && compareValues(made, twice(done)) !== 1
}

/** The part that is called as the rate is, and the counts before it that it may be one of, nearest first; `beside` are those of the rate's part of the sentence, the last first. */
export function ownOperands(paragraph: Paragraph, anchor: Anchor, rate: Figure, beside: readonly Figure[], vocabulary: Vocabulary): { readonly part: Figure; readonly bases: readonly Figure[] } | undefined {
  const slot = slotOf(anchor, 'name')
  const name = slot && bare(paragraph.shadow.text.slice(slot.from, slot.to))
  if (!slot || name === undefined || name.length < SHORTEST || slot.from !== rate.labelFrom) return undefined
  const counts = beside.filter((figure) => figure.quantity.unit.dimension === 'count' && (figure.role === 'stated' || figure.role === 'result'))
  for (const [at, part] of counts.entries()) {
    const bases = counts.slice(at + 1).filter((base) => base.quantity.unit.symbol === part.quantity.unit.symbol && base.quantity.unit.exponent === part.quantity.unit.exponent && base.depth <= part.depth)
    const called = bases.filter((base) => isCalled(part, name, base, vocabulary))
    if (called.length === 0) continue
    const near = bases.filter((base) => isNear(rate, part, base))
    const from = called.at(-1)?.labelFrom ?? part.labelFrom
    // What was brought over from an earlier year is in the base, or the part, that the rate is of.
    if (wordsOf(vocabulary, 'carried-in').test(paragraph.shadow.text.slice(from, rate.at))) return undefined
    return called.some((base) => near.includes(base)) ? { part, bases: near } : undefined
  }
  return undefined
}
