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

/** What `make` gives for `key` in the run of one rule: made once. */
export function oncePerRun<T extends object>(key: object, { known, model: { reads } }: Environment, make: () => T): T {
  const before = known.get(key)
  if (before) {
    if (before.found) reads?.also(before.found)
    return before.value as T
  }
  const made = reads ? reads.during(make) : { value: make() }
  known.set(key, made)
  return made.value
}

/** `expression`, worked out once in a run when `node` is fixed and not trivial. */
export function memoised(node: Node, expression: CompiledExpression, bound?: ReadonlySet<string>): CompiledExpression {
  if (node.node !== 'call' || !isFixed(node, bound)) return expression
  return (environment) => oncePerRun(expression, environment, () => expression(environment))
}
