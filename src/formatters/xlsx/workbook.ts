import { zipParts } from '../ooxml/zip.ts'
import { xmlText } from '../xml.ts'

export type CellValue = string | number

/** A sheet of a list: header row frozen and filtered, widths in characters, texts wrapped. */
export interface Sheet {
  readonly name: string
  readonly header: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly CellValue[])[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What Excel takes in a cell (ECMA-376, Excel specifications and limits). */
const LONGEST = 32_767

const STYLE = { plain: 1, header: 2, quoted: 3 } as const

/** The bytes of an .xlsx file (ECMA-376). `shortened` ends a text that no cell can hold whole. */
export function workbook(sheets: readonly Sheet[], shortened: string): Uint8Array {
  const numbered = sheets.map((sheet, index) => ({ sheet, id: index + 1 }))
  return zipParts({
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbered.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered.map(({ sheet, id }) => `<sheet name="${xmlText(sheet.name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets><definedNames>${numbered.map(({ sheet, id }) => `<definedName name="_xlnm._FilterDatabase" localSheetId="${id - 1}" hidden="1">'${xmlText(sheet.name)}'!${filterRange(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${id - 1}">'${xmlText(sheet.name)}'!$1:$1</definedName>`).join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${numbered.map(({ id }) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(numbered.map(({ sheet, id }) => [`xl/worksheets/sheet${id}.xml`, worksheet(sheet, id === 1, shortened)])),
  })
}

/** Plain cells wrap and start at the top; `quotePrefix` keeps a text that looks like a formula a text, also when it is edited or saved as CSV. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf borderId="1" quotePrefix="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

function worksheet(sheet: Sheet, selected: boolean, shortened: string): string {
  const rows = [sheet.header, ...sheet.rows].map((cells, index) => `<row r="${index + 1}">${cells.map((value, column) => cell(value, `${columnName(column)}${index + 1}`, index === 0, shortened)).join('')}</row>`)
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${filterRange(sheet)}"/><sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${sheet.widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="${filterRange(sheet)}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

function filterRange({ header, rows }: Sheet): string {
  return `A1:${columnName(header.length - 1)}${rows.length + 1}`
}

/** Texts are inline strings, never formulas; `_x000A_` in a text would be read as a character, so its underscore is written as one. */
function cell(value: CellValue, at: string, header: boolean, shortened: string): string {
  if (typeof value === 'number') return `<c r="${at}" s="${STYLE.plain}"><v>${value}</v></c>`
  const style = header ? STYLE.header : /^[=+\-@\t]/.test(value) ? STYLE.quoted : STYLE.plain
  const whole = value.length > LONGEST ? value.slice(0, LONGEST - shortened.length) + shortened : value
  const text = xmlText(whole).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Name of a column numbered from 0: A … Z, AA … */
function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
}
