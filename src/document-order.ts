import type { Site } from './core/finding.ts'
import type { Ref } from './core/ref.ts'
import { comparePointers } from './findings/index.ts'
import type { ReadSubjects } from './read-subjects.ts'
import { compareRanks, type Rank } from './reading-order.ts'

type Spot = Pick<Site, 'pointer' | 'range'>

/** Compares two spots by where a reader meets them: by place in a file that was read, by pointer in JSON. */
export function documentOrder({ locate, rank }: Pick<ReadSubjects, 'locate' | 'rank'>): { readonly sites: (a: Spot, b: Spot) => number; readonly refs: (a: Ref, b: Ref) => number } {
  const ranks = new Map<string, Rank | undefined>()
  const rankOf = ({ pointer = '', range }: Spot): Rank | undefined => {
    const key = `${pointer} ${range?.[0] ?? ''}`
    if (!ranks.has(key)) ranks.set(key, rank?.(locate({ pointer, ...(range && { range }) })))
    return ranks.get(key)
  }
  const sites = (a: Spot, b: Spot): number => {
    const [p, q] = rank ? [rankOf(a), rankOf(b)] : []
    return (p && q ? compareRanks(p, q) : 0) || comparePointers(a.pointer ?? '', b.pointer ?? '') || (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0)
  }
  return { sites, refs: (a, b) => sites(spot(a), spot(b)) }
}

function spot({ pointer, from, to }: Ref): Spot {
  return from === undefined || to === undefined ? { pointer } : { pointer, range: [from, to] }
}
