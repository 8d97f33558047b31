import type { Place } from '../core/place.ts'
import type { Site } from '../core/finding.ts'
import { printable } from './printable.ts'
import type { Words } from './words.ts'

/** A place in a few characters: `61:14`, `第3页`, `收入表!C12`. */
export function placeText(place: Place | undefined, words: Words): string {
  if (!place) return '-'
  const exact = exactText(place, words)
  return place.approximate ? words.about(exact) : exact
}

function exactText(place: Place, words: Words): string {
  switch (place.kind) {
    case 'text':
      return words.line(place.line, place.column)
    case 'paragraph':
      return words.paragraph(place.paragraph)
    case 'table-cell':
      return words.table(place.table, place.row, place.column)
    case 'sheet-cell':
      return printable(`${place.sheet}!${place.cell}`)
    case 'page-box':
      return words.page(place.page)
  }
}

/** The place of a site, with its file where that is not the file under which it is listed. */
export function siteText(site: Site, file: string, words: Words): string {
  const own = placeText(site.place, words)
  const text = site.origin ? `${own}${words.origin(`${printable(site.originFile ?? '')} ${placeText(site.origin, words)}`.trim())}` : own
  return site.file && site.file !== file ? `${printable(site.file)} ${text}` : text
}
