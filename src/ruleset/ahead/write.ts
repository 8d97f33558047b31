import type { CheckedCase, CheckedRule } from '../check/rule.ts'
import type { Node, RangeNode, SourceNode } from '../node.ts'
import type { WrittenCallParts, WrittenCase, WrittenNode, WrittenRange, WrittenRule, WrittenSource } from './written.ts'

/** A checked rule as JSON, so that the built-in rules need no check at start. `readRule` is its inverse. */
export function writeRule({ definition, cases }: CheckedRule): WrittenRule {
  return { definition, cases: cases.map(writeCase) }
}

function writeCase({ range, lets, when, assert, diagnose, at, also, suggest, ...rest }: CheckedCase): WrittenCase {
  return {
    ...rest,
    range: writeRange(range),
    lets: lets.map(([name, node]) => [name, writeNode(node)] as const),
    assert: writeNode(assert),
    diagnose: diagnose.map((cause) => ({ ...cause, if: writeNode(cause.if) })),
    also: also.map(writeNode),
    ...(when && { when: writeNode(when) }),
    ...(at && { at: writeNode(at) }),
    ...(suggest && { suggest: { ...suggest, at: writeNode(suggest.at) } }),
  }
}

function writeNode(node: Node): WrittenNode {
  switch (node.node) {
    case 'literal': {
      const { written, value } = node
      const as = typeof written === 'string' && (value.type === 'quantity' || value.type === 'date') ? value.type : undefined
      return as ? ['literal', written, as] : ['literal', written]
    }
    case 'read': return ['read', node.name, ...node.path]
    case 'list': return ['list', node.members.map(writeNode)]
    case 'call': {
      const { operator, operands, settings, over, source, type } = node
      const more: WrittenCallParts = {
        ...(Object.keys(settings).length > 0 && { settings }),
        ...(over && { over: { as: over.as, is: writeNode(over.is) } }),
        ...(source && { source: writeSource(source) }),
        ...((type.is === 'verdict' || type.is === 'any') && { verdict: true as const }),
      }
      return Object.keys(more).length > 0 ? ['call', operator.name, operands.map(writeNode), more] : ['call', operator.name, operands.map(writeNode)]
    }
  }
}

function writeSource({ conditions, ...rest }: SourceNode): WrittenSource {
  return { ...rest, conditions: conditions.map(({ path, equals, test }) => ({ path, test: writeNode(test), ...(equals && { equals: writeNode(equals) }) })) }
}

function writeRange(range: RangeNode): WrittenRange {
  switch (range.form) {
    case 'once': return range
    case 'each': return { ...range, source: writeSource(range.source) }
    case 'pair': return { ...range, a: { ...range.a, source: writeSource(range.a.source) }, b: { ...range.b, source: writeSource(range.b.source) } }
    case 'group': {
      const { near, ...rest } = range
      return { ...rest, source: writeSource(range.source), ...(near && { near: { by: near.by, distance: writeNode(near.distance), ...(near.longerThan && { longerThan: writeNode(near.longerThan) }) } }) }
    }
  }
}
