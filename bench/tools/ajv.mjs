// The checks that JSON Schema can say, four of the ten: no sums, no two places, no names told apart by one property.
import { Ajv2020 } from 'ajv/dist/2020.js'
import { REQUIRED } from '../checks.mjs'

export const SAID_BY_SCHEMA = ['indicator-year', 'required-fields', 'percent-limit', 'docnum-form']

const values = (value) => {
  const indicators = { type: 'array', items: { properties: { halves: { additionalProperties: { properties: { value } } } } } }
  return { properties: { projects: { items: { properties: { indicators } } }, overall: { properties: { indicators } } } }
}
const projects = (items) => ({ properties: { projects: { items } } })
const filled = (k) => ({ minLength: 1, maxLength: 10_000 + k })

const SCHEMAS = {
  'indicator-year': (k) => values({ not: { pattern: `(?!2026)(?:19[1-9]\\d|2\\d{3})年(?:.{0,${String(100 + k)}})` } }),
  'required-fields': (k) => projects({ if: { allOf: [{ required: [...REQUIRED, 'signoff'] }, { properties: { ...Object.fromEntries(REQUIRED.map((field) => [field, filled(k)])), signoff: { required: ['responsible'], properties: { responsible: filled(k) } } } }] }, else: false }),
  'percent-limit': (k) => values({ not: { pattern: `(?:10[1-9]|1[1-9]\\d|[2-9]\\d\\d)(?:\\.\\d{1,${String(k)}})?%` } }),
  'docnum-form': (k) => projects({ properties: { basis: { not: { pattern: `[【\\[（(]\\d{4}[】\\]）)]\\d{1,${String(4 + k)}}号` } } } }),
}

/** The checks `copies` times: for a document, how often each fails. */
export function ajvChecks(copies) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  const rules = copies.flatMap((k) => SAID_BY_SCHEMA.map((id) => ({ id, check: ajv.compile(SCHEMAS[id](k)) })))
  return (document, count) => {
    // A condition that fails is told twice: by `else: false` and by `if`.
    for (const { id, check } of rules) if (!check(document)) check.errors.filter(({ keyword }) => keyword === 'not' || keyword === 'if').forEach(() => count(id))
  }
}
