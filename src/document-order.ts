import type { Site } from './core/finding.ts'
import type { Place } from './core/place.ts'
import type { Ref } from './core/ref.ts'
import { comparePointers } from './findings/index.ts'
import type { ReadSubjects } from './read-subjects.ts'

type Spot = Pick<Site, 'pointer' | 'range'>

/** Compares two spots by where a reader meets them: by place in a text, by pointer in JSON. */
export function documentOrder(read: ReadSubjects): { readonly sites: (a: Spot, b: Spot) => number; readonly refs: (a: Ref, b: Ref) => number } {
  const places = new Map<string, Place | undefined>()
  const placeOf = ({ pointer = '', range }: Spot): Place | undefined => {
    const key = `${pointer} ${range?.[0] ?? ''}`
    if (!places.has(key)) places.set(key, read.locate({ pointer, ...(range && { range }) }).place)
    return places.get(key)
  }
  const sites = (a: Spot, b: Spot): number => {
    const [p, q] = read.map ? [placeOf(a), placeOf(b)] : []
    const byPlace = p?.kind === 'text' && q?.kind === 'text' ? p.line - q.line || p.column - q.column : 0
    return byPlace || comparePointers(a.pointer ?? '', b.pointer ?? '') || (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0)
  }
  return { sites, refs: (a, b) => sites(spot(a), spot(b)) }
}

function spot({ pointer, from, to }: Ref): Spot {
  return from === undefined || to === undefined ? { pointer } : { pointer, range: [from, to] }
}
