import { cellAddress } from '../../src/readers/excel/address.ts'
import type { Published } from './published.ts'
import { contentTypes, escaped, part, relationships, zipped } from './zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** One sheet: the inside of its worksheet element. */
export interface SheetSource {
  readonly name: string
  readonly inside: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly comments?: string
}

/** An Excel file of these sheets; `styles` is the inside of its style sheet. */
export function excelFile(sheets: readonly SheetSource[], styles = ''): Uint8Array {
  return zipped({
    '[Content_Types].xml': contentTypes(['/xl/workbook.xml', 'spreadsheetml.sheet.main'], ['/xl/styles.xml', 'spreadsheetml.styles'], ...sheets.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, 'spreadsheetml.worksheet'] as const)),
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': part(`<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': relationships(...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']),
    'xl/styles.xml': part(`<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`),
    ...Object.fromEntries(sheets.flatMap(({ inside, comments }, i) => [
      [`xl/worksheets/sheet${i + 1}.xml`, part(`<worksheet xmlns="${MAIN}">${inside}</worksheet>`)],
      ...(comments === undefined ? [] : [
        [`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationships(['comments', '../comments.xml'])],
        ['xl/comments.xml', part(`<comments xmlns="${MAIN}"><commentList>${comments}</commentList></comments>`)],
      ]),
    ])),
  })
}

/** Number formats a budget is set in: as many decimals as are printed, with or without separators. */
const LOOKS = ['General', '0.00', '#,##0.00', '0.0', '0.0000', '#,##0', '0.00%', '0%', '0.0%']

/** A disclosure as an Excel file, all on one sheet: figures are numbers and get their look from formats. */
export function publishedExcel(disclosure: readonly Published[], name = '公开'): Uint8Array {
  const merges: string[] = []
  let row = 0
  const rows = disclosure.flatMap((item): readonly string[] => {
    if (item.kind === 'watermark') return []
    if (item.kind === 'line') {
      row += 1
      return [`<row r="${row}"><c r="A${row}" s="${LOOKS.length}" t="inlineStr"><is><t xml:space="preserve">${escaped(item.text)}</t></is></c></row>`]
    }
    const hanging: number[] = []
    return item.rows.map((cells) => {
      row += 1
      let at = 0
      const line = cells.map(({ text, colspan, rowspan }) => {
        while ((hanging[at] ?? 0) >= row) at += 1
        const column = at + 1
        for (let i = 0; i < colspan; i += 1) hanging[at + i] = row + rowspan - 1
        at += colspan
        if (colspan > 1 || rowspan > 1) merges.push(`${cellAddress(row, column)}:${cellAddress(row + rowspan - 1, column + colspan - 1)}`)
        return cell(row, column, text)
      })
      return `<row r="${row}">${line.join('')}</row>`
    })
  })
  const formats = LOOKS.map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${escaped(code)}"/>`).join('')
  const styles = `<numFmts count="${LOOKS.length}">${formats}</numFmts><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellXfs count="${LOOKS.length + 1}">${LOOKS.map((_, i) => `<xf numFmtId="${170 + i}" borderId="1"/>`).join('')}<xf numFmtId="0" borderId="0"/></cellXfs>`
  const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  const header = disclosure.flatMap((item) => (item.kind === 'watermark' ? [`<headerFooter><oddHeader>&amp;C${escaped(item.text)}&amp;R&amp;P</oddHeader></headerFooter>`] : [])).join('')
  return excelFile([{ name, inside: `<sheetData>${rows.join('')}</sheetData>${merged}${header}` }], styles)
}

function cell(row: number, column: number, text: string): string {
  const at = cellAddress(row, column)
  if (text === '') return `<c r="${at}" s="0"/>`
  const style = styleOf(text)
  if (style === undefined) return `<c r="${at}" s="0" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const figure = text.replace(/[,%]/g, '')
  return `<c r="${at}" s="${style}"><v>${text.endsWith('%') ? Number(figure) / 100 : figure}</v></c>`
}

function styleOf(text: string): number | undefined {
  const match = /^-?(?:\d{1,3}(,\d{3})+|0|[1-9]\d*)(?:\.(\d+))?(%)?$/.exec(text)
  if (match === null) return undefined
  const [, separated, decimals = '', percent] = match
  const code = `${separated ? '#,##0' : '0'}${decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`}${percent ?? ''}`
  const style = code === '0' ? 0 : LOOKS.indexOf(code)
  return style < 0 ? undefined : style
}
