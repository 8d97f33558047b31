import { sizeOf } from './char-set.ts'
import type { Node } from './syntax-node.ts'

/** Classes up to this size count as letters to search for. */
const FEW = 40
/** More alternatives than this are no faster to search than to match. */
const MOST = 400

/** Strings of which every match contains at least one; longer and fewer is better. Undefined: none must occur. */
export type Required = readonly string[] | undefined

const shortest = (words: readonly string[]): number => Math.min(...words.map((word) => word.length))

function better(a: Required, b: Required): Required {
  if (!a || !b) return a ?? b
  const [left, right] = [shortest(a), shortest(b)]
  return left !== right ? (left > right ? a : b) : a.length <= b.length ? a : b
}

/** The strings a node is exactly one of, if they are few. */
function exactly(node: Node): readonly string[] | undefined {
  switch (node.is) {
    case 'one': return sizeOf(node.set) > FEW ? undefined : node.set.flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, index) => String.fromCharCode(low + index)))
    case 'slot': return exactly(node.node)
    case 'choice': {
      const words = node.options.map(exactly)
      return words.every((list) => list !== undefined) ? words.flat() : undefined
    }
    case 'sequence': {
      let words: readonly string[] = ['']
      for (const item of node.items) {
        const next = exactly(item)
        if (!next || words.length * next.length > MOST) return undefined
        words = words.flatMap((head) => next.map((tail) => head + tail))
      }
      return words.includes('') ? undefined : words
    }
    default: return undefined
  }
}

/** Strings of which every match of the node contains one. */
export function requiredOf(node: Node): Required {
  const whole = exactly(node)
  if (whole) return whole
  switch (node.is) {
    case 'slot': return requiredOf(node.node)
    case 'repeat': return node.min > 0 ? requiredOf(node.node) : undefined
    case 'choice': {
      const each = node.options.map(requiredOf)
      const words = each.every((list) => list !== undefined) ? each.flat() : undefined
      return words && words.length <= MOST ? words : undefined
    }
    case 'sequence': return bestRun(node.items)
    default: return undefined
  }
}

/** The best required strings of a sequence: neighbouring fixed items are joined to one longer string. */
function bestRun(items: readonly Node[]): Required {
  let best: Required
  let run: readonly string[] = ['']
  for (const item of items) {
    const words = exactly(item)
    if (words && run.length * words.length <= MOST) run = run.flatMap((head) => words.map((tail) => head + tail))
    else {
      if (!run.includes('')) best = better(best, run)
      run = words ?? ['']
      best = better(best, requiredOf(item))
    }
  }
  return run.includes('') ? best : better(best, run)
}
