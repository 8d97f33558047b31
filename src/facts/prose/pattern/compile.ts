import type { TokenisedText } from '../../token.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { once } from '../../once.ts'
import { tokenise } from '../../tokens/index.ts'
import { classSource, type CharSet } from './char-set.ts'
import type { CompiledPattern, PatternFault, PatternHit, PatternSlot, SlotHit } from './compiled.ts'
import { costOf } from './cost.ts'
import { requiredOf } from './required.ts'
import { plainShadow, shadowOfString, tokenShadow, type Shadow } from './shadow.ts'
import { TOKEN_SLOTS } from './slot-types.ts'
import { parseSyntax } from './syntax.ts'
import { sourceOf, type Node } from './syntax-node.ts'

/** Steps a match may cost at worst from one start. */
const MOST_STEPS = 100_000

type Compiled<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly fault: PatternFault }

function slotsOf(node: Node): readonly { readonly slot: PatternSlot; readonly at: number }[] {
  switch (node.is) {
    case 'slot': return [{ slot: node.slot, at: node.at }, ...slotsOf(node.node)]
    case 'repeat': return slotsOf(node.node)
    case 'sequence': return node.items.flatMap(slotsOf)
    case 'choice': return node.options.flatMap(slotsOf)
    default: return []
  }
}

const refused = (code: PatternFault['code'], at: number, detail: string): { ok: false; fault: PatternFault } => ({ ok: false, fault: { code, at, detail } })

/** Finds `expression` from left to right; every hit is given in offsets of the shadow. */
export function* hitsIn(shadow: Shadow, expression: RegExp): Generator<RegExpExecArray> {
  expression.lastIndex = 0
  for (let match = expression.exec(shadow.text); match; match = expression.exec(shadow.text)) {
    if (match[0] === '') expression.lastIndex++
    else yield match
  }
}

function hitOf(match: RegExpExecArray, slots: readonly PatternSlot[]): PatternHit {
  const found = slots.flatMap((slot, index): SlotHit[] => {
    const at = match.indices?.[index + 1]
    return at && at[1] > at[0] && slot.name !== '_' ? [{ slot, from: at[0], to: at[1] }] : []
  })
  return { from: match.index, to: match.index + match[0].length, slots: found }
}

/** A hit in offsets of the shadow, in those of the normalised text. */
function unshadowed(hit: PatternHit, shadow: Shadow): PatternHit {
  const range = ({ from, to }: { readonly from: number; readonly to: number }): { from: number; to: number } => ({ from: shadow.starts[from] ?? 0, to: shadow.ends[to - 1] ?? 0 })
  return { ...range(hit), slots: hit.slots.map((slot) => ({ slot: slot.slot, ...range(slot) })) }
}

/**
 * Compiles a pattern of the vocabulary or of a rule, or says where and why it is refused (notes: rule-format §8). Patterns
 * with a token slot see tokens only; a pattern without one sees every letter and digit.
 */
export function compilePattern(text: string, vocabulary: Vocabulary): Compiled<{ readonly pattern: CompiledPattern }> {
  return compile(text, vocabulary, true)
}

function compile(text: string, vocabulary: Vocabulary, literal: boolean): Compiled<{ readonly pattern: CompiledPattern }> {
  const parsed = parseSyntax(text, vocabulary)
  if (!parsed.ok) return parsed
  const placed = slotsOf(parsed.node)
  const names = new Set<string>()
  for (const { slot, at } of placed) {
    // The same name in two alternatives is one slot; within one alternative it would be two answers to one question.
    if (slot.name !== '_' && names.has(slot.name) && !text.includes('|')) return refused('duplicate-slot', at, slot.name)
    names.add(slot.name)
  }
  if (costOf(parsed.node) > MOST_STEPS) return refused('too-costly', 0, text)
  const needed = once(() => requiredOf(parsed.node))
  if (literal && !needed()) return refused('no-literal', 0, text)
  const write = (set: CharSet): string => classSource(set)
  // A run meets few of the patterns: the others are never made into an automaton.
  const expression = once(() => new RegExp(sourceOf(parsed.node, write), 'gd'))
  const tester = once(() => new RegExp(sourceOf(parsed.node, write)))
  const slots = placed.map((entry) => entry.slot)
  const onTokens = slots.some((slot) => Object.hasOwn(TOKEN_SLOTS, slot.type))
  const possible = (shadow: Shadow): boolean => needed()?.some((word) => shadow.text.includes(word)) ?? true
  const hits = (shadow: Shadow): PatternHit[] => (possible(shadow) ? [...hitsIn(shadow, expression())].map((match) => hitOf(match, slots)) : [])
  const testIn = (shadow: Shadow): boolean => possible(shadow) && tester().test(shadow.text)
  return {
    ok: true,
    pattern: {
      source: text,
      slots,
      onTokens,
      get required() {
        return needed()
      },
      find(subject: TokenisedText) {
        const shadow = onTokens ? tokenShadow(subject) : plainShadow(subject)
        return hits(shadow).map((hit) => unshadowed(hit, shadow))
      },
      findIn: hits,
      test: (subject: string) => testIn(onTokens ? tokenShadow(tokenise(subject)) : shadowOfString(subject)),
      testIn,
    },
  }
}

/** Compiles a pattern that need not contain a literal: neighbours of a hit, tests on one short text. */
export const compileTest = (text: string, vocabulary: Vocabulary): Compiled<{ readonly pattern: CompiledPattern }> => compile(text, vocabulary, false)

type Matcher = Compiled<{ readonly test: (text: string) => boolean }>

const matchers = new WeakMap<Vocabulary, Map<string, Matcher>>()

/** What `matches: [text, name]` tests: a list or pattern of the vocabulary by its id, else a pattern written in the rule. Compiled once. */
export function compileMatcher(name: string, vocabulary: Vocabulary): Matcher {
  const known = matchers.get(vocabulary) ?? new Map<string, Matcher>()
  matchers.set(vocabulary, known)
  const matcher = known.get(name) ?? makeMatcher(name, vocabulary)
  known.set(name, matcher)
  return matcher
}

function makeMatcher(name: string, vocabulary: Vocabulary): Matcher {
  const list = vocabulary.lists.get(name)
  const pattern = vocabulary.patterns.get(name)
  const sources = list ? Object.values(list).flat() : pattern ? patternSources(pattern) : [name]
  const tests: CompiledPattern[] = []
  for (const source of sources) {
    const compiled = compileTest(source, vocabulary)
    if (!compiled.ok) return compiled
    tests.push(compiled.pattern)
  }
  return {
    ok: true,
    test(text) {
      let plain: Shadow | undefined
      let tokens: Shadow | undefined
      return tests.some(({ onTokens, testIn }) => testIn(onTokens ? (tokens ??= tokenShadow(tokenise(text))) : (plain ??= shadowOfString(text))))
    },
  }
}

/** The pattern texts of an entry: its texts, its words, or the wrong words of its corrections. */
export function patternSources(pattern: { readonly text?: string | readonly string[]; readonly words?: readonly string[] | Readonly<Record<string, string>> }): readonly string[] {
  const texts = pattern.text === undefined ? [] : typeof pattern.text === 'string' ? [pattern.text] : pattern.text
  const words = pattern.words === undefined ? [] : isList(pattern.words) ? pattern.words : Object.keys(pattern.words)
  return [...texts, ...words]
}

const isList = (words: readonly string[] | Readonly<Record<string, string>>): words is readonly string[] => Array.isArray(words)
