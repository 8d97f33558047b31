import { isPair, isScalar, parseDocument, visit, type Document, type Node, type Pair } from 'yaml'
import type { Path } from './schema-node.ts'

/** Where the cursor stands in a YAML text that is being typed. */
export interface TypingPlace {
  /** The word under the cursor. */
  readonly from: number
  readonly to: number
  /** The path of the mapping in which a key could stand here, and the keys that are there already. */
  readonly key?: { readonly path: Path; readonly taken: readonly string[]; readonly colon: boolean }
  /** The path of the value that could stand here. */
  readonly value?: Path
}

const WORD = /[^\s{}[\],:"'#&*!|>]*/.source
const MARK = 'disclint\u2060here'

/** What could be typed at an offset: found by putting a word there that occurs nowhere else, as a key and as a value. */
export function typingPlace(text: string, offset: number): TypingPlace | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(start, offset)
  if (/(^|\s)#/.test(before)) return undefined
  const from = offset - (new RegExp(`${WORD}$`).exec(before)?.[0].length ?? 0)
  const to = offset + (new RegExp(`^${WORD}`).exec(text.slice(offset))?.[0].length ?? 0)
  const lead = text.slice(start, from)
  const colon = /^\s*:(\s|$)/.test(text.slice(to))
  const isValue = /:\s+$/.test(lead)
  const mayBeKey = /^\s*(-\s+)*$/.test(lead) || /[{,]\s*$/.test(lead)
  const key = mayBeKey ? keyPlace(`${text.slice(0, from)}${MARK}${colon ? '' : ': 0'}${text.slice(to)}`) : undefined
  const value = !colon && (isValue || /-\s+$|[[,]\s*$/.test(lead)) ? valuePath(`${text.slice(0, from)}${MARK}${text.slice(to)}`) : undefined
  if (!key && !value) return undefined
  return { from, to, ...(key && { key: { ...key, colon } }), ...(value && { value }) }
}

/** The path at an offset, and the stretch of the key or value that is there. */
export function pathAt(text: string, offset: number): { readonly path: Path; readonly from: number; readonly to: number } | undefined {
  let found: { path: Path; from: number; to: number } | undefined
  visit(parseTyped(text), {
    Scalar(_, node, ancestors) {
      const [from, to] = node.range ?? [0, -1]
      if (offset < from || offset > to) return undefined
      found = { path: pathOf(ancestors, node), from, to }
      return visit.BREAK
    },
  })
  return found
}

function keyPlace(text: string): { readonly path: Path; readonly taken: readonly string[] } | undefined {
  let found: { path: Path; taken: readonly string[] } | undefined
  visit(parseTyped(text), {
    Map(_, map, ancestors) {
      if (!map.items.some(({ key }) => isScalar(key) && key.value === MARK)) return undefined
      const taken = map.items.flatMap(({ key }) => (isScalar(key) && key.value !== MARK ? [String(key.value)] : []))
      found = { path: pathOf(ancestors, map), taken }
      return visit.BREAK
    },
  })
  return found
}

function valuePath(text: string): Path | undefined {
  let found: Path | undefined
  visit(parseTyped(text), {
    Scalar(which, node, ancestors) {
      if (node.value !== MARK || which === 'key') return undefined
      found = pathOf(ancestors, node)
      return visit.BREAK
    },
  })
  return found
}

function parseTyped(text: string): Document.Parsed {
  return parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
}

/** Keys and numbers from the root to a node; a key has the path of its value. */
function pathOf(ancestors: readonly (Document | Node | Pair)[], node: Node): Path {
  const path: (string | number)[] = []
  ancestors.forEach((ancestor, index) => {
    const next = ancestors[index + 1] ?? node
    if (isPair(ancestor)) path.push(isScalar(ancestor.key) ? String(ancestor.key.value) : '')
    else if ('items' in ancestor && !isPair(next)) path.push(Math.max(0, (ancestor.items as unknown[]).indexOf(next)))
  })
  return path
}
