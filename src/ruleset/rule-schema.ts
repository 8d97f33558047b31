import { KINDS } from '../facts/kinds.ts'
import type { JsonSchema } from '../source/json-schema.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import { expressionSchemas } from './expression-schema.ts'
import { OPTION_TYPES } from './check/options.ts'
import { TERMS, bothLanguages } from './wording.ts'

/** A schema for people: one more keyword than the checker needs. */
export type Described = JsonSchema & { readonly description?: string; readonly title?: string; readonly maxProperties?: number }

export const SEVERITY: JsonSchema = { enum: ['error', 'warning', 'info'] }
export const NAME: JsonSchema = { type: 'string', minLength: 1 }
const TEXT: JsonSchema = { anyOf: [NAME, { type: 'object', properties: { zh: NAME, en: NAME }, required: ['zh'], additionalProperties: false }] }
const ID = '^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*$'
const PART_ID = '^[A-Za-z0-9][A-Za-z0-9-]*$'
const VERDICTS = ['pass', 'fail', 'implausible', 'explainable', 'rounding', 'not-applicable', 'not-evaluated']

function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}

function record(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false }
}

/** The description of a key of rule files in both languages. */
export function described(key: string, schema: JsonSchema): Described {
  const words = bothLanguages('keys', key)
  return { description: `${words.zh}\n${words.en}`, ...schema }
}

/** Schemas that stand for the parts which the checker, not the form, looks into. */
export interface Parts {
  readonly expression: JsonSchema
  readonly range: JsonSchema
  readonly needs: JsonSchema
}

function properties({ expression, range, needs }: Parts): Readonly<Record<string, JsonSchema>> {
  return {
    id: { type: 'string', pattern: ID },
    severity: { anyOf: [SEVERITY, record({ impossible: SEVERITY, implausible: { enum: ['warning', 'info'] } }, ['impossible', 'implausible'])] },
    category: { enum: TERMS.categories },
    tier: { enum: ['recommended', 'all'] },
    title: TEXT,
    message: TEXT,
    why: TEXT,
    howToFix: TEXT,
    source: listOf(record({ name: NAME, number: NAME, clause: NAME, quote: NAME }, ['name'])),
    applies: record({
      kind: listOf({ enum: ['budget', 'final-accounts', 'self-evaluation', 'other'] }),
      level: listOf({ enum: ['unit', 'department', 'government'] }),
      region: listOf(NAME),
      years: { type: 'string', pattern: '^[0-9]{4}([.][.]([0-9]{4})?)?$|^[.][.][0-9]{4}$' },
      extent: { enum: ['whole'] },
    }),
    needs: listOf(needs),
    blank: { enum: ['skip', 'zero', 'error'] },
    options: { type: 'object', additionalProperties: record({ type: { enum: OPTION_TYPES }, default: { type: ['string', 'number', 'boolean'] }, title: TEXT }, ['type', 'default', 'title']) },
    cases: { type: 'array', minItems: 1, maxItems: 100, items: { type: 'object', properties: { id: { type: 'string', pattern: PART_ID } }, required: ['id'] } },
    for: range,
    let: { type: 'object', additionalProperties: expression },
    when: expression,
    assert: expression,
    diagnose: listOf(record({ id: { type: 'string', pattern: PART_ID }, if: expression, say: TEXT, severity: SEVERITY }, ['id', 'if', 'say'])),
    report: record({ at: expression, also: listOf(expression), mask: { enum: ['phone', 'id', 'account', 'name'] } }),
    suggest: record({ at: NAME, replace: { type: 'string' }, safe: { type: 'boolean' } }, ['at', 'replace']),
    defersTo: listOf({ type: 'string', pattern: ID }),
    examples: listOf(record({ is: { enum: VERDICTS }, given: { type: 'object' }, sites: listOf({ type: 'string' }), cause: NAME, message: NAME, options: { type: 'object' }, note: NAME }, ['is', 'given'])),
  }
}

const REQUIRED = ['id', 'severity', 'category', 'title', 'assert'] as const

function schemaOf(parts: Parts): JsonSchema {
  const described_ = Object.fromEntries(Object.entries(properties(parts)).map(([key, schema]) => [key, described(key, schema)]))
  return { type: 'object', properties: described_, required: REQUIRED, additionalProperties: false }
}

/** The form of a rule file alone: what is written in expressions and ranges is for the checker. */
export function formSchema(): JsonSchema {
  return schemaOf({ expression: {}, range: { type: ['string', 'object'] }, needs: NAME })
}

/** JSON Schema 2020-12 for rule files: form, operators, kinds and table roles, described in both languages for editors. */
export function ruleSchema(vocabulary: Vocabulary): object {
  const words = bothLanguages('keys', 'rule')
  const roles = [...vocabulary.tables.keys()]
  const { definitions, parts } = expressionSchemas(vocabulary)
  const needs: JsonSchema = { anyOf: [{ enum: [...roles, ...Object.keys(KINDS), 'previous', 'budget', 'final', 'units'] }, NAME] }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://disclint.dev/schemas/rule.schema.json',
    title: `${words.zh} / ${words.en}`,
    ...schemaOf({ ...parts, needs }),
    $defs: definitions,
  }
}
