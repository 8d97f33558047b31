import jsonLogicJs from 'json-logic-js'
import type { Value } from '../../facts/value.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import type { CompiledExpression, CompiledSource } from '../compiled.ts'
import { findItems } from '../compile/select.ts'
import type { CompileNode } from '../compile/expression.ts'
import { literal, parseDate, quantityLiteral } from '../check/literals.ts'
import { ATTRIBUTE } from '../node.ts'
import { logicName } from '../operators/operator.ts'
import type { Operator, PlainOperator, Settings } from '../operators/operator.ts'
import { allOperators } from '../operators/table.ts'
import { holds } from '../verdicts.ts'
import { dataBehind, dataOf, valueAt } from './cursor.ts'
import type { Data } from './cursor.ts'
import { LITERALS, nodeLogic } from './to-logic.ts'

type Raw = Readonly<Record<string, unknown>>

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What json-logic-js computed, as a value: a cursor's value, a literal's, or what one of our operators gave. */
function settled(result: unknown): Value {
  if (typeof result === 'object' && result !== null) return valueAt(result) ?? (result as Value)
  return literal(result as string | number | boolean | null).value
}

function evaluate(logic: unknown, data: Data): Value {
  return settled(jsonLogicJs.apply(logic as never, dataOf(data)) as unknown)
}

function within(data: Data, name: string, value: Value): Data {
  return { ...data, environment: data.environment.bind(name, value) }
}

const prepared = new WeakMap<object, unknown>()

function preparedOf(operator: PlainOperator, written: Raw, settings: Settings, vocabulary: Vocabulary): unknown {
  if (!operator.prepare) return undefined
  if (!prepared.has(written)) prepared.set(written, operator.prepare(settings, vocabulary))
  return prepared.get(written)
}

/** Arguments by name reach an operator unevaluated: json-logic-js passes on a map with several keys as it is. */
function isByName(operator: Operator, values: readonly unknown[]): values is readonly [Raw] {
  const [only] = values
  return values.length === 1 && isRaw(only) && valueAt(only) === undefined && !Object.hasOwn(only, 'type') && operator.parameters.some((parameter) => Object.hasOwn(only, parameter.name))
}

function applyPlain(operator: PlainOperator, values: readonly unknown[], data: Data): Value {
  if (!isByName(operator, values)) return operator.apply(values.map(settled), data.environment, { settings: {}, prepared: undefined })
  const [written] = values
  const settings: Settings = Object.fromEntries(operator.parameters.flatMap((parameter) => ('setting' in parameter && written[parameter.name] !== null ? [[parameter.name, written[parameter.name] as Settings[string]]] : [])))
  const given = operator.parameters.filter((parameter) => 'takes' in parameter && written[parameter.name] !== null)
  const operands = given.map((parameter) => evaluate(written[parameter.name], data))
  return operator.apply(operands, data.environment, { settings, prepared: preparedOf(operator, written, settings, data.vocabulary) })
}

interface SourceLogic {
  readonly each: CompiledSource['kind']
  readonly pattern: string | null
  readonly except: readonly string[]
  readonly from: NonNullable<CompiledSource['from']> | null
  readonly table: string | null
  readonly where: readonly { readonly attribute: string; readonly is: unknown; readonly equals: unknown }[]
}

function sourceOf(logic: SourceLogic, { vocabulary }: Data): CompiledSource {
  return {
    kind: logic.each,
    except: logic.except,
    conditions: logic.where.map(({ attribute, is, equals }) => ({
      path: attribute.split('.'),
      ...(equals !== null && { equals: referenceExpression(equals, vocabulary) }),
      test: (value, environment) => holds(evaluate(is, { vocabulary, environment: environment.bind(ATTRIBUTE, value) })),
    })),
    ...(logic.pattern !== null && { pattern: logic.pattern }),
    ...(logic.from !== null && { from: logic.from }),
    ...(logic.table !== null && { table: logic.table }),
  }
}

function applyOperator(operator: Operator, values: readonly unknown[], data: Data): Value {
  switch (operator.style) {
    case 'plain': return applyPlain(operator, values, data)
    case 'choice': return operator.choose(values.map((value) => () => settled(value)))
    case 'source': return findItems(sourceOf(values[0] as SourceLogic, data), data.environment)
    case 'quantifier': {
      const { of, as, is } = values[0] as { readonly of: unknown; readonly as: string; readonly is: unknown }
      return operator.over(evaluate(of, data), (member) => evaluate(is, within(data, as, member)))
    }
  }
}

const registered = new Map<string, Operator>()

/** Registers our operators once; none has the name of a stock one, so other users of json-logic-js see no change. */
function register(): void {
  for (const operator of allOperators()) {
    if (registered.get(operator.name) === operator) continue
    registered.set(operator.name, operator)
    jsonLogicJs.add_operation(logicName(operator), function (this: object, ...values: unknown[]) {
      return applyOperator(operator, values, dataBehind(this))
    })
  }
  jsonLogicJs.add_operation(LITERALS.quantity, (written: string) => quantityLiteral(written)?.value ?? NOTHING)
  jsonLogicJs.add_operation(LITERALS.date, (written: string) => parseDate(written) ?? NOTHING)
  jsonLogicJs.add_operation(LITERALS.list, (...values: unknown[]) => ({ type: 'list', values: values.map(settled) }))
}

/** Plain JSON Logic as an expression that json-logic-js evaluates, with our operators on it: the reference engine. */
export function referenceExpression(logic: unknown, vocabulary: Vocabulary): CompiledExpression {
  register()
  return (environment) => evaluate(logic, { environment, vocabulary })
}

/** Compiles checked expressions for the reference engine, as `compileNode` does for closures. */
export function referenceCompiler(vocabulary: Vocabulary): CompileNode {
  return (node) => referenceExpression(nodeLogic(node), vocabulary)
}
