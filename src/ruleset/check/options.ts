import type { RuleDefinition } from '../definition.ts'
import { BOOLEAN, QUANTITY, TEXT } from '../types.ts'
import type { Type } from '../types.ts'
import type { Value } from '../../facts/value.ts'
import { literal, quantityLiteral } from './literals.ts'
import type { Report } from './faults.ts'

/** Types an option can have. */
export const OPTION_TYPES = ['percent', 'integer', 'number', 'amount', 'time', 'text', 'boolean'] as const
type OptionType = (typeof OPTION_TYPES)[number]

const DIMENSIONS: Partial<Readonly<Record<OptionType, string>>> = { percent: 'percent', amount: 'money', time: 'length-of-time' }

export function optionType(type: string): Type {
  return type === 'text' ? TEXT : type === 'boolean' ? BOOLEAN : QUANTITY
}

/** The value of an option given as `written`; undefined when it is not of the option's type. */
export function optionValue(type: string, written: unknown): Value | undefined {
  if (type === 'boolean') return typeof written === 'boolean' ? literal(written).value : undefined
  if (type === 'text') return typeof written === 'string' ? literal(written).value : undefined
  if (typeof written !== 'string' && typeof written !== 'number') return undefined
  const value = quantityLiteral(written)?.value
  if (value?.type !== 'quantity') return undefined
  const { dimension } = value.quantity.unit
  if (type === 'integer') return dimension === 'number' && value.quantity.places === 0 ? value : undefined
  if (type === 'number') return dimension === 'number' ? value : undefined
  return dimension === DIMENSIONS[type as OptionType] ? value : undefined
}

export function checkOptions(options: NonNullable<RuleDefinition['options']>, report: Report): void {
  for (const [name, option] of Object.entries(options)) {
    if (optionValue(option.type, option.default) === undefined) {
      report({ code: 'wrong-default', path: ['options', name, 'default'], args: { name, type: option.type, found: JSON.stringify(option.default) } })
    }
  }
}

/** The options of a rule as values: those set in the configuration, else the defaults. Wrong ones keep the default. */
export function optionValues(definition: RuleDefinition, set: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(definition.options ?? {}).flatMap(([name, option]) => {
      const value = (Object.hasOwn(set, name) ? optionValue(option.type, set[name]) : undefined) ?? optionValue(option.type, option.default)
      return value ? [[name, value]] : []
    }),
  )
}
