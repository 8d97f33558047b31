import type { Node, ReadNode } from '../node.ts'
import { OPERATOR_NAMES, operatorNamed } from '../operators/table.ts'
import { LIMITS } from '../limits.ts'
import { ANY, common, listOf } from '../types.ts'
import type { Takes, Type } from '../types.ts'
import { attributeType } from './attributes.ts'
import { checkCall } from './call.ts'
import type { Context, Spot } from './context.ts'
import { inside } from './context.ts'
import { unknown } from './faults.ts'
import { literal } from './literals.ts'

/** Stands where an expression is faulty; it fits everywhere, so that one fault is told once. */
export const FAULTY: Node = { ...literal(null), type: ANY }

type Written = Readonly<Record<string, unknown>>

export function isMap(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The checked form of an expression; everything wrong with it is reported, and a neutral node stands in. */
export function checkExpression(written: unknown, spot: Spot, context: Context): Node {
  if (spot.depth > LIMITS.depth) {
    context.report({ code: 'too-deep', path: spot.path })
    return FAULTY
  }
  if (typeof written === 'string' && written.startsWith('$')) return written.startsWith('$$') ? literal(written.slice(1)) : checkRead(written, spot, context)
  if (written === null || typeof written === 'string' || typeof written === 'number' || typeof written === 'boolean') return literal(written)
  if (Array.isArray(written)) {
    const members = written.map((member: unknown, index) => checkExpression(member, inside(spot, index), context))
    return { node: 'list', members, type: listOf(common(members.map((member) => member.type))) }
  }
  return isMap(written) ? checkOperator(written, spot, context) : faulty('no-expression', spot, context)
}

function faulty(code: string, spot: Spot, context: Context, args: Readonly<Record<string, string>> = {}): Node {
  context.report({ code, path: spot.path, args })
  return FAULTY
}

function checkOperator(written: Written, spot: Spot, context: Context): Node {
  const keys = Object.keys(written)
  const [name = ''] = keys
  if (keys.length !== 1) return faulty(keys.length === 0 ? 'no-expression' : 'two-operators', spot, context, { names: keys.slice(0, 5).join(', ') })
  const operator = operatorNamed(name)
  if (operator) return checkCall(operator, written[name], inside(spot, name), context) ?? FAULTY
  if (name === 'var' && typeof written[name] === 'string') return checkRead(`$${written[name]}`, inside(spot, name), context)
  unknown(context.report, 'unknown-operator', name, OPERATOR_NAMES, { path: [...spot.path, name], at: 'key' })
  return FAULTY
}

/** `$name.attr.attr`, every step checked against what is declared. */
export function checkRead(written: string, spot: Spot, context: Context): Node {
  const [name = '', ...path] = written.slice(1).split('.')
  const bound = spot.visible.get(name)
  if (bound === undefined) {
    if (name === 'case') context.report({ code: 'unknown-case-parameter', path: spot.path, args: { name: path.join('.') } })
    else unknown(context.report, 'unknown-name', name, spot.visible.keys(), { path: spot.path })
    return FAULTY
  }
  context.used.add(name === 'options' ? `options.${path[0] ?? ''}` : name)
  const type = checkPath(bound, path, spot, context, name)
  return type === undefined ? FAULTY : ({ node: 'read', name, path, type } satisfies ReadNode)
}

/** The type at the end of an attribute path; undefined, and reported, where it cannot be. */
export function checkPath(from: Type, path: readonly string[], spot: Spot, context: Context, root: string): Type | undefined {
  let type = from
  for (const [index, step] of path.entries()) {
    const answer = attributeType(type, step, context.names)
    if (!('type' in answer)) {
      unknown(context.report, root === 'options' && index === 0 ? 'unknown-option' : type.is === 'cells' ? 'unknown-column' : 'unknown-attribute', step, answer.known, { path: spot.path })
      return undefined
    }
    if (answer.optional && type.is !== 'list') {
      const key = [root, ...path.slice(0, index + 1)].join('.')
      if (!context.optional.has(key)) context.optional.set(key, spot.path)
    }
    type = answer.type
  }
  return type
}

/** A path written without `$name` (`by`, `near`, the keys of `where`) on values of `type`. */
export function checkAttributePath(written: unknown, type: Type, spot: Spot, context: Context): { readonly path: readonly string[]; readonly type: Type } | undefined {
  if (typeof written !== 'string' || written === '') {
    context.report({ code: 'no-path', path: spot.path })
    return undefined
  }
  const path = written.split('.')
  const end = checkPath(type, path, spot, context, '')
  return end && { path, type: end }
}

/** The name of what was wanted, for a fault. */
export function wanted(takes: Takes): string {
  return `types:${takes}`
}
