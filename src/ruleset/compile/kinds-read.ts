import type { Kind } from '../../facts/kinds.ts'
import type { CheckedCase } from '../check/rule.ts'
import type { Node, RangeNode, SourceNode } from '../node.ts'

/** The kinds of items that a case goes through, in its range and in its expressions, each once. */
export function kindsRead({ range, lets, when, assert, diagnose, at, also, suggest }: CheckedCase): readonly Kind[] {
  const expressions = [...lets.map(([, node]) => node), when, assert, ...diagnose.map((cause) => cause.if), at, ...also, suggest?.at]
  return [...new Set([...sourcesOf(range), ...expressions.flatMap((node) => (node ? sourcesIn(node) : []))].flatMap(kindsOf))]
}

export function sourcesOf(range: RangeNode): readonly SourceNode[] {
  if (range.form === 'once') return []
  return range.form === 'pair' ? [range.a.source, range.b.source] : [range.source]
}

function sourcesIn(node: Node): readonly SourceNode[] {
  if (node.node === 'list') return node.members.flatMap(sourcesIn)
  if (node.node !== 'call') return []
  return [...(node.source ? [node.source] : []), ...node.operands.flatMap(sourcesIn), ...(node.over ? sourcesIn(node.over.is) : [])]
}

function kindsOf({ kind, conditions }: SourceNode): readonly Kind[] {
  return [kind, ...conditions.flatMap(({ test, equals }) => [test, ...(equals ? [equals] : [])].flatMap(sourcesIn).flatMap(kindsOf))]
}
