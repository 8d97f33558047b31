import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import schema from '../../../schemas/disclosure.schema.json' with { type: 'json' }
import { validateDisclosure } from '../../../src/disclosure/validate.ts'
import type { Disclosure } from '../../../src/disclosure/model.ts'
import { member, sample } from './sample.ts'

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)

/** The sample with one place changed. */
function broken(change: (value: Record<string, never>) => void): unknown {
  const value = structuredClone(sample()) as unknown as Record<string, never>
  change(value)
  return value
}

function checked(value: unknown): { faults: readonly (readonly [string, string])[]; disclosure: Disclosure | undefined } {
  const { faults, disclosure } = validateDisclosure(value)
  return { faults: faults.map(({ pointer, code }) => [code, pointer] as const), disclosure }
}

describe('validateDisclosure', () => {
  it('gives a right disclosure as it is, without copying', () => {
    const value: Record<string, unknown> = { ...sample(), projects: [] }
    delete value['overall']
    const result = validateDisclosure(value)
    expect(result.faults).toEqual([])
    expect(result.disclosure).toBe(value)
  })

  it('fills in what hand-written files may leave out', () => {
    const { disclosure, faults } = validateDisclosure({ kind: 'budget', entity: { name: '某馆', level: 'unit' }, projects: [{ name: '甲', funds: { total: { annual: 5 } } }], tables: [{ role: 'unknown', title: '', lanes: [{ columns: [{ key: 'a' }], rows: [{ label: 'x' }] }] }] })
    expect(faults).toEqual([])
    expect(disclosure).toMatchObject({ extent: 'unknown', sections: [], projects: [{ layout: 'form', indicators: [], goals: {}, funds: { total: { annual: 5 }, sources: [] } }], tables: [{ lanes: [{ columns: [{ path: [] }], rows: [{ cells: {} }] }] }] })
  })

  it('leaves out a wrong cell, says so, and doubts its row', () => {
    const { faults, disclosure } = checked(broken((value) => {
      const { tables } = value as unknown as { tables: { lanes: { rows: { cells: Record<string, unknown> }[] }[] }[] }
      member(member(member(tables, 0).lanes, 0).rows, 0).cells['预算数'] = { no: 1 }
    }))
    expect(faults).toEqual([['type', '/tables/0/lanes/0/rows/0/cells/预算数']])
    const rows = disclosure?.tables[0]?.lanes[0]?.rows
    expect(rows?.[0]).toEqual({ label: '一、财政拨款', cells: {}, reading: 'doubtful', doubt: 'type-misfit' })
    expect(rows?.[1]).toEqual(sample().tables[0]?.lanes[0]?.rows[1])
    expect(disclosure?.tables[0]?.reading).toBeUndefined()
    expect(disclosure?.extent).toBe('unknown')
  })

  it('keeps the numbering of lists that have wrong members', () => {
    const { faults, disclosure } = checked(broken((value) => {
      ;(value as unknown as { projects: unknown[] }).projects.unshift('项目')
    }))
    expect(faults).toEqual([['type', '/projects/0']])
    expect(disclosure?.projects[0]).toMatchObject({ name: '', reading: 'doubtful' })
    expect(disclosure?.projects[1]?.name).toBe('借阅补助')
  })

  it('doubts a sheet whose required part is missing', () => {
    const { faults, disclosure } = checked(broken((value) => {
      delete member((value as unknown as { projects: { name?: string }[] }).projects, 0).name
    }))
    expect(faults).toEqual([['missing', '/projects/0/name']])
    expect(disclosure?.projects[0]).toMatchObject({ name: '', reading: 'doubtful', overview: '为读者借阅提供补助。' })
  })

  it('tells of unknown keys as infos with the nearest known name, and changes nothing', () => {
    const { faults, disclosure } = validateDisclosure({ ...sample(), fiscalyear: 2026 })
    expect(faults).toMatchObject([{ pointer: '/fiscalyear', code: 'unknown-key', severity: 'info', message: { en: '"fiscalyear" is not a known key; did you mean "fiscalYear"?' } }])
    expect(disclosure?.extent).toBe('whole')
  })

  it('tells of columns that are there twice and cells under no column', () => {
    const value = { kind: 'budget', entity: { name: '', level: 'unit' }, tables: [{ role: 'x', title: 'x', lanes: [{ columns: [{ key: '合计' }, { key: '合计' }], rows: [{ label: 'a', cells: { 合计: 1, 合计数: 2 } }, { label: 'b', cells: { 合计数: 2 } }] }] }] }
    expect(validateDisclosure(value).faults.map(({ code, pointer, severity }) => [code, pointer, severity])).toEqual([
      ['duplicate-column', '/tables/0/lanes/0/columns/1/key', 'error'],
      ['unknown-column', '/tables/0/lanes/0/rows/0/cells/合计数', 'info'],
    ])
  })

  it('says in words what is wrong', () => {
    const { faults } = validateDisclosure({ ...sample(), kind: 'bugdet', fiscalYear: '2026' })
    expect(faults.map(({ message }) => message.zh)).toEqual(['“kind”应为 budget、final-accounts、self-evaluation、other 之一，现为 "bugdet"（是否应为 budget？）', '“fiscalYear”应为整数，现为文字'])
  })

  it('lists a few hundred faults of a hostile file and counts the rest', () => {
    const cells = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`列${index}`, null]))
    const { faults } = validateDisclosure({ ...sample(), tables: [{ role: 'x', title: 'x', lanes: [{ columns: Array.from({ length: 20_000 }, (_, index) => ({ key: `栏${index}` })), rows: [{ label: 'a', cells }] }] }] })
    expect(faults).toHaveLength(501)
    expect(faults.at(-1)).toMatchObject({ severity: 'error', message: { en: '19500 more faults of form are not listed' } })
  })

  it.each([null, 1, 'x', [], {}, { kind: 'budget' }, { tables: 5, sections: null }, { name: 'package', version: '1.0.0' }])('has no disclosure for %j', (value) => {
    const { disclosure, faults } = validateDisclosure(value)
    expect(disclosure).toBeUndefined()
    expect(faults[0]).toMatchObject({ code: 'unusable', pointer: '' })
  })
})

