import type { Value } from '../../facts/value.ts'
import { readPath } from '../../facts/path.ts'
import { NOT_APPLICABLE, bestOf } from '../combine.ts'
import type { CompiledExpression, Environment } from '../compiled.ts'
import { ATTRIBUTE } from '../node.ts'
import type { CallNode, Node, ReadNode } from '../node.ts'
import { named } from '../operators/values.ts'
import { asOutcome } from '../verdicts.ts'
import { allHold, anyHolds, failing } from './condition.ts'
import { memoised } from './fixed.ts'
import { findItems } from './select.ts'
import { compileSource } from './source.ts'

/** How a node becomes something that runs: closures, or json-logic-js behind the same signature. */
export interface CompileNode {
  (node: Node): CompiledExpression
  /** For a node of which only the truth counts (`when`, `diagnose`, `where`), where that is cheaper: without names and places. */
  readonly condition?: (node: Node) => CompiledExpression
}

/** A node as a closure. Nothing is looked up by name but the rule's own names; no code is generated. */
export const compileNode: CompileNode = Object.assign((node: Node) => compiled(node, false), { condition: (node: Node) => compiled(node, true) })

/** `bare`: only the truth counts, so that no account is kept, and what can change nothing is not evaluated. */
function compiled(node: Node, bare: boolean): CompiledExpression {
  switch (node.node) {
    case 'literal': return () => node.value
    case 'read': return compileRead(node, bare)
    case 'list': {
      const members = node.members.map((member) => compiled(member, bare))
      return (environment) => ({ type: 'list', values: members.map((member) => member(environment)) })
    }
    // Two evaluations of a verdict are two steps of a trace, also where they are the same.
    case 'call': return bare || !mayBeVerdict(node) ? memoised(node, compileCall(node, bare)) : compileCall(node, bare)
  }
}

function mayBeVerdict({ type }: CallNode): boolean {
  return type.is === 'verdict' || type.is === 'any'
}

/** The value of a name or of an attribute path from it, under the name the rule gave it. */
export function readValue(value: Value, name: string, path: readonly string[]): Value {
  const read = path.length === 0 ? value : readPath(value, path)
  const role = roleOf(name, path)
  return role === undefined ? read : named(read, role)
}

/** What a finding calls a value that a rule reads so; undefined for what is no place of the document. */
function roleOf(name: string, path: readonly string[]): string | undefined {
  return name === ATTRIBUTE || name === 'doc' || name === 'options' ? undefined : [name, ...path].join('.')
}

function compileRead({ name, path }: ReadNode, bare: boolean): CompiledExpression {
  const role = bare ? undefined : roleOf(name, path)
  if (role !== undefined) return (environment) => named(readPath(environment.lookup(name), path), role)
  return path.length === 0 ? (environment) => environment.lookup(name) : (environment) => readPath(environment.lookup(name), path)
}

function compileCall(node: CallNode, bare: boolean): CompiledExpression {
  const { operator, over, settings, prepared } = node
  const operands = node.operands.map((operand) => compiled(operand, bare))
  switch (operator.style) {
    case 'plain': {
      if (operator.name === 'or') return bare ? anyHolds(operands) : (environment) => bestOf(operands, (operand) => asOutcome(operand(environment)))
      if (bare && operator.name === 'and') return allHold(operands)
      if (bare && operator.name === 'not') return failing(operands[0] ?? (() => NOT_APPLICABLE))
      const call = { settings, prepared }
      const apply = (bare ? operator.judge : undefined) ?? operator.apply
      return (environment) => apply(operands.map((operand) => operand(environment)), environment, call)
    }
    case 'choice': return (environment) => operator.choose(operands.map((operand) => () => operand(environment)))
    case 'quantifier': {
      const [of] = operands
      if (!of || !over) return () => NOTHING
      const is = compiled(over.is, bare || operator.name === 'filter')
      const test = (environment: Environment, condition: CompiledExpression) => (member: Value): Value => condition(environment.bind(over.as, member))
      if (bare || operator.name !== 'some') return (environment) => operator.over(of(environment), test(environment, is))
      const judge = compiled(over.is, true)
      return (environment) => operator.over(of(environment), test(environment, is), test(environment, judge))
    }
    case 'source': {
      const source = node.source && compileSource(node.source, compileNode)
      return (environment) => (source ? findItems(source, environment) : NOTHING)
    }
  }
}

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }
