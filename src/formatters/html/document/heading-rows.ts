import type { Column } from '../../../disclosure/model.ts'
import { attributes, html, type Markup } from '../markup.ts'

interface HeadingCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

/**
 * The printed headings of a lane as rows of merged cells: equal neighbours under the same heading are one cell, and the last heading of a
 * column reaches down to the body.
 */
export function headingRows(columns: readonly Pick<Column, 'path' | 'key'>[], depth: number): HeadingCell[][] {
  const paths = columns.map(pathOf)
  return Array.from({ length: depth }, (_, level) => {
    const cells: HeadingCell[] = []
    for (let at = 0; at < paths.length; ) {
      const path = paths[at] ?? []
      const last = level === path.length - 1
      const end = last ? at + 1 : sameUpTo(paths, at, level)
      if (level < path.length) cells.push({ text: path[level] ?? '', columns: end - at, rows: last ? depth - level : 1 })
      at = level < path.length ? end : at + 1
    }
    return cells
  })
}

/** The depth of the deepest heading. */
export function headingDepth(columns: readonly Pick<Column, 'path' | 'key'>[]): number {
  return Math.max(1, ...columns.map((column) => pathOf(column).length))
}

/** Printed parts only; a heading that repeats the one above it is one merged cell read twice. */
function pathOf({ path, key }: Pick<Column, 'path' | 'key'>): readonly string[] {
  const parts = path.filter((part, index) => part !== path[index - 1])
  return parts.length > 0 ? parts : [key]
}

function sameUpTo(paths: readonly (readonly string[])[], at: number, level: number): number {
  const head = (path: readonly string[] | undefined) => JSON.stringify(path?.slice(0, level + 1))
  const wanted = head(paths[at])
  let end = at + 1
  while (end < paths.length && head(paths[end]) === wanted && (paths[end]?.length ?? 0) > level + 1) end++
  return end
}

export function headingCell({ text, columns, rows }: HeadingCell): Markup {
  return html`<th scope="col"${attributes({ colspan: columns > 1 ? columns : undefined, rowspan: rows > 1 ? rows : undefined })}>${text}</th>`
}
