import type { Budget } from './budget.ts'
import { isWithin } from './edit-distance.ts'

/** The pieces of a text by which texts near it are found: of `distance + 1` pieces, one survives `distance` edits whole. */
function pieces(text: string, distance: number): { readonly piece: string; readonly at: number }[] {
  const count = distance + 1
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor((text.length * index) / count)
    return { piece: text.slice(at, Math.floor((text.length * (index + 1)) / count)), at }
  })
}

/**
 * Groups texts that differ by at most `distance` edits: indices into `texts`, each group in order. A group gathers around its most
 * frequent text and every member is near that one, so chains do not drift. Candidates come from an index of pieces (pigeonhole),
 * not from comparing all with all.
 */
export function nearGroups(texts: readonly string[], distance: number, budget: Budget): number[][] {
  const members = new Map<string, number[]>()
  texts.forEach((text, index) => {
    const known = members.get(text)
    if (known) known.push(index)
    else members.set(text, [index])
  })
  const distinct = [...members.keys()].sort((a, b) => (members.get(b)?.length ?? 0) - (members.get(a)?.length ?? 0))
  const index = pieceIndex(distinct, distance)
  const taken = new Set<string>()
  const groups: number[][] = []
  for (const centre of distinct) {
    if (taken.has(centre)) continue
    const near = candidates(centre, index, distance).filter((text) => {
      if (taken.has(text)) return false
      budget.spend('candidates')
      return isWithin(centre, text, distance)
    })
    for (const text of near) taken.add(text)
    groups.push(near.flatMap((text) => members.get(text) ?? []).sort((a, b) => a - b))
  }
  return groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function pieceIndex(texts: readonly string[], distance: number): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>()
  for (const text of texts) {
    for (const { piece, at } of pieces(text, distance)) {
      const key = `${text.length} ${at} ${piece}`
      const known = index.get(key)
      if (known) known.add(text)
      else index.set(key, new Set([text]))
    }
  }
  return index
}

/** Texts of a length within `distance` that have one of their pieces, at most `distance` characters shifted, in `text`. */
function candidates(text: string, index: ReadonlyMap<string, ReadonlySet<string>>, distance: number): string[] {
  const found = new Set<string>()
  for (let length = Math.max(0, text.length - distance); length <= text.length + distance; length += 1) {
    for (let number = 0; number <= distance; number += 1) {
      const at = Math.floor((length * number) / (distance + 1))
      const size = Math.floor((length * (number + 1)) / (distance + 1)) - at
      for (let start = Math.max(0, at - distance); start <= Math.min(text.length - size, at + distance); start += 1) {
        for (const candidate of index.get(`${length} ${at} ${text.slice(start, start + size)}`) ?? []) found.add(candidate)
      }
    }
  }
  return [...found]
}
