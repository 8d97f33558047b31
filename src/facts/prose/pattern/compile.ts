import type { TokenisedText } from '../../token.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { once } from '../../once.ts'
import { tokenise } from '../../tokens/index.ts'
import type { CompiledPattern, PatternFault, PatternHit, PatternSlot, SlotHit } from './compiled.ts'
import { preparePattern, type PreparedPattern } from './prepared.ts'
import { plainShadow, shadowOfString, tokenShadow, type Shadow } from './shadow.ts'
import { TOKEN_SLOTS } from './slot-types.ts'

type Compiled<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly fault: PatternFault }

/** Finds `expression` from left to right; every hit is given in offsets of the shadow. */
function hitsIn(shadow: Shadow, expression: RegExp, slots: readonly PatternSlot[]): PatternHit[] {
  const found: PatternHit[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(shadow.text); match; match = expression.exec(shadow.text)) {
    if (match[0] === '') expression.lastIndex++
    else found.push(hitOf(match, slots))
  }
  return found
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
  const compiled = compileTest(text, vocabulary)
  return compiled.ok && !compiled.pattern.required ? { ok: false, fault: { code: 'no-literal', at: 0, detail: text } } : compiled
}

/** Where in a text a test must hold: anywhere, up to its end, from its start, or of the whole. */
export type Anchoring = 'anywhere' | 'end' | 'start' | 'whole'

/** Compiles a pattern that need not contain a literal: neighbours of a hit, tests on one short text. */
export function compileTest(text: string, vocabulary: Vocabulary, anchoring: Anchoring = 'anywhere'): Compiled<{ readonly pattern: CompiledPattern }> {
  const prepared = preparePattern(text, vocabulary)
  return prepared.ok ? { ok: true, pattern: compiledOf(text, prepared.pattern, anchoring) } : prepared
}

const compiledPatterns = new WeakMap<PreparedPattern, Map<Anchoring, CompiledPattern>>()

function compiledOf(text: string, prepared: PreparedPattern, anchoring: Anchoring): CompiledPattern {
  const known = compiledPatterns.get(prepared) ?? new Map<Anchoring, CompiledPattern>()
  compiledPatterns.set(prepared, known)
  const compiled = known.get(anchoring) ?? compile(text, prepared, ANCHORED[anchoring])
  known.set(anchoring, compiled)
  return compiled
}

const ANCHORED: Readonly<Record<Anchoring, (expression: string) => string>> = {
  anywhere: (expression) => expression,
  end: (expression) => `(?:${expression})$`,
  start: (expression) => `^(?:${expression})`,
  whole: (expression) => `^(?:${expression})$`,
}

function compile(text: string, prepared: PreparedPattern, anchored: (expression: string) => string): CompiledPattern {
  const { slots } = prepared
  // A run meets few of the patterns: the others are never made into an automaton.
  const expression = once(() => new RegExp(anchored(prepared.expression), slots.length > 0 ? 'gd' : 'g'))
  const tester = once(() => new RegExp(anchored(prepared.expression)))
  const onTokens = slots.some((slot) => Object.hasOwn(TOKEN_SLOTS, slot.type))
  const possible = (shadow: Shadow): boolean => prepared.required?.some((word) => shadow.text.includes(word)) ?? true
  const hits = (shadow: Shadow): PatternHit[] => (possible(shadow) ? hitsIn(shadow, expression(), slots) : [])
  const testIn = (shadow: Shadow): boolean => possible(shadow) && tester().test(shadow.text)
  return {
    source: text,
    slots,
    onTokens,
    get required() {
      return prepared.required
    },
    find(subject: TokenisedText) {
      const shadow = onTokens ? tokenShadow(subject) : plainShadow(subject)
      return hits(shadow).map((hit) => unshadowed(hit, shadow))
    },
    findIn: hits,
    test: (subject: string) => testIn(onTokens ? tokenShadow(tokenise(subject)) : shadowOfString(subject)),
    testIn,
  }
}

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
