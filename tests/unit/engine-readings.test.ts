import { describe, expect, it } from 'vitest'
import type { Outcome, QuantityValue, Value } from '../../src/facts/value.ts'
import { relationOf } from '../../src/engine/relation.ts'
import { requiredValues } from '../../src/engine/required-value.ts'
import { best, nearestMiss } from '../../src/ruleset/combine.ts'
import { compareNumbers } from '../../src/ruleset/operators/compare-numbers.ts'
import { present } from '../../src/ruleset/operators/presence.ts'
import { fitsValue } from '../../src/ruleset/operators/sameness.ts'
import { decimalOf } from '../../src/facts/amounts/index.ts'
import type { Environment } from '../../src/ruleset/compiled.ts'
import { figure, item, model, rule, run, source, text } from './engine-helpers.ts'

const environment = { blank: 'skip', lookup: () => ({ type: 'absent', reason: 'missing-value' }), bind: () => environment } as unknown as Environment
const at = (printed: string, pointer: string): QuantityValue => figure(printed, pointer, '万元')
const equal = (a: QuantityValue, b: QuantityValue): Outcome => compareNumbers('equal', a, b, environment)
const outline = at('95.00', '/tables/1/lanes/0/rows/0/cells/合计')
const far = equal(outline, at('12.00', '/tables/0/lanes/0/rows/1/cells/金额'))
const near = equal(outline, at('92.00', '/tables/0/lanes/0/rows/2/cells/金额'))

describe('a check with several readings', () => {
  it('that fails under all speaks of the nearest miss', () => {
    expect(nearestMiss([far, near])).toBe(near)
    expect(best([far, near]).expected).toBe(near.expected)
  })

  it('holds once one of its readings does, so each proposes a value', () => {
    const relation = relationOf(best([far, near]))
    expect(relation?.kind).toBe('any')
    const key = relation?.figures.find(({ text: printed }) => printed === '95.00')?.key ?? ''
    expect(relation && requiredValues(relation, key).map(decimalOf)).toEqual(['12.00', '92.00'])
  })
})

describe('a relation', () => {
  it('keeps constants and zeros that stand for a missing row as terms without a place', () => {
    const zero: QuantityValue = { type: 'quantity', quantity: { ...outline.quantity, digits: 0n, exact: true } }
    const sum: QuantityValue = { type: 'quantity', quantity: outline.quantity, term: { op: 'sum', args: [{ op: 'leaf', quantity: outline.quantity }, { op: 'leaf', quantity: zero.quantity }] }, inputs: [outline, zero] }
    const relation = relationOf(compareNumbers('equal', at('90.00', '/tables/2/lanes/0/rows/0/cells/合计'), sum, environment))
    expect(relation?.figures.map(({ text: printed }) => printed)).toEqual(['90.00', '95.00'])
  })
})

describe('present', () => {
  it('is not a cell that prints nothing', () => {
    const blank = item('cell', '/tables/0/lanes/0/rows/0/cells/合计', { value: { type: 'absent', reason: 'blank' } }, { text: '' })
    const check = rule('a/there', { cases: [{ range: { form: 'each', source: source('cell'), as: '格' }, assert: (env) => present.apply([env.lookup('格')], env, { settings: {}, prepared: undefined }) }] })
    expect(run([check], model({ items: { cell: [blank] } })).findings).toHaveLength(1)
  })
})

describe('a scope in a condition', () => {
  const scope = (known: Readonly<Record<string, string>>, unsaid: readonly string[] = []): Value => ({ type: 'scope', known, unsaid })

  it('fits what it leaves unsaid and nothing said otherwise', () => {
    expect(fitsValue(scope({ fund: '一般公共预算', carryover: '不含' }), scope({ fund: '一般公共预算' }, ['carryover']), environment)).toBe(true)
    expect(fitsValue(scope({ fund: '全部', carryover: '不含' }), scope({ fund: '一般公共预算' }, ['carryover']), environment)).toBe(false)
    expect(fitsValue(text('甲'), text('甲'), environment)).toBe(true)
  })
})
