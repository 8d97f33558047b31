import type { Box, Run } from './geometry.ts'
import type { Ops } from './pdfjs.ts'
import { mendRadicals } from './radicals.ts'
import type { OperatorList } from './rulings.ts'

/** A character as a page paints it, in the order of painting. */
interface PaintedChar {
  readonly char: string
  readonly hidden: boolean
}

interface Paint {
  readonly white: boolean
  readonly clear: boolean
  readonly unpainted: boolean
}

/** How far the two orders of text may be apart, in characters. */
const APART = 80

/**
 * The runs of a page, in the order of painting, that nobody sees: transparent or not painted, or white with nothing coloured behind
 * them. On a page with pictures white text may stand on one, and unpainted text is what a scanner read: neither is a secret.
 */
export function hiddenRuns(runs: readonly Run[], operators: OperatorList, ops: Ops, { pictures, coloured }: { readonly pictures: boolean; readonly coloured: readonly Box[] }): ReadonlySet<Run> {
  const painted = pictures ? [] : paintedText(operators, ops)
  if (!painted.some(({ hidden }) => hidden)) return new Set()
  let at = 0
  return new Set(runs.filter((run) => {
    const found = [...run.text.replace(/\s+/g, '')].map((char) => {
      const next = painted.findIndex((one, i) => i >= at && i < at + APART && one.char === char)
      if (next >= 0) at = next + 1
      return next >= 0 && painted[next]?.hidden === true
    })
    const behind = coloured.some((box) => box.x <= run.x + 1 && box.y <= run.y + run.height / 2 && box.x + box.width >= run.x + run.width - 1 && box.y + box.height >= run.y + run.height / 2)
    return found.length > 0 && found.every(Boolean) && !behind
  }))
}

function paintedText({ fnArray, argsArray }: OperatorList, ops: Ops): readonly PaintedChar[] {
  const stack: Paint[] = []
  let paint: Paint = { white: false, clear: false, unpainted: false }
  const painted: PaintedChar[] = []
  fnArray.forEach((fn, i) => {
    const args = argsArray[i] as readonly unknown[] | null
    if (fn === ops.save) stack.push(paint)
    else if (fn === ops.restore) paint = stack.pop() ?? paint
    else if (fn === ops.setFillRGBColor) paint = { ...paint, white: isWhite(args) }
    else if (fn === ops.setTextRenderingMode) paint = { ...paint, unpainted: args?.[0] === 3 }
    else if (fn === ops.setGState) paint = { ...paint, clear: opacity(args) ?? paint.clear }
    else if (fn === ops.showText) {
      const hidden = paint.white || paint.clear || paint.unpainted
      for (const char of glyphText(args?.[0])) painted.push({ char, hidden })
    }
  })
  return painted
}

/** Whether a colour, as three numbers up to 255 or as #rrggbb, is white. */
export function isWhite(args: readonly unknown[] | null): boolean {
  const colour: unknown = args?.[0]
  if (typeof colour === 'string') return colour.toLowerCase() === '#ffffff'
  return args !== null && Array.from({ length: 3 }, (_, i) => args[i]).every((part) => typeof part === 'number' && part >= 254)
}

/** Whether a graphics state paints nothing; undefined where it says nothing of it. */
function opacity(args: readonly unknown[] | null): boolean | undefined {
  const entries = args?.[0]
  if (!Array.isArray(entries)) return undefined
  const entry = (entries as readonly unknown[]).findLast((one): one is readonly [string, number] => Array.isArray(one) && one[0] === 'ca')
  return entry === undefined ? undefined : entry[1] === 0
}

function glyphText(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return ''
  return mendRadicals((glyphs as readonly unknown[]).map((glyph) => (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode) : '')).join('').replace(/\s+/g, ''))
}
