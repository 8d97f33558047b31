import type { Phase } from '../../disclosure/model.ts'
import type { Language } from '../../core/text.ts'

/** What the review sheet says in one language, beside the words of all formatters. */
export interface SheetWords {
  readonly colon: string
  /** Ends a sentence before another. */
  readonly stop: string
  readonly by: (name: string) => string
  readonly locale: string
  /** Between a year and what follows it. */
  readonly gap: string
  readonly sheetName: string
  readonly kind: Readonly<Record<string, string>>
  readonly extent: Readonly<Record<string, string>>
  readonly year: (year: number) => string
  readonly line: (line: number) => string
  readonly table: string
  readonly unit: string
  readonly marks: string
  readonly unrecognised: string
  readonly noContent: string
  readonly form: Readonly<Record<FormWord, string>>
  readonly phase: Readonly<Record<Phase, string>>
  readonly goal: (phase: string) => string
  readonly tab: { readonly findings: string; readonly document: string; readonly coverage: string }
  readonly finding: Readonly<Record<FindingWord, string>>
  readonly places: (count: number) => string
  readonly morePlaces: (count: number) => string
  readonly follows: (count: number) => string
  readonly filter: Readonly<Record<FilterWord, string>>
  readonly decision: Readonly<Record<DecisionWord, string>>
  readonly coverage: Readonly<Record<CoverageWord, string>>
  readonly nothingFound: string
  readonly checkedOf: (passed: string, notEvaluated: string) => string
  readonly opinion: Readonly<Record<OpinionWord, string>>
  readonly opinionTitle: (entity: string, kind: string) => string
  readonly command: Readonly<Record<CommandWord, string>>
}

type FormWord = 'name' | 'department' | 'implementer' | 'attribute' | 'term' | 'overview' | 'basis' | 'necessity' | 'measures' | 'plan' | 'funds' | 'total' | 'weight' | 'rate' | 'score' | 'reason' | 'execution' | 'level1' | 'kind' | 'indicator' | 'value' | 'nature' | 'unit' | 'responsible' | 'preparer' | 'phone' | 'filledAt' | 'unitName' | 'staffing' | 'duties' | 'strategy' | 'tasks' | 'goal' | 'bySource' | 'byType' | 'amount' | 'overall'
type FindingWord = 'written' | 'expected' | 'difference' | 'sides' | 'arithmetic' | 'why' | 'howToFix' | 'source' | 'suggestion' | 'steps' | 'unsafe' | 'about'
type FilterWord = 'search' | 'all' | 'category' | 'state' | 'undecided' | 'none' | 'file' | 'outline' | 'clear' | 'suppressed'
type DecisionWord = 'confirm' | 'dismiss' | 'note' | 'confirmed' | 'dismissed' | 'noted' | 'reason' | 'reasonHint' | 'noteHint' | 'save' | 'cancel' | 'undo' | 'reasonNeeded' | 'stays' | 'fixed' | 'fresh' | 'changed' | 'fixedTitle' | 'badFile' | 'loaded' | 'progress' | 'saved'
type CoverageWord = 'title' | 'checked' | 'explainable' | 'gaps' | 'recognised' | 'tables' | 'sheets' | 'paragraphs' | 'rows' | 'doubtful' | 'unrecognised' | 'nothingUnrecognised' | 'byRule' | 'rule' | 'passed' | 'failed' | 'notEvaluated' | 'reason' | 'idle' | 'problems' | 'caution' | 'count'
type OpinionWord = 'title' | 'number' | 'place' | 'problem' | 'values' | 'basis' | 'advice' | 'confirmedPart' | 'openPart' | 'dismissedPart' | 'scopePart' | 'file' | 'digest' | 'date' | 'signature' | 'nothing' | 'reason'
type CommandWord = 'print' | 'export' | 'load' | 'help' | 'previous' | 'next' | 'back' | 'keys' | 'close'

