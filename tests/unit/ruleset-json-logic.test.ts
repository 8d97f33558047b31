import jsonLogic from 'json-logic-js'
import { describe, expect, it } from 'vitest'
import type { Outcome, Value } from '../../src/facts/value.ts'
import { OPERATORS } from '../../src/ruleset/index.ts'
import { logicName } from '../../src/ruleset/operators/operator.ts'
import { BLANK, MISSING, VOCABULARY, evaluate, figure, item, list, modelOf, text, thing, verdictOf } from './ruleset-helpers.ts'
import { referenceExpression } from '../../src/ruleset/index.ts'
import { rootEnvironment } from '../../src/ruleset/environment.ts'

const stock = (logic: unknown, data: unknown = null): unknown => jsonLogic.apply(logic as never, data)
const passed: Outcome = { type: 'verdict', verdict: 'exact', inputs: [] }
const failed: Outcome = { type: 'verdict', verdict: 'violated', inputs: [] }
const gap: Outcome = { type: 'verdict', verdict: 'not-evaluated', reason: 'missing-table', inputs: [] }

/** Where plain json-logic-js is wrong on quantities, absence, scopes and verdicts; beside it what ours gives. */
interface Wrong {
  readonly what: string
  readonly stock: () => unknown
  readonly wrong: unknown
  readonly ours: () => unknown
  readonly right: unknown
}

const verdict = (written: unknown, bind: Record<string, Value> = {}): string => verdictOf(written, { bind }).verdict
const digits = (value: Value): string => (value.type === 'quantity' ? `${value.quantity.digits}/${value.quantity.places}` : value.type === 'absent' ? value.reason : value.type)

