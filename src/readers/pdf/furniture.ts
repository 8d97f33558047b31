import type { PageContent, SlantedRun } from './geometry.ts'
import type { PrintedLine } from './printed-line.ts'

/** As programs number pages: 3, — 3 —, iii, 三, 3/9, Page 3 of 9, 第 3 页 共 9 页, 共 9 页 第 3 页. */
const PAGE_NUMBERS = [
  /^[-—–－·•.~～\s()（）[\]【】]*(?:\d{1,4}|[ivxl]{1,7}|[一二三四五六七八九十百〇零]{1,5})[-—–－·•.~～\s()（）[\]【】]*$/i,
  /^(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i,
  /^(?:共\s*\d{1,4}\s*页[,，/\s]*)?第\s*(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,5})\s*页(?:[,，/\s]*[（(]?共\s*(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,5})\s*页[）)]?)?$/,
]
/** Share of the page's height at its top and bottom where headers, footers and page numbers stand. */
const EDGE = 0.12
const FEWEST_PAGES = 3
/** A header stands on this share of the pages: the title of a table that goes on over some pages does not. */
const COMMON = 0.5
const SAME_HEIGHT = 4

/**
 * Lines that the page puts there, not the text: page numbers at its edges, and what stands at one height on most pages, or is
 * the first or last line of most: pages on their side have the same header at another height.
 */
export function furnitureOf(pages: readonly { readonly page: PageContent; readonly lines: readonly PrintedLine[] }[]): ReadonlySet<PrintedLine> {
  const found = new Set<PrintedLine>()
  const places = new Map<string, PrintedLine[]>()
  const standsAt = (key: string, line: PrintedLine): void => void places.set(key, [...(places.get(key) ?? []), line])
  for (const { page, lines } of pages) {
    for (const [at, line] of lines.entries()) {
      const atEdge = line.y + line.height <= page.height * EDGE || line.y >= page.height * (1 - EDGE)
      if (!atEdge) continue
      if (PAGE_NUMBERS.some((pattern) => pattern.test(line.text))) found.add(line)
      else {
        standsAt(`${masked(line)} ${Math.round(line.y / SAME_HEIGHT)}`, line)
        if (at === 0 || at === lines.length - 1) standsAt(`${masked(line)} ${at === 0 ? 'first' : 'last'}`, line)
      }
    }
  }
  for (const lines of places.values()) {
    if (new Set(lines.map(({ page }) => page)).size >= Math.max(FEWEST_PAGES, pages.length * COMMON)) for (const line of lines) found.add(line)
  }
  return found
}

const masked = ({ text }: PrintedLine): string => text.replace(/\d+/g, '#')

const SHORTEST_MARK = 2

/** Slanted text of a page as one line each: watermarks and stamps. Letters set apart along the slope are one word. */
export function watermarksOf({ slanted, number }: PageContent): readonly (SlantedRun & { readonly page: number })[] {
  const words: (SlantedRun & { page: number })[] = []
  for (const run of slanted) {
    const last = words.at(-1)
    if (last && Math.abs(last.degrees - run.degrees) < 1 && Math.hypot(run.x - last.x, run.y - last.y) < (last.text.length + 2) * run.size * 1.5) words[words.length - 1] = { ...last, text: last.text + run.text.trim() }
    else words.push({ ...run, text: run.text.trim(), page: number })
  }
  return words.filter(({ text }) => text.length >= SHORTEST_MARK)
}
