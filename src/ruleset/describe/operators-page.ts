import type { Language } from '../../core/text.ts'
import { ANY } from '../types.ts'
import { logicName } from '../operators/operator.ts'
import type { Operator, Parameter } from '../operators/operator.ts'
import { OPERATORS } from '../operators/table.ts'
import { wordsOf } from './words.ts'
import type { Words } from './words.ts'

function kindText(parameter: Parameter, words: Words): string {
  if ('takes' in parameter) return words.word('types', parameter.takes)
  return typeof parameter.setting === 'object' ? parameter.setting.oneOf.join(' | ') : (words.wording.settings[parameter.setting] ?? parameter.setting)
}

function byName(parameter: Parameter, words: Words): string {
  return `${parameter.name}${parameter.optional ? '?' : ''}: ${kindText(parameter, words)}`
}

function writings(operator: Operator, words: Words): string {
  if (operator.style === 'source') return `${operator.name}: {each, where?, except?, from?}`
  if (operator.style === 'quantifier') return `${operator.name}: {of, as, is}`
  const { writing, parameters, variadic } = operator
  const expressions = parameters.filter((parameter) => 'takes' in parameter || !variadic)
  const forms = [
    ...(writing.bare ? [`${operator.name}: ${parameters[0] ? kindText(parameters[0], words) : ''}`] : []),
    ...(writing.list ? [`${operator.name}: [${expressions.map((parameter) => kindText(parameter, words)).join(', ')}${variadic ? ', …' : ''}]`] : []),
    ...(writing.named ? [`${operator.name}: {${parameters.map((parameter) => byName(parameter, words)).join(', ')}}`] : []),
  ]
  return forms.map((form) => `\`${form}\``).join('<br>')
}

function gives(operator: Operator, words: Words): string {
  const type = typeof operator.gives === 'function' ? operator.gives([ANY, ANY]) : operator.gives
  return words.word('types', type.is === 'item' ? 'item' : type.is)
}

function section(operator: Operator, words: Words): string {
  const wording = words.wording.operators[operator.name]
  const logic = operator.logic === undefined ? '' : `\n\n*${words.word('page', 'logic').replace('{name}', `\`${logicName(operator)}\``)}*`
  const writes = operator.style === 'source' || operator.style === 'quantifier' ? `\`${writings(operator, words)}\`` : writings(operator, words)
  return [
    `### ${operator.name}`,
    `${wording?.does ?? ''}${logic}`,
    `* ${words.word('page', 'writes')}: ${writes}`,
    `* ${words.word('page', 'gives')}: ${gives(operator, words)}`,
    `* ${words.word('page', 'example')}: \`${wording?.example ?? ''}\``,
  ].join('\n\n').replace(/\n\n\* /g, (hit, at: number) => (at > 0 ? '\n* ' : hit)).replace('\n* ', '\n\n* ')
}

/** docs/operators.md in one language: every operator with its meaning, ways of writing, result and example. */
export function operatorsPage(language: Language): string {
  const words = wordsOf(language)
  const groups = [...new Set(OPERATORS.map((operator) => operator.group))]
  const parts = groups.flatMap((group) => [`## ${words.word('groups', group)}`, ...OPERATORS.filter((operator) => operator.group === group).map((operator) => section(operator, words))])
  return `${[`# ${words.word('page', 'title')}`, words.word('page', 'intro'), ...parts].join('\n\n')}\n`
}
