import type { Language } from './core/text.ts'
import type { Disclosure, Project, Section, Table } from './disclosure/model.ts'
import { sectionRoles } from './facts/items/sections.ts'
import type { TableRole, Vocabulary } from './vocabulary/types.ts'

/** How surely each table, sheet and section of a disclosure was recognised, by what, and what was not: a line each. */
export function recognitionDetails(disclosure: Disclosure, { vocabulary, language, roles }: DetailContext): readonly string[] {
  const words = WORDS[language]
  const roleOf = sectionRoles(vocabulary)
  const headings = headingsOf(disclosure.sections)
  const unknown = headings.filter((heading) => roleOf(heading) === undefined)
  return [
    ...disclosure.tables.map((table, t) => `  ${table.role === UNKNOWN ? words.unknown : (roles[t] ?? table.role)}${words.colon}${tableLine(table, vocabulary.tables.get(table.role), words)}`),
    ...disclosure.projects.map((project) => `  ${sheetLine(project, words)}`),
    ...(disclosure.overall === undefined ? [] : [`  ${words.overall}${words.colon}${words.indicators(disclosure.overall.indicators.length, doubtfulOf(disclosure.overall.indicators))}`]),
    ...(headings.length > 0 ? [`  ${words.sections(headings.length - unknown.length, headings.length)}`] : []),
    ...unknown.map((heading) => `    ? ${heading}`),
  ]
}

const UNKNOWN = 'unknown'

interface DetailContext {
  readonly vocabulary: Vocabulary
  readonly language: Language
  /** Names of the tables' roles in that language. */
  readonly roles: readonly string[]
}

interface Words {
  readonly colon: string
  readonly list: string
  readonly untitled: string
  readonly unknown: string
  readonly overall: string
  readonly sheet: string
  readonly byTitle: string
  readonly byRows: string
  readonly notKnown: string
  readonly byPosition: string
  readonly unitless: string
  readonly rows: (all: number, inferred: number, doubtful: number) => string
  readonly columns: (known: number, all: number, unknown: readonly string[]) => string
  readonly indicators: (all: number, doubtful: number) => string
  readonly sections: (known: number, all: number) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    colon: '：', list: '；', untitled: '（无标题）', unknown: '没认出的表', overall: '整体绩效表', sheet: '项目绩效表', byTitle: '按标题认出', byRows: '按行名认出（推断）', notKnown: '标题不在词汇里', byPosition: '栏目靠位置对应（推断）', unitless: '没有单位',
    rows: (all, inferred, doubtful) => `${all} 行${inferred > 0 ? `，推断 ${inferred} 行` : ''}${doubtful > 0 ? `，存疑 ${doubtful} 行` : ''}`,
    columns: (known, all, unknown) => `栏目 ${known}/${all}${unknown.length > 0 ? `，没认出：${unknown.join('、')}` : ''}`,
    indicators: (all, doubtful) => `指标 ${all} 项${doubtful > 0 ? `，存疑 ${doubtful} 项` : ''}`,
    sections: (known, all) => `章节：${known}/${all} 个标题认出${known < all ? '，其余：' : ''}`,
  },
  en: {
    colon: ': ', list: '; ', untitled: '(untitled)', unknown: 'unknown table', overall: 'overall form', sheet: 'project sheet', byTitle: 'by its title', byRows: 'by the names of its rows (inferred)', notKnown: 'title not in the vocabulary', byPosition: 'headings matched by position (inferred)', unitless: 'no unit',
    rows: (all, inferred, doubtful) => `${all} rows${inferred > 0 ? `, ${inferred} inferred` : ''}${doubtful > 0 ? `, ${doubtful} doubtful` : ''}`,
    columns: (known, all, unknown) => `${known}/${all} columns${unknown.length > 0 ? `, not known: ${unknown.join(', ')}` : ''}`,
    indicators: (all, doubtful) => `${all} indicators${doubtful > 0 ? `, ${doubtful} doubtful` : ''}`,
    sections: (known, all) => `sections: ${known} of ${all} headings known${known < all ? '; the others:' : ''}`,
  },
}

function tableLine(table: Table, role: TableRole | undefined, words: Words): string {
  const rows = table.lanes.flatMap((lane) => lane.rows)
  // Columns of codes and names are told by what stands in them.
  const columns = table.lanes.flatMap((lane) => lane.columns.filter(({ key }) => lane.rows.some(({ cells }) => cells[key] !== undefined)))
  const unknown = role === undefined ? [] : columns.filter(({ key }) => !Object.hasOwn(role.columns, key)).map(({ path, key }) => path.at(-1) ?? key)
  const by = role === undefined ? words.notKnown : table.doubt === 'role-by-shape' ? words.byRows : words.byTitle
  const parts = [
    words.rows(rows.length, rows.filter(({ reading }) => reading === 'inferred').length, doubtfulOf(rows)),
    by,
    ...(role === undefined ? [] : [words.columns(columns.length - unknown.length, columns.length, unknown)]),
    ...(table.doubt === 'header-by-position' ? [words.byPosition] : []),
    ...(table.unit === undefined ? [words.unitless] : []),
  ]
  return `${table.title === '' ? words.untitled : table.title}（${parts.join(words.list)}）`
}

function sheetLine(project: Project, words: Words): string {
  return `${words.sheet}${words.colon}${project.name === '' ? words.untitled : project.name}（${words.indicators(project.indicators.length, doubtfulOf(project.indicators))}）`
}

function doubtfulOf(rows: readonly { readonly reading?: string }[]): number {
  return rows.filter(({ reading }) => reading === 'doubtful').length
}

/** Headings down to 一、; deeper ones are items of a section. */
function headingsOf(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ heading, level, sections: inner }) => [...(level <= 2 && heading !== '' ? [heading] : []), ...headingsOf(inner)])
}
