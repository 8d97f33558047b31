import type { Value } from '../../facts/value.ts'
import { readPath } from '../../facts/path.ts'
import type { CompiledExpression } from '../compiled.ts'
import { ATTRIBUTE } from '../node.ts'
import type { CallNode, Node, ReadNode } from '../node.ts'
import { named } from '../operators/values.ts'
import { compileSource } from './source.ts'
import { findItems } from './select.ts'

/** How a node becomes something that runs: closures, or json-logic-js behind the same signature. */
export type CompileNode = (node: Node) => CompiledExpression

/** A node as a closure. Nothing is looked up by name but the rule's own names; no code is generated. */
export function compileNode(node: Node): CompiledExpression {
  switch (node.node) {
    case 'literal': return () => node.value
    case 'read': return compileRead(node)
    case 'list': {
      const members = node.members.map(compileNode)
      return (environment) => ({ type: 'list', values: members.map((member) => member(environment)) })
    }
    case 'call': return compileCall(node)
  }
}

/** The value of a name or of an attribute path from it, under the name the rule gave it. */
export function readValue(value: Value, name: string, path: readonly string[]): Value {
  const read = path.length === 0 ? value : readPath(value, path)
  return name === ATTRIBUTE || name === 'doc' || name === 'options' ? read : named(read, [name, ...path].join('.'))
}

function compileRead({ name, path }: ReadNode): CompiledExpression {
  return (environment) => readValue(environment.lookup(name), name, path)
}

function compileCall(node: CallNode): CompiledExpression {
  const { operator, over, settings, prepared } = node
  const operands = node.operands.map(compileNode)
  switch (operator.style) {
    case 'plain': {
      const call = { settings, prepared }
      return (environment) => operator.apply(operands.map((operand) => operand(environment)), environment, call)
    }
    case 'choice': return (environment) => operator.choose(operands.map((operand) => () => operand(environment)))
    case 'quantifier': {
      const [of] = operands
      const is = over && compileNode(over.is)
      return (environment) => (of && is ? operator.over(of(environment), (member) => is(environment.bind(over.as, member))) : NOTHING)
    }
    case 'source': {
      const source = node.source && compileSource(node.source, compileNode)
      return (environment) => (source ? findItems(source, environment) : NOTHING)
    }
  }
}

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }
