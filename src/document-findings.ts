import type { ReportRule, Site } from './core/finding.ts'
import type { Bilingual, Language } from './core/text.ts'
import type { Table } from './disclosure/model.ts'
import type { Describer } from './engine/index.ts'
import type { RawFinding } from './findings/index.ts'
import { NOTICE_RULES, noticeFindings } from './notice-findings.ts'
import type { ReadSubjects } from './read-subjects.ts'

/** Findings about the file itself (its form, how surely it was read): they come before any rule can run. */
export const DOCUMENT_RULES: readonly ReportRule[] = [
  documentRule('document/schema', 'error', { zh: '公开 JSON 不合格式', en: 'The disclosure JSON breaks its schema' }, { zh: '不合格式的部分没有检查', en: 'Parts that break the schema are not checked' }, { zh: '按提示改正该处，编辑器里可用 schemas/disclosure.schema.json 补全', en: 'Correct the place; editors complete from schemas/disclosure.schema.json' }),
  documentRule('document/duplicate-key', 'error', { zh: '同一个键写了两次', en: 'A key is given twice' }, { zh: 'JSON 只认最后一次，前面的内容会悄悄丢失', en: 'JSON keeps only the last one, silently' }, { zh: '删去其中一处', en: 'Remove one of them' }),
  documentRule('document/unknown-key', 'info', { zh: '不认识的键', en: 'Unknown key' }, { zh: '写错的键等于没写', en: 'A misspelt key counts as absent' }, { zh: '改成提示的名称，或删去', en: 'Use the name suggested, or remove it' }),
  documentRule('document/doubtful-rows', 'info', { zh: '表格有存疑的行', en: 'A table has doubtful rows' }, { zh: '表格是从文字还原的，格子可能错位；存疑的行没有检查', en: 'The table was rebuilt from text and cells may have moved; doubtful rows were not checked' }, { zh: '对照原件核对这些行，或改用 Word、Excel 原件检查', en: 'Compare these rows with the original, or lint the Word or Excel file' }),
  documentRule('document/unrecognised', 'warning', { zh: '有数字的内容没有识别', en: 'Figures that were not recognised' }, { zh: '没有识别的内容没有检查', en: 'What is not recognised is not checked' }, { zh: '用 disclint import 文件 --suggest 看缺哪些词，补进词汇表', en: 'See what the vocabulary lacks with disclint import FILE --suggest' }),
  ...NOTICE_RULES,
]

function documentRule(id: string, severity: ReportRule['severity'], title: Bilingual, why: Bilingual, howToFix: Bilingual): ReportRule {
  return { id, severity, category: '完整性', title, why, howToFix, source: [{ name: '惯例' }], messages: [title] }
}

const CODES = new Set(DOCUMENT_RULES.map(({ id }) => id))

/** Schema faults, duplicate keys, unknown keys, and one info for each table with doubtful rows. */
export function documentFindings(read: ReadSubjects, language: Language, describe?: Describer): RawFinding[] {
  const notices = read.documents.flatMap(({ file, notices: own = [] }) => noticeFindings(file, own, language, read.documents.length === 1))
  if (!read.disclosure || !describe) return [...faultFindings(read, language), ...notices]
  return [...faultFindings(read, language), ...doubtFindings(read.disclosure.tables, language, describe), ...unrecognisedFindings(read, language), ...notices]
}

/** A block with this many amounts, or of this length, that is not recognised is more than a stray line. */
const MANY_AMOUNTS = 10
const LONG = 150

function unrecognisedFindings({ recognition }: ReadSubjects, language: Language): RawFinding[] {
  return recognition.unrecognised.flatMap(({ text, amounts }, i) => {
    if (amounts < MANY_AMOUNTS && text.length < LONG) return []
    const message = amounts < MANY_AMOUNTS
      ? { zh: `这一段有 ${text.length} 个字，没有识别出属于哪张表，只核对了个人信息等文字`, en: `${text.length} characters stand here that belong to no table or form that is known; only personal data and the like were looked for` }
      : { zh: `这一段有 ${amounts} 个数字，没有识别出属于哪张表、哪一栏，没有检查`, en: `${amounts} figures stand here that belong to no table or column that is known; they were not checked` }
    const site: Site = { role: '', label: shortLine(text), text: shortLine(text), pointer: `/extra/${i}`, address: `extra/${shortLine(text)}` }
    return [{ ...finding('document/unrecognised', message[language], [site]), severity: 'warning' }]
  })
}

const LONGEST_LABEL = 30

function shortLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_LABEL ? `${line.slice(0, LONGEST_LABEL)}…` : line
}

function faultFindings(read: ReadSubjects, language: Language): RawFinding[] {
  return read.faults.map((fault) => {
    const id = `document/${fault.code}`
    const site: Site = { role: '', label: fault.pointer, text: '', pointer: fault.pointer, address: fault.pointer }
    return { ...finding(CODES.has(id) ? id : 'document/schema', fault.message[language], [site]), severity: fault.severity }
  })
}

function doubtFindings(tables: readonly Table[], language: Language, describe: Describer): RawFinding[] {
  return tables.flatMap((table, t) => {
    const rows = table.lanes.flatMap((lane, l) => lane.rows.flatMap((row, r) => (row.reading === 'doubtful' ? [{ row, pointer: `/tables/${t}/lanes/${l}/rows/${r}` }] : [])))
    if (rows.length === 0) return []
    const name = table.title === '' ? { zh: '一张没有标题的表', en: 'a table without a title' } : { zh: `“${table.title}”`, en: `"${table.title}"` }
    const message = { zh: `${name.zh}有 ${rows.length} 行的格子可能错位，没有检查`, en: `${name.en} has ${rows.length} rows whose cells may have moved; they were not checked` }
    const sites = rows.map(({ row, pointer }): Site => {
      const ref = { pointer: `${pointer}/label` }
      return { role: '', label: describe.label(ref), address: describe.address(ref), text: row.label, pointer: ref.pointer }
    })
    return [finding('document/doubtful-rows', message[language], sites)]
  })
}

function finding(ruleId: string, message: string, sites: readonly Site[]): RawFinding {
  return { ruleId, severity: 'info', verdict: 'violated', category: '完整性', message, args: {}, sites }
}
