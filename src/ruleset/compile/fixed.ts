import type { Value } from '../../facts/value.ts'
import type { CompiledExpression, Environment } from '../compiled.ts'
import { ATTRIBUTE } from '../node.ts'
import type { Node, SourceNode } from '../node.ts'

/** Names that mean the same in every check of a run: what is made of them alone is worked out once. */
const FIXED: ReadonlySet<string> = new Set(['doc', 'options'])

/** Whether a node reads nothing that differs from one check of a run to the next; `bound` are names that do not count. */
export function isFixed(node: Node, bound: ReadonlySet<string> = new Set()): boolean {
  switch (node.node) {
    case 'literal': return true
    case 'read': return FIXED.has(node.name) || bound.has(node.name)
    case 'list': return node.members.every((member) => isFixed(member, bound))
    case 'call': return node.operands.every((operand) => isFixed(operand, bound))
      && (node.over === undefined || isFixed(node.over.is, new Set([...bound, node.over.as])))
      && (node.source === undefined || isFixedSource(node.source, bound))
  }
}

function isFixedSource({ conditions }: SourceNode, bound: ReadonlySet<string>): boolean {
  return conditions.every(({ test }) => isFixed(test, new Set([...bound, ATTRIBUTE])))
}

const runs = new WeakMap<Value, Map<object, unknown>>()

/** What `make` gives for `key` in the run of one rule: made once. A run is known by its options, which it binds anew. */
export function oncePerRun<T>(key: object, environment: Environment, make: () => T): T {
  const options = environment.lookup('options')
  if (options.type !== 'record') return make()
  const known = runs.get(options) ?? new Map<object, unknown>()
  runs.set(options, known)
  if (!known.has(key)) known.set(key, make())
  return known.get(key) as T
}

/** `expression`, worked out once in a run when `node` is fixed and not trivial. */
export function memoised(node: Node, expression: CompiledExpression, bound?: ReadonlySet<string>): CompiledExpression {
  if (node.node !== 'call' || !isFixed(node, bound)) return expression
  return (environment) => oncePerRun(expression, environment, () => expression(environment))
}
