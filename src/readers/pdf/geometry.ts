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
  /** Whether it shows pictures; a page of nothing else is a scan. */
  readonly pictures: boolean
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
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y }
}
