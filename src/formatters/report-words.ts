import type { Severity } from '../core/severity.ts'
import type { Language } from '../core/text.ts'

/** What the formats for other programs and for exchange say, beside the words of all formatters. */
export interface ReportWords {
  readonly reportTitle: string
  /** Heads the place of a finding that follows from another one. */
  readonly followsFrom: (place: string) => string
  readonly suggestion: (text: string) => string
  readonly fixHint: string
  readonly checked: (passed: string, notEvaluated: string) => string
  readonly comma: string
  readonly category: (name: string) => string
  readonly dismissedAs: (reason: string) => string
  readonly columns: readonly string[]
  readonly level: Readonly<Record<Severity, string>>
  readonly coverageSheet: string
  readonly coverageColumns: readonly string[]
  readonly shortened: string
}

const CATEGORIES: Readonly<Record<string, string>> = {
  基本平衡: 'Balance',
  勾稽关系: 'Cross-checks between tables',
  表文一致: 'Tables and text agree',
  绩效目标: 'Performance targets',
  完整性: 'Completeness',
  合理性: 'Plausibility',
  文字规范: 'Wording',
  信息安全: 'Information security',
}

/** A category of rules as people call it; in Chinese that is its name in rules and reports. */
export function categoryName(category: string, language: Language): string {
  return language === 'en' ? (CATEGORIES[category] ?? category) : category
}

const zh: ReportWords = {
  reportTitle: '问题清单',
  followsFrom: (place) => `由 ${place} 处的问题引起`,
  suggestion: (text) => `改为“${text}”`,
  fixHint: '怎么改',
  checked: (passed, notEvaluated) => `已核对 ${passed} 项，未能核对 ${notEvaluated} 项`,
  comma: '；',
  category: (name) => categoryName(name, 'zh'),
  dismissedAs: (reason) => `不予采纳：${reason}`,
  columns: ['序号', '文件', '位置', '问题', '依据', '两处数值', '差额', '建议', '级别', '整改情况', '规则'],
  level: { error: '必须修改', warning: '请核对', info: '提示' },
  coverageSheet: '核对情况',
  coverageColumns: ['文件', '已核对', '未能核对', '原因'],
  shortened: '……（过长，余下略去）',
}

const en: ReportWords = {
  reportTitle: 'Findings',
  followsFrom: (place) => `follows from the finding at ${place}`,
  suggestion: (text) => `change to "${text}"`,
  fixHint: 'How to fix',
  checked: (passed, notEvaluated) => `${passed} checked, ${notEvaluated} could not be`,
  comma: '; ',
  category: (name) => categoryName(name, 'en'),
  dismissedAs: (reason) => `dismissed: ${reason}`,
  columns: ['No.', 'File', 'Place', 'Finding', 'Basis', 'Values', 'Difference', 'Suggestion', 'Level', 'Correction', 'Rule'],
  level: { error: 'Must be corrected', warning: 'Please check', info: 'Remark' },
  coverageSheet: 'Coverage',
  coverageColumns: ['File', 'Checked', 'Could not be checked', 'Why'],
  shortened: ' … (too long, the rest is left out)',
}

/** The words of the formats for other programs in a language. */
export function reportWordsOf(language: Language): ReportWords {
  return language === 'zh' ? zh : en
}
