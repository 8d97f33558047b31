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

/** What a rule says of an example, for readers. */
const OUTCOMES: Readonly<Record<RuleDefinition['examples'][number]['is'], Readonly<Record<Language, string>>>> = {
  'pass': { zh: '不报', en: 'not reported' },
  'fail': { zh: '报告', en: 'reported' },
  'explainable': { zh: '说得通，不报', en: 'explainable, not reported' },
  'rounding': { zh: '末位之差', en: 'a difference in the last place' },
  'implausible': { zh: '存疑，请核对', en: 'doubtful, to be checked' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-evaluated': { zh: '无法核对', en: 'cannot be checked' },
}

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
  return `- ${OUTCOMES[is][language]}${note && language === 'zh' ? heading.remark(note) : ''}${heading.colon}${givenText(given)}`
}

/** Sentences as they are; what else a document may hold as JSON. */
function givenText(given: RuleDefinition['examples'][number]['given']): string {
  const { text, ...others } = given
  const texts: readonly unknown[] = text === undefined ? [] : Array.isArray(text) ? text : [text]
  const sentences = texts.filter((one) => typeof one === 'string')
  const rest = sentences.length < texts.length ? given : others
  const shown = sentences.length < texts.length ? [] : sentences
  return [...shown, ...(Object.keys(rest).length > 0 || shown.length === 0 ? [JSON.stringify(rest)] : [])].map(code).join(' ')
}

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``

/** Rule ids near a mistyped one. */
export function nearestRules(id: string, rules: readonly CompiledRule[]): readonly string[] {
  const found = nearestName(id, rules.map(({ definition }) => definition.id))
  return found === undefined ? [] : [found]
}
