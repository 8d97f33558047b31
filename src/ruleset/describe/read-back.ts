import type { Language } from '../../core/text.ts'
import { casesOf, compilable, substitute } from '../check/cases.ts'
import type { CompiledRule } from '../compiled.ts'
import type { RuleDefinition } from '../definition.ts'
import { readExpression } from './read-expression.ts'
import { readRange } from './read-range.ts'
import { wordsOf } from './words.ts'
import type { Words } from './words.ts'

function readCase(rule: RuleDefinition, words: Words): string {
  const lets = Object.entries(rule.let ?? {}).map(([name, expression]) => words.say('let', { name, value: readExpression(expression, words) }))
  const when = rule.when === undefined ? [] : [words.say('when', { when: readExpression(rule.when, words) })]
  const said = [readRange(rule.for, words), ...lets, ...when, words.say('assert', { assert: readExpression(rule.assert, words) })]
  return `${said.filter((part) => part !== '').join(words.say('join'))}${words.say('end')}`
}

/**
 * The rule read back as sentences, from the wording of its operators: what the machine understood, for its author to
 * compare with what was meant. One line a case.
 */
export function readBack(rule: RuleDefinition | CompiledRule, language: Language): string {
  const definition = 'definition' in rule ? rule.definition : rule
  const words = wordsOf(language)
  const lines = casesOf(definition.cases).map((one) => {
    const told = readCase(substitute(compilable(definition), one, new Set(), () => undefined) as RuleDefinition, words)
    return one.id === undefined ? told : `${words.say('case', { case: one.id })}${told}`
  })
  return [...new Set(lines)].join('\n')
}
