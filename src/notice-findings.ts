import type { ReportRule, Site } from './core/finding.ts'
import type { Severity } from './core/severity.ts'
import type { Bilingual, Language } from './core/text.ts'
import type { RawFinding } from './findings/index.ts'
import type { Notice, NoticeKind } from './readers/block.ts'

interface NoticeRule {
  readonly severity: Severity
  readonly category: string
  readonly title: Bilingual
  readonly message: (count: number) => Bilingual
  readonly why: Bilingual
  readonly howToFix: Bilingual
}

const PUBLISHED: Bilingual = { zh: '发布原文件时，任何人都能看到这些内容', en: 'Whoever gets the published file can see it' }

/** What is said of each kind of notice. Changes, comments and hidden text were never meant to be published; the rest often is harmless. */
const NOTICES: Readonly<Record<NoticeKind, NoticeRule>> = {
  insertion: {
    severity: 'error',
    category: '信息安全',
    title: { zh: '留有修订痕迹（插入）', en: 'Tracked insertions' },
    message: (n) => ({ zh: `文件里有 ${n} 处未接受的插入（修订痕迹）`, en: `${n} tracked insertions were never accepted` }),
    why: PUBLISHED,
    howToFix: { zh: '在“审阅”中接受或拒绝全部修订后再发布', en: 'Accept or reject all changes before publishing' },
  },
  deletion: {
    severity: 'error',
    category: '信息安全',
    title: { zh: '留有修订痕迹（删除）', en: 'Tracked deletions' },
    message: (n) => ({ zh: `文件里有 ${n} 处未接受的删除（修订痕迹），删去的文字仍可看到`, en: `${n} tracked deletions: the deleted text can still be seen` }),
    why: PUBLISHED,
    howToFix: { zh: '在“审阅”中接受或拒绝全部修订后再发布', en: 'Accept or reject all changes before publishing' },
  },
  comment: {
    severity: 'error',
    category: '信息安全',
    title: { zh: '留有批注', en: 'Comments left in the file' },
    message: (n) => ({ zh: `文件里有 ${n} 条批注`, en: `the file holds ${n} comments` }),
    why: PUBLISHED,
    howToFix: { zh: '删除全部批注后再发布', en: 'Delete all comments before publishing' },
  },
  'hidden-text': {
    severity: 'error',
    category: '信息安全',
    title: { zh: '留有隐藏文字', en: 'Hidden text' },
    message: (n) => ({ zh: `文件里有 ${n} 处隐藏文字，没有检查`, en: `${n} stretches of hidden text; they were not checked` }),
    why: PUBLISHED,
    howToFix: { zh: '删去隐藏文字，或取消隐藏后重新检查', en: 'Delete the hidden text, or show it and lint again' },
  },
  'struck-text': {
    severity: 'warning',
    category: '信息安全',
    title: { zh: '留有带删除线的文字', en: 'Struck-through text' },
    message: (n) => ({ zh: `文件里有 ${n} 处带删除线的文字，按已删去处理，没有检查`, en: `${n} stretches of struck-through text; they were taken for deleted and not checked` }),
    why: { zh: '带删除线多是改稿时留下的，说明文件还没有定稿；发布后任何人都能看到改动前的内容', en: 'Struck-through text is mostly left from editing: the file is a draft, and whoever gets it sees what it said before' },
    howToFix: { zh: '删去带删除线的文字；要保留的，取消删除线后重新检查', en: 'Delete the struck-through text; where it is to stay, remove the line through it and lint again' },
  },
  'hidden-sheet': {
    severity: 'warning',
    category: '信息安全',
    title: { zh: '有隐藏的工作表', en: 'Hidden sheets' },
    message: (n) => ({ zh: `文件里有 ${n} 张隐藏的工作表，没有检查`, en: `${n} hidden sheets; they were not checked` }),
    why: PUBLISHED,
    howToFix: { zh: '删去隐藏的工作表，或取消隐藏后重新检查', en: 'Delete the hidden sheets, or show them and lint again' },
  },
  'hidden-rows': {
    severity: 'warning',
    category: '信息安全',
    title: { zh: '有隐藏的行、列或单元格', en: 'Hidden rows, columns or cells' },
    message: (n) => ({ zh: `有 ${n} 处隐藏的行、列或单元格，没有检查`, en: `${n} hidden rows, columns or cells; they were not checked` }),
    why: PUBLISHED,
    howToFix: { zh: '删去隐藏的内容，或取消隐藏（白色的字、不显示数字的格式也算隐藏）后重新检查', en: 'Delete what is hidden, or show it (white text and formats that print nothing hide too) and lint again' },
  },
  author: {
    severity: 'info',
    category: '信息安全',
    title: { zh: '文件属性中有作者姓名', en: 'Names of authors in the properties' },
    message: () => ({ zh: '文件属性中留有作者或修改人', en: 'the properties name an author or editor' }),
    why: PUBLISHED,
    howToFix: { zh: '用“检查文档”删除个人信息后再发布', en: 'Remove personal information with the document inspector' },
  },
  'formula-without-value': {
    severity: 'warning',
    category: '完整性',
    title: { zh: '公式没有保存结果', en: 'Formulas without saved values' },
    message: (n) => ({ zh: `${n} 个单元格的公式没有保存计算结果，其值未知，所在行没有检查`, en: `${n} formulas have no saved value; it is unknown and their rows were not checked` }),
    why: { zh: '文件由程序生成，没有在 Excel 或 WPS 中算过；空值不能当 0', en: 'The file was written by a program and never calculated; no value is not 0' },
    howToFix: { zh: '用 Excel 或 WPS 打开并保存一次，再检查', en: 'Open and save it once in Excel or WPS, then lint again' },
  },
  'embedded-object': {
    severity: 'warning',
    category: '完整性',
    title: { zh: '嵌入的对象没有检查', en: 'Embedded objects were not checked' },
    message: (n) => ({ zh: `文件里嵌有 ${n} 个对象（如 Excel 表），其中的内容没有检查`, en: `${n} embedded objects (such as Excel sheets); what they hold was not checked` }),
    why: { zh: '嵌入的对象在页面上只是一张图，程序读不到其中的表格；发布原文件时，别人还能打开整个对象', en: 'On the page an embedded object is only a picture, its tables cannot be read; whoever gets the published file can open all of it' },
    howToFix: { zh: '把其中的内容改成普通表格或文字，或连同原件一起用 --as-one 检查', en: 'Turn it into plain tables or text, or lint its original together with this file (--as-one)' },
  },
  'inserted-file': {
    severity: 'warning',
    category: '完整性',
    title: { zh: '插入的文件没有检查', en: 'Inserted files were not checked' },
    message: (n) => ({ zh: `正文里插入了 ${n} 个别的文件，读不出其中的内容，没有检查`, en: `${n} files inserted into the text cannot be read; what they hold was not checked` }),
    why: { zh: '打开文件时，插入的内容和正文一样显示，其实另存在一个文件里', en: 'When the file is opened they show like the rest of the text, but they are kept as files of their own' },
    howToFix: { zh: '用 Word 打开，另存为 .docx（插入的内容会并入正文），再检查', en: 'Open it in Word and save it as .docx, which makes them part of the text; then lint again' },
  },
  picture: {
    severity: 'info',
    category: '完整性',
    title: { zh: '图片中的文字没有检查', en: 'Pictures were not checked' },
    message: (n) => ({ zh: `文件里有 ${n} 张较大的图片，图中如有表格或文字，没有检查`, en: `${n} large pictures; tables or text in them were not checked` }),
    why: { zh: '贴成图片的表格，程序读不到', en: 'A table pasted as a picture cannot be read' },
    howToFix: { zh: '如果图片是表格，改用真正的表格', en: 'If a picture shows a table, use a real table' },
  },
  'picture-page': {
    severity: 'warning',
    category: '完整性',
    title: { zh: '整页是图片，没有检查', en: 'Pages that are pictures were not checked' },
    message: (n) => ({ zh: `有 ${n} 页只有图片没有文字（扫描页），没有检查`, en: `${n} pages are pictures without text (scans); they were not checked` }),
    why: { zh: '扫描页里的表格和文字，程序读不到', en: 'Tables and text of a scanned page cannot be read' },
    howToFix: { zh: '用 Word、Excel 原件直接导出 PDF，再检查', en: 'Export the PDF from the Word or Excel file, then lint again' },
  },
}

/** The rules that stand for notices, for the report. */
export const NOTICE_RULES: readonly ReportRule[] = Object.entries(NOTICES).map(([kind, { severity, category, title, why, howToFix, message }]) => ({
  id: `document/${kind}`, severity, category, title, why, howToFix, source: [{ name: '惯例' }], messages: [message(1)],
}))

/** One finding a kind and file: what it carries besides its visible text. */
export function noticeFindings(file: string, notices: readonly Notice[], language: Language, alone: boolean): RawFinding[] {
  return (Object.keys(NOTICES) as NoticeKind[]).flatMap((kind): RawFinding[] => {
    const own = notices.filter((notice) => notice.kind === kind)
    if (own.length === 0) return []
    const { severity, category, title, message } = NOTICES[kind]
    const sites = own.map(({ text, place }): Site => ({ role: '', label: title[language], text: shortened(text), address: kind, ...(place && { place }), ...(!alone && { file }) }))
    return [{ ruleId: `document/${kind}`, severity, verdict: 'violated', category, message: message(own.length)[language], args: {}, sites }]
  })
}

const LONGEST = 60

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
