import type { Language } from './core/text.ts'
import type { RuleDefinition } from './ruleset/definition.ts'
import type { CompiledRule } from './ruleset/compiled.ts'
import { readBack } from './ruleset/index.ts'
import { nearestName } from './source/nearest.ts'
import { reportWordsOf } from './formatters/report-words.ts'
import { sourceText } from './formatters/source-text.ts'
import { wordsOf } from './formatters/words.ts'

const HEADINGS = {
  zh: { why: '为什么', fix: '怎么改', logic: '查什么', source: '依据', examples: '例子', options: '可设置', remark: (text: string) => `（${text}）`, colon: '：' },
  en: { why: 'Why', fix: 'How to fix', logic: 'What is checked', source: 'Source', examples: 'Examples', options: 'Options', remark: (text: string) => ` (${text})`, colon: ': ' },
} as const

/** The page of a rule as Markdown: what it checks, why, how to fix it, its source, its options and its examples. */
export function explainRule({ definition }: CompiledRule, language: Language): string {
  const heading = HEADINGS[language]
  const severity = typeof definition.severity === 'string' ? definition.severity : definition.severity.impossible
  const options = Object.entries(definition.options ?? {}).map(([name, option]) => `- \`${name}\`${heading.colon}${option.title[language]}${heading.remark(String(option.default))}`)
  const parts = [
    `# ${definition.id}`,
    `**${definition.title[language]}** · ${wordsOf(language).severity[severity]} · ${reportWordsOf(language).category(definition.category)}`,
    `## ${heading.logic}\n\n${readBack(definition, language)}`,
    `## ${heading.why}\n\n${definition.why[language]}`,
    `## ${heading.fix}\n\n${definition.howToFix[language]}`,
    `## ${heading.source}\n\n${definition.source.map((source) => `- ${sourceText(source, language)}`).join('\n')}`,
    ...(options.length > 0 ? [`## ${heading.options}\n\n${options.join('\n')}`] : []),
    `## ${heading.examples}\n\n${definition.examples.map((example) => exampleText(example, language)).join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** Notes of examples are written in Chinese only. */
function exampleText({ is, given, note }: RuleDefinition['examples'][number], language: Language): string {
  const heading = HEADINGS[language]
  return `- ${is}${note && language === 'zh' ? heading.remark(note) : ''}${heading.colon}\`${JSON.stringify(given).replaceAll('`', "'")}\``
}

/** Rule ids near a mistyped one. */
export function nearestRules(id: string, rules: readonly CompiledRule[]): readonly string[] {
  const found = nearestName(id, rules.map(({ definition }) => definition.id))
  return found === undefined ? [] : [found]
}
