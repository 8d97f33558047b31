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

/** Two drafts, and a row whose total may have been computed from a wrong part. */
interface RowLink {
  readonly part: number
  readonly total: number
  readonly figure: Figure
  /** Relations that hold as printed and would not once both are corrected. */
  readonly breaks: number
}

/**
 * Links drafts that share no figure but differ by one amount, where a row explains both: its part breaks a sum of its column, its
 * total, computed from the part, a sum of the total's column. The row's own sum must hold as printed and after both are corrected.
 * Where one row alone does so without breaking anything else, its part is the main place; two figures would have to change, so no
 * value is suggested.
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
  return joined(drafts, links)
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
  return links ? { part: part.draft, total: total.draft, figure: a, breaks: held.brokenBy(changes) } : undefined
}

/** A draft is part of one link of two drafts at most: what could belong to several belongs to none. */
function joined(drafts: readonly Draft[], links: readonly RowLink[]): Draft[] {
  const partners = new Map<number, Set<number>>()
  for (const { part, total } of links) {
    for (const [own, other] of [[part, total], [total, part]] as const) partners.set(own, (partners.get(own) ?? new Set()).add(other))
  }
  const single = links.filter(({ part, total }) => partners.get(part)?.size === 1 && partners.get(total)?.size === 1)
  const headed = new Map<number, Draft>()
  const listed = new Set<number>()
  for (const { part, total } of single) {
    if (headed.has(part) || headed.has(total)) continue
    const [own, effect] = [drafts[part], drafts[total]]
    if (!own || !effect) continue
    headed.set(part, underCause(headOf(own, effect, single.filter((link) => link.part === part || link.part === total)), [effect]))
    listed.add(total)
  }
  return drafts.flatMap((draft, index) => (listed.has(index) ? [] : [headed.get(index) ?? draft]))
}

function headOf(own: Draft, effect: Draft, links: readonly RowLink[]): Draft {
  const sound = links.filter(({ breaks }) => breaks === 0)
  const [only, ...others] = sound.length > 0 ? sound : links
  return only && others.length === 0 ? headedBy(own, only.figure, [effect]) : own
}
