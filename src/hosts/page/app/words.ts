import type { Language } from '../../../index.ts'
import type { Role } from './protocol.ts'

/** What the page says before the sheet is there. */
export interface PageWords {
  readonly title: string
  readonly lead: string
  readonly formats: string
  readonly local: string
  readonly choose: string
  readonly last: string
  readonly lastLoaded: (name: string) => string
  readonly badDecisions: string
  readonly reading: (file: string) => string
  readonly working: string
  readonly failed: (reason: string) => string
  readonly recognised: string
  readonly role: Readonly<Record<Role, string>>
  readonly roleOf: (file: string) => string
  readonly asOne: string
  readonly counts: (tables: number, sheets: number, paragraphs: number) => string
  readonly unrecognised: (count: number) => string
  readonly doubtful: (count: number) => string
  readonly tablesTitle: (count: number) => string
  readonly rows: (count: number) => string
  readonly found: (errors: number, warnings: number) => string
  readonly nothing: string
  readonly open: string
  readonly more: string
  readonly remove: (file: string) => string
  readonly noSubject: string
  readonly changed: string
  readonly notSaved: string
}

const zh: PageWords = {
  title: '预算公开、决算公开核对',
  lead: '把要公开的文件拖到这里',
  formats: 'Word（docx）、Excel（xlsx）、PDF、文本、网页、公开 JSON；一份公开文本分成几个文件时，一起拖进来。',
  local: '文件只在本机处理，不上传，不联网。',
  choose: '选择文件',
  last: '载入上次的决定',
  lastLoaded: (name) => `已载入上次的决定：${name}`,
  badDecisions: '这不是 disclint 的决定文件，请选“导出决定”保存的 JSON',
  reading: (file) => `正在读取 ${file}`,
  working: '正在核对',
  failed: (reason) => `没有完成：${reason}`,
  recognised: '识别结果',
  role: { subject: '检查这份', previous: '上年公开文本', budget: '对应的预算', final: '对应的决算', unit: '所属单位' },
  roleOf: (file) => `${file} 的用途`,
  asOne: '这些文件是同一份公开文本的几个部分',
  counts: (tables, sheets, paragraphs) => `${tables} 张表、${sheets} 张项目绩效表、${paragraphs} 段文字`,
  unrecognised: (count) => `未识别 ${count} 处`,
  doubtful: (count) => `存疑 ${count} 行`,
  tablesTitle: (count) => `看识别出的 ${count} 张表`,
  rows: (count) => `${count} 行`,
  found: (errors, warnings) => `必须修改 ${errors} 项，请核对 ${warnings} 项`,
  nothing: '所核对的内容未发现问题',
  open: '看审核单',
  more: '再加文件',
  remove: (file) => `移除 ${file}`,
  noSubject: '请至少把一份文件设为“检查这份”',
  changed: '文件有改动，已重新核对',
  notSaved: '决定没有保存：disclint serve 可能已经结束',
}

const en: PageWords = {
  title: 'Budget and final-account disclosures',
  lead: 'Drop the files to be published here',
  formats: 'Word (docx), Excel (xlsx), PDF, text, web page, disclosure JSON; drop the parts of one disclosure together.',
  local: 'Files are read on this computer only: nothing is uploaded, nothing is loaded.',
  choose: 'Choose files',
  last: 'Load decisions',
  lastLoaded: (name) => `Decisions loaded: ${name}`,
  badDecisions: 'This is no decisions file of disclint: choose the JSON that "Export decisions" saved',
  reading: (file) => `Reading ${file}`,
  working: 'Checking',
  failed: (reason) => `Not done: ${reason}`,
  recognised: 'What was recognised',
  role: { subject: 'check this one', previous: "last year's disclosure", budget: 'its budget', final: 'its final account', unit: 'a unit below' },
  roleOf: (file) => `Role of ${file}`,
  asOne: 'These files are parts of one disclosure',
  counts: (tables, sheets, paragraphs) => `${tables} tables, ${sheets} project sheets, ${paragraphs} paragraphs`,
  unrecognised: (count) => `${count} not recognised`,
  doubtful: (count) => `${count} doubtful rows`,
  tablesTitle: (count) => `The ${count} tables recognised`,
  rows: (count) => `${count} rows`,
  found: (errors, warnings) => `${errors} must be corrected, ${warnings} to be checked`,
  nothing: 'No problem found in what was checked',
  open: 'Open the review sheet',
  more: 'Add files',
  remove: (file) => `Remove ${file}`,
  noSubject: 'Set at least one file to "check this one"',
  changed: 'A file changed and was checked again',
  notSaved: 'The decisions were not saved: disclint serve may have ended',
}

/** The page's words in a language. */
export function pageWords(language: Language): PageWords {
  return language === 'zh' ? zh : en
}
