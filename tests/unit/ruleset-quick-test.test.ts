import { describe, expect, it } from 'vitest'
import type { Value } from '../../src/facts/value.ts'
import { quickTest } from '../../src/ruleset/compile/quick-test.ts'
import type { Node } from '../../src/ruleset/node.ts'
import { ATTRIBUTE } from '../../src/ruleset/node.ts'
import { operatorNamed } from '../../src/ruleset/operators/table.ts'
import { TEXT, VERDICT } from '../../src/ruleset/types.ts'

const attribute: Node = { node: 'read', name: ATTRIBUTE, path: [], type: TEXT }
const literal = (text: string): Node => ({ node: 'literal', written: text, value: { type: 'text', text }, type: TEXT })
const call = (name: string, operands: readonly Node[], prepared?: unknown): Node => {
  const operator = operatorNamed(name)
  if (!operator) throw new Error(name)
  return { node: 'call', operator, operands, settings: {}, prepared, type: VERDICT }
}
const text = (words: string): Value => ({ type: 'text', text: words })
const nothing: Value = { type: 'absent', reason: 'missing-value' }

describe('the quick test of a condition', () => {
  it('tells texts apart, but leaves figures to the operator', () => {
    const test = quickTest(call('equal', [attribute, literal('年度')]))
    expect([text('年度'), text('实施期')].map((value) => test?.(value))).toEqual([true, false])
    expect(quickTest(call('equal', [attribute, literal('95%')]))?.(text('95.0%'))).toBeUndefined()
  })

  it('knows one of several', () => {
    const test = quickTest(call('in', [attribute, { node: 'list', members: [literal('甲'), literal('乙')], type: TEXT }]))
    expect([text('乙'), text('丙'), nothing].map((value) => test?.(value))).toEqual([true, false, undefined])
  })

  it('asks the pattern, and leaves what has no text to the operator', () => {
    const test = quickTest(call('matches', [attribute, literal('x')], (words: string) => words.includes('泵')))
    expect([text('泵站'), text('渠道'), nothing].map((value) => test?.(value))).toEqual([true, false, undefined])
  })

  it('negates and joins, a gap staying a gap', () => {
    const pump = call('matches', [attribute, literal('x')], (words: string) => words.includes('泵'))
    expect([text('泵站'), text('渠道'), nothing].map((value) => quickTest(call('not', [pump]))?.(value))).toEqual([false, true, undefined])
    const both = quickTest(call('and', [call('present', [attribute]), call('not', [pump])]))
    expect([text('渠道'), text('泵站'), text(' '), nothing].map((value) => both?.(value))).toEqual([true, false, false, undefined])
  })

  it('leaves every other condition to the operator', () => {
    expect(quickTest(call('more', [attribute, literal('3')]))).toBeUndefined()
  })
})
