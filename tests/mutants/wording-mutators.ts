import type { Disclosure } from '../../src/disclosure/model.ts'
import { editing, rewriting, spots } from './make.ts'
import { fields, paragraphs, type Place } from './places.ts'
import type { Mutator } from './types.ts'

const titles = (disclosure: Disclosure): readonly Place[] => disclosure.projects.flatMap((project, at) => (project.title === undefined ? [] : [{ pointer: `/projects/${at}/title`, text: project.title }]))
const ends = (disclosure: Disclosure): readonly Place[] => [...fields(disclosure, ['overview', 'necessity', 'plan']), ...paragraphs(disclosure)].filter(({ text }) => text.length > 30)
/** Labels of table rows that are a project's name. */
function rowsNamed(disclosure: Disclosure, name: string): readonly string[] {
  return disclosure.tables.flatMap((table, t) => table.lanes.flatMap((lane, l) => lane.rows.flatMap((row, r) => (row.label === name ? [`/tables/${t}/lanes/${l}/rows/${r}/label`] : []))))
}

const STOP = /[^。]{20,}(。)$/

/** Slips of wording and things that must not be published. All persons and numbers are invented. */
export const wordingMutators: readonly Mutator[] = [
  rewriting(['field-mobile', 'personal-data', 'personal-mobile'], { places: ends, pattern: STOP, change: () => '，联系手机19900012345。' }),
  rewriting(['field-id-card', 'personal-data', 'id-card'], { places: ends, pattern: STOP, change: () => '（11010519491231002X）。' }),
  rewriting(['field-bank-card', 'personal-data', 'bank-card'], { places: ends, pattern: STOP, change: () => '，汇入6222021234567890128。' }),
  rewriting(['field-plate', 'personal-data', 'licence-plate'], { places: ends, pattern: STOP, change: () => '，使用车辆晋A12345。' }),
  rewriting(['field-named-pay', 'personal-data', 'named-person-pay'], { places: (d) => fields(d, ['overview']), pattern: STOP, change: () => '，聘用人员（吴清河）工资共计36000元。' }),
  editing(['name-person', 'personal-data', 'named-person-pay'], (e, disclosure) => {
    const at = disclosure.projects.findIndex(({ name }) => rowsNamed(disclosure, name).length > 0)
    const project = disclosure.projects[at]
    if (!project) return undefined
    const name = `聘用人员吴清河${project.fiscalYear ?? '2026'}年工资`
    const pointers = [`/projects/${at}/name`, ...rowsNamed(disclosure, project.name)]
    for (const pointer of pointers) e.set(pointer, name)
    return { at: spots(...pointers), note: `${project.name} → ${name}` }
  }),
  rewriting(['field-foreign-word', 'typo', 'foreign-word'], { places: ends, pattern: /[\u4e00-\u9fff](和|及|与)[\u4e00-\u9fff]/, change: () => ' and ' }),
  rewriting(['field-about', 'typo', 'quantifier'], { places: ends, pattern: STOP, change: () => '，惠及居民1234余户。' }),
  rewriting(['field-compared', 'typo', 'confusion-pairs'], { places: paragraphs, pattern: STOP, change: () => '，与上年下降5%。' }),
  rewriting(['field-by-date', 'typo', 'confusion-pairs'], { places: ends, pattern: STOP, change: () => '，截止2025年底已有三处。' }),
  rewriting(['field-missing-stop', 'typo', 'punctuation-collision'], { places: (d) => fields(d, ['measures']), pattern: /^(.)/, change: (old) => `1.供水管网维护管理办法2.供水应急处置预案。${old}` }),
  rewriting(['field-list-gap', 'numbering', 'list-numbering'], { places: ends, pattern: STOP, change: () => '：1.巡查管网；2.检修泵站；4.清洗水池。' }),
  rewriting(['field-lone-number', 'numbering', 'list-numbering'], { places: (d) => fields(d, ['overview']), pattern: STOP, change: () => '。1.签订维护合同并按季度付款。' }),
  rewriting(['field-outer-quotes', 'quotes-brackets', 'stray-outer-quotes'], { places: (d) => fields(d, ['necessity']).filter(({ text }) => !/[“”]/.test(text)), pattern: /^(.+)$/, change: (old) => `“${old}”` }),
  rewriting(['field-docnum-title', 'doc-number-style', 'booktitle-use'], { places: ends, pattern: STOP, change: () => '，执行《清教函〔2026〕7号》。' }),
  rewriting(['field-docnum-ordinal', 'doc-number-style', 'docnum-brackets'], { places: ends, pattern: STOP, change: () => '，执行清教函〔2026〕第7号。' }),
  rewriting(['field-docnum-two', 'doc-number-style', 'docnum-consistent'], { places: ends, pattern: STOP, change: () => '，执行《清河市供水办法》（清政发〔2026〕7号）和《清河市供水办法》（清政发〔2025〕7号）。' }),
  rewriting(['title-level', 'unit-name', 'heading-wording'], { places: (d) => (d.projects.length > 2 ? titles(d) : []), pattern: /(项目支出)/, change: (old) => `区${old}` }),
  editing(['note-filled', 'other', 'filled-table-note'], (e, disclosure) => {
    const at = disclosure.tables.findIndex(({ note, lanes }) => note === undefined && lanes.some(({ rows }) => rows.some(({ cells }) => Object.values(cells).some((cell) => /[1-9]/.test(String(cell))))))
    if (at < 0) return undefined
    e.set(`/tables/${at}/note`, '注：本表无数据')
    return { at: spots(`/tables/${at}/note`), note: '有数的表写成无数据' }
  }),
  rewriting(['asset-kind', 'other', 'asset-paragraph-template'], { places: paragraphs, pattern: /100万元[^。；]*?(专用)设备/, change: () => '通用' }),
  rewriting(['number-style', 'other', 'number-style'], { places: paragraphs, pattern: /[^\d,.](\d{4})\.\d{2}万元/, change: (old) => `${old.slice(0, 1)},${old.slice(1)}` }),
  editing(['sentence-character-lost', 'typo', 'near-duplicate-sentence'], (e, disclosure) => {
    if (disclosure.projects.length < 4) return undefined
    const said = '管护人员按季度执行巡查计划并如实记录结果。'
    disclosure.projects.slice(0, 4).forEach((project, at) => { e.set(`/projects/${at}/plan`, `${project.plan ?? ''}${at === 2 ? said.replace('执行', '行') : said}`) })
    return { at: spots('/projects/2/plan'), note: '第3张表少一个字' }
  }),
  editing(['statutory-table-dropped', 'other', 'required-tables'], (e, disclosure) => {
    const at = disclosure.tables.findIndex(({ role }) => role === '三公经费表' || role === '三公经费决算表')
    if (at < 0) return undefined
    const entry = disclosure.toc?.findIndex(({ text }) => text.includes('三公') && text.endsWith('表')) ?? -1
    e.remove(`/tables/${at}`)
    if (entry >= 0) e.remove(`/toc/${entry}`)
    return { at: spots(''), note: '删去三公经费表' }
  }),
  editing(['attachment-number', 'numbering', 'attachment-numbering'], (e, disclosure) => {
    const label = disclosure.attachments?.[0]?.label
    if (label === undefined || !/\d/.test(label)) return undefined
    e.set('/attachments/0/label', label.replace(/\d+/, '4'))
    return { at: spots('/attachments/0/label'), note: `${label} → 4` }
  }),
]
