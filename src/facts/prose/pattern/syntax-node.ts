import type { CharSet } from './char-set.ts'
import type { PatternSlot } from './compiled.ts'

/** A pattern as a tree. `at` is the offset in the pattern text, for faults. */
export type Node =
  | { readonly is: 'one'; readonly set: CharSet }
  | { readonly is: 'start' }
  | { readonly is: 'end' }
  | { readonly is: 'sequence'; readonly items: readonly Node[] }
  | { readonly is: 'choice'; readonly options: readonly Node[] }
  | { readonly is: 'repeat'; readonly node: Node; readonly min: number; readonly max: number; readonly lazy: boolean; readonly at: number }
  | { readonly is: 'slot'; readonly slot: PatternSlot; readonly node: Node; readonly at: number }

/** Whether a repeat other than `?` stands in the node. */
export function repeats(node: Node): boolean {
  switch (node.is) {
    case 'repeat': return node.max > 1 || repeats(node.node)
    case 'slot': return repeats(node.node)
    case 'sequence': return node.items.some(repeats)
    case 'choice': return node.options.some(repeats)
    default: return false
  }
}

/** The node as regular-expression source; every slot is a capturing group, in order. */
export function sourceOf(node: Node, write: (set: CharSet) => string): string {
  switch (node.is) {
    case 'one': return write(node.set)
    case 'start': return '^'
    case 'end': return '$'
    case 'sequence': return node.items.map((item) => sourceOf(item, write)).join('')
    case 'choice': return `(?:${node.options.map((option) => sourceOf(option, write)).join('|')})`
    case 'slot': return `(${sourceOf(node.node, write)})`
    case 'repeat': return `(?:${sourceOf(node.node, write)}){${node.min},${node.max}}${node.lazy ? '?' : ''}`
  }
}
