import type { Term } from '../../facts/quantity.ts'
import type { QuantityValue, Value } from '../../facts/value.ts'
import type { Environment } from '../compiled.ts'
import { unitOf } from '../../facts/amounts/index.ts'
import { QUANTITY } from '../types.ts'
import { TERMS } from '../wording.ts'
import { daysBetween } from './compare-dates.ts'
import { computed, isBlank, numberIn, operandsOf, plainNumber, termOf } from './numbers.ts'
import type { PlainOperator } from './operator.ts'
import { absent, members } from './values.ts'


/** Blank members of a sum: left out, counted as zero, or (error) kept so that the check finds them. */
function terms(operands: readonly Value[], environment: Environment): readonly Value[] {
  const all = operands.flatMap(members)
  return environment.blank === 'skip' ? all.filter((value) => !isBlank(numberIn(value))) : all
}

function allBlank(operands: readonly Value[]): Value | undefined {
  const all = operands.flatMap(members).map(numberIn)
  return all.length > 0 && all.every(isBlank) ? all[0] : undefined
}

export const sum: PlainOperator = {
  style: 'plain',
  name: 'sum',
  group: 'arithmetic',
  parameters: [{ name: 'terms', takes: 'any' }],
  variadic: { least: 1 },
  writing: { bare: true, list: true },
  gives: QUANTITY,
  apply(operands, environment) {
    const blank = allBlank(operands)
    if (blank) return blank
    const values = operandsOf(terms(operands, environment), environment)
    if ('type' in values) return values
    return values.length === 0 ? absent('missing-value') : computed({ op: 'sum', args: values.map(termOf) }, values)
  },
}

function operation(name: 'times' | 'ratio' | 'growth' | 'minus', term: (args: readonly Term[]) => Term): Pick<PlainOperator, 'style' | 'name' | 'group' | 'gives' | 'apply'> {
  return {
    style: 'plain',
    name,
    group: 'arithmetic',
    gives: QUANTITY,
    apply(operands, environment) {
      const values = name === 'times' ? factors(operands, environment) : operandsOf(operands, environment)
      return 'type' in values ? values : computed(term(values.map(termOf)), values)
    },
  }
}

/** Factors keep their own units: a bare number multiplies, it does not take the other's unit. */
function factors(operands: readonly Value[], environment: Environment): readonly QuantityValue[] | Value {
  const values: QuantityValue[] = []
  for (const operand of operands) {
    const single = operandsOf([operand], environment)
    if ('type' in single) return single
    values.push(...single)
  }
  return values
}

const subtraction = operation('minus', (args) => ({ op: 'minus', args }))

export const minus: PlainOperator = {
  ...subtraction,
  parameters: [{ name: 'from', takes: 'measure' }, { name: 'less', takes: 'measure' }],
  variadic: { least: 2 },
  writing: { list: true },
  apply(operands, environment, call) {
    const [from, less, ...more] = operands
    if (from?.type !== 'date' && less?.type !== 'date') return subtraction.apply(operands, environment, call)
    const days = from?.type === 'date' && less?.type === 'date' && more.length === 0 ? daysBetween(less, from) : undefined
    const missing = operands.find((operand) => operand.type === 'absent')
    return days === undefined ? (missing ?? absent('ambiguous')) : { ...plainNumber(BigInt(days), unitOf(TERMS.day)), counted: operands }
  },
}

export const times: PlainOperator = {
  ...operation('times', (args) => ({ op: 'times', args })),
  parameters: [{ name: 'factor', takes: 'quantity' }, { name: 'factors', takes: 'quantity' }],
  variadic: { least: 2 },
  writing: { list: true },
}

export const ratio: PlainOperator = {
  ...operation('ratio', (args) => ({ op: 'ratio', args })),
  parameters: [{ name: 'part', takes: 'quantity' }, { name: 'base', takes: 'quantity' }],
  writing: { list: true },
}

export const growth: PlainOperator = {
  ...operation('growth', (args) => ({ op: 'growth', args })),
  parameters: [{ name: 'from', takes: 'quantity' }, { name: 'to', takes: 'quantity' }],
  writing: { list: true },
}

export const rounded: PlainOperator = {
  style: 'plain',
  name: 'rounded',
  group: 'arithmetic',
  parameters: [{ name: 'quantity', takes: 'quantity' }, { name: 'step', takes: 'quantity' }],
  writing: { list: true },
  gives: QUANTITY,
  apply([value, step], environment) {
    const values = operandsOf([...(value ? [value] : [])], environment)
    if ('type' in values) return values
    const size = step && numberIn(step)
    const [quantity] = values
    if (size?.type !== 'quantity' || quantity === undefined) return size ?? absent('missing-value')
    return computed({ op: 'rounded', args: [termOf(quantity)], step: size.quantity }, [quantity])
  },
}
