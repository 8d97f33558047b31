import type { CheckedCase } from '../check/rule.ts'
import type { CompiledRule } from '../compiled.ts'
import type { CallNode, LiteralNode, Node, RangeNode, SourceNode } from '../node.ts'
import { ATTRIBUTE } from '../node.ts'
import { logicName } from '../operators/operator.ts'

/** Names that plain JSON Logic needs for literals that JSON has no form for. */
export const LITERALS = { quantity: 'quantity', date: 'date', list: 'list' } as const

function literalLogic({ written, value }: LiteralNode): unknown {
  if (typeof written === 'string' && value.type === 'quantity') return { [LITERALS.quantity]: [written] }
  if (typeof written === 'string' && value.type === 'date') return { [LITERALS.date]: [written] }
  return written
}

/** A source with all its keys: a map with one key would be taken for an operator. */
function sourceLogic(source: SourceNode): Readonly<Record<string, unknown>> {
  return {
    each: source.kind,
    pattern: source.pattern ?? null,
    except: source.except,
    from: source.from ?? null,
    table: source.table ?? null,
    where: source.conditions.map((condition) => ({ attribute: condition.path.join('.'), is: nodeLogic(condition.test), equals: condition.equals ? nodeLogic(condition.equals) : null })),
  }
}

function callLogic(node: CallNode): unknown {
  const { operator, operands, settings, over, source } = node
  const name = logicName(operator)
  const written = operands.map(nodeLogic)
  if (source) return { [name]: [sourceLogic(source)] }
  if (over) return { [name]: [{ of: written[0], as: over.as, is: nodeLogic(over.is) }] }
  if (Object.keys(settings).length === 0) return { [name]: written }
  // Settings make it a map with a key for every parameter, so that json-logic-js passes it on as it is.
  let next = 0
  const entries = operator.parameters.map((parameter) => [parameter.name, 'setting' in parameter ? (settings[parameter.name] ?? null) : (written[next++] ?? null)] as const)
  return { [name]: [Object.fromEntries(entries)] }
}

/** A checked expression as plain JSON Logic. json-logic-js evaluates it once our operators are registered. */
export function nodeLogic(node: Node): unknown {
  switch (node.node) {
    case 'literal': return literalLogic(node)
    case 'read': return { var: [node.name === ATTRIBUTE ? 'attribute' : node.name, ...node.path].join('.') }
    case 'list': return { [LITERALS.list]: node.members.map(nodeLogic) }
    case 'call': return callLogic(node)
  }
}

function rangeLogic(range: RangeNode): unknown {
  switch (range.form) {
    case 'once': return { once: true }
    case 'each': return { each: sourceLogic(range.source), as: range.as }
    case 'group': return {
      group: sourceLogic(range.source), by: range.by.map((path) => path.join('.')), atLeast: range.atLeast, as: range.as,
      ...(range.near && { near: { by: range.near.by.join('.'), distance: nodeLogic(range.near.distance), ...(range.near.longerThan && { longerThan: nodeLogic(range.near.longerThan) }) } }),
    }
    case 'pair': return { pair: { [range.a.name]: sourceLogic(range.a.source), [range.b.name]: sourceLogic(range.b.source) }, match: range.rounds }
  }
}

/** A case of a rule: its range, and every expression as plain JSON Logic. */
export function caseLogic(checked: CheckedCase): unknown {
  return {
    ...(checked.id !== undefined && { case: checked.id }),
    for: rangeLogic(checked.range),
    ...(checked.lets.length > 0 && { let: Object.fromEntries(checked.lets.map(([name, node]) => [name, nodeLogic(node)])) }),
    ...(checked.when && { when: nodeLogic(checked.when) }),
    assert: nodeLogic(checked.assert),
    ...(checked.diagnose.length > 0 && { diagnose: checked.diagnose.map((cause) => ({ id: cause.id, if: nodeLogic(cause.if) })) }),
  }
}

/** The plain JSON Logic of a rule, what `disclint rules show ID --logic` prints: one entry a case. */
export function jsonLogic(rule: CompiledRule): unknown {
  const cases = rule.cases.map((one) => one.logic())
  return { id: rule.definition.id, cases }
}
