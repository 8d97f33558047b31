import type { Operator } from '../operators/operator.ts'
import { operatorNamed } from '../operators/table.ts'
import { fill } from '../wording.ts'
import type { OperatorWording } from '../wording.ts'
import { readSource } from './read-range.ts'
import type { Words } from './words.ts'

type Written = Readonly<Record<string, unknown>>

export function isMap(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An attribute path in words. */
export function readAttributes(path: readonly string[], words: Words): string {
  return path.map((step) => words.word('attributes', step)).join(words.say('of'))
}

function readName(written: string, words: Words): string {
  const [name = '', ...path] = written.slice(1).split('.')
  const [first, ...rest] = path
  if (name === 'options') return `${words.say('option')}${words.say('quote', { value: first ?? '' })}`
  const root = name === 'doc' ? words.say('doc') : words.language === 'zh' ? `【${name}】` : `[${name}]`
  return first === undefined ? root : `${root}${words.say('of')}${readAttributes([first, ...rest], words)}`
}

/** An expression of a rule in words, from the wording of its operators. */
export function readExpression(written: unknown, words: Words): string {
  if (typeof written === 'string') return written.startsWith('$') && !written.startsWith('$$') ? readName(written, words) : written
  if (typeof written === 'boolean') return words.say(String(written))
  if (Array.isArray(written)) return joined(written, words)
  if (!isMap(written)) return String(written)
  const [name = ''] = Object.keys(written)
  const operator = operatorNamed(name)
  const wording = words.wording.operators[name]
  return operator && wording ? readCall(operator, wording, written[name], words) : name
}

function joined(written: readonly unknown[], words: Words): string {
  return written.map((member) => readExpression(member, words)).join(words.say('and'))
}

function readCall(operator: Operator, wording: OperatorWording, argument: unknown, words: Words): string {
  if (operator.name === 'not') return readNegation(wording, argument, words)
  if (operator.name === 'if') return readChoice(argument, words)
  if (operator.style === 'source') return readSource(argument, words)
  return fill(templateOf(operator, wording, argument), argumentsOf(operator, wording, argument, words))
}

function readNegation(wording: OperatorWording, argument: unknown, words: Words): string {
  const inner: unknown = Array.isArray(argument) ? argument[0] : argument
  const [name = ''] = isMap(inner) ? Object.keys(inner) : []
  const operator = operatorNamed(name)
  const negated = operator && words.wording.operators[name]?.not
  if (operator && negated !== undefined && isMap(inner)) return fill(negated, argumentsOf(operator, words.wording.operators[name], inner[name], words))
  return fill(wording.reads, { 1: readExpression(inner, words) })
}

function readChoice(argument: unknown, words: Words): string {
  const parts = Array.isArray(argument) ? (argument as readonly unknown[]) : [argument]
  const said: string[] = []
  for (let index = 0; index < parts.length; index += 2) {
    const alone = index + 1 >= parts.length
    said.push(alone ? words.say('else', { value: readExpression(parts[index], words) }) : words.say('if', { condition: readExpression(parts[index], words), value: readExpression(parts[index + 1], words) }))
  }
  return said.join(words.say('join'))
}

function templateOf(operator: Operator, wording: OperatorWording, argument: unknown): string {
  if (wording.list === undefined) return wording.reads
  if (operator.name === 'count') return isMap(argument) && Object.hasOwn(argument, 'by') ? wording.list : wording.reads
  return Array.isArray(argument) ? wording.reads : wording.list
}

/** The arguments by every name a wording may use: 1, 2 …, * for all, the parameters' names. */
function argumentsOf(operator: Operator, wording: OperatorWording | undefined, argument: unknown, words: Words): Readonly<Record<string, string>> {
  const names = operator.style === 'quantifier' ? ['of', 'as', 'is'] : operator.parameters.map((parameter) => parameter.name)
  const byName = isMap(argument) && names.some((name) => Object.hasOwn(argument, name))
  const values: readonly unknown[] = byName ? names.map((name) => argument[name]) : Array.isArray(argument) ? (argument as readonly unknown[]) : [argument]
  const said = values.map((value) => (value === undefined ? '' : readExpression(value, words)))
  const args: Record<string, string> = { '*': said.filter((text) => text !== '').join(wording?.join ?? words.say('and')) }
  said.forEach((text, index) => {
    args[String(index + 1)] = text
    const name = names[index]
    if (name !== undefined) args[name] = setting(operator, name, values[index], text, words)
  })
  return args
}

/** Settings that are attributes or choices have words of their own. */
function setting(operator: Operator, name: string, value: unknown, text: string, words: Words): string {
  const parameter = operator.parameters.find((one) => one.name === name)
  if (!parameter || !('setting' in parameter) || typeof value !== 'string') return text
  if (parameter.setting === 'path') return readAttributes(value.split('.'), words)
  return typeof parameter.setting === 'object' ? words.say(value) : text
}
