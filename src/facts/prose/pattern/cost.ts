import { ANYTHING, disjoint, NOTHING, union, type CharSet } from './char-set.ts'
import type { Node } from './syntax-node.ts'

/** What follows a node: the steps it may take at worst, and the characters it can begin with. */
interface Rest {
  readonly steps: number
  readonly first: CharSet
}

const ACCEPT: Rest = { steps: 0, first: ANYTHING }

/** Two ways on: the matcher tries both only if one character can begin either. */
const either = (a: Rest, b: Rest): Rest => ({
  steps: disjoint(a.first, b.first) ? Math.max(a.steps, b.steps) + 1 : a.steps + b.steps + 1,
  first: union(a.first, b.first),
})

function before(node: Node, rest: Rest): Rest {
  switch (node.is) {
    case 'one': return { steps: rest.steps + 1, first: node.set }
    case 'start': return rest
    case 'end': return { steps: 1, first: NOTHING }
    case 'slot': return before(node.node, rest)
    case 'sequence': return node.items.reduceRight((after, item) => before(item, after), rest)
    case 'choice': return choice(node.options.map((option) => (option.is === 'sequence' ? option.items : [option])), rest)
    case 'repeat': return repeated(node, rest)
  }
}

/** Alternatives that begin with the same character are one way until they part: a word list costs no more than its longest word. */
function choice(options: readonly (readonly Node[])[], rest: Rest): Rest {
  const groups = new Map<CharSet, { readonly first: Node; readonly tails: (readonly Node[])[] }>()
  const ways: Rest[] = []
  for (const [first, ...tail] of options) {
    if (!first) ways.push(rest)
    else if (first.is !== 'one') ways.push([first, ...tail].reduceRight((after, item) => before(item, after), rest))
    else {
      const group = groups.get(first.set) ?? { first, tails: [] }
      groups.set(first.set, group)
      group.tails.push(tail)
    }
  }
  for (const { first, tails } of groups.values()) ways.push(before(first, choice(tails, rest)))
  return ways.reduce(either)
}

function repeated(node: Extract<Node, { is: 'repeat' }>, rest: Rest): Rest {
  const inner = node.node
  if (inner.is === 'one') {
    const widths = disjoint(inner.set, rest.first) ? 1 : node.max - node.min + 1
    return { steps: node.max + widths * rest.steps, first: node.min > 0 ? inner.set : union(inner.set, rest.first) }
  }
  let after = rest
  for (let count = node.min; count < node.max; count++) after = either(before(inner, after), rest)
  for (let count = 0; count < node.min; count++) after = before(inner, after)
  return after
}

/**
 * An upper bound of the steps a backtracking matcher takes from one start: alternatives and widths of a repeat multiply
 * with what follows only where one character can begin both. This bound is why no accepted pattern can hang.
 */
export const costOf = (node: Node): number => before(node, ACCEPT).steps
