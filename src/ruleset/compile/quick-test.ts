import type { Value } from '../../facts/value.ts'
import { ATTRIBUTE } from '../node.ts'
import type { Node } from '../node.ts'
import { nameOf } from '../operators/values.ts'

/** What a condition says of an attribute at a glance; undefined where only the operator itself can tell. */
export type QuickTest = (attribute: Value) => boolean | undefined

/** Only texts with figures can be equal without being the same: 95% and 95.0%. */
const FIGURE = /\p{N}/u

/** Whether an attribute is a text: the commonest condition. */
export function isText(attribute: Value, text: string): boolean | undefined {
  if (attribute.type === 'text') return attribute.text === text ? true : FIGURE.test(text) ? undefined : false
  return attribute.type === 'item' ? nameOf(attribute.item) === text : undefined
}

const anyOf = (tests: readonly (boolean | undefined)[]): boolean | undefined => (tests.includes(true) ? true : tests.includes(undefined) ? undefined : false)

/**
 * The conditions most sources are made of (a text, one of several, a pattern, present, and their `not` and `and`) without the outcome,
 * trace and places that an operator makes: a source asks them of every item. Undefined for any other condition.
 */
export function quickTest(node: Node): QuickTest | undefined {
  if (node.node !== 'call') return undefined
  const { operator: { name }, operands: [first, second], prepared } = node
  if (name === 'not' || name === 'and') {
    const parts = node.operands.map(quickTest)
    if (!parts.every((part): part is QuickTest => part !== undefined)) return undefined
    // An attribute without value is a gap to `not` and `and`: the operator decides.
    return name === 'and'
      ? (attribute) => { const said = parts.map((part) => part(attribute)); return said.includes(undefined) ? undefined : !said.includes(false) }
      : (attribute) => { const said = parts[0]?.(attribute); return said === undefined ? undefined : !said }
  }
  if (first?.node !== 'read' || first.name !== ATTRIBUTE || first.path.length > 0) return undefined
  switch (name) {
    case 'matches': {
      const test = prepared as ((text: string) => boolean) | undefined
      return test && ((attribute) => (attribute.type === 'text' ? test(attribute.text) : undefined))
    }
    case 'present': return (attribute) => (attribute.type === 'text' ? attribute.text.trim() !== '' : attribute.type === 'quantity' || attribute.type === 'item' ? true : undefined)
    case 'absent': return (attribute) => (attribute.type === 'text' ? attribute.text.trim() === '' : attribute.type === 'quantity' || attribute.type === 'item' ? false : undefined)
    case 'equal': {
      const text = textOf(second)
      return text === undefined ? undefined : (attribute) => isText(attribute, text)
    }
    case 'in': {
      const texts = second?.node === 'list' ? second.members.map(textOf) : []
      if (texts.length === 0 || texts.includes(undefined)) return undefined
      return (attribute) => anyOf(texts.map((text) => isText(attribute, text ?? '')))
    }
    default: return undefined
  }
}

function textOf(node: Node | undefined): string | undefined {
  return node?.node === 'literal' && node.value.type === 'text' ? node.value.text : undefined
}
