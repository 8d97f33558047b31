import type { Box, Ruling } from './geometry.ts'

/** How far dots of one line may miss it, and be apart. */
const OFF = 1.2
const GAP = 3.5
const SHORTEST = 10
const FEWEST_DOTS = 5

/** Lines of dots or short dashes, painted one by one. */
export function dottedLines(dots: readonly Box[]): { readonly horizontal: readonly Ruling[]; readonly vertical: readonly Ruling[] } {
  return {
    horizontal: chains(dots.map(({ x, y, width, height }) => ({ at: y + height / 2, from: x, to: x + width }))),
    vertical: chains(dots.map(({ x, y, width, height }) => ({ at: x + width / 2, from: y, to: y + height }))),
  }
}

function chains(dots: readonly Ruling[]): readonly Ruling[] {
  const levels: Ruling[][] = []
  let at = -Infinity
  for (const dot of [...dots].sort((a, b) => a.at - b.at)) {
    if (dot.at - at > OFF) {
      levels.push([])
      at = dot.at
    }
    levels.at(-1)?.push(dot)
  }
  return levels.flatMap(chainsOn)
}

function chainsOn(level: readonly Ruling[]): readonly Ruling[] {
  const found: { at: number; from: number; to: number; dots: number }[] = []
  for (const dot of [...level].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && dot.from - last.to <= GAP) {
      last.to = Math.max(last.to, dot.to)
      last.dots += 1
    } else found.push({ ...dot, dots: 1 })
  }
  return found.flatMap(({ dots, ...line }) => (dots >= FEWEST_DOTS && line.to - line.from >= SHORTEST ? [line] : []))
}
