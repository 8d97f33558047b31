import type { Column, Lane, Row, Table } from '../../../disclosure/model.ts'
import { childPointer } from '../../../source/json-pointer.ts'
import { attributes, html, type Markup } from '../markup.ts'
import { cell, type Drawing } from './drawing.ts'
import { headingCell, headingDepth, headingRows } from './heading-rows.ts'

/** A table as it was printed: merged headings, lanes side by side, labels indented by their level. */
export function drawTable(drawing: Drawing, table: Table, pointer: string): Markup {
  const lanes = table.lanes.map((lane, index) => laneOf(lane, `${pointer}/lanes/${index}`))
  const depth = Math.max(1, ...lanes.map(({ columns }) => headingDepth(columns)))
  const rows = Math.max(0, ...lanes.map(({ lane }) => lane.rows.length))
  const heads = lanes.map(({ columns }) => headingRows(columns, depth))
  return html`<div class="scroll" tabindex="0" role="group"${attributes({ 'aria-label': table.title || drawing.words.table })}><table class="grid"><caption>${caption(drawing, table, pointer)}</caption>
<thead>${Array.from({ length: depth }, (_, level) => html`<tr>${heads.map((head) => (head[level] ?? []).map(headingCell))}</tr>`)}</thead>
<tbody>${Array.from({ length: rows }, (_, row) => html`<tr>${lanes.map((lane) => laneRow(drawing, lane, row))}</tr>
`)}</tbody></table></div>${table.note !== undefined && html`<p class="note"${drawing.anchors.whole(`${pointer}/note`)}>${drawing.anchors.text(`${pointer}/note`, table.note)}</p>`}`
}

function caption(drawing: Drawing, table: Table, pointer: string): Markup {
  const part = (name: 'number' | 'title' | 'unit' | 'entity') => table[name] !== undefined && html`<span${drawing.anchors.whole(`${pointer}/${name}`, name)}>${name === 'unit' && `${drawing.words.unit}${drawing.words.colon}`}${drawing.anchors.text(`${pointer}/${name}`, table[name])}</span>`
  return html`${part('number')}${part('title')}${part('entity')}${part('unit')}`
}

/** A lane with its columns parted into those that hold code and label, and those with cells. */
interface DrawnLane {
  readonly lane: Lane
  readonly pointer: string
  /** Label columns as drawn, then value columns. */
  readonly columns: readonly Pick<Column, 'path' | 'key'>[]
  readonly values: readonly Column[]
  readonly codes: boolean
}

function laneOf(lane: Lane, pointer: string): DrawnLane {
  const used = new Set(lane.rows.flatMap((row) => Object.keys(row.cells)))
  const firstUsed = lane.columns.findIndex(({ key }) => used.has(key))
  const naming = lane.columns.slice(0, firstUsed < 0 ? Math.min(1, lane.columns.length) : firstUsed)
  const values = lane.columns.slice(naming.length)
  const codes = naming.length > 1 && lane.rows.some(({ code }) => code !== undefined)
  // After codes comes the label; else the label is first, and what follows it (行次) holds nothing of the disclosure.
  const label = naming.at(codes ? -1 : 0) ?? { key: '', path: [''] }
  return { lane, pointer, values, codes, columns: [...(codes ? [codeColumn(naming)] : []), label, ...values] }
}

/** Codes printed in three columns (类 款 项) are one value of the row, so they are drawn as one column. */
function codeColumn(naming: readonly Column[]): Pick<Column, 'path' | 'key'> {
  const [first] = naming
  const path = first?.path ?? []
  return { key: 'code', path: naming.length > 2 ? path.slice(0, 1) : path }
}

function laneRow(drawing: Drawing, { lane, pointer, values, codes }: DrawnLane, index: number): Markup {
  const row = lane.rows[index]
  const at = `${pointer}/rows/${index}`
  if (!row) return html`<td class="none"${attributes({ colspan: values.length + (codes ? 2 : 1) })}></td>`
  return html`${codes && html`<td${drawing.anchors.whole(`${at}/code`, 'code')}>${drawing.anchors.text(`${at}/code`, row.code ?? '')}</td>`}${labelCell(drawing, row, at, codes)}${values.map(({ key }) => cell(drawing, childPointer(`${at}/cells`, key), row.cells[key]))}`
}

function labelCell(drawing: Drawing, row: Row, at: string, codes: boolean): Markup {
  const { anchors } = drawing
  const level = row.level === undefined ? undefined : `level-${Math.min(row.level, 5)}`
  const classes = ['label', level, row.reading === 'doubtful' && 'doubtful'].filter(Boolean).join(' ')
  const code = !codes && row.code !== undefined && html`<span${anchors.whole(`${at}/code`, 'code')}>${anchors.text(`${at}/code`, row.code)}</span> `
  return html`<th scope="row"${anchors.whole(at, classes)}>${code}<span${anchors.whole(`${at}/label`)}>${anchors.text(`${at}/label`, row.label)}</span></th>`
}
