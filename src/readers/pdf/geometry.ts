/** Points of a page as it is shown, counted from its top left corner (1 point = 1/72 inch). */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A ruling line of a page: horizontal at `at` = y from x `from` to `to`, or vertical at `at` = x from y `from` to `to`. */
export interface Ruling {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A stretch of text printed in one go. */
export interface Run extends Box {
  readonly text: string
  /** Height of the type in points. */
  readonly size: number
}

/** Text that does not run along the page's lines: a watermark, a stamp. */
export interface SlantedRun extends Run {
  readonly degrees: number
}

/** What a page shows. */
export interface PageContent {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  /** Text that nobody sees. */
  readonly hidden: readonly Run[]
  readonly slanted: readonly SlantedRun[]
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
  /** Area of its largest picture, 0 without one; a page of nothing else is a scan. */
  readonly largestPicture: number
}

/** A transformation as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

/** A point transformed. */
export function apply(matrix: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}

/** The box of several boxes. */
export function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + width), Math.max(bottom, y + height)]
  return { x: left, y: top, width: right - left, height: bottom - top }
}
