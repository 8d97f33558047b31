import { childPointer } from './json-pointer.ts'
import { missingFault, typeFault, unknownKeyFault, valueFault } from './json-schema-faults.ts'
import type { SchemaFault } from './json-schema-faults.ts'

export type { SchemaFault } from './json-schema-faults.ts'

/** The part of JSON Schema 2020-12 that the project's own schemas use; anything else is refused when compiled. */
export interface JsonSchema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly propertyNames?: JsonSchema
  readonly minProperties?: number
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly enum?: readonly (string | number | boolean)[]
  readonly const?: string | number | boolean
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly anyOf?: readonly JsonSchema[]
  readonly default?: unknown
}

const KEYWORDS = new Set('$ref $defs type properties required additionalProperties propertyNames minProperties items prefixItems minItems maxItems enum const pattern minLength minimum maximum anyOf default'.split(' '))
const ANNOTATIONS = new Set('$schema $id $comment title description examples markdownDescription deprecated'.split(' '))

export interface SchemaOptions {
  /** Set on an object that lost a part, where its schema has these properties: so nothing is left out silently. */
  readonly damaged?: Readonly<Record<string, string>>
}

/** A value checked: its faults, and the value with defaults filled in and wrong parts left out (unusable: undefined). */
export interface Conformed {
  readonly value: unknown
  readonly faults: readonly SchemaFault[]
  /** Whether anything was left out or put in the place of something wrong. */
  readonly damaged: boolean
}

export type SchemaChecker = (value: unknown) => Conformed

const WRONG = Symbol('wrong')

interface Run {
  faults: SchemaFault[]
  damage: number
}

/** Where a value stands: its key and the place of what holds it. Made into a pointer only when there is a fault. */
interface Place {
  readonly up: Place | undefined
  readonly key: string | number
}

type Check = (value: unknown, place: Place | undefined, run: Run) => unknown

function pointerOf(place: Place | undefined): string {
  return place ? childPointer(pointerOf(place.up), place.key) : ''
}

/**
 * Compiles a schema to closures (no generated code, so it runs where eval is forbidden). Throws on keywords it does not
 * know: a schema is never checked by halves. Array elements keep their number: wrong ones become neutral values.
 */
export function compileSchema(root: JsonSchema, options: SchemaOptions = {}): SchemaChecker {
  const check = compiler(root, options)(root)
  return (value) => {
    const run: Run = { faults: [], damage: 0 }
    const conformed = check(value, undefined, run)
    const damaged = run.faults.some((fault) => fault.code !== 'unknown-key')
    return { value: conformed === WRONG ? undefined : conformed, faults: run.faults, damaged }
  }
}

function compiler(root: JsonSchema, options: SchemaOptions): (schema: JsonSchema) => Check {
  const references = new Map<string, Check>()
  const resolve = (reference: string): JsonSchema => {
    const name = reference.replace('#/$defs/', '')
    const found = root.$defs?.[name]
    if (!found) throw new Error(`unresolved $ref ${reference}`)
    return found
  }
  const compile = (schema: JsonSchema): Check => {
    const strange = Object.keys(schema).find((keyword) => !KEYWORDS.has(keyword) && !ANNOTATIONS.has(keyword))
    if (strange !== undefined) throw new Error(`schema keyword ${strange} is not supported`)
    if (schema.$ref !== undefined) return reference(schema.$ref)
    if (schema.anyOf) return oneOfSeveral(schema.anyOf.map((part) => (part.$ref === undefined ? part : resolve(part.$ref))), schema.anyOf.map(compile))
    const own = valueCheck(schema)
    if (schema.properties || schema.additionalProperties !== undefined || schema.required || schema.propertyNames) return objectCheck(schema, own)
    if (schema.items || schema.prefixItems) return arrayCheck(schema, own, compile(schema.items ?? {}))
    return own
  }
  const reference = (name: string): Check => {
    const known = references.get(name)
    if (known) return known
    let target: Check | undefined
    const late: Check = (value, place, run) => (target ??= references.get(name) as Check)(value, place, run)
    references.set(name, late)
    const made = compile(resolve(name))
    references.set(name, made)
    return made
  }

  const objectCheck = (schema: JsonSchema, own: Check): Check => {
    const parts = new Map(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, compile(part)]))
    const names = schema.propertyNames ? compile(schema.propertyNames) : undefined
    const others = typeof schema.additionalProperties === 'object' ? compile(schema.additionalProperties) : undefined
    const closed = schema.additionalProperties === false
    const required = new Set(schema.required)
    const needed = [...parts.keys()].filter((key) => required.has(key) || schema.properties?.[key]?.default !== undefined)
    const marks = Object.entries(options.damaged ?? {}).filter(([key]) => parts.has(key))
    return (value, up, run) => {
      if (own(value, up, run) === WRONG) return WRONG
      if (!isObject(value)) return value
      const before = run.damage
      let result = value
      const put = (key: string, member: unknown): void => {
        if (result === value) result = { ...value }
        if (member === WRONG) Reflect.deleteProperty(result, key)
        else result[key] = member
      }
      for (const key in value) {
        if (!Object.hasOwn(value, key)) continue
        const part = parts.get(key) ?? others
        const place = { up, key }
        if (names && names(key, place, run) === WRONG) run.damage += 1
        if (!part) {
          if (closed) run.faults.push(unknownKeyFault(pointerOf(place), key, parts.keys()))
          continue
        }
        const member = part(value[key], place, run)
        if (member === WRONG) run.damage += 1
        if (member !== value[key]) put(key, member)
      }
      for (const key of needed) {
        if (Object.hasOwn(result, key)) continue
        if (required.has(key) && !Object.hasOwn(value, key)) {
          run.damage += 1
          run.faults.push(missingFault(pointerOf({ up, key }), key))
        }
        put(key, neutral(schema.properties?.[key] ?? {}, resolve))
      }
      for (const key of required) if (!parts.has(key) && !Object.hasOwn(value, key)) run.faults.push(missingFault(pointerOf({ up, key }), key))
      if (marks.length > 0 && run.damage > before) {
        for (const [key, mark] of marks) put(key, mark)
        run.damage = before
      }
      return result
    }
  }

  const arrayCheck = (schema: JsonSchema, own: Check, rest: Check): Check => {
    const first = (schema.prefixItems ?? []).map(compile)
    return (value, up, run) => {
      if (own(value, up, run) === WRONG) return WRONG
      if (!Array.isArray(value)) return value
      let result: unknown[] = value
      for (let index = 0; index < value.length; index += 1) {
        let member = (first[index] ?? rest)(value[index], { up, key: index }, run)
        if (member === WRONG) {
          run.damage += 1
          member = neutral(schema.prefixItems?.[index] ?? schema.items ?? {}, resolve, options.damaged)
        }
        if (member === value[index]) continue
        if (result === value) result = [...(value as unknown[])]
        result[index] = member
      }
      return result
    }
  }
  return compile
}