const TABLE: readonly Wrong[] = [
  { what: 'separators end a number', stock: () => stock({ '+': ['1,234.56', 1] }), wrong: 2, ours: () => digits(evaluate({ sum: ['$a', '1元'] }, { bind: { a: figure('1,234.56元') } })), right: '123556/2' },
  { what: 'floats do not add up', stock: () => stock({ '==': [{ '+': [0.1, 0.2] }, 0.3] }), wrong: false, ours: () => verdict({ equal: [{ sum: [0.1, 0.2] }, 0.3] }), right: 'exact' },
  { what: 'missing is less than five', stock: () => stock({ '<': [{ var: 'a' }, 5] }, {}), wrong: true, ours: () => verdict({ less: ['$a', 5] }, { a: MISSING }), right: 'not-evaluated' },
  { what: 'missing is at most 100', stock: () => stock({ '<=': [null, 100] }), wrong: true, ours: () => verdict({ 'at-most': ['$a', '100%'] }, { a: MISSING }), right: 'not-evaluated' },
  { what: 'a blank equals zero', stock: () => stock({ '==': ['', 0] }), wrong: true, ours: () => verdict({ equal: ['$a', 0] }, { a: BLANK }), right: 'not-evaluated' },
  { what: 'a printed separator makes a number small', stock: () => stock({ '>': ['1,200', 100] }), wrong: false, ours: () => verdict({ more: ['$a', '100元'] }, { a: figure('1,200元') }), right: 'exact' },
  { what: 'a text minus a number is NaN, and goes on', stock: () => stock({ '-': ['见附表', 1] }), wrong: NaN, ours: () => digits(evaluate({ minus: ['$a', '1元'] }, { bind: { a: list(figure('1元'), figure('2元')) } })), right: 'ambiguous' },
  { what: 'division by zero is infinite', stock: () => stock({ '/': [1, 0] }), wrong: Infinity, ours: () => digits(evaluate({ ratio: ['$a', '$b'] }, { bind: { a: figure('1元'), b: figure('0元') } })), right: 'zero-base' },
  { what: 'units are ignored', stock: () => stock({ '==': ['3', 3] }), wrong: true, ours: () => verdict({ equal: ['$a', '$b'] }, { a: figure('3人'), b: figure('3万元') }), right: 'not-evaluated' },
  { what: 'map loses outer variables', stock: () => stock({ map: [{ var: 'xs' }, { var: 'outer' }] }, { xs: [1, 2], outer: 7 }), wrong: [null, null], ours: () => verdict({ every: { of: '$xs', as: 'x', is: { equal: ['$x', '$outer'] } } }, { xs: list(figure('7人'), figure('7人')), outer: figure('7人') }), right: 'exact' },
  { what: 'the prototype can be read', stock: () => typeof stock({ var: 'constructor' }, {}), wrong: 'function', ours: () => digits(referenceExpression({ var: 'a.constructor' }, VOCABULARY)(rootEnvironment(modelOf([]), 'skip').bind('a', text('甲')))), right: 'missing-value' },
  { what: 'a failed verdict object is truthy: and', stock: () => stock({ and: [{ var: 'failed' }, { var: 'passed' }] }, { failed, passed }), wrong: passed, ours: () => verdict({ and: ['$failed', '$passed'] }, { failed, passed }), right: 'violated' },
  { what: 'a failed verdict object is truthy: or', stock: () => stock({ or: [{ var: 'failed' }, { var: 'passed' }] }, { failed, passed }), wrong: failed, ours: () => verdict({ or: ['$failed', '$passed'] }, { failed, passed }), right: 'exact' },
  { what: 'a failed verdict object is truthy: if', stock: () => stock({ if: [{ var: 'failed' }, 'then', 'else'] }, { failed }), wrong: 'then', ours: () => evaluate({ if: ['$failed', 'then', 'else'] }, { bind: { failed } }), right: { type: 'text', text: 'else' } },
  { what: 'a gap is truthy: if', stock: () => stock({ if: [{ var: 'gap' }, 'then', 'else'] }, { gap }), wrong: 'then', ours: () => digits(evaluate({ if: ['$gap', 'then', 'else'] }, { bind: { gap } })), right: 'missing-table' },
  { what: 'a failed verdict object is truthy: not', stock: () => stock({ '!': [{ var: 'failed' }] }, { failed }), wrong: false, ours: () => verdict({ not: '$failed' }, { failed }), right: 'exact' },
  { what: 'a failed verdict object is truthy: all', stock: () => stock({ all: [{ var: 'xs' }, { var: '' }] }, { xs: [passed, failed] }), wrong: true, ours: () => verdict({ every: { of: '$xs', as: 'x', is: '$x' } }, { xs: list(passed, failed) }), right: 'violated' },
  { what: 'a failed verdict object is truthy: some', stock: () => stock({ some: [{ var: 'xs' }, { var: '' }] }, { xs: [failed] }), wrong: true, ours: () => verdict({ some: { of: '$xs', as: 'x', is: '$x' } }, { xs: list(failed) }), right: 'violated' },
  { what: 'a failed verdict object is truthy: filter', stock: () => (stock({ filter: [{ var: 'xs' }, { var: '' }] }, { xs: [passed, failed] }) as unknown[]).length, wrong: 2, ours: () => digits(evaluate({ count: { filter: { of: '$xs', as: 'x', is: '$x' } } }, { bind: { xs: list(passed, failed) }, types: { xs: { is: 'list', of: { is: 'verdict' } } } })), right: '1/0' },
  { what: 'all of nothing is false', stock: () => stock({ all: [[], true] }), wrong: false, ours: () => verdict({ every: { of: '$xs', as: 'x', is: { present: '$x' } } }, { xs: list() }), right: 'not-applicable' },
  { what: 'an empty text is part of every text', stock: () => stock({ in: ['', '甲'] }), wrong: true, ours: () => verdict({ in: ['$a', '$b'] }, { a: text(''), b: text('甲') }), right: 'violated' },
]

describe('where plain json-logic-js is wrong, and ours is not', () => {
  it.each(TABLE.map((row) => [row.what, row] as const))('%s', (_, row) => {
    expect(row.stock()).toEqual(row.wrong)
    expect(row.ours()).toEqual(row.right)
  })
})

describe('plain JSON Logic of ours', () => {
  it('uses no operator name that json-logic-js treats specially or has itself', () => {
    const taken = ['if', '?:', 'and', 'or', 'filter', 'map', 'reduce', 'all', 'none', 'some', 'in', 'cat', 'substr', 'merge', 'min', 'max', 'var', 'missing', 'missing_some', 'log', '!', '!!']
    expect(OPERATORS.map(logicName).filter((name) => taken.includes(name))).toEqual([])
    expect(new Set(OPERATORS.map(logicName)).size).toBe(OPERATORS.length)
  })

  it('leaves json-logic-js as it is for everybody else', () => {
    evaluate({ equal: [1, 1] })
    expect(stock({ and: [1, 0] })).toBe(0)
    expect(stock({ var: 'a.b' }, { a: { b: 3 } })).toBe(3)
    expect(stock({ if: [true, 'x', 'y'] })).toBe('x')
  })

  it('reaches no undeclared attribute of an item', () => {
    const project = thing(item('project', '甲', { name: text('甲') }))
    for (const path of ['p.ref', 'p.__proto__', 'p.constructor.name', 'p.name.text', 'toString']) {
      expect(digits(referenceExpression({ var: path }, VOCABULARY)(rootEnvironment(modelOf([]), 'skip').bind('p', project)))).toBe('missing-value')
    }
  })
})
