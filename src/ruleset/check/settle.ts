import type { CallNode, Node } from '../node.ts'
import { DATE, QUANTITY, common, fits, listOf } from '../types.ts'
import type { Takes, Type } from '../types.ts'
import { literal, literalAs } from './literals.ts'

/**
 * An expression whose literals are read as the type their place wants: `5%` beside a rate is a quantity, beside a text a
 * text. Reaches into lists and into the branches of `if`.
 */
export function asType(node: Node, type: Type): Node {
  if (node.node === 'list') {
    const members = node.members.map((member) => asType(member, type.is === 'list' ? type.of : type))
    return { ...node, members, type: listOf(common(members.map((member) => member.type))) }
  }
  if (node.node === 'call' && node.operator.style === 'choice') return branchesAs(node, type)
  if (node.node !== 'literal') return node
  if (type.is === 'text' && typeof node.written === 'number') return literal(String(node.written))
  if (type.is === 'date') return literalAs(node, 'date') ?? node
  return type.is !== 'any' && type.is !== 'nothing' && fits(type, 'quantity') ? (literalAs(node, 'quantity') ?? node) : node
}

/** Whether an expression is written in literals alone, as far as its value goes: its place tells its type, it tells none itself. */
export function isOpen(node: Node): boolean {
  if (node.node === 'list') return node.members.every(isOpen)
  if (node.node === 'call' && node.operator.style === 'choice') return node.operands.every((operand, index) => !isBranch(node, index) || isOpen(operand))
  return node.node === 'literal'
}

/** Whether the operand at `index` of an `if` is one of its values and no condition. */
function isBranch(node: CallNode, index: number): boolean {
  const last = node.operands.length - 1
  return index % 2 === 1 || (index === last && last % 2 === 0)
}

function branchesAs(node: CallNode, type: Type): Node {
  const operands = node.operands.map((operand, index) => (isBranch(node, index) ? asType(operand, type) : operand))
  const branches = operands.filter((_, index) => isBranch(node, index))
  return { ...node, operands, type: common(branches.map((branch) => branch.type)) }
}

/** The same for an operand that must be a quantity, or a quantity or date. */
export function asOperand(node: Node, takes: Takes): Node {
  if (takes !== 'quantity' && takes !== 'measure') return node
  const quantity = asType(node, QUANTITY)
  return takes === 'measure' && !fits(quantity.type, 'measure') ? asType(node, DATE) : quantity
}
