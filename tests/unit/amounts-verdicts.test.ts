import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { blankZero, compareTerms, exactly, leaf, parseQuantity, printQuantity, roundBudget, type Relation } from '../../src/facts/amounts/index.ts'
import type { Quantity, Term } from '../../src/facts/quantity.ts'

type Written = string | { readonly [op: string]: unknown }
interface Case {
  readonly relation?: Relation
  readonly actual: Written
  readonly expected: Written
  readonly with?: Readonly<Record<string, string>>
  readonly repeated?: boolean
  readonly verdict: string
  readonly says?: string
  readonly precision?: boolean
  readonly reading?: string
  readonly reason?: string
  readonly slip?: string
  readonly difference?: string
  readonly 'expected-value'?: string
  readonly allowance?: string
}

const rules = parse(readFileSync(new URL('verdict-cases.yaml', import.meta.url), 'utf8')) as readonly { readonly rule: string; readonly cases: readonly Case[] }[]

function quantity(text: unknown): Quantity {
  const read = parseQuantity(String(text))
  if (!read) throw new Error(`no quantity: ${String(text)}`)
  return read
}

function term(written: unknown, named: ReadonlyMap<string, Quantity>): Term {
  if (typeof written === 'string') {
    const shared = written.startsWith('$') ? named.get(written.slice(1)) : undefined
    return leaf(shared ?? quantity(written))
  }
  const [[op, of] = ['', undefined]] = Object.entries(written as object) as [string, unknown][]
  if (op === 'blank') return leaf(blankZero(String(of)))
  if (op === 'constant') return leaf(exactly(quantity(of)))
  const args = of as readonly unknown[]
  if (op === 'budget') return roundBudget(quantity(args[0]), quantity(args[1]))
  if (op === 'rounded') return { op, args: [term(args[0], named)], step: quantity(args[1]) }
  if (op === 'sum' || op === 'minus' || op === 'times' || op === 'ratio' || op === 'growth') return { op, args: args.map((arg) => term(arg, named)) }
  throw new Error(`no operator: ${op}`)
}

describe.each(rules)('$rule', ({ cases }) => {
  test.each(cases.map((one) => [`${JSON.stringify(one.actual)} ${one.relation ?? 'equal'} ${JSON.stringify(one.expected)} is ${one.verdict}${one.says === undefined ? '' : `: ${one.says}`}`, one] as const))('%s', (_, one) => {
    const named = new Map(Object.entries(one.with ?? {}).map(([name, text]) => [name, quantity(text)]))
    const [actual, expected] = [term(one.actual, named), term(one.expected, named)]
    const options = one.repeated === undefined ? {} : { repeated: one.repeated }
    const result = compareTerms(one.relation ?? 'equal', actual, expected, options)
    expect(result.verdict).toBe(one.verdict)
    expect(result.reason).toBe(one.reason)
    if (one.relation === undefined) {
      const turned = compareTerms('equal', expected, actual, options)
      expect(turned.verdict).toBe(one.verdict)
      if ((actual.op === 'leaf') !== (expected.op === 'leaf')) expect([turned.actual, turned.expected]).toEqual([result.expected, result.actual])
    }
    if (one.precision !== undefined) expect(result.hangsOnPrecision === true).toBe(one.precision)
    if (one.reading !== undefined) expect(result.reading).toBe(one.reading)
    if (one.slip !== undefined) expect(result.slip ?? 'none').toBe(one.slip)
    if (one.difference !== undefined) expect(result.difference && printQuantity(result.difference)).toBe(one.difference)
    if (one.allowance !== undefined) expect(result.allowance ? printQuantity(result.allowance) : 'none').toBe(one.allowance)
    if (one['expected-value'] !== undefined) expect(result.expected && printQuantity(result.expected)).toBe(one['expected-value'])
  })
})
