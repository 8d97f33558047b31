import { ATTRIBUTE } from '../node.ts'
import type { ConditionNode, Node } from '../node.ts'
import { operatorNamed } from '../operators/table.ts'
import { NOTHING, VERDICT, comparable, typeName } from '../types.ts'
import type { Type } from '../types.ts'
import { checkCall } from './call.ts'
import type { Context, Spot } from './context.ts'
import { inside } from './context.ts'
import { FAULTY, checkAttributePath, checkExpression, isMap } from './expression.ts'
import { unknown } from './faults.ts'
import { asType } from './settle.ts'

/** Operators a condition may use with the attribute as their first argument. */
const CONDITIONS = ['equal', 'less', 'at-most', 'more', 'at-least', 'in', 'matches']
const ALL_CONDITIONS = [...CONDITIONS, 'not', 'present', 'absent']

function call(name: string, operands: readonly Node[]): Node {
  const operator = operatorNamed(name)
  return operator ? { node: 'call', operator, operands, settings: {}, prepared: undefined, type: VERDICT } : FAULTY
}

function both(tests: readonly Node[]): Node {
  const [only] = tests
  return tests.length === 1 && only ? only : call('and', tests)
}

/** What a condition names in the vocabulary, when it is written out. */
const NAMED: Readonly<Record<string, 'concepts' | 'families' | 'tables'>> = { concept: 'concepts', family: 'families', table: 'tables', role: 'tables' }
const FAULT_OF = { concepts: 'unknown-concept', families: 'unknown-family', tables: 'unknown-table' } as const

function checkNames(key: string, of: Type, written: unknown, spot: Spot, context: Context): void {
  const what = Object.hasOwn(NAMED, key) ? NAMED[key] : undefined
  if (!what || (key === 'role' && !(of.is === 'item' && of.kind === 'table'))) return
  const literals = (Array.isArray(written) ? written : [written]).filter((name): name is string => typeof name === 'string' && !name.startsWith('$'))
  for (const name of literals) if (!context.names[what].has(name)) unknown(context.report, FAULT_OF[what], name, context.names[what], { path: spot.path })
}

/** The conditions of `where`: attribute path → value, values, `$expression` or operators with the attribute first. */
export function checkConditions(where: Readonly<Record<string, unknown>>, of: Type & { readonly is: 'item' }, spot: Spot, context: Context): readonly ConditionNode[] {
  return Object.entries(where).flatMap(([key, written]): ConditionNode[] => {
    if (key === 'pattern' && of.kind === 'match') return []
    const at = inside(spot, key)
    const attribute = checkAttributePath(key, of, { ...at, path: at.path }, quietly(context, at))
    if (!attribute) return []
    const last = attribute.path.at(-1) ?? ''
    checkNames(last, attribute.path.length === 1 ? of : NOTHING, written, at, context)
    if (isMap(written) && written['present'] === true) context.guarded.add(`.${key}`)
    const { equals, test } = checkCondition(written, attribute.type, at, context)
    return [{ path: attribute.path, test, ...(equals && { equals }) }]
  })
}

/** Faults of an attribute path stand at its key; that a condition reads an optional attribute is no cause for a warning. */
function quietly(context: Context, spot: Spot): Context {
  return { ...context, optional: new Map(), report: (fault) => { context.report(fault.path === spot.path ? { ...fault, at: 'key' } : fault) } }
}

function checkCondition(written: unknown, type: Type, spot: Spot, context: Context): { readonly equals?: Node; readonly test: Node } {
  const seen: Spot = { ...spot, visible: new Map([...spot.visible, [ATTRIBUTE, type]]) }
  const attribute: Node = { node: 'read', name: ATTRIBUTE, path: [], type }
  if (isMap(written) && !isExpression(written)) return { test: both(Object.entries(written).map(([name, argument]) => checkOperatorCondition(name, argument, attribute, inside(seen, name), context))) }
  const raw = checkExpression(written, spot, context)
  const node = asType(raw, type.is === 'list' ? type.of : type)
  if (Array.isArray(written)) return { test: call('in', [attribute, node]) }
  if (!comparable(type, node.type)) context.report({ code: 'not-comparable', path: spot.path, args: { a: `types:${typeName(type)}`, b: `types:${typeName(node.type)}` } })
  return { equals: node, test: call('equal', [attribute, node]) }
}

/** An operator that is no condition gives the value the attribute must have. */
function isExpression(written: Readonly<Record<string, unknown>>): boolean {
  const [name = '', ...more] = Object.keys(written)
  return more.length === 0 && operatorNamed(name) !== undefined && !ALL_CONDITIONS.includes(name)
}

function checkOperatorCondition(name: string, argument: unknown, attribute: Node, spot: Spot, context: Context): Node {
  if (name === 'present' || name === 'absent') {
    if (typeof argument !== 'boolean') context.report({ code: 'wrong-setting', path: spot.path, args: { wanted: 'settings:boolean', found: JSON.stringify(argument) } })
    return call((name === 'present') === (argument !== false) ? 'present' : 'absent', [attribute])
  }
  if (name === 'not' && isMap(argument)) return call('not', [both(Object.entries(argument).map(([inner, value]) => checkOperatorCondition(inner, value, attribute, inside(spot, inner), context)))])
  const operator = CONDITIONS.includes(name) ? operatorNamed(name) : undefined
  if (operator) return checkCall(operator, [`$${ATTRIBUTE}`, argument], spot, context) ?? FAULTY
  unknown(context.report, 'unknown-condition', name, ALL_CONDITIONS, { path: spot.path, at: 'key' })
  return FAULTY
}
