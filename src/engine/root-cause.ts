import { SEVERITIES } from '../core/severity.ts'
import type { Quantity } from '../facts/quantity.ts'
import { claimed, underCause } from './claim.ts'
import type { Draft } from './draft.ts'
import { enoughOf } from './enough.ts'
import type { HeldRelations } from './held-relations.ts'
import { quantityKey } from './keys.ts'
import { documentOf } from './related.ts'
import { holdsWith } from './relation.ts'
import type { Figure } from './relation.ts'
import { requiredValues } from './required-value.ts'

/** One printed figure that, read otherwise, makes the checks of several drafts hold. */
interface Explanation {
  readonly figure: Figure
  readonly value: Quantity
  readonly explains: readonly number[]
  /** Relations that hold as printed and would not after the correction. */
  readonly breaks: number
}

/** Figures in more failing checks than this are looked at in the first of them only. */
const MOST_DRAFTS = 60

/**
 * Links drafts that one wrong figure explains (DESIGN §4): if replacing one printed value by one value makes all their checks hold,
 * they are one finding, that figure its main place, the value a suggestion to be looked at, the rest its consequences. Where several
 * figures explain the same drafts they are still one finding, but no cause is claimed.
 */
export function linkCauses(drafts: readonly Draft[], held: HeldRelations): Draft[] {
  const taken = new Map<number, Draft | 'listed'>()
  let open = explanationsOf(drafts, held)
  while (open.length > 0) {
    const [best] = [...open].sort(byStrength)
    if (!best) break
    const rivals = open.filter((other) => other !== best && isRival(other, best))
    const settled = new Set(best.explains)
    if (rivals.every((rival) => sameDrafts(rival, best))) join(best, rivals.length === 0, drafts, taken)
    else for (const rival of rivals) for (const index of rival.explains) settled.add(index)
    open = open
      .filter((other) => other !== best && !rivals.includes(other))
      .map((other) => ({ ...other, explains: other.explains.filter((index) => !settled.has(index)) }))
      .filter(({ explains }) => explains.length >= 2)
  }
  return drafts.flatMap((draft, index) => {
    const state = taken.get(index)
    return state === undefined ? [draft] : state === 'listed' ? [] : [state]
  })
}

function explanationsOf(drafts: readonly Draft[], held: HeldRelations): Explanation[] {
  const byKey = new Map<string, { readonly figure: Figure; readonly drafts: Set<number> }>()
  drafts.forEach(({ relations }, index) => {
    for (const figure of relations.flatMap((relation) => relation.figures)) {
      if (documentOf(figure.ref) !== undefined) continue
      const known = byKey.get(figure.key)
      if (known) known.drafts.add(index)
      else byKey.set(figure.key, { figure, drafts: new Set([index]) })
    }
  })
  return [...byKey.values()].flatMap(({ figure, drafts: failing }) =>
    failing.size < 2 ? [] : (explanationBy(figure, [...failing].slice(0, MOST_DRAFTS), drafts, held) ?? []),
  )
}

/** The value of `figure` that makes most of the failing drafts hold, at least two. */
function explanationBy(figure: Figure, failing: readonly number[], drafts: readonly Draft[], held: HeldRelations): Explanation | undefined {
  const relationsOf = (index: number): Draft['relations'] => drafts[index]?.relations ?? []
  const proposed = failing.flatMap(relationsOf).flatMap((relation) => requiredValues(relation, figure.key))
  const values = new Map(proposed.map((value) => [quantityKey(value), value]))
  let best: { readonly value: Quantity; readonly explains: readonly number[] } | undefined
  for (const value of values.values()) {
    const changes = new Map([[figure.key, value]])
    const explains = enoughOf(failing, (best?.explains.length ?? 1) + 1, (index) => relationsOf(index).every((relation) => holdsWith(relation, changes)))
    if (explains.length > 0) best = { value, explains }
  }
  return best && { figure, ...best, breaks: held.brokenBy(new Map([[figure.key, best.value]])) }
}

function byStrength(a: Explanation, b: Explanation): number {
  return b.explains.length - a.explains.length || a.breaks - b.breaks
}

function isRival(other: Explanation, best: Explanation): boolean {
  return byStrength(other, best) === 0 && other.explains.some((index) => best.explains.includes(index))
}

function sameDrafts(a: Explanation, b: Explanation): boolean {
  return a.explains.every((index) => b.explains.includes(index))
}

/** Makes one draft of the explained ones. The one that speaks is the most severe, then the one that has the figure as its main place. */
function join(cause: Explanation, isClaimed: boolean, drafts: readonly Draft[], taken: Map<number, Draft | 'listed'>): void {
  const explained = cause.explains.flatMap((index) => {
    const draft = drafts[index]
    return draft ? [{ index, draft }] : []
  })
  const rank = ({ draft }: { readonly draft: Draft }): number => {
    const main = draft.finding.sites[0]
    const isMain = main?.pointer === cause.figure.ref.pointer && (main.range?.[0] ?? undefined) === cause.figure.ref.from
    return SEVERITIES.indexOf(draft.finding.severity) * 4 + (isMain ? 0 : 2) + (draft.relations[0]?.kind === 'equation' ? 0 : 1)
  }
  const [speaker, ...rest] = explained.sort((a, b) => rank(a) - rank(b) || a.index - b.index)
  if (!speaker) return
  const effects = rest.map(({ draft }) => draft)
  const linked = underCause(speaker.draft, effects)
  taken.set(speaker.index, isClaimed ? claimed(linked, cause.figure, cause.value, effects) : linked)
  for (const { index } of rest) taken.set(index, 'listed')
}
