import type { Operator, Parameter } from '../operators/operator.ts'
import type { Takes } from '../types.ts'
import type { Context, Spot } from './context.ts'
import type { YamlPath } from './faults.ts'
import { unknown } from './faults.ts'
import { isMap } from './expression.ts'

/** One argument in its place. */
export interface Argument {
  readonly parameter: Parameter
  readonly value: unknown
  readonly path: YamlPath
  readonly takes?: Takes
}

function isNamed(operator: Operator, argument: unknown): argument is Readonly<Record<string, unknown>> {
  if (!operator.writing.named || !isMap(argument)) return false
  const keys = Object.keys(argument)
  return keys.length !== 1 || operator.parameters.some((parameter) => parameter.name === keys[0]) || !operator.writing.bare
}

/** The arguments of a call, however they are written, each with its parameter; undefined, and reported, if they do not fit. */
export function written(operator: Operator, argument: unknown, spot: Spot, context: Context): readonly Argument[] | undefined {
  if (isNamed(operator, argument)) return byName(operator, argument, spot, context)
  if (operator.writing.list && Array.isArray(argument)) return inOrder(operator, argument, spot, context)
  const [first] = operator.parameters
  if (operator.writing.bare && first) return [{ parameter: first, value: argument, path: spot.path, ...(operator.name === 'sum' && { takes: 'members' as const }) }]
  context.report({ code: 'wrong-arguments', path: spot.path, args: { name: operator.name } })
  return undefined
}

function inOrder(operator: Operator, values: readonly unknown[], spot: Spot, context: Context): readonly Argument[] | undefined {
  const { parameters, variadic } = operator
  const operands = variadic ? parameters.filter((parameter) => 'takes' in parameter) : parameters
  const least = variadic?.least ?? parameters.filter((parameter) => !parameter.optional).length
  const most = variadic ? Infinity : parameters.length
  if (values.length < least || values.length > most) {
    context.report({ code: 'wrong-count', path: spot.path, args: { name: operator.name, wanted: most === least ? String(least) : most === Infinity ? `${least}+` : `${least}–${most}`, found: String(values.length) } })
    return undefined
  }
  return values.flatMap((value, index): Argument[] => {
    const parameter = operator.name === 'if' ? operands[index % 2 === 0 && index < values.length - 1 ? 0 : 1] : (operands[index] ?? operands.at(-1))
    return parameter ? [{ parameter, value, path: [...spot.path, index], ...(operator.name === 'sum' && { takes: 'quantity' as const }) }] : []
  })
}

function byName(operator: Operator, values: Readonly<Record<string, unknown>>, spot: Spot, context: Context): readonly Argument[] | undefined {
  const names = operator.parameters.map((parameter) => parameter.name)
  for (const key of Object.keys(values)) if (!names.includes(key)) unknown(context.report, 'unknown-argument', key, names, { path: [...spot.path, key], at: 'key' })
  const lacking = operator.parameters.filter((parameter) => !parameter.optional && !Object.hasOwn(values, parameter.name))
  for (const { name } of lacking) context.report({ code: 'missing-argument', path: spot.path, args: { name } })
  if (lacking.length > 0) return undefined
  return operator.parameters.flatMap((parameter): Argument[] => (Object.hasOwn(values, parameter.name) ? [{ parameter, value: values[parameter.name], path: [...spot.path, parameter.name] }] : []))
}
