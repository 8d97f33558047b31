import type { Quantity } from '../facts/quantity.ts'
import { headedBy, underCause } from './claim.ts'
import type { Draft } from './draft.ts'
import type { HeldRelations } from './held-relations.ts'
import { quantityKey } from './keys.ts'
import { documentOf } from './related.ts'
import { holdsWith } from './relation.ts'
import type { Figure } from './relation.ts'
import { exactOf, minus, requiredValue } from './required-value.ts'

/** A figure of a table row and what would have to change in it for the draft's checks to hold. */
interface Shift {
  readonly figure: Figure
  readonly value: Quantity
  readonly row: string
}

/** Two drafts, and the one row whose total was computed from a wrong part. */
interface RowLink {
  readonly part: number
  readonly total: number
  readonly figure: Figure
}

/**
 * Links drafts that share no figure but differ by one amount, where exactly one row explains both: its part breaks a sum of its
 * column, its total, computed from the part, a sum of the total's column. The row's own sum must hold as printed and after both are
 * corrected. The part is the main place; two figures would have to change, so no value is suggested.
 */
export function linkRows(drafts: readonly Draft[], held: HeldRelations): Draft[] {
  const byAmount = new Map<string, { readonly draft: number; readonly shift: Shift }[]>()
  drafts.forEach((draft, index) => {
    for (const shift of shiftsOf(draft)) {
      const { digits, places } = minus(exactOf(shift.value), exactOf(shift.figure.quantity))
      const key = `${shift.row} ${quantityKey({ digits, places, unit: { ...shift.value.unit, exponent: 0 } })}`
      const known = byAmount.get(key)
      if (known) known.push({ draft: index, shift })
      else byAmount.set(key, [{ draft: index, shift }])
    }
  })
  const links = [...byAmount.values()].flatMap((shifts) => shifts.flatMap((a) => shifts.flatMap((b) => rowLink(a, b, held) ?? [])))
  return joined(drafts, links.filter((link) => isOnlyOne(link, links)))
}

function shiftsOf({ relations, claim }: Draft): Shift[] {
  if (claim) return shift(claim.figure, claim.value)
  const [relation, ...more] = relations
  if (!relation || more.length > 0) return []
  return relation.figures.flatMap((figure) => {
    const value = requiredValue(relation, figure.key)
    return value ? shift(figure, value) : []
  })
}

function shift(figure: Figure, value: Quantity): Shift[] {
  const row = /^\/tables\/\d+\/lanes\/\d+\/rows\/\d+(?=\/cells\/)/u.exec(figure.ref.pointer)?.[0]
  return row === undefined || documentOf(figure.ref) !== undefined ? [] : [{ figure, value, row }]
}

type Shifted = { readonly draft: number; readonly shift: Shift }

/** Whether `part` is a part of `total` in a row sum that holds now and once both are corrected. */
function rowLink(part: Shifted, total: Shifted, held: HeldRelations): RowLink | undefined {
  const [a, b] = [part.shift.figure, total.shift.figure]
  if (part.draft === total.draft || a.key === b.key) return undefined
  const changes = new Map([[a.key, part.shift.value], [b.key, total.shift.value]])
  const links = held.of(a.key).some(
    (relation) =>
      relation.kind === 'equation' &&
      relation.actual.term.op === 'leaf' &&
      relation.actual.figures[0]?.key === b.key &&
      relation.expected.figures.some(({ key }) => key === a.key) &&
      holdsWith(relation, new Map()) &&
      holdsWith(relation, changes),
  )
  return links ? { part: part.draft, total: total.draft, figure: a } : undefined
}

function isOnlyOne(link: RowLink, links: readonly RowLink[]): boolean {
  return links.every((other) => other === link || (other.total !== link.total && other.part !== link.total && other.total !== link.part && (other.part !== link.part || other.figure.key === link.figure.key)))
}

function joined(drafts: readonly Draft[], links: readonly RowLink[]): Draft[] {
  const listed = new Set(links.map(({ total }) => total))
  return drafts.flatMap((draft, index) => {
    if (listed.has(index)) return []
    const own = links.filter(({ part }) => part === index)
    const [first] = own
    if (!first) return [draft]
    const effects = own.flatMap(({ total }) => drafts[total] ?? [])
    return [underCause(headedBy(draft, first.figure, effects), effects)]
  })
}
