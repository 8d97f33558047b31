import { childPointer } from '../../source/json-pointer.ts'
import type { Column, Lane } from '../../disclosure/model.ts'
import type { TableRole } from '../../vocabulary/types.ts'
import { bareKey, labelKey, lastRemark, plainKey } from './labels.ts'
import type { ColumnType, ColumnView } from './view.ts'
import type { TableWords } from './words.ts'

const FIGURE = /^[-−–△▲(（]?\d[\d,，]*(?:[.．]\d+)?[)）]?$/u
/** What the years compared say before a difference: 2026年比2025年. */
const BETWEEN_YEARS = /^(?:19|20)\d{2}\u5e74?\u5ea6?[\u6bd4\u8f83](?:19|20)\d{2}\u5e74?\u5ea6?/u
const PERCENT = /[%％]$/u
const PERCENT_REMARK = /[%％][)）]?$/u
/** Codes of the functional and of the economic classification: figures of which all are such are no amounts. */
const CODES = [/^2\d{6}$/u, /^3\d{4}$/u]
const FEWEST_CODES = 3

/** Finds the vocabulary's column key by the printed headings from the top down. */
export interface ColumnNames {
  find(path: readonly string[]): string | undefined
}

/** The column headings a role knows, its keys among them; a name may be a path of headings (a/b). */
export function columnNames(role: TableRole | undefined): ColumnNames {
  if (!role) return NO_NAMES
  const known = namesOf.get(role) ?? madeNames(role)
  namesOf.set(role, known)
  return known
}

const NO_NAMES: ColumnNames = { find: () => undefined }
const namesOf = new WeakMap<TableRole, ColumnNames>()

function madeNames(role: TableRole): ColumnNames {
  const names = new Map<string, string>()
  for (const [key, column] of Object.entries(role.columns)) {
    for (const name of [key, ...(column.names ?? [])]) {
      const normal = plainKey(labelKey(name))
      if (!names.has(normal)) names.set(normal, key)
    }
  }
  return {
    find: (path) => {
      for (const steps of [path.map(plainKey), path.map((step) => plainKey(bareKey(step)))]) {
        for (let from = 0; from < steps.length; from += 1) {
          const found = names.get(steps.slice(from).join('/'))
          if (found !== undefined) return found
        }
      }
      return undefined
    },
  }
}

/** The printed columns of a lane with what the vocabulary and their own cells say of them. */
export function columnViews(lane: Lane, pointer: string, context: { role: TableRole | undefined; words: TableWords; unit: string | undefined }): ColumnView[] {
  const names = columnNames(context.role)
  return lane.columns.map((column, index) => {
    const path = (column.path.length > 0 ? column.path : [column.key]).map((heading) => labelKey(heading))
    const heading = path.at(-1) ?? ''
    const known = knownKey(column, path, context.role, names)
    const declared = known === undefined ? undefined : (context.role?.columns[known]?.is ?? 'amount')
    const type = declared ?? guessType(lane, column, heading, context.words)
    return {
      index,
      key: column.key,
      known,
      type,
      path,
      heading: column.path.at(-1) ?? column.key,
      pointer: childPointer(childPointer(pointer, 'columns'), index),
      unit: columnUnit(type, column, context.unit, type === 'count' ? context.words.unitOf(heading) : undefined),
      scope: columnScope(column, known === undefined ? undefined : context.role?.columns[known]?.scope),
      column,
    }
  })
}

function knownKey(column: Column, path: readonly string[], role: TableRole | undefined, names: ColumnNames): string | undefined {
  if (role && Object.hasOwn(role.columns, column.key)) return column.key
  const found = names.find(path)
  // A heading that says per cent is that of no amount, whatever the words before it name.
  const isRate = found !== undefined && PERCENT_REMARK.test(path.at(-1) ?? '') && !['rate', 'percent'].includes(role?.columns[found]?.is ?? 'amount')
  return isRate ? undefined : found
}

function guessType(lane: Lane, column: Column, heading: string, words: TableWords): ColumnType {
  const name = bareKey(heading).replace(BETWEEN_YEARS, '')
  const says = (list: ReadonlySet<string>): boolean => list.has(plainKey(heading)) || list.has(plainKey(name))
  const percent = PERCENT_REMARK.test(heading) || lane.rows.some((row) => PERCENT.test(String(row.cells[column.key] ?? '').trim()))
  if (says(words.rate) && (percent || !says(words.difference))) return 'rate'
  if (says(words.difference)) return 'difference'
  if (PERCENT.test(heading) && !says(words.difference)) return 'percent'
  if (words.isForEach(heading)) return 'text'
  const counts = says(words.count) || words.unitOf(heading) !== undefined
  const all = lane.rows.map((row) => String(row.cells[column.key] ?? '').trim()).filter((text) => text !== '')
  if (all.length >= FEWEST_CODES && CODES.some((code) => all.every((text) => code.test(text)))) return 'text'
  let figures = 0
  for (const row of lane.rows) {
    const printed = row.cells[column.key]
    if (printed === undefined) continue
    const text = String(printed).trim()
    if (PERCENT.test(text)) return 'percent'
    if (FIGURE.test(text)) figures += 1
    else if (/[\p{L}]{2}/u.test(text)) return 'text'
  }
  return figures > 0 ? (counts ? 'count' : 'amount') : 'text'
}

function columnUnit(type: ColumnType, column: Column, unit: string | undefined, named: string | undefined): string | undefined {
  if (column.measure?.unit !== undefined) return column.measure.unit
  if (type === 'percent' || type === 'rate') return '%'
  const remark = type === 'count' ? lastRemark(column.path.at(-1) ?? column.key) : undefined
  return type === 'count' ? (remark ?? named ?? '') : unit
}

function columnScope(column: Column, known: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> {
  const { year, stage, fund } = column.measure ?? {}
  return {
    ...known,
    ...(year !== undefined && { year: String(year) }),
    ...(stage !== undefined && { stage }),
    ...(fund !== undefined && { fund }),
  }
}
