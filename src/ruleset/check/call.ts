import type { CallNode, Node } from '../node.ts'
import type { Operator, Parameter, Setting } from '../operators/operator.ts'
import { VERDICT, comparable, fits, typeName } from '../types.ts'
import type { Takes } from '../types.ts'
import { written as writtenArguments } from './arguments.ts'
import type { Argument } from './arguments.ts'
import type { Context, Spot } from './context.ts'
import { inside } from './context.ts'
import { bindName } from './binding.ts'
import { FAULTY, checkExpression, isMap } from './expression.ts'
import { asOperand, asType, isOpen } from './settle.ts'
import { checkSetting } from './settings.ts'
import { checkSource } from './source.ts'
import { unknown } from './faults.ts'

/** A call of an operator with its arguments in their places; undefined, and reported, where they cannot be placed. */
export function checkCall(operator: Operator, argument: unknown, spot: Spot, context: Context): CallNode | undefined {
  if (operator.style === 'source') {
    const source = checkSource(argument, spot, context)
    return source && { node: 'call', operator, operands: [], settings: {}, prepared: undefined, source: source.node, type: { is: 'list', of: source.type } }
  }
  if (operator.style === 'quantifier') return checkQuantifier(operator, argument, spot, context)
  const placed = writtenArguments(operator, argument, spot, context)
  if (!placed) return undefined
  const settings: Record<string, Setting> = {}
  const operands: Node[] = []
  for (const one of placed) {
    const { parameter } = one
    if ('setting' in parameter) {
      const value = checkSetting(parameter.setting, one, operands, context)
      if (value !== undefined) settings[parameter.name] = value
    } else operands.push(checkOperand(one, parameter, spot, context))
  }
  const settled = operator.style === 'plain' && operator.alike ? alike(operator, operands, placed, spot, context) : operands
  guard(operator, settled, context)
  return {
    node: 'call',
    operator,
    operands: settled,
    settings,
    prepared: operator.style === 'plain' ? operator.prepare?.(settings, context.vocabulary) : undefined,
    type: typeof operator.gives === 'function' ? operator.gives(settled.map((node) => node.type)) : operator.gives,
  }
}

function checkOperand(argument: Argument, parameter: Extract<Parameter, { readonly takes: Takes }>, spot: Spot, context: Context): Node {
  const at: Spot = { ...spot, path: argument.path, depth: spot.depth + 1 }
  const takes = argument.takes ?? parameter.takes
  const node = asOperand(checkExpression(argument.value, at, context), takes)
  if (!fits(node.type, takes)) {
    context.report({ code: node.node === 'literal' ? 'wrong-literal' : 'wrong-argument', path: at.path, args: { wanted: `types:${takes}`, found: `types:${typeName(node.type)}`, written: node.node === 'literal' ? String(node.written) : '' } })
    return FAULTY
  }
  if (parameter.names && node.node === 'literal' && typeof node.written === 'string') {
    const known = parameter.names === 'table' ? context.names.tables : context.names.columns
    if (!known.has(node.written)) unknown(context.report, `unknown-${parameter.names}`, node.written, known, { path: at.path })
  }
  return node
}

/** Texts beside a quantity become quantities, beside a date dates; what can never be equal is reported. */
function alike(operator: Operator, operands: readonly Node[], placed: readonly Argument[], spot: Spot, context: Context): Node[] {
  const told = operands.find((node) => !isOpen(node))?.type ?? operands.find((node) => node.type.is !== 'text')?.type
  if (told === undefined || operands.length < 2) {
    if (operands.length === 1 && operands[0] && operator.name === 'equal' && !fits(operands[0].type, 'members')) context.report({ code: 'wrong-argument', path: spot.path, args: { wanted: 'types:members', found: `types:${typeName(operands[0].type)}` } })
    return [...operands]
  }
  return operands.map((node, index) => {
    const settled = asType(node, told)
    if (!comparable(told, settled.type)) context.report({ code: 'not-comparable', path: placed[index]?.path ?? spot.path, args: { a: `types:${typeName(told)}`, b: `types:${typeName(settled.type)}` } })
    return settled
  })
}

function checkQuantifier(operator: Operator, argument: unknown, spot: Spot, context: Context): CallNode | undefined {
  if (!isMap(argument)) {
    context.report({ code: 'wrong-arguments', path: spot.path, args: { name: operator.name } })
    return undefined
  }
  for (const key of Object.keys(argument)) if (key !== 'of' && key !== 'as' && key !== 'is') unknown(context.report, 'unknown-argument', key, ['of', 'as', 'is'], { path: [...spot.path, key], at: 'key' })
  const lacking = ['of', 'as', 'is'].filter((key) => !Object.hasOwn(argument, key))
  for (const name of lacking) context.report({ code: 'missing-argument', path: spot.path, args: { name } })
  if (lacking.length > 0) return undefined
  const of = checkExpression(argument['of'], inside(spot, 'of'), context)
  if (!fits(of.type, 'members')) context.report({ code: 'wrong-argument', path: [...spot.path, 'of'], args: { wanted: 'types:members', found: `types:${typeName(of.type)}` } })
  const within = bindName(argument['as'], of.type.is === 'list' ? of.type.of : { is: 'any' }, inside(spot, 'as'), context)
  const is = checkExpression(argument['is'], { ...inside(spot, 'is'), visible: within.visible }, context)
  if (!fits(is.type, 'verdict')) context.report({ code: 'not-a-verdict', path: [...spot.path, 'is'], args: { found: `types:${typeName(is.type)}` } })
  return { node: 'call', operator, operands: [of], settings: {}, prepared: undefined, over: { as: within.name, is }, type: operator.name === 'filter' ? of.type : VERDICT }
}

/** Reads inside `present` and `absent` guard optional attributes. */
function guard(operator: Operator, operands: readonly Node[], context: Context): void {
  if (operator.name !== 'present' && operator.name !== 'absent') return
  for (const node of operands) if (node.node === 'read') context.guarded.add([node.name, ...node.path].join('.'))
}
