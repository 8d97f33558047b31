import type { Language } from './core/text.ts'
import type { Disclosure, Lane, Row, Section, Table } from './disclosure/model.ts'
import { sectionRoles } from './facts/items/sections.ts'
import { cellKind } from './recognise/cell-kind.ts'
import { lexiconOf } from './recognise/lexicon.ts'
import { relativeYears } from './recognise/relative-years.ts'
import { bareLabel, foldText, headingKey, labelKey, stripNumbering } from './recognise/label.ts'
import type { TableColumn, TableRole, Vocabulary } from './vocabulary/types.ts'

/** Entries of a vocabulary file, as plain data. */
interface Suggested {
  readonly tables: Record<string, Record<string, unknown>>
  readonly sections: Record<string, Record<string, unknown>>
}

const MOST_SECTIONS = 30
/** Share of a table's headings that a role must know for its title to be one more of the role's. */
const ALIKE = 0.6
const FEWEST_ALIKE = 2

/**
 * Vocabulary YAML for what a disclosure prints and the vocabulary does not know: titles of tables, headings of columns, names of rows,
 * headings of sections. What is only a line of text, and of no table, is a remark.
 */
export function suggestVocabulary(disclosure: Disclosure, vocabulary: Vocabulary, language: Language): string {
  const found: Suggested = { tables: {}, sections: {} }
  for (const table of disclosure.tables) suggestTable(table, { vocabulary, entity: disclosure.entity.name, found })
  suggestSections(disclosure.sections, vocabulary, disclosure.entity.name, found)
  const unread = (disclosure.extra ?? []).map((extra) => shortened(extra.text ?? (extra.grid ?? []).map((row) => row.join(' ')).join(' ')))
  const heads = {
    zh: ['# 没有认出的标题、栏目名、行名和章节，贴进词汇文件（disclint.config.yaml 的 vocabulary）后再运行一次 import --report。', '# 先看每条是不是内置条目的另一种叫法：是，就把名字并到那一条的 titles、names 或 headings 里。'],
    en: ['# Titles, column headings, row names and sections that were not recognised. Paste into a vocabulary file (vocabulary in disclint.config.yaml) and run import --report again.', '# Where an entry is another name of a built-in one, add the name to titles, names or headings of that one instead.'],
  }[language]
  const untitled = disclosure.tables.flatMap((table, i) => (vocabulary.tables.has(table.role) || family(table.title, disclosure.entity.name) !== '' ? [] : [{ number: i + 1, headings: headingsOf(table).slice(0, MOST_HEADINGS) }]))
  const rest = [
    ...untitled.map(({ number, headings }) => (language === 'zh' ? `# 第 ${number} 张表（${headings.join('、')}）没有标题，词汇靠标题认表：请在原件里给它加上标题` : `# table ${number} (${headings.join(', ')}) has no title, by which tables are recognised: give it one in the document`)),
    ...unread.map((text) => `# ${language === 'zh' ? '没有识别的内容' : 'not recognised'}: ${text}`),
  ]
  const groups = (['tables', 'sections'] as const).filter((group) => Object.keys(found[group]).length > 0)
  if (groups.length === 0 && untitled.length > 0) return `${rest.join('\n')}\n`
  if (groups.length === 0) return `${[language === 'zh' ? '# 标题、栏目名、行名和章节都认出来了' : '# All titles, headings, row names and sections were recognised', ...rest].join('\n')}\n`
  return `${[...heads, ...groups.flatMap((group) => [`${group}:`, ...entryLines(found[group])]), ...rest].join('\n')}\n`
}

const MOST_HEADINGS = 4

const headingsOf = ({ lanes }: Table): readonly string[] => lanes.flatMap(({ columns }) => columns.map(({ path, key }) => path.at(-1) ?? key))

const shortened = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60)

interface TableContext {
  readonly vocabulary: Vocabulary
  readonly entity: string
  readonly found: Suggested
}

