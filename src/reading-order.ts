import type { Place } from './core/place.ts'
import type { Located } from './findings/index.ts'
import type { ReadDocument } from './readers/block.ts'
import type { MappedText } from './source/segment.ts'

/** Where a reader meets a place: compared part by part, or undefined where that is not known. */
export type Rank = readonly [file: number, part: number, within: number]

/** Ranks places of files that were read. Paragraphs and tables of a Word file are numbered apart, so their order is that of its blocks. */
export function readingOrder(documents: readonly ReadDocument[]): (located: Located) => Rank | undefined {
  const parts = new Map(documents.map((document) => [document.file, partsOf(document)]))
  const files = [...parts.keys()]
  return ({ place, file = files[0] ?? '' }) => {
    if (!place) return undefined
    const [name, within] = position(place)
    const part = typeof name === 'number' ? name : parts.get(file)?.get(name)
    return part === undefined ? undefined : [files.indexOf(file), part, within]
  }
}

export function compareRanks(a: Rank, b: Rank): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

/** The part of the file a place is in, and how far down in it. */
function position(place: Place): readonly [part: number | string, within: number] {
  switch (place.kind) {
    case 'text':
      return [place.line, place.column]
    case 'page-box':
      return [place.page, place.y]
    case 'paragraph':
      return [`paragraph ${place.paragraph}`, place.from]
    case 'table-cell':
      return [`table ${place.table}`, place.row]
    case 'sheet-cell':
      return [`sheet ${place.sheet}`, Number(/\d+$/.exec(place.cell)?.[0] ?? 0)]
  }
}

function partsOf({ blocks }: ReadDocument): ReadonlyMap<string, number> {
  const parts = new Map<string, number>()
  blocks.forEach((block, index) => {
    const add = ({ segments }: MappedText): void => {
      for (const { anchor } of segments) {
        const [name] = anchor.kind === 'place' ? position(anchor.place) : []
        if (typeof name === 'string' && !parts.has(name)) parts.set(name, index)
      }
    }
    if (block.kind === 'grid') for (const { cells } of block.rows) for (const { text } of cells) add(text)
    else add(block.text)
  })
  return parts
}