const zh: SheetWords = {
  colon: '：',
  stop: '。',
  by: (name) => `（${name}）`,
  locale: 'zh-CN',
  gap: '',
  sheetName: '审核单',
  kind: { budget: '预算公开', 'final-accounts': '决算公开', 'self-evaluation': '绩效自评公开', other: '公开文本' },
  extent: { whole: '全文', excerpt: '节选', unknown: '完整程度不明' },
  year: (year) => `${year}年`,
  line: (line) => `第 ${line} 行`,
  table: '表',
  unit: '单位',
  marks: '页眉、页码和水印',
  unrecognised: '未识别的内容',
  noContent: '这份报告没有附带原文，只列出问题和它们的位置。',
  form: {
    name: '项目名称', department: '主管部门', implementer: '实施单位', attribute: '项目属性', term: '项目期', overview: '项目概况', basis: '立项依据', necessity: '立项必要性', measures: '保障措施', plan: '实施计划',
    funds: '项目资金', total: '资金总额', weight: '分值', rate: '执行率', score: '得分', reason: '偏差原因', execution: '预算执行', level1: '一级指标', kind: '二级指标', indicator: '三级指标', value: '指标值', nature: '指标性质', unit: '度量单位',
    responsible: '负责人', preparer: '填报人', phone: '联系电话', filledAt: '填报日期', unitName: '单位名称', staffing: '人员情况', duties: '单位职能', strategy: '战略目标', tasks: '重点任务', goal: '整体绩效目标',
    bySource: '按收入来源分', byType: '按支出类型分', amount: '预算金额', overall: '整体支出绩效目标表',
  },
  phase: { period: '实施期', annual: '年度', budget: '年初预算', adjusted: '全年预算', executed: '全年执行', actual: '实际完成' },
  goal: (phase) => `${phase}目标`,
  tab: { findings: '问题', document: '原文', coverage: '核对情况' },
  finding: { written: '写为', expected: '应为', difference: '差', sides: '各处', arithmetic: '算式', why: '为什么查', howToFix: '怎么改', source: '依据', suggestion: '建议改为', steps: '逐步', unsafe: '改前请核实', about: '规则说明' },
  places: (count) => `${count} 处`,
  morePlaces: (count) => `另有 ${count} 处`,
  follows: (count) => `由此引起 ${count} 项`,
  filter: { search: '搜索问题、位置、数字', all: '全部', category: '类别', state: '处理', undecided: '未处理', none: '没有符合条件的问题', file: '文件', outline: '跳到…', clear: '清除筛选', suppressed: '已不予采纳' },
  decision: {
    confirm: '确认', dismiss: '不予采纳', note: '说明', confirmed: '已确认', dismissed: '不予采纳', noted: '有说明', reason: '不予采纳的理由', reasonHint: '写明理由，例如：表内口径含上年结转，已与单位核实', noteHint: '写给单位或同事的说明', save: '保存', cancel: '取消', undo: '撤销', reasonNeeded: '请写明理由',
    stays: '仍在', fixed: '已改', fresh: '新增', changed: '数值有变', fixedTitle: '上次的问题，这次已改', badFile: '这不是 disclint 的决定文件', loaded: '已载入上次的决定', progress: '已处理', saved: '已保存',
  },
  coverage: {
    title: '核对情况', checked: '已核对', explainable: '四舍五入可以解释', gaps: '未能核对的原因', recognised: '识别出', tables: '张表', sheets: '张项目绩效表', paragraphs: '段文字', rows: '行', doubtful: '行存疑', unrecognised: '未识别的内容', nothingUnrecognised: '没有未识别的内容。',
    byRule: '各条规则', rule: '规则', passed: '已核对', failed: '不符', notEvaluated: '未能核对', reason: '原因', idle: '条规则在本文件中没有可核对的内容', problems: '无法完成', caution: '“没有发现问题”只对已核对的内容成立。', count: '项',
  },
  nothingFound: '所核对的内容未发现问题',
  checkedOf: (passed, notEvaluated) => `已核对 ${passed} 项，未能核对 ${notEvaluated} 项`,
  opinion: { title: '审核意见', number: '序号', place: '位置', problem: '问题', values: '各处数值', basis: '依据', advice: '建议', confirmedPart: '需要修改的问题', openPart: '尚未处理的问题', dismissedPart: '不予采纳', scopePart: '核对范围', file: '文件', digest: '文件校验值', date: '日期', signature: '审核人', nothing: '无。', reason: '理由' },
  opinionTitle: (entity, kind) => `${entity}${kind}审核意见`,
  command: { print: '打印审核意见', export: '导出决定', load: '载入上次的决定', help: '快捷键', previous: '上一处', next: '下一处', back: '返回问题', keys: 'j k 上下　a 确认　d 不予采纳　n 说明　[ ] 各处　/ 搜索', close: '收起' },
}

