import { KINDS } from '../facts/kinds.ts'
import type { JsonSchema } from '../source/json-schema.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import type { Operator, Parameter, SettingKind } from './operators/operator.ts'
import { OPERATORS } from './operators/table.ts'
import type { Described } from './rule-schema.ts'
import { wording } from './wording.ts'

const EXPRESSION: JsonSchema = { $ref: '#/$defs/expression' }
const SOURCE: JsonSchema = { $ref: '#/$defs/source' }
const NAME: JsonSchema = { type: 'string', minLength: 1 }
const NAMES: JsonSchema = { type: 'array', items: NAME }

/** One of the known names, which editors offer, or any other (a case parameter). */
function oneOf(names: Iterable<string>): JsonSchema {
  const known = [...names]
  return known.length === 0 ? NAME : { anyOf: [{ enum: known }, NAME] }
}

function settingSchema(kind: SettingKind, vocabulary: Vocabulary): JsonSchema {
  if (typeof kind === 'object') return { enum: kind.oneOf }
  switch (kind) {
    case 'pattern': return oneOf([...vocabulary.lists.keys(), ...vocabulary.patterns.keys()])
    case 'patterns': return { type: 'array', items: oneOf(vocabulary.patterns.keys()) }
    case 'pairs': return NAMES
    case 'dictionary': return oneOf(vocabulary.dictionaries.keys())
    case 'document': return { enum: ['previous', 'budget', 'final'] }
    case 'path': return NAME
    case 'step': return { anyOf: [{ type: 'integer' }, { enum: ['up'] }] }
    case 'integer': return { anyOf: [{ type: 'integer' }, { enum: ['any'] }] }
  }
}

function argumentSchema(parameter: Parameter, vocabulary: Vocabulary): JsonSchema {
  if ('setting' in parameter) return settingSchema(parameter.setting, vocabulary)
  return parameter.names === 'table' ? { anyOf: [{ enum: [...vocabulary.tables.keys()] }, EXPRESSION] } : EXPRESSION
}

function argumentsSchema(operator: Operator, vocabulary: Vocabulary): JsonSchema {
  if (operator.style === 'source') return SOURCE
  if (operator.style === 'quantifier') return { type: 'object', properties: { of: EXPRESSION, as: NAME, is: EXPRESSION }, required: ['of', 'as', 'is'], additionalProperties: false }
  const { writing, parameters, variadic } = operator
  const forms: JsonSchema[] = []
  if (writing.list) {
    const least = variadic?.least ?? parameters.filter((parameter) => !parameter.optional).length
    forms.push({ type: 'array', minItems: least, items: EXPRESSION, ...(variadic ? {} : { maxItems: parameters.length }) })
  }
  if (writing.named) {
    const properties = Object.fromEntries(parameters.map((parameter) => [parameter.name, argumentSchema(parameter, vocabulary)]))
    forms.push({ type: 'object', properties, required: parameters.filter((parameter) => !parameter.optional).map((parameter) => parameter.name), additionalProperties: false })
  }
  if (writing.bare) forms.push(EXPRESSION)
  const [only] = forms
  return forms.length === 1 && only ? only : { anyOf: forms }
}

function operatorSchema(operator: Operator, vocabulary: Vocabulary): Described {
  const does = (language: 'zh' | 'en'): string => wording(language).operators[operator.name]?.does ?? ''
  return { description: `${does('zh')}\n${does('en')}`, ...argumentsSchema(operator, vocabulary) }
}

/** The schemas of expressions, sources and ranges, made from the operator table, the kinds and the vocabulary. */
export function expressionSchemas(vocabulary: Vocabulary): { readonly definitions: Readonly<Record<string, JsonSchema>>; readonly parts: { readonly expression: JsonSchema; readonly range: JsonSchema } } {
  const call: Described = {
    type: 'object',
    properties: Object.fromEntries(OPERATORS.map((operator) => [operator.name, operatorSchema(operator, vocabulary)])),
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  }
  const kind: JsonSchema = { enum: Object.keys(KINDS) }
  const where: JsonSchema = { type: 'object', properties: { table: oneOf(vocabulary.tables.keys()), pattern: oneOf(vocabulary.patterns.keys()), concept: { anyOf: [oneOf(vocabulary.concepts.keys()), NAMES, { type: 'object' }] } } }
  const from: JsonSchema = { enum: ['previous', 'budget', 'final', 'units'] }
  const source = { where, except: { type: 'array', items: oneOf(vocabulary.patterns.keys()) }, from }
  const path: JsonSchema = NAME
  const couple: JsonSchema = { type: 'array', items: NAME, minItems: 2, maxItems: 2 }
  const round: JsonSchema = { type: 'object', properties: { same: { type: 'array', items: couple }, near: couple, atLeast: { type: 'number', minimum: 0, maximum: 1 } }, additionalProperties: false, minProperties: 1 }
  const near: JsonSchema = { type: 'object', properties: { by: path, distance: EXPRESSION, longerThan: EXPRESSION }, required: ['by', 'distance'], additionalProperties: false }
  const definitions: Readonly<Record<string, JsonSchema>> = {
    expression: { anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, { type: 'array', items: EXPRESSION }, call] },
    source: { type: 'object', properties: { each: kind, ...source }, required: ['each'], additionalProperties: false },
    range: {
      anyOf: [
        oneOf(vocabulary.ranges.keys()),
        { type: 'object', properties: { each: kind, ...source, as: NAME }, required: ['each', 'as'], additionalProperties: false },
        { type: 'object', properties: { group: kind, ...source, by: { anyOf: [path, NAMES] }, near, atLeast: { type: 'integer', minimum: 1 }, as: NAME }, required: ['group', 'as'], additionalProperties: false },
        { type: 'object', properties: { pair: { type: 'object', additionalProperties: SOURCE }, match: { type: 'array', items: round, minItems: 1 } }, required: ['pair', 'match'], additionalProperties: false },
      ],
    },
  }
  return { definitions, parts: { expression: EXPRESSION, range: { $ref: '#/$defs/range' } } }
}
