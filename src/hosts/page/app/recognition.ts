import type { SheetWords } from '../../../index.ts'
import { make } from '../sheet/dom.ts'
import type { Recognised } from './protocol.ts'
import type { PageWords } from './words.ts'

/** What was recognised in a file, and how much of it is doubtful: the reader judges this first. */
export function drawRecognised(found: Recognised, words: PageWords, sheet: Pick<SheetWords, 'kind' | 'extent'>): HTMLElement {
  const { entity, fiscalYear, kind, extent, tables, sheets, paragraphs, unrecognised, problems, errors, warnings } = found
  const doubtful = tables.reduce((sum, table) => sum + table.doubtful, 0)
  const line = [fiscalYear === undefined ? '' : String(fiscalYear), sheet.kind[kind] ?? kind, sheet.extent[extent] ?? extent].filter(Boolean).join(' · ')
  const concerns = [unrecognised > 0 ? words.unrecognised(unrecognised) : '', doubtful > 0 ? words.doubtful(doubtful) : ''].filter(Boolean)
  const result = make('p', { class: `result ${errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'good'}` }, errors + warnings > 0 ? words.found(errors, warnings) : words.nothing)
  return make(
    'section',
    { class: 'recognised' },
    make('h2', {}, entity ?? found.file),
    make('p', { class: 'soft' }, line),
    make('p', {}, words.counts(tables.length, sheets, paragraphs), ...(concerns.length > 0 ? [make('span', { class: 'concern' }, ` ${concerns.join(' ')}`)] : [])),
    ...problems.map((problem) => make('p', { class: 'problem' }, problem)),
    ...(problems.length === 0 ? [result] : []),
    ...(tables.length > 0 ? [drawTables(tables, words)] : []),
  )
}

function drawTables(tables: Recognised['tables'], words: PageWords): HTMLElement {
  const items = tables.map(({ title, rows, doubtful }) => make('li', {}, title, make('span', { class: 'soft' }, ` ${words.rows(rows)}${doubtful > 0 ? ` ${words.doubtful(doubtful)}` : ''}`)))
  return make('details', {}, make('summary', {}, words.tablesTitle(tables.length)), make('ul', {}, ...items))
}
