import type { Published, PublishedCell } from './published.ts'

/** A disclosure as comma-separated values: lines of text as lines of one field, merged cells as blanks. */
export function publishedCsv(disclosure: readonly Published[]): string {
  return lines(disclosure, (text) => quoted(text), (row) => row.map(quoted).join(','))
}

/** A disclosure as Markdown: the first row of a table is its header. */
export function publishedMarkdown(disclosure: readonly Published[]): string {
  const cells = (row: readonly string[]): string => `| ${row.map((cell) => cell.replace(/[\\|*_<[\]]/g, '\\$&')).join(' | ')} |`
  return lines(disclosure, (text) => text.replace(/[\\*_<[\]#>`]/g, '\\$&').replace(/^(\d+)\./, '$1\\.'), (row, r) => (r === 0 ? `${cells(row)}\n|${row.map(() => ' --- |').join('')}` : cells(row)))
}

function lines(disclosure: readonly Published[], line: (text: string) => string, row: (cells: readonly string[], r: number) => string): string {
  return disclosure.flatMap((item) => {
    if (item.kind === 'watermark') return []
    return item.kind === 'line' ? [line(item.text), ''] : [...flattened(item.rows, item.width).map(row), '']
  }).join('\n')
}

/** Rows of a table as long as it is wide, with a blank for every cell that a merged one covers. */
function flattened(rows: readonly (readonly PublishedCell[])[], width: number): readonly (readonly string[])[] {
  const grid = rows.map(() => Array.from({ length: width }, (): string | undefined => undefined))
  rows.forEach((cells, r) => {
    let at = 0
    for (const { text, colspan, rowspan } of cells) {
      while (grid[r]?.[at] !== undefined) at += 1
      for (let down = 0; down < rowspan; down += 1) for (let over = 0; over < colspan; over += 1) (grid[r + down] ?? [])[at + over] = down + over === 0 ? text : ''
      at += colspan
    }
  })
  return grid.map((row) => row.map((cell) => cell ?? ''))
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A disclosure as it is copied out of a viewer: one blank between cells, and nothing where a cell is empty. */
export function publishedCopied(disclosure: readonly Published[]): string {
  return lines(disclosure, (text) => text, (row) => row.filter((cell) => cell !== '').join(' '))
}

/** A disclosure with cells under each other, set apart by blanks; a Chinese character counts as `wide` columns. */
export function publishedAligned(disclosure: readonly Published[], wide: 1 | 2): string {
  const width = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e80' ? wide : 1), 0)
  const aligned = disclosure.map((item): Published => {
    if (item.kind !== 'table') return item
    const rows = flattened(item.rows, item.width)
    const widths = Array.from({ length: item.width }, (_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))))
    const line = (row: readonly string[]): string => row.map((cell, at) => `${cell}${' '.repeat((widths[at] ?? 0) - width(cell))}`).join('   ').trimEnd()
    return { kind: 'line', text: rows.map(line).join('\n') }
  })
  return lines(aligned, (text) => text, () => '')
}
