import type { Vocabulary } from '../../../vocabulary/types.ts'
import { once } from '../../once.ts'
import { classSource } from './char-set.ts'
import type { PatternFault, PatternSlot } from './compiled.ts'
import { costOf } from './cost.ts'
import { requiredOf } from './required.ts'
import { parseSyntax } from './syntax.ts'
import { sourceOf, type Node } from './syntax-node.ts'

/** Steps a match may cost at worst from one start. */
const MOST_STEPS = 100_000

/** A pattern that was read and found safe: all that matching needs of it, as JSON. */
export interface PreparedPattern {
  /** Source of a regular expression; every slot is a capturing group, in order. */
  readonly expression: string
  readonly slots: readonly PatternSlot[]
  /** Strings of which every hit contains one; absent where none must occur. */
  readonly required?: readonly string[] | undefined
}

export type Prepared = { readonly ok: true; readonly pattern: PreparedPattern } | { readonly ok: false; readonly fault: PatternFault }

const prepared = new WeakMap<Vocabulary, Map<string, Prepared>>()

function preparedBy(vocabulary: Vocabulary): Map<string, Prepared> {
  const known = prepared.get(vocabulary) ?? new Map<string, Prepared>()
  prepared.set(vocabulary, known)
  return known
}

/** Reads a pattern, once a vocabulary, or says where and why it is refused. */
export function preparePattern(text: string, vocabulary: Vocabulary): Prepared {
  const known = preparedBy(vocabulary)
  const ready = known.get(text) ?? prepare(text, vocabulary)
  known.set(text, ready)
  return ready
}

function slotsOf(node: Node): readonly { readonly slot: PatternSlot; readonly at: number }[] {
  switch (node.is) {
    case 'slot': return [{ slot: node.slot, at: node.at }, ...slotsOf(node.node)]
    case 'repeat': return slotsOf(node.node)
    case 'sequence': return node.items.flatMap(slotsOf)
    case 'choice': return node.options.flatMap(slotsOf)
    default: return []
  }
}

const refused = (code: PatternFault['code'], at: number, detail: string): Prepared => ({ ok: false, fault: { code, at, detail } })

function prepare(text: string, vocabulary: Vocabulary): Prepared {
  const parsed = parseSyntax(text, vocabulary)
  if (!parsed.ok) return parsed
  const { node } = parsed
  const placed = slotsOf(node)
  const names = new Set<string>()
  for (const { slot, at } of placed) {
    // The same name in two alternatives is one slot; within one alternative it would be two answers to one question.
    if (slot.name !== '_' && names.has(slot.name) && !text.includes('|')) return refused('duplicate-slot', at, slot.name)
    names.add(slot.name)
  }
  if (costOf(node) > MOST_STEPS) return refused('too-costly', 0, text)
  const required = once(() => requiredOf(node))
  // A run asks few of the patterns for the strings they need.
  return { ok: true, pattern: { expression: sourceOf(node, classSource), slots: placed.map(({ slot }) => slot), get required() { return required() } } }
}

/** The patterns read so far against a vocabulary, by their texts. */
export function preparedPatterns(vocabulary: Vocabulary): readonly (readonly [text: string, pattern: PreparedPattern])[] {
  return [...preparedBy(vocabulary)].flatMap(([text, one]) => (one.ok ? [[text, one.pattern] as const] : []))
}

/** Takes patterns as `preparedPatterns` gave them for the same vocabulary. */
export function usePreparedPatterns(vocabulary: Vocabulary, patterns: readonly (readonly [text: string, pattern: PreparedPattern])[]): void {
  prepared.set(vocabulary, new Map(patterns.map(([text, pattern]) => [text, { ok: true, pattern }])))
}
