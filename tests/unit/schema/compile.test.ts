import { describe, expect, it } from 'vitest'
import { compileSchema } from '../../../src/source/json-schema.ts'
import type { JsonSchema } from '../../../src/source/json-schema.ts'

const faults = (schema: JsonSchema, value: unknown) => compileSchema(schema)(value).faults.map(({ pointer, message }) => `${pointer} ${message.en}`)

describe('compileSchema', () => {
  it('refuses keywords it does not know, and references to nowhere', () => {
    expect(() => compileSchema({ oneOf: [] } as unknown as JsonSchema)).toThrow('oneOf')
    expect(() => compileSchema({ properties: { a: { $ref: '#/$defs/none' } } })).toThrow('none')
  })

  it('follows references, circular ones too', () => {
    const schema: JsonSchema = { $ref: '#/$defs/node', $defs: { node: { type: 'object', properties: { name: { type: 'string' }, below: { type: 'array', items: { $ref: '#/$defs/node' } } }, required: ['name'] } } }
    expect(faults(schema, { name: 'a', below: [{ name: 'b', below: [{ name: 3 }, {}] }] })).toEqual(['/below/0/below/0/name "name" should be a text, is a number', '/below/0/below/1/name "name" is missing'])
  })

  it('lets the alternative of the value’s own type speak', () => {
    const schema: JsonSchema = { anyOf: [{ type: 'string', enum: ['off', 'error'] }, { type: 'array', prefixItems: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'number' } }], maxItems: 2 }] }
    expect([faults(schema, 'off'), faults(schema, 'of'), faults(schema, ['x', { a: 'b' }]), faults(schema, 7)]).toEqual([
      [],
      [' the document should be one of off, error, is "of" (did you mean off?)'],
      ['/1/a "a" should be a number, is a text'],
      [' the document should be a text or a list […] or off or error, is a number'],
    ])
  })

  it.each<[JsonSchema, unknown, string]>([
    [{ type: 'string', minLength: 1 }, '', 'must not be empty'],
    [{ type: 'string', pattern: '^\\d+$' }, 'x', 'should match'],
    [{ type: 'integer', minimum: 1 }, 0, 'between 1 and'],
    [{ type: 'integer' }, 1.5, 'whole number'],
    [{ type: 'array', minItems: 2 }, [1], 'wrong number'],
    [{ type: 'object', minProperties: 1 }, {}, 'wrong number'],
    [{ const: 1 }, 2, 'one of 1'],
    [{ type: 'object', propertyNames: { pattern: '^a' } }, { b: 1 }, 'should match'],
    [{ type: 'string' }, null, 'is null'],
  ])('%j finds fault with %j', (schema, value, words) => {
    expect(faults(schema, value).join()).toContain(words)
  })

  it('finds no fault with what fits', () => {
    expect(faults({ type: ['string', 'number'], minLength: 1, minimum: 0 }, 5)).toEqual([])
    expect(faults({}, { any: ['thing'] })).toEqual([])
  })

  it('does not take inherited members for own ones', () => {
    expect(faults({ type: 'object', additionalProperties: false, properties: { a: {} }, required: ['a'] }, JSON.parse('{"__proto__": 1, "constructor": 2}'))).toEqual(['/__proto__ "__proto__" is not a known key', '/constructor "constructor" is not a known key', '/a "a" is missing'])
  })
})
