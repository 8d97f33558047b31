import type { Site } from '../core/finding.ts'
import type { Draft } from './draft.ts'

/** Lists a draft under the first finding of a rule it defers to that shares a place with it. */
export function deferDrafts(drafts: readonly Draft[]): Draft[] {
  const targets = new Set(drafts.flatMap(({ defersTo }) => defersTo))
  const byPointer = new Map<string, number[]>()
  drafts.forEach(({ finding }, index) => {
    if (!targets.has(finding.ruleId)) return
    for (const pointer of new Set(finding.sites.flatMap((site) => (site.file === undefined ? (site.pointer ?? []) : [])))) {
      const known = byPointer.get(pointer)
      if (known) known.push(index)
      else byPointer.set(pointer, [index])
    }
  })
  const causes: (number | undefined)[] = []
  drafts.forEach((draft, index) => {
    const cause = causeOf(draft, index, drafts, byPointer)
    causes.push(cause !== undefined && leadsTo(cause, index, causes) ? undefined : cause)
  })
  return drafts.flatMap((draft, index) => (causes[index] === undefined ? [withEffects(draft, index, drafts, causes)] : []))
}

function causeOf(draft: Draft, own: number, drafts: readonly Draft[], byPointer: ReadonlyMap<string, readonly number[]>): number | undefined {
  if (draft.defersTo.length === 0) return undefined
  const candidates = draft.finding.sites.flatMap((site) =>
    (byPointer.get(site.pointer ?? '') ?? []).filter((index) => {
      const other = drafts[index]?.finding
      return index !== own && other !== undefined && draft.defersTo.includes(other.ruleId) && other.sites.some((place) => sharePlace(site, place))
    }),
  )
  return candidates.length > 0 ? Math.min(...candidates) : undefined
}

/** Whether the chain of causes from `start` comes to `target`: two rules that defer to each other must not swallow both findings. */
function leadsTo(start: number, target: number, causes: readonly (number | undefined)[]): boolean {
  for (let at: number | undefined = start; at !== undefined; at = causes[at]) if (at === target) return true
  return false
}

/** One string, and ranges that overlap; a site without range is the whole of it. */
function sharePlace(a: Site, b: Site): boolean {
  if (a.file !== b.file || a.pointer === undefined || a.pointer !== b.pointer) return false
  const [left, right] = [a.range ?? [0, Infinity], b.range ?? [0, Infinity]]
  return left[0] < right[1] && right[0] < left[1]
}

/** Deferring goes down a chain: what defers to a deferred finding is listed under that one. */
function withEffects(draft: Draft, index: number, drafts: readonly Draft[], causes: readonly (number | undefined)[]): Draft {
  const effects = causes.flatMap((cause, effect) => {
    const listed = cause === index ? drafts[effect] : undefined
    return listed ? [withEffects(listed, effect, drafts, causes)] : []
  })
  if (effects.length === 0) return draft
  return { ...draft, finding: { ...draft.finding, causeOf: [...(draft.finding.causeOf ?? []), ...effects.map(({ finding }) => finding)] } }
}
