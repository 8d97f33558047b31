import type { Bilingual } from '../core/text.ts'
import { pointerTokens } from './json-pointer.ts'
import { nearestName } from './nearest.ts'
import type { JsonSchema } from './json-schema.ts'

/** One way in which a value differs from its schema. */
export interface SchemaFault {
  /** The faulty value; for a missing member, where it would be. */
  readonly pointer: string
  readonly code: 'type' | 'value' | 'missing' | 'unknown-key'
  readonly message: Bilingual
  /** For an unknown key: the known name that was probably meant. */
  readonly nearest?: string
}

const TYPE_NAMES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象 {…}', en: 'an object {…}' },
  array: { zh: '列表 […]', en: 'a list […]' },
  null: { zh: '空值 null', en: 'null' },
}

export function typeFault(pointer: string, schemas: readonly JsonSchema[], value: unknown): SchemaFault {
  const expected = [...new Set(schemas.flatMap((schema) => schema.type ?? []))]
  const name = named(pointer)
  const is = typeName(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
  const others = schemas.flatMap((schema) => schema.enum ?? (schema.const === undefined ? [] : [schema.const])).map(String)
  const zh = [...expected.map((type) => typeName(type).zh), ...others]
  const en = [...expected.map((type) => typeName(type).en), ...others]
  if (zh.length === 0) return { pointer, code: 'type', message: { zh: `${name.zh}的写法不对`, en: `${name.en} is not of a known form` } }
  return { pointer, code: 'type', message: { zh: `${name.zh}应为${zh.join('或')}，现为${is.zh}`, en: `${name.en} should be ${en.join(' or ')}, is ${is.en}` } }
}

export function valueFault(pointer: string, schema: JsonSchema, value: unknown): SchemaFault {
  const name = named(pointer)
  const printed = shorten(JSON.stringify(value) ?? '')
  const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  const near = allowed && typeof value === 'string' ? nearestName(value, allowed.map(String)) : undefined
  const rule = allowed ? { zh: `应为 ${allowed.join('、')} 之一`, en: `should be one of ${allowed.join(', ')}` } : boundText(schema)
  const hint = near === undefined ? { zh: '', en: '' } : { zh: `（是否应为 ${near}？）`, en: ` (did you mean ${near}?)` }
  const message = { zh: `${name.zh}${rule.zh}，现为 ${printed}${hint.zh}`, en: `${name.en} ${rule.en}, is ${printed}${hint.en}` }
  return { pointer, code: 'value', message, ...(near !== undefined && { nearest: near }) }
}

export function missingFault(pointer: string, key: string): SchemaFault {
  return { pointer, code: 'missing', message: { zh: `缺少“${key}”`, en: `"${key}" is missing` } }
}

export function unknownKeyFault(pointer: string, key: string, known: Iterable<string>): SchemaFault {
  const near = nearestName(key, known)
  const hint = near === undefined ? { zh: '', en: '' } : { zh: `，是否应为“${near}”？`, en: `; did you mean "${near}"?` }
  const name = shorten(key)
  return {
    pointer,
    code: 'unknown-key',
    message: { zh: `没有“${name}”这一项${hint.zh}`, en: `"${name}" is not a known key${hint.en}` },
    ...(near !== undefined && { nearest: near }),
  }
}

function boundText(schema: JsonSchema): Bilingual {
  if (schema.minLength !== undefined) return { zh: '不能为空', en: 'must not be empty' }
  if (schema.minProperties !== undefined || schema.minItems !== undefined || schema.maxItems !== undefined) return { zh: '的个数不对', en: 'has the wrong number of members' }
  if (schema.minimum !== undefined || schema.maximum !== undefined) return { zh: `应在 ${schema.minimum ?? '…'} 到 ${schema.maximum ?? '…'} 之间`, en: `should be between ${schema.minimum ?? '…'} and ${schema.maximum ?? '…'}` }
  return { zh: `应符合 ${schema.pattern ?? ''}`, en: `should match ${schema.pattern ?? ''}` }
}

function named(pointer: string): Bilingual {
  const key = pointerTokens(pointer).at(-1)
  if (key === undefined) return { zh: '整个文件', en: 'the document' }
  if (/^\d+$/.test(key)) return { zh: `第 ${Number(key) + 1} 项`, en: `element ${Number(key) + 1}` }
  return { zh: `“${shorten(key)}”`, en: `"${shorten(key)}"` }
}

function typeName(type: string): Bilingual {
  return TYPE_NAMES[type] ?? { zh: type, en: type }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