const en: SheetWords = {
  colon: ': ',
  stop: '. ',
  by: (name) => ` (${name})`,
  locale: 'en',
  gap: ' ',
  sheetName: 'Review sheet',
  kind: { budget: 'budget disclosure', 'final-accounts': 'final accounts', 'self-evaluation': 'self-evaluation', other: 'disclosure' },
  extent: { whole: 'whole document', excerpt: 'excerpt', unknown: 'completeness unknown' },
  year: (year) => String(year),
  line: (line) => `line ${line}`,
  table: 'table',
  unit: 'unit',
  marks: 'Headers, page numbers and watermarks',
  unrecognised: 'Not recognised',
  noContent: 'This report came without the document: only the findings and their places are listed.',
  form: {
    name: 'Project', department: 'Department', implementer: 'Implemented by', attribute: 'Kind', term: 'Term', overview: 'Overview', basis: 'Basis', necessity: 'Necessity', measures: 'Measures', plan: 'Plan',
    funds: 'Funds', total: 'Total', weight: 'Weight', rate: 'Executed', score: 'Score', reason: 'Reason', execution: 'Execution', level1: 'Level 1', kind: 'Level 2', indicator: 'Indicator', value: 'Target', nature: 'Nature', unit: 'Unit',
    responsible: 'Responsible', preparer: 'Filled in by', phone: 'Phone', filledAt: 'Filled in on', unitName: 'Unit', staffing: 'Staff', duties: 'Duties', strategy: 'Strategy', tasks: 'Tasks', goal: 'Overall goal',
    bySource: 'By source', byType: 'By type', amount: 'Amount', overall: 'Overall performance form',
  },
  phase: { period: 'Whole term', annual: 'Annual', budget: 'Initial budget', adjusted: 'Adjusted budget', executed: 'Executed', actual: 'Actual' },
  goal: (phase) => `${phase} goal`,
  tab: { findings: 'Findings', document: 'Document', coverage: 'Coverage' },
  finding: { written: 'printed', expected: 'expected', difference: 'difference', sides: 'Places', arithmetic: 'Arithmetic', why: 'Why', howToFix: 'How to fix', source: 'Source', suggestion: 'Suggested', steps: 'Steps', unsafe: 'verify before you change it', about: 'About the rule' },
  places: (count) => `${count} places`,
  morePlaces: (count) => `${count} more places`,
  follows: (count) => `${count} following from it`,
  filter: { search: 'Search findings, places, figures', all: 'All', category: 'Category', state: 'State', undecided: 'Undecided', none: 'No finding matches', file: 'File', outline: 'Go to…', clear: 'Clear filters', suppressed: 'Dismissed' },
  decision: {
    confirm: 'Confirm', dismiss: 'Dismiss', note: 'Note', confirmed: 'Confirmed', dismissed: 'Dismissed', noted: 'Note', reason: 'Why it is dismissed', reasonHint: 'Say why, for example: the table includes funds carried over, verified with the unit', noteHint: 'A note to the unit or to colleagues', save: 'Save', cancel: 'Cancel', undo: 'Undo', reasonNeeded: 'A reason is needed',
    stays: 'still there', fixed: 'fixed', fresh: 'new', changed: 'values changed', fixedTitle: 'Fixed since last time', badFile: 'This is no decisions file of disclint', loaded: 'Decisions loaded', progress: 'Decided', saved: 'Saved',
  },
  coverage: {
    title: 'Coverage', checked: 'checked', explainable: 'explained by rounding', gaps: 'Why checks were not made', recognised: 'Recognised', tables: 'tables', sheets: 'project sheets', paragraphs: 'paragraphs', rows: 'rows', doubtful: 'doubtful rows', unrecognised: 'Not recognised', nothingUnrecognised: 'Everything was recognised.',
    byRule: 'By rule', rule: 'Rule', passed: 'Checked', failed: 'Failed', notEvaluated: 'Not evaluated', reason: 'Reason', idle: 'rules had nothing to check in this file', problems: 'Could not be done', caution: '"No problem found" holds for what was checked only.', count: '',
  },
  nothingFound: 'No problem found in what was checked',
  checkedOf: (passed, notEvaluated) => `${passed} checked, ${notEvaluated} could not be`,
  opinion: { title: 'Review opinion', number: 'No.', place: 'Place', problem: 'Problem', values: 'Values', basis: 'Basis', advice: 'Advice', confirmedPart: 'To be corrected', openPart: 'Not decided yet', dismissedPart: 'Dismissed', scopePart: 'What was checked', file: 'File', digest: 'SHA-256', date: 'Date', signature: 'Reviewer', nothing: 'None.', reason: 'Reason' },
  opinionTitle: (entity, kind) => `${entity}: review of the ${kind}`,
  command: { print: 'Print opinion', export: 'Export decisions', load: 'Load decisions', help: 'Keys', previous: 'Previous place', next: 'Next place', back: 'Back to finding', keys: 'j k move · a confirm · d dismiss · n note · [ ] places · / search', close: 'Close' },
}

/** The review sheet's words in a language. */
export function sheetWords(language: Language): SheetWords {
  return language === 'zh' ? zh : en
}
