import { childPointer } from '../../source/json-pointer.ts'
import type { Lane, Row } from '../../disclosure/model.ts'
import type { TableRole, Vocabulary } from '../../vocabulary/types.ts'
import { bareKey, labelKey, lastRemark, numbering, plainKey, saysPart } from './labels.ts'
import type { RowKind, RowView } from './view.ts'
import type { TableWords } from './words.ts'

/** Finds what a role calls a row, by its label. */
export interface RowNames {
  /** The canonical name in `rows.names` or `rows.sums`. */
  name(key: string): string | undefined
  /** The other names a label may have. */
  others(key: string): readonly string[]
  isTotal(key: string): boolean
  /** Whether it says what a row is: its name, a total, a subtotal. */
  isName(key: string): boolean
}

/** The row labels a role knows. A label that has two names (total) is the one that belongs to the lane. */
export function rowNames(role: TableRole | undefined, words: TableWords, lane?: string): RowNames {
  const names = new Map<string, string[]>()
  const add = (label: string, name: string): void => {
    const key = plainKey(labelKey(label, words.part))
    const known = names.get(key)
    if (!known) names.set(key, [name])
    else if (!known.includes(name)) known.push(name)
  }
  for (const [name, labels] of Object.entries(role?.rows?.names ?? {})) for (const label of [name, ...labels]) add(label, name)
  for (const [name, parts] of Object.entries(role?.rows?.sums ?? {})) for (const own of [name, ...parts]) add(own, own)
  const ofLane = (found: readonly string[] | undefined): string | undefined =>
    found === undefined || lane === undefined ? found?.[0] : (found.find((name) => name.includes(lane)) ?? found[0])
  const totals = new Set([...(role?.rows?.total ?? []).map((label) => labelKey(label, words.part)), ...words.total].map(plainKey))
  const all = (key: string): readonly string[] | undefined => names.get(plainKey(key)) ?? names.get(plainKey(bareKey(key)))
  const name = (key: string): string | undefined => ofLane(all(key))
  const isTotal = (key: string): boolean => totals.has(plainKey(key)) || totals.has(plainKey(bareKey(key)))
  return { name, others: (key) => (all(key) ?? []).filter((other) => other !== name(key)), isTotal, isName: (key) => name(key) !== undefined || isTotal(key) || words.subtotal.has(plainKey(key)) }
}

export interface RowContext {
  readonly role: TableRole | undefined
  readonly words: TableWords
  readonly vocabulary: Vocabulary
  /** Names of the disclosing unit, as label keys: rows of that name are the unit's own total. */
  readonly entities: ReadonlySet<string>
  readonly fiscalYear: number | undefined
}

/** The printed rows of a lane with what their labels say they are. */
export function rowViews(lane: Lane, pointer: string, context: RowContext, names: RowNames): RowView[] {
  const rows = childPointer(pointer, 'rows')
  const counts = Object.values(context.vocabulary.lists.get('count-words') ?? {}).flat()
  const views = lane.rows.map((row, index): RowView => {
    const own = childPointer(rows, index)
    const total = row.label === '' ? totalBeside(row, names, context.words) : undefined
    const label = total === undefined ? row.label : String(row.cells[total])
    const key = withoutYear(labelKey(label, context.words.part), context.fiscalYear)
    const name = names.name(key)
    const remark = lastRemark(label)
    return {
      index,
      pointer: own,
      label,
      labelPointer: total === undefined ? childPointer(own, 'label') : childPointer(childPointer(own, 'cells'), total),
      key,
      plain: plainKey(key),
      bare: plainKey(bareKey(key)),
      name,
      code: codeOf(row),
      depth: row.level ?? numbering(row.label, context.words.part)?.depth,
      kind: rowKind(row, key, name, names, context),
      unit: remark !== undefined && (context.vocabulary.units.has(remark) || counts.includes(remark)) ? remark : undefined,
      reading: row.reading,
      row,
    }
  })
  return views.map((view) => (isSaidBetter(view, views, context.words) ? { ...view, name: names.others(view.key)[0] } : view))
}

/** Whether a mere total has the name of a row that says of what it is the total: 合计 beside 三公经费小计 is the total of more. */
function isSaidBetter(view: RowView, views: readonly RowView[], words: TableWords): boolean {
  const isBare = ({ plain }: RowView): boolean => words.total.has(plain)
  return view.name !== undefined && isBare(view) && views.some((other) => other.name === view.name && !isBare(other))
}

/** The column in which a row without label says that it is a total: 合计 may stand under the heading of a class. */
function totalBeside(row: Row, names: RowNames, words: TableWords): string | undefined {
  return Object.keys(row.cells).find((column) => {
    const key = labelKey(String(row.cells[column]))
    return names.isTotal(key) || closesGroup(key, words)
  })
}

/** What a row is called without the document's own year before its name, which says nothing. */
function withoutYear(key: string, year: number | undefined): string {
  const found = /^((?:19|20)\d{2})\u5e74\u5ea6?(?=.)/u.exec(key)
  return found && Number(found[1]) === year ? key.slice(found[0].length) : key
}

function codeOf(row: Row): string | undefined {
  const code = row.code?.replaceAll(/\s+/gu, '')
  return code !== undefined && /^\d{3,9}$/u.test(code) ? code : undefined
}

function rowKind(row: Row, key: string, name: string | undefined, names: RowNames, context: RowContext): RowKind {
  const code = codeOf(row)
  const printed = Object.values(row.cells).filter((cell) => String(cell).trim() !== '')
  if (key === '' && code === undefined) return printed.length === 0 ? 'empty' : 'item'
  if (/^\d{1,2}$/u.test(key) && printed.length > 0 && printed.every((cell, i) => Number(cell) === Number(key) + i + 1)) return 'index'
  if (code !== undefined) return 'item'
  const sums = context.role?.rows?.sums
  if (names.isTotal(key) || (name !== undefined && sums && Object.hasOwn(sums, name) && closes(name, sums))) return 'total'
  if (closesGroup(key, context.words)) return 'subtotal'
  if (context.entities.has(key)) return 'unit'
  if (saysPart(row.label, context.words.part)) return 'part'
  return 'item'
}

/** A subtotal, or the total of something named. */
function closesGroup(key: string, words: TableWords): boolean {
  const plain = plainKey(key)
  return words.subtotal.has(plain) || [...words.closing].some((word) => plain.length > word.length && plain.endsWith(word))
}

/** A sum that is no part of another sum closes the rows above it; one that is a part may be an ordinary row. */
function closes(name: string, sums: Readonly<Record<string, readonly string[]>>): boolean {
  return !Object.values(sums).some((parts) => parts.includes(name))
}
