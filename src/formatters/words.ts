import type { RecognisedTable } from '../core/finding.ts'
import type { Language } from '../core/text.ts'
import type { Severity } from '../core/severity.ts'
import type { GapReason } from '../core/verdict.ts'
import { grouped } from './grouped.ts'

/** What formatters say in one language. Fixed by docs/用语.md. */
export interface Words {
  readonly severity: Readonly<Record<Severity, string>>
  readonly group: Readonly<Record<Severity, string>>
  readonly reason: Readonly<Record<GapReason, string>>
  readonly basis: (places: string) => string
  readonly more: (count: number) => string
  readonly consequence: string
  readonly suppressed: (reason: string) => string
  readonly dismissed: string
  readonly colon: string
  readonly comma: string
  readonly line: (line: number, column: number) => string
  readonly page: (page: number) => string
  readonly table: (table: number, row: number, column: number) => string
  readonly paragraph: (paragraph: number) => string
  readonly about: (place: string) => string
  /** Where a value stood in the document that the JSON was imported from. */
  readonly origin: (place: string) => string
  readonly summary: (counts: SummaryCounts) => string
  readonly clean: (counts: SummaryCounts) => string
  /** Nothing was found, and so many files could not be done. */
  readonly unfinished: (files: number, counts: SummaryCounts) => string
  readonly nothingChecked: string
  readonly first: (count: number) => string
  readonly problem: string
  readonly infos: (title: string, count: number, places: string) => string
  readonly recognition: (counts: { tables: number; sheets: number; paragraphs: number; unrecognised: number; rows: number; doubtful: number }) => string
  /** A table that was recognised; its role under its name in the language. */
  readonly recognisedTable: (table: RecognisedTable) => string
  readonly gaps: string
}

export interface SummaryCounts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly files: number
  readonly rules: number
  readonly passed: number
  readonly notEvaluated: number
  readonly suppressed: number
}

const zh: Words = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  group: { error: '必须修改', warning: '请核对', info: '提示' },
  reason: {
    'missing-table': '没有这张表',
    'missing-row': '表中没有这一行',
    'missing-column': '表中没有这一列',
    'missing-sheet': '没有项目绩效表',
    'missing-value': '没有这个数',
    'missing-document': '没有提供对照文件',
    blank: '该处空白',
    'not-a-number': '该处不是数字',
    'units-differ': '单位不同，无法比较',
    'zero-base': '基数为零',
    'scope-unclear': '口径不明',
    'doubtful-reading': '先核对提取结果',
    excerpt: '文件只是节选',
    'year-unclear': '年度不明',
    'no-majority': '各处互不相同，看不出以哪处为准',
    'unknown-key': '词汇表中没有',
    ambiguous: '有多种理解',
  },
  basis: (places) => `（依据 ${places}）`,
  more: (count) => `…… 另有 ${count} 处`,
  consequence: '由此引起',
  dismissed: '已不予采纳',
  suppressed: (reason) => `（已不予采纳：${reason}）`,
  colon: '：',
  comma: '，',
  line: (line, column) => `${line}:${column}`,
  page: (page) => `第${page}页`,
  table: (table, row, column) => `表${table} 第${row}行第${column}列`,
  paragraph: (paragraph) => `第${paragraph}段`,
  about: (place) => `${place} 附近`,
  origin: (place) => `（原件 ${place}）`,
  summary: (c) =>
    `✖ ${c.errors + c.warnings} 个问题（${c.errors} 错误，${c.warnings} 警告）${c.infos > 0 ? `，${c.infos} 条提示` : ''}${zhTail(c)}`,
  clean: (c) => `${c.passed === 0 ? '– 没有核对成任何一项，不能说没有问题' : '✔ 所核对的内容未发现问题'}${c.infos > 0 ? `，${c.infos} 条提示` : ''}${zhTail(c)}`,
  unfinished: (files, c) => `✖ ${files} 份文件没有检查完${c.infos > 0 ? `，${c.infos} 条提示` : ''}${zhTail(c)}`,
  nothingChecked: '几乎没有可核对的内容：请确认文件是预算、决算公开文本，或查看 disclint import --report',
  first: (count) => `先看这 ${count} 处：`,
  problem: '无法完成',
  infos: (title, count, places) => `${title}，${count} 处（${places}）`,
  recognition: (r) => `识别出 ${r.tables} 张表、${r.sheets} 张项目绩效表、${r.paragraphs} 段文字；表格 ${grouped(r.rows)} 行，存疑 ${r.doubtful} 行；未识别 ${r.unrecognised} 处`,
  recognisedTable: ({ role, name = role, title, rows, doubtful }) => `${name}：${title}（${rows} 行${doubtful > 0 ? `，存疑 ${doubtful} 行` : ''}）`,
  gaps: '未能核对的原因',
}

