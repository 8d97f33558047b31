import type { Vocabulary } from '../../vocabulary/types.ts'
import { literal, literalAs } from '../check/literals.ts'
import type { CheckedCase, CheckedRule } from '../check/rule.ts'
import type { CallNode, LiteralNode, Node, RangeNode, SourceNode } from '../node.ts'
import { operatorNamed } from '../operators/table.ts'
import { NOTHING, VERDICT } from '../types.ts'
import type { WrittenCall, WrittenCase, WrittenNode, WrittenRange, WrittenRule, WrittenSource } from './written.ts'

/** The checked rule that `writeRule` wrote; of the types of its expressions only whether they give a verdict is known. */
export function readRule({ definition, cases }: WrittenRule, vocabulary: Vocabulary): CheckedRule {
  return { definition, cases: cases.map((one) => new Reading(vocabulary).case(one)) }
}

class Reading {
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  case({ range, lets, when, assert, diagnose, at, also, suggest, ...rest }: WrittenCase): CheckedCase {
    return {
      ...rest,
      range: this.#range(range),
      lets: lets.map(([name, node]) => [name, this.#node(node)] as const),
      assert: this.#node(assert),
      diagnose: diagnose.map((cause) => ({ ...cause, if: this.#node(cause.if) })),
      also: also.map((node) => this.#node(node)),
      ...(when && { when: this.#node(when) }),
      ...(at && { at: this.#node(at) }),
      ...(suggest && { suggest: { ...suggest, at: this.#node(suggest.at) } }),
    }
  }

  #node(node: WrittenNode): Node {
    switch (node[0]) {
      case 'literal': return readLiteral(node[1], node[2])
      case 'read': {
        const [, name, ...path] = node
        return { node: 'read', name, path, type: NOTHING }
      }
      case 'list': return { node: 'list', members: node[1].map((member) => this.#node(member)), type: NOTHING }
      case 'call': return this.#call(node)
    }
  }

  #call([, name, operands, { settings = {}, over, source, verdict } = {}]: WrittenCall): CallNode {
    const operator = operatorNamed(name)
    if (!operator) throw new Error(`no operator ${name}: the rules compiled ahead are of another version`)
    return {
      node: 'call',
      operator,
      operands: operands.map((operand) => this.#node(operand)),
      settings,
      prepared: operator.style === 'plain' ? operator.prepare?.(settings, this.#vocabulary) : undefined,
      type: verdict ? VERDICT : NOTHING,
      ...(over && { over: { as: over.as, is: this.#node(over.is) } }),
      ...(source && { source: this.#source(source) }),
    }
  }

  #source({ conditions, ...rest }: WrittenSource): SourceNode {
    return { ...rest, conditions: conditions.map(({ path, equals, test }) => ({ path, test: this.#node(test), ...(equals && { equals: this.#node(equals) }) })) }
  }

  #range(range: WrittenRange): RangeNode {
    switch (range.form) {
      case 'once': return range
      case 'each': return { ...range, source: this.#source(range.source) }
      case 'pair': return { ...range, a: { ...range.a, source: this.#source(range.a.source) }, b: { ...range.b, source: this.#source(range.b.source) } }
      case 'group': {
        const { near, ...rest } = range
        return { ...rest, source: this.#source(range.source), ...(near && { near: { by: near.by, distance: this.#node(near.distance), ...(near.longerThan && { longerThan: this.#node(near.longerThan) }) } }) }
      }
    }
  }
}

function readLiteral(written: string | number | boolean | null, as?: 'quantity' | 'date'): LiteralNode {
  const node = literal(written)
  return as ? (literalAs(node, as) ?? node) : node
}