function suggestTable(table: Table, { vocabulary, entity, found }: TableContext): void {
  const known = vocabulary.tables.get(table.role)
  const title = family(table.title, entity)
  if (known === undefined && title === '') return
  const role = known ?? likeliest(table, vocabulary)
  const id = role?.id ?? title
  const entry = (found.tables[id] ??= {})
  if (known === undefined) {
    entry['titles'] = [...((entry['titles'] as string[] | undefined) ?? []), title]
    if (role === undefined) entry['en'] ??= title
  }
  const columns = table.lanes.flatMap((lane) => unknownColumns(lane, role, vocabulary))
  if (columns.length > 0) entry['columns'] = { ...(entry['columns'] as object | undefined), ...Object.fromEntries(columns) }
  const rows = role === undefined ? { total: totalsOf(table, vocabulary) } : { names: unknownRows(table, role, vocabulary) }
  const [kind, list] = Object.entries(rows)[0] as [string, readonly string[] | Record<string, unknown>]
  if (Object.keys(list).length > 0) entry['rows'] = { [kind]: list }
  if (Object.keys(entry).length === 0) Reflect.deleteProperty(found.tables, id)
}

/** A title without year, number, remarks in brackets and the unit's name: what a family of titles shares. */
function family(title: string, entity: string): string {
  const plain = title.normalize('NFKC').replace(/\s+/g, '').replaceAll(entity === '' ? '\0' : entity, '')
  return plain.replace(/\([^()]*\)/g, '').replace(/(?:19|20)\d\d年?度?/g, '')
}

/** The role most of whose columns the table has. */
function likeliest(table: Table, vocabulary: Vocabulary): TableRole | undefined {
  const headings = table.lanes.flatMap(({ columns }) => columns.map(({ path, key }) => headingKey(path.at(-1) ?? key))).filter((heading) => heading !== '')
  const scored = [...vocabulary.tables.values()].map((role) => ({ role, hits: headings.filter((heading) => figuresOf(role).has(heading)).length }))
  const [best, next] = scored.toSorted((a, b) => b.hits - a.hits)
  const figures = headings.filter((heading) => scored.some(({ role }) => figuresOf(role).has(heading)) || !isNaming(heading, vocabulary)).length
  return best !== undefined && best.hits >= FEWEST_ALIKE && best.hits >= figures * ALIKE && best.hits > (next?.hits ?? 0) ? best.role : undefined
}

function isNaming(heading: string, vocabulary: Vocabulary): boolean {
  const fields = vocabulary.forms.get('grid')?.fields ?? {}
  return [...(fields['code'] ?? []), ...(fields['label'] ?? [])].some((word) => headingKey(word) === heading)
}

function figuresOf(role: TableRole): ReadonlySet<string> {
  return new Set(Object.entries(role.columns).flatMap(([key, column]) => (column.is === 'code' || column.is === 'label' ? [] : [key, ...(column.names ?? [])].map((name) => headingKey(name.split('/').at(-1) ?? name)))))
}

function unknownColumns({ columns, rows }: Lane, role: TableRole | undefined, vocabulary: Vocabulary): readonly (readonly [string, TableColumn])[] {
  const relative = relativeYears(columns.map(({ path }) => path.at(-1) ?? ''), lexiconOf(vocabulary))
  return columns.flatMap(({ key, path }): (readonly [string, TableColumn])[] => {
    const heading = foldText(relative(path.at(-1) ?? ''))
    // Codes and names of rows need no entry: what stands in their columns tells them.
    // A heading the role knows came twice: it needs no entry either.
    if (heading === '' || (role !== undefined && (Object.hasOwn(role.columns, key) || figuresOf(role).has(headingKey(heading)))) || rows.every(({ cells }) => cells[key] === undefined)) return []
    return [[stripYear(heading), { is: kindOf(key, rows) }]]
  })
}

const stripYear = (heading: string): string => heading.replace(/\([^()]*\)/g, '').replace(/(?:19|20)\d\d年?度?/g, '') || heading

function kindOf(key: string, rows: readonly Row[]): NonNullable<TableColumn['is']> {
  const printed = rows.flatMap(({ cells }) => (cells[key] === undefined ? [] : [String(cells[key])]))
  const kinds = printed.map(cellKind).filter((kind) => kind !== 'blank')
  if (kinds.filter((kind) => kind === 'text').length * 2 > kinds.length) return 'text'
  return kinds.filter((kind) => kind === 'percent').length * 2 > kinds.length ? 'percent' : 'amount'
}

function totalsOf(table: Table, vocabulary: Vocabulary): readonly string[] {
  const words = new Set((vocabulary.forms.get('grid')?.fields['total'] ?? []).map(labelKey))
  return [...new Set(table.lanes.flatMap(({ rows }) => rows.map(({ label }) => bareLabel(label))))].filter((label) => words.has(label))
}

/** Rows of a table whose rows have names, that bear none of them; items of a list (subjects, projects) need none. */
function unknownRows(table: Table, role: TableRole, vocabulary: Vocabulary): Record<string, readonly string[]> {
  const names = role.rows?.names
  if (names === undefined) return {}
  const known = new Set([...Object.entries(names).flatMap(([name, words]) => [name, ...words]), ...(role.rows?.total ?? []), ...(vocabulary.forms.get('grid')?.fields['total'] ?? [])].map(labelKey))
  const lanes = table.lanes.filter(({ label }) => !role.facts?.some(({ rows, lane }) => rows === 'item' && (lane === undefined || lane === label)))
  const labels = lanes.flatMap(({ rows }) => rows.filter(({ code, reading }) => code === undefined && reading !== 'doubtful').map(({ label }) => bareLabel(label)))
  const unknown = [...new Set(labels)].filter((label) => label !== '' && !known.has(label) && !known.has(label.replace(/^其中:?/, '')))
  const suggested: Record<string, readonly string[]> = {}
  for (const label of unknown) {
    // A number glued to a name that is known is another way of writing that name.
    const bare = label.replace(/^其中:?/, '').replace(/^\d{1,2}/, '')
    const name = Object.entries(names).find(([id, words]) => [id, ...words].some((word) => labelKey(word) === bare))?.[0] ?? stripYear(label)
    suggested[name] = [...new Set([...(suggested[name] ?? []), ...(name === stripYear(label) ? [name] : []), label])]
  }
  return suggested
}

function suggestSections(sections: readonly Section[], vocabulary: Vocabulary, entity: string, found: Suggested): void {
  const roleOf = sectionRoles(vocabulary)
  for (const { heading, level, sections: inner } of sections) {
    const name = family(stripNumbering(foldText(heading)).replace(/^第[一二三四五六七八九十]+(?:部分|章|篇)/, ''), entity).replace(/[:。;,]+$/, '')
    if (level <= 2 && name !== '' && roleOf(heading) === undefined && Object.keys(found.sections).length < MOST_SECTIONS) found.sections[name] = { headings: [name] }
    suggestSections(inner, vocabulary, entity, found)
  }
}

/** Entries as YAML: a line for each property, lists and what lies deeper in one line. */
function entryLines(entries: Record<string, Record<string, unknown>>): readonly string[] {
  return Object.entries(entries).flatMap(([id, entry]) => [
    `  ${scalar(id)}:`,
    ...Object.entries(entry).flatMap(([key, value]) => (key === 'columns' ? ['    columns:', ...Object.entries(value as object).map(([name, column]) => `      ${scalar(name)}: ${flow(column)}`)] : [`    ${key}: ${flow(value)}`])),
  ])
}

/** Words need no quotes in YAML unless they could be read as something else. */
function scalar(text: string): string {
  return /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w()（）“”%]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text)
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).map(([key, item]) => `${scalar(key)}: ${flow(item)}`).join(', ')}}`
  return scalar(String(value))
}