function zhTail(c: SummaryCounts): string {
  const suppressed = c.suppressed > 0 ? ` · 已不予采纳 ${c.suppressed} 项` : ''
  return ` · ${c.files} 份文件 · ${c.rules} 条规则 · 已核对 ${grouped(c.passed)} 项，未能核对 ${grouped(c.notEvaluated)} 项（--stats 看原因）${suppressed}`
}

/** A number with its English noun. */
const counted = (n: number, noun: string): string => `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`

const en: Words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  group: { error: 'Must be corrected', warning: 'Please check', info: 'Remarks' },
  reason: {
    'missing-table': 'no such table',
    'missing-row': 'no such row in the table',
    'missing-column': 'no such column in the table',
    'missing-sheet': 'no performance sheet',
    'missing-value': 'no such figure',
    'missing-document': 'the document to compare with was not given',
    blank: 'blank',
    'not-a-number': 'not a number',
    'units-differ': 'different units cannot be compared',
    'zero-base': 'the base is zero',
    'scope-unclear': 'scope not stated',
    'doubtful-reading': 'check the extraction first',
    excerpt: 'the file is an excerpt',
    'year-unclear': 'fiscal year unclear',
    'no-majority': 'all differ, none prevails',
    'unknown-key': 'not in the vocabulary',
    ambiguous: 'can be read in several ways',
  },
  basis: (places) => ` (from ${places})`,
  more: (count) => `… and ${count} more ${count === 1 ? 'place' : 'places'}`,
  consequence: 'follows from it',
  dismissed: 'Dismissed',
  suppressed: (reason) => ` (dismissed: ${reason})`,
  colon: ': ',
  comma: ', ',
  line: (line, column) => `${line}:${column}`,
  page: (page) => `page ${page}`,
  table: (table, row, column) => `table ${table} row ${row} column ${column}`,
  paragraph: (paragraph) => `paragraph ${paragraph}`,
  about: (place) => `near ${place}`,
  origin: (place) => ` (from ${place})`,
  summary: (c) => `✖ ${counted(c.errors + c.warnings, 'problem')} (${counted(c.errors, 'error')}, ${counted(c.warnings, 'warning')})${c.infos > 0 ? `, ${counted(c.infos, 'remark')}` : ''}${enTail(c)}`,
  clean: (c) => `${c.passed === 0 ? '– Nothing could be checked, which is not to say that there is no problem' : '✔ No problem found in what was checked'}${c.infos > 0 ? `, ${counted(c.infos, 'remark')}` : ''}${enTail(c)}`,
  unfinished: (files, c) => `✖ ${counted(files, 'file')} could not be done${c.infos > 0 ? `, ${counted(c.infos, 'remark')}` : ''}${enTail(c)}`,
  nothingChecked: 'Almost nothing could be checked: is this a budget or final-account disclosure? See disclint import --report',
  first: (count) => `Look at these ${count} first:`,
  problem: 'could not be done',
  infos: (title, count, places) => `${title}: ${counted(count, 'place')} (${places})`,
  recognition: (r) => `recognised ${counted(r.tables, 'table')}, ${counted(r.sheets, 'project sheet')}, ${counted(r.paragraphs, 'paragraph')}; ${counted(r.rows, 'table row')}, ${r.doubtful} doubtful; ${counted(r.unrecognised, 'block')} not recognised`,
  recognisedTable: ({ role, name = role, title, rows, doubtful }) => `${name}: ${title} (${counted(rows, 'row')}${doubtful > 0 ? `, ${doubtful} doubtful` : ''})`,
  gaps: 'Why checks were not made',
}

function enTail(c: SummaryCounts): string {
  const suppressed = c.suppressed > 0 ? ` · ${c.suppressed} dismissed` : ''
  return ` · ${counted(c.files, 'file')} · ${counted(c.rules, 'rule')} · ${grouped(c.passed)} checked, ${grouped(c.notEvaluated)} could not be (--stats says why)${suppressed}`
}

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return language === 'zh' ? zh : en
}
