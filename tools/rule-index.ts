// The index of the rule pages: by group, by severity, by what a rule looks at.
import { DOCUMENT_RULES } from '../src/document-findings.ts'
import type { Language } from '../src/core/text.ts'
import type { Linter } from '../src/index.ts'
import type { RuleDefinition } from '../src/ruleset/definition.ts'
import { wordsOf } from '../src/formatters/words.ts'

const WORDS = {
  zh: { title: '规则', row: '| 规则 | 级别 | 类别 | 查什么 |', groups: '按组', severities: '按级别', facts: '按查看的内容', all: '全部规则', other: '整份文件' },
  en: { title: 'Rules', row: '| rule | severity | category | checks |', groups: 'By group', severities: 'By severity', facts: 'By what is looked at', all: 'All rules', other: 'the whole document' },
} as const

/** Kinds of things rules range over, in words. */
const KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  table: { zh: '表', en: 'tables' }, row: { zh: '表的行', en: 'rows of tables' }, cell: { zh: '单元格', en: 'cells' }, composition: { zh: '合计与分项', en: 'totals and parts' },
  fact: { zh: '金额、人数等事实', en: 'facts: amounts, headcounts' }, share: { zh: '占比、完成率', en: 'shares and rates of completion' }, change: { zh: '增减变化', en: 'movements' }, equation: { zh: '算式', en: 'equations' },
  enumeration: { zh: '数目与名单', en: 'counts and lists' }, restatement: { zh: '重复的数', en: 'figures stated twice' }, project: { zh: '项目绩效表', en: 'project sheets' }, indicator: { zh: '绩效指标', en: 'indicators' }, fund: { zh: '资金来源', en: 'sources of funds' },
  match: { zh: '文字中的词句', en: 'words and phrases' }, text: { zh: '各处文字', en: 'texts' }, sentence: { zh: '句子', en: 'sentences' }, field: { zh: '绩效表的栏目', en: 'fields of sheets' }, numbering: { zh: '序号', en: 'list numbers' },
  entry: { zh: '目录', en: 'the contents' }, section: { zh: '各部分说明', en: 'sections' }, paragraph: { zh: '段落', en: 'paragraphs' }, attachment: { zh: '附件', en: 'attachments' }, mark: { zh: '页眉水印', en: 'marks' }, task: { zh: '重点任务', en: 'tasks' },
}

const severityOf = ({ severity }: RuleDefinition): 'error' | 'warning' | 'info' => (typeof severity === 'string' ? severity : severity.impossible)

/** What the rule looks at first: the kind of its range, else the first kind or table cell its `let` looks up. */
function kindOf(definition: RuleDefinition): string | undefined {
  const range: unknown = definition.for
  if (typeof range === 'string') return 'project'
  const text = JSON.stringify(range ?? definition.let ?? {})
  const found = /"(?:each|group)":"([a-z]+)"/.exec(text)?.[1]
  return found ?? (/"cell":/.test(text) ? 'table' : undefined)
}

/** The page README.md beside the rule pages. */
export function ruleIndex(linter: Linter, language: Language): string {
  const words = WORDS[language]
  const rules = linter.rules.map(({ definition }) => definition)
  const link = (id: string): string => `[${id}](${id}.md)`
  const listed = (name: string, keys: readonly string[], key: (rule: RuleDefinition) => string): string => {
    const lines = keys.flatMap((one) => {
      const own = rules.filter((rule) => key(rule) === one)
      return own.length === 0 ? [] : [`* **${one}** (${String(own.length)}): ${own.map(({ id }) => link(id)).join(' · ')}`]
    })
    return `## ${name}\n\n${lines.join('\n')}`
  }
  const groups = [...new Set(rules.map(({ id }) => id.split('/')[0] ?? ''))].sort()
  const kind = (rule: RuleDefinition): string => KINDS[kindOf(rule) ?? '']?.[language] ?? words.other
  const severity = wordsOf(language).severity
  const head = [words.row, '|---|---|---|---|']
  const own = DOCUMENT_RULES.map((rule) => `| ${rule.id} | ${rule.severity} | ${rule.category} | ${rule.title[language]} |`)
  const rows = rules.map((rule) => `| ${link(rule.id)} | ${severityOf(rule)} | ${rule.category} | ${rule.title[language]} |`)
  return `<!-- Generated: do not edit. -->\n\n${[
    `# ${words.title}`,
    listed(words.groups, groups, ({ id }) => id.split('/')[0] ?? ''),
    listed(words.severities, ['error', 'warning', 'info'].map((name) => severity[name as 'error']), (rule) => severity[severityOf(rule)]),
    listed(words.facts, [...Object.values(KINDS).map((name) => name[language]), words.other], kind),
    `## ${words.all}\n\n${[...head, ...own, ...rows].join('\n')}`,
  ].join('\n\n')}\n`
}
