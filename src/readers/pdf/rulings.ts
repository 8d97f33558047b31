import { apply, around, compose } from './geometry.ts'
import type { Box, Matrix, Ruling } from './geometry.ts'
import { isWhite } from './hidden.ts'
import { dottedLines } from './dotted.ts'
import type { Ops } from './pdfjs.ts'

export interface Rulings {
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
  /** Area of the largest picture; 0 without one. */
  readonly largestPicture: number
  /** Areas painted in another colour than white. */
  readonly coloured: readonly Box[]
}

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** A filled box thinner than this is a line. */
const THICKEST = 3
const SHORTEST = 3
/** How far a line may lean. */
const LEAN = 0.6

interface Segment {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** The lines a page draws along its edges: strokes, and boxes filled so thin that they are lines. `view` turns page space into shown points. */
export function rulingsOf({ fnArray, argsArray }: OperatorList, view: Matrix, ops: Ops): Rulings {
  const segments: Segment[] = []
  const dots: Box[] = []
  const stack: Matrix[] = []
  let current: Matrix = view
  let path: Segment[] = []
  let largestPicture = 0
  let white = false
  const coloured: Box[] = []
  const strokes = new Set<number>([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke])
  const fills = new Set<number>([ops.fill, ops.eoFill])
  const images = new Set<number>([ops.paintImageXObject, ops.paintInlineImageXObject, ops.paintImageMaskXObject])
  fnArray.forEach((fn, i) => {
    const args = argsArray[i] as readonly unknown[] | null
    if (fn === ops.save || fn === ops.paintFormXObjectBegin) {
      stack.push(current)
      const matrix = fn === ops.save ? undefined : (args?.[0] as Matrix | null | undefined)
      if (matrix) current = compose(current, matrix)
    } else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) current = stack.pop() ?? view
    else if (fn === ops.transform) current = compose(current, args as unknown as Matrix)
    else if (fn === ops.constructPath) addSegments(path, args as unknown as PathArguments, current, ops)
    else if (strokes.has(fn)) {
      for (const segment of path) segments.push(segment)
      path = []
    } else if (fills.has(fn)) {
      for (const segment of thinBoxes(path, dots)) segments.push(segment)
      if (!white && path.length > 0) coloured.push(boxOf(path))
      path = []
    } else if (fn === ops.endPath) path = []
    else if (images.has(fn)) largestPicture = Math.max(largestPicture, Math.abs(current[0] * current[3] - current[1] * current[2]))
    else if (fn === ops.setFillRGBColor) white = isWhite(args)
  })
  const dotted = dottedLines(dots)
  return { ...sorted(segments, dotted.horizontal, dotted.vertical), largestPicture, coloured }
}

function boxOf(path: readonly Segment[]): Box {
  return around(path.map(({ x1, y1, x2, y2 }) => ({ x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) })))
}

type PathArguments = readonly [operators: readonly number[], coordinates: readonly number[], ...unknown[]]

/** Adds the edges of a path, closed where it is filled or closed; curves are no rulings. */
function addSegments(out: Segment[], [operators, coordinates]: PathArguments, matrix: Matrix, ops: Ops): void {
  let at = 0
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const next = (): number => coordinates[at++] ?? 0
  const edge = (x1: number, y1: number, x2: number, y2: number): void => {
    const [a, b] = apply(matrix, x1, y1)
    const [c, d] = apply(matrix, x2, y2)
    out.push({ x1: a, y1: b, x2: c, y2: d })
  }
  for (const operator of operators) {
    if (operator === ops.moveTo) [x, y, startX, startY] = [next(), next(), coordinates[at - 2] ?? 0, coordinates[at - 1] ?? 0]
    else if (operator === ops.lineTo) {
      const [toX, toY] = [next(), next()]
      edge(x, y, toX, toY)
      ;[x, y] = [toX, toY]
    } else if (operator === ops.rectangle) {
      const [left, top, width, height] = [next(), next(), next(), next()]
      edge(left, top, left + width, top)
      edge(left + width, top, left + width, top + height)
      edge(left + width, top + height, left, top + height)
      edge(left, top + height, left, top)
      ;[x, y, startX, startY] = [left, top, left, top]
    } else if (operator === ops.closePath) {
      edge(x, y, startX, startY)
      ;[x, y] = [startX, startY]
    } else {
      at += operator === ops.curveTo ? 6 : 4
      ;[x, y] = [coordinates[at - 2] ?? 0, coordinates[at - 1] ?? 0]
    }
  }
}

/** Filled boxes of four edges that are thinner than a line may be, each as the line through its middle; those thin both ways go to `dots`. */
function thinBoxes(path: readonly Segment[], dots: Box[]): readonly Segment[] {
  const out: Segment[] = []
  for (let i = 0; i < path.length; ) {
    const box = boxAt(path, i)
    const edges = path.slice(i, i + box.edges)
    i += box.edges
    const xs = edges.flatMap(({ x1, x2 }) => [x1, x2])
    const ys = edges.flatMap(({ y1, y2 }) => [y1, y2])
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (bottom - top <= THICKEST && right - left <= THICKEST) dots.push({ x: left, y: top, width: right - left, height: bottom - top })
    else if (bottom - top <= THICKEST && right - left > bottom - top) out.push({ x1: left, y1: (top + bottom) / 2, x2: right, y2: (top + bottom) / 2 })
    else if (right - left <= THICKEST && bottom - top > right - left) out.push({ x1: (left + right) / 2, y1: top, x2: (left + right) / 2, y2: bottom })
  }
  return out
}

/** How many edges from `start` on hang together. */
function boxAt(path: readonly Segment[], start: number): { readonly edges: number } {
  let edges = 1
  for (let before = path[start], next = path[start + 1]; before && next && before.x2 === next.x1 && before.y2 === next.y1 && edges < 4; before = next, next = path[start + edges]) edges += 1
  return { edges }
}

function sorted(segments: readonly Segment[], dottedAcross: readonly Ruling[], dottedDown: readonly Ruling[]): Pick<Rulings, 'horizontal' | 'vertical'> {
  const horizontal = [...dottedAcross]
  const vertical = [...dottedDown]
  for (const { x1, y1, x2, y2 } of segments) {
    if (Math.abs(y1 - y2) <= LEAN && Math.abs(x1 - x2) >= SHORTEST) horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
    else if (Math.abs(x1 - x2) <= LEAN && Math.abs(y1 - y2) >= SHORTEST) vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
  }
  return { horizontal: merged(horizontal), vertical: merged(vertical) }
}

/** Lines drawn in pieces, or twice, as one. */
const APART = 1.2
const GAP = 2

function merged(rulings: readonly Ruling[]): readonly Ruling[] {
  const out: { at: number; from: number; to: number }[] = []
  for (const line of [...rulings].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const same = nearestAmong(out, line)
    if (same) {
      same.from = Math.min(same.from, line.from)
      same.to = Math.max(same.to, line.to)
    } else out.push({ ...line })
  }
  return out
}

/** The last of the lines, which come in order, that this one goes on with. */
function nearestAmong<T extends Ruling>(lines: readonly T[], line: Ruling): T | undefined {
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const other = lines[i] as T
    if (line.at - other.at > APART) return undefined
    if (line.from <= other.to + GAP && line.to >= other.from - GAP) return other
  }
  return undefined
}
