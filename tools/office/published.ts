import { readText } from '../../src/readers/text/index.ts'

/** A cell as an office program holds it; cells it covers are not listed. */
export interface PublishedCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
}

/** A disclosure as it was before it was exported as text: lines, and tables with their merged cells. */
export type Published =
  | { readonly kind: 'watermark'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string; readonly heading?: number }
  | { readonly kind: 'table'; readonly width: number; readonly rows: readonly (readonly PublishedCell[])[] }

/** Takes an exported text back to what it was exported from: paragraphs whole, merged cells merged, page numbers gone, watermarks told once. */
export function published(text: string): readonly Published[] {
  const { blocks } = readText(text, 'fixture.txt', '')
  const marks = new Set(blocks.flatMap((block) => (block.kind === 'mark' && !/\d/.test(block.text.text) ? [block.text.text] : [])))
  const body = blocks.flatMap((block): readonly Published[] => {
    if (block.kind === 'mark') return []
    if (block.kind !== 'grid') return [{ kind: 'line', text: block.text.text, ...(block.kind === 'heading' && { heading: block.level }) }]
    const texts = block.rows.map(({ cells }) => cells.map((cell) => cell.text.text))
    const width = Math.max(...texts.map((row) => row.length))
    const padded = texts.map((row, r) => (r > 0 && r < 3 && row.length > 1 && width % row.length === 0 ? spread(row, width) : [...row, ...blanks(width - row.length)]))
    return [{ kind: 'table', width, rows: merged(padded, isForm(padded) ? formCovers(padded) : headerCovers(padded)) }]
  })
  return [...[...marks].map((mark) => ({ kind: 'watermark', text: mark }) as const), ...body]
}

const blanks = (count: number): readonly string[] => Array.from({ length: count }, () => '')

/** Headings of equal groups of columns, each over its group. */
const spread = (row: readonly string[], width: number): readonly string[] => row.flatMap((text) => [text, ...blanks(width / row.length - 1)])

type Cover = 'left' | 'above' | undefined

function isForm(rows: readonly (readonly string[])[]): boolean {
  return rows.some((row) => row.includes('一级指标'))
}

/** Blank cells of heading rows belong to the heading beside them if headings stand below, else to the one above. */
function headerCovers(rows: readonly (readonly string[])[]): readonly (readonly Cover[])[] {
  let height = 1
  while (height < 4 && dividesHeading(rows[height - 1] ?? [], rows[height] ?? [])) height += 1
  return rows.map((row, r) => row.map((cell, c): Cover => {
    if (r >= height || cell !== '' || (r === 0 && c === 0)) return undefined
    const below = rows.slice(r + 1, height).some((other) => (other[c] ?? '') !== '')
    return r === 0 || below ? (c > 0 ? 'left' : undefined) : 'above'
  }))
}

function dividesHeading(above: readonly string[], row: readonly string[]): boolean {
  const first = row.find((cell) => cell !== '')
  return first !== undefined && (first !== '合计' || row.filter((cell) => cell !== '').length > 2) && !row.some((cell) => /\d[\d,]*\.\d|^\d{3,}$/.test(cell)) && row.some((cell, c) => cell !== '' && (above[c] ?? '') === '') && row[0] !== '栏次'
}

/** In a form the first column names groups of rows, and a field reaches to the next one; indicators keep blank cells. */
function formCovers(rows: readonly (readonly string[])[]): readonly (readonly Cover[])[] {
  const head = rows.findIndex((row) => row.includes('一级指标'))
  return rows.map((row, r) => row.map((cell, c): Cover => {
    if (cell !== '') return undefined
    if (c === 0) return r > 0 ? 'above' : undefined
    if (r <= head) return 'left'
    return c <= 2 && r > head + 1 && rows[r]?.[0] === '' && (c === 1 || row[1] === '') ? 'above' : undefined
  }))
}

function merged(rows: readonly (readonly string[])[], covers: readonly (readonly Cover[])[]): readonly (readonly PublishedCell[])[] {
  return rows.map((row, r) => row.flatMap((text, c): readonly PublishedCell[] => {
    if (covers[r]?.[c] !== undefined) return []
    let colspan = 1
    while (covers[r]?.[c + colspan] === 'left') colspan += 1
    const columns = Array.from({ length: colspan }, (_, i) => c + i)
    let rowspan = 1
    while (columns.every((column) => covers[r + rowspan]?.[column] === 'above')) rowspan += 1
    return [{ text, colspan, rowspan }]
  }))
}