/** Tries every alternative; when none fits, the one of the value's own type speaks, else all types are named. */
function oneOfSeveral(schemas: readonly JsonSchema[], checks: readonly Check[]): Check {
  return (value, place, run) => {
    const closest: Run[] = []
    for (const check of checks) {
      const attempt: Run = { faults: [], damage: 0 }
      const result = check(value, place, attempt)
      if (attempt.faults.length === 0) return result
      const pointer = pointerOf(place)
      if (!attempt.faults.some((fault) => fault.pointer === pointer && fault.code === 'type')) closest.push(attempt)
    }
    const only = closest.length === 1 ? closest[0] : undefined
    run.faults.push(...(only?.faults ?? [typeFault(pointerOf(place), schemas, value)]))
    return only?.faults.every((fault) => fault.code === 'unknown-key') ? value : WRONG
  }
}

function valueCheck(schema: JsonSchema): Check {
  const types = schema.type === undefined ? undefined : new Set(typeof schema.type === 'string' ? [schema.type] : schema.type)
  const allowed = schema.enum ? new Set<unknown>(schema.enum) : undefined
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u')
  return (value, place, run) => {
    if (types && !typesOf(value).some((type) => types.has(type))) run.faults.push(typeFault(pointerOf(place), [schema], value))
    else if (allowed ? !allowed.has(value) : schema.const !== undefined && value !== schema.const) run.faults.push(valueFault(pointerOf(place), schema, value))
    else if (typeof value === 'string' && (value.length < (schema.minLength ?? 0) || pattern?.test(value) === false)) run.faults.push(valueFault(pointerOf(place), schema, value))
    else if (typeof value === 'number' && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))) run.faults.push(valueFault(pointerOf(place), schema, value))
    else if (Array.isArray(value) && (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity))) run.faults.push(valueFault(pointerOf(place), schema, value))
    else if (isObject(value) && Object.keys(value).length < (schema.minProperties ?? 0)) run.faults.push(valueFault(pointerOf(place), schema, value))
    else return value
    return WRONG
  }
}

/** What stands in for a required part that is wrong: empty, and of the right type. */
function neutral(schema: JsonSchema, resolve: (reference: string) => JsonSchema, marks: Readonly<Record<string, string>> = {}): unknown {
  if (schema.default !== undefined) return structuredClone(schema.default)
  const own = schema.$ref === undefined ? schema : resolve(schema.$ref)
  if (own.enum) return own.enum.at(-1)
  if (own.anyOf?.[0]) return neutral(own.anyOf[0], resolve)
  const type = typeof own.type === 'string' ? own.type : own.type?.[0]
  if (type === 'array') return []
  if (type === 'integer' || type === 'number') return own.minimum ?? 0
  if (type === 'boolean') return false
  if (type !== 'object') return ''
  const parts = Object.entries(own.properties ?? {})
  const needed = parts.filter(([key, part]) => own.required?.includes(key) || part.default !== undefined)
  const marked = Object.entries(marks).filter(([key]) => own.properties?.[key] !== undefined)
  return Object.fromEntries([...needed.map(([key, part]) => [key, neutral(part, resolve)] as const), ...marked])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(value: unknown): readonly string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number']
  return [typeof value]
}