/** Puts `junk` at a place of the sample chosen by `path`, or takes the member there out. */
function mutated(path: readonly number[], junk: unknown): unknown {
  const value = structuredClone(sample()) as unknown
  let holder = value as Record<string, unknown>
  for (const step of path) {
    const keys = Object.keys(holder)
    const key = keys[step % Math.max(keys.length, 1)]
    const next = key === undefined ? undefined : holder[key]
    if (key !== undefined && (typeof next !== 'object' || next === null || step % 3 === 0)) {
      if (junk === REMOVED) Reflect.deleteProperty(holder, key)
      else holder[key] = junk
      return value
    }
    if (next === undefined) break
    holder = next as Record<string, unknown>
  }
  return value
}

const REMOVED = Symbol('removed')

describe('the schema and its own checker', () => {
  const mutation = fc.tuple(fc.array(fc.nat(60), { maxLength: 9 }), fc.oneof(fc.constant(REMOVED), fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('doubtful', 'unit', -1, 0, 1.5, '')))

  it('find fault with the same values as ajv', () => {
    fc.assert(fc.property(mutation, ([path, junk]) => {
      const value = mutated(path, junk)
      const faults = validateDisclosure(value).faults.filter(({ code }) => !['duplicate-column', 'unknown-column', 'unusable'].includes(code))
      expect(faults.length === 0).toBe(ajv(value))
    }), { numRuns: 500 })
  })

  it('give nothing but valid disclosures, whatever came in', () => {
    const known = new Set(['additionalProperties'])
    fc.assert(fc.property(fc.oneof(mutation.map(([path, junk]) => mutated(path, junk)), fc.jsonValue(), fc.record({ kind: fc.jsonValue(), tables: fc.jsonValue(), sections: fc.jsonValue(), projects: fc.jsonValue(), overall: fc.jsonValue() })), (value) => {
      const { disclosure } = validateDisclosure(value)
      if (!disclosure) return
      ajv(disclosure)
      expect((ajv.errors ?? []).filter(({ keyword }) => !known.has(keyword))).toEqual([])
      for (const part of ['tables', 'sections', 'projects'] as const) expect(Array.isArray(disclosure[part])).toBe(true)
    }), { numRuns: 500 })
  })
})
