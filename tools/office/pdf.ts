import type { Published, PublishedCell } from './published.ts'

const WIDTH = 595
const HEIGHT = 842
const MARGIN = 45
const SIZE = 9
const LEADING = 13
const PADDING = 3

/**
 * A disclosure as a PDF: one font that is not embedded (Adobe-GB1, as WPS writes it), tables ruled, cells and paragraphs wrapped, watermark
 * and number on every page. A table that fits a page stands on one.
 */
export function publishedPdf(disclosure: readonly Published[]): Uint8Array {
  const press = new Press(disclosure.flatMap((item) => (item.kind === 'watermark' ? [item.text] : [])))
  for (const item of disclosure) {
    if (item.kind === 'line') press.paragraph(item.text)
    else if (item.kind === 'table') press.table(item)
  }
  return pdfFile(press.pages())
}

class Press {
  readonly #marks: readonly string[]
  readonly #pages: string[] = []
  #page = ''
  #y = HEIGHT - MARGIN

  constructor(marks: readonly string[]) {
    this.#marks = marks
  }

  paragraph(text: string): void {
    const indent = /[。；，：]/.test(text) && text.length > 20 ? 2 * SIZE : 0
    const lines = wrapped(text, WIDTH - 2 * MARGIN, indent)
    lines.forEach((line, i) => {
      this.#room(LEADING)
      this.#text(MARGIN + (i === 0 ? indent : 0), this.#y - SIZE, line)
      this.#y -= LEADING
    })
    this.#y -= LEADING / 3
  }

  table({ width, rows }: Extract<Published, { kind: 'table' }>): void {
    const columns = columnWidths(rows, width)
    const heights = rows.map((cells, r) => Math.max(LEADING, ...placed(rows, r).map(({ at }, i) => (cells[i]?.rowspan === 1 ? wrapped(cells[i].text, sum(columns.slice(at, at + cells[i].colspan)) - 2 * PADDING).length * LEADING : LEADING))) + PADDING)
    const total = sum(heights)
    if (total < HEIGHT - 2 * MARGIN) this.#room(total)
    let top = this.#y
    const tops = heights.map((height) => {
      const own = top
      top -= height
      return own
    })
    rows.forEach((cells, r) => placed(rows, r).forEach(({ at }, i) => {
      const cell = cells[i] as PublishedCell
      const x = MARGIN + sum(columns.slice(0, at))
      const w = sum(columns.slice(at, at + cell.colspan))
      const h = sum(heights.slice(r, r + cell.rowspan))
      const y = tops[r] ?? 0
      this.#page += `${number(x)} ${number(y - h)} ${number(w)} ${number(h)} re S\n`
      wrapped(cell.text, w - 2 * PADDING).forEach((line, n) => this.#text(x + PADDING, y - PADDING / 2 - SIZE - n * LEADING, line))
    }))
    this.#y = top - LEADING / 2
  }

  pages(): readonly string[] {
    this.#turn()
    return this.#pages
  }

  #room(height: number): void {
    if (this.#y - height < MARGIN) this.#turn()
  }

  #turn(): void {
    const page = this.#pages.length + 1
    this.#marks.forEach((mark) => this.#text(WIDTH / 2 - (mark.length * SIZE) / 2, HEIGHT - 25, mark))
    this.#text(WIDTH / 2 - 15, 20, `— ${page} —`)
    this.#pages.push(this.#page)
    this.#page = ''
    this.#y = HEIGHT - MARGIN
  }

  #text(x: number, y: number, text: string): void {
    if (text === '') return
    const hex = [...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')
    this.#page += `BT /F1 ${SIZE} Tf ${number(x)} ${number(y)} Td <${hex}> Tj ET\n`
  }
}

/** Columns of the cells of a row, those hanging over from above left out. */
function placed(rows: readonly (readonly PublishedCell[])[], row: number): readonly { readonly at: number }[] {
  const hanging: number[] = []
  let result: { at: number }[] = []
  for (let r = 0; r <= row; r += 1) {
    let at = 0
    result = (rows[r] ?? []).map(({ colspan, rowspan }) => {
      while ((hanging[at] ?? 0) > r) at += 1
      const own = at
      for (let i = 0; i < colspan; i += 1) hanging[at + i] = r + rowspan
      at += colspan
      return { at: own }
    })
  }
  return result
}

/** Columns share the page by the longest text that stands in one of them alone, within bounds. */
function columnWidths(rows: readonly (readonly PublishedCell[])[], width: number): readonly number[] {
  const needs = Array.from({ length: width }, () => 4 * SIZE)
  rows.forEach((cells, r) => placed(rows, r).forEach(({ at }, i) => {
    const cell = cells[i]
    if (cell?.colspan === 1) needs[at] = Math.max(needs[at] ?? 0, Math.min(14 * SIZE, widthOf(cell.text) + 3 * PADDING))
  }))
  const scale = (WIDTH - 2 * MARGIN) / sum(needs)
  return needs.map((need) => need * scale)
}

/** Lines of at most `width`; figures and words stay whole where they fit a line. */
function wrapped(text: string, width: number, indent = 0): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const [token] of text.matchAll(/[\x21-\x7e×]+|[^\x21-\x7e×]/g)) {
    const room = width - (lines.length === 0 ? indent : 0)
    if (line !== '' && widthOf(line + token) > room) {
      lines.push(line)
      line = ''
    }
    for (const char of token) {
      if (line !== '' && widthOf(line + char) > width) {
        lines.push(line)
        line = ''
      }
      line += char
    }
  }
  return line === '' ? lines : [...lines, line]
}

function widthOf(text: string): number {
  return sum([...text].map((char) => (char < '\u007f' ? SIZE / 2 : SIZE)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** The file around the pages' contents: objects, cross-reference table, trailer. */
function pdfFile(pages: readonly string[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}endstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}
