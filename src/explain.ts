import type { Language } from './core/text.ts'
import type { RuleDefinition } from './ruleset/definition.ts'
import type { CompiledRule } from './ruleset/compiled.ts'
import { readBack } from './ruleset/index.ts'
import { nearestName } from './source/nearest.ts'
import { wordsOf } from './formatters/words.ts'

const HEADINGS = {
  zh: { why: '为什么', fix: '怎么改', logic: '查什么', source: '依据', examples: '例子', options: '可设置', none: '惯例' },
  en: { why: 'Why', fix: 'How to fix', logic: 'What is checked', source: 'Source', examples: 'Examples', options: 'Options', none: 'convention' },
} as const

/** The page of a rule as Markdown: what it checks, why, how to fix it, its source, its options and its examples. */
export function explainRule({ definition }: CompiledRule, language: Language): string {
  const heading = HEADINGS[language]
  const severity = typeof definition.severity === 'string' ? definition.severity : definition.severity.impossible
  const options = Object.entries(definition.options ?? {}).map(([name, option]) => `- \`${name}\`：${option.title[language]}（${String(option.default)}）`)
  const parts = [
    `# ${definition.id}`,
    `**${definition.title[language]}** · ${wordsOf(language).severity[severity]} · ${definition.category}`,
    `## ${heading.logic}\n\n${readBack(definition, language)}`,
    `## ${heading.why}\n\n${definition.why[language]}`,
    `## ${heading.fix}\n\n${definition.howToFix[language]}`,
    `## ${heading.source}\n\n${definition.source.map(({ name, number, clause }) => `- ${[name, number, clause].filter(Boolean).join(' ')}`).join('\n')}`,
    ...(options.length > 0 ? [`## ${heading.options}\n\n${options.join('\n')}`] : []),
    `## ${heading.examples}\n\n${definition.examples.map((example) => exampleText(example)).join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function exampleText({ is, given, note }: RuleDefinition['examples'][number]): string {
  return `- ${is}${note ? `（${note}）` : ''}：\`${JSON.stringify(given).replaceAll('`', "'")}\``
}

/** Rule ids near a mistyped one. */
export function nearestRules(id: string, rules: readonly CompiledRule[]): readonly string[] {
  const found = nearestName(id, rules.map(({ definition }) => definition.id))
  return found === undefined ? [] : [found]
}
