import { compose } from './geometry.ts'
import type { Matrix, PageContent, Run, SlantedRun } from './geometry.ts'
import type { Ops, PdfPage } from './pdfjs.ts'
import { hiddenRuns } from './hidden.ts'
import { tooLarge } from '../problem.ts'
import { mendRadicals } from './radicals.ts'
import { rulingsOf } from './rulings.ts'

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Pieces of text, and lines, of a page: a table in small type on a large sheet has a tenth. */
const MOST_RUNS = 60_000
const MOST_LINES = 12_000

/** Lean up to which text still runs along a line. */
const LEVEL = 3

/** Reads a page: its text with boxes, its lines. A page whose text stands on its side is turned. */
export async function readPage(page: PdfPage, number: number, ops: Ops): Promise<PageContent> {
  const text = await page.getTextContent({ disableNormalization: true })
  if (text.items.length > MOST_RUNS) throw tooLarge(`第 ${number} 页 > ${MOST_RUNS} 段文字`)
  const operators = await page.getOperatorList()
  const items = positioned(text.items.filter((item): item is typeof item & TextItem => 'str' in item && item.str.trim() !== ''))
  const turned = sideways(items, page.getViewport({ scale: 1 }).transform as unknown as Matrix)
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turned) % 360 })
  const view = viewport.transform as unknown as Matrix
  const runs: Run[] = []
  const slanted: SlantedRun[] = []
  const inOrder: Run[] = []
  for (const item of items) {
    const placed = placedRun(item, view)
    inOrder.push(placed)
    if (Math.abs(placed.degrees) <= LEVEL) runs.push(placed)
    else slanted.push(placed)
  }
  const { coloured, ...rulings } = rulingsOf(operators, view, ops)
  if (rulings.horizontal.length + rulings.vertical.length > MOST_LINES) throw tooLarge(`第 ${number} 页 > ${MOST_LINES} 条线`)
  const hidden = hiddenRuns(inOrder, operators, ops, { pictures: rulings.largestPicture > 0, coloured })
  page.cleanup()
  return { number, width: viewport.width, height: viewport.height, runs: runs.filter((run) => !hidden.has(run)), hidden: [...hidden], slanted, ...rulings }
}

function placedRun(item: TextItem, view: Matrix): SlantedRun {
  const [a, b, , , x, y] = compose(view, item.transform as unknown as Matrix)
  const size = Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) || item.height
  const degrees = (Math.atan2(b, a) * 180) / Math.PI
  return { text: mendRadicals(item.str), x, y: y - size * ASCENT, width: item.width, height: size, size, degrees }
}

/** Text without a position is no text of a page: the page is damaged, and what else was lost of it nobody knows. */
function positioned(items: readonly TextItem[]): readonly TextItem[] {
  if (!items.every(({ transform, width, height }) => [...transform, width, height].every(Number.isFinite))) throw new RangeError('text without a position')
  return items
}

/** The part of the type's height above its base line. */
const ASCENT = 0.86

/** By how much a page must be turned for most of its text to stand upright: 0, 90, 180 or 270. */
function sideways(items: readonly TextItem[], view: Matrix): number {
  const votes = new Map<number, number>()
  for (const item of items) {
    const [a, b] = compose(view, item.transform as unknown as Matrix)
    const quarter = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90) % 360 + 360) % 360
    votes.set(quarter, (votes.get(quarter) ?? 0) + item.str.length)
  }
  const [most] = [...votes].sort((p, q) => q[1] - p[1])
  return most === undefined ? 0 : (360 - most[0]) % 360
}
