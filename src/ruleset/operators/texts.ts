import type { Outcome, TextValue, Value } from '../../facts/value.ts'
import { compileMatcher, compilePattern } from '../../facts/prose/index.ts'
import { tokenise } from '../../facts/tokens/index.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import { QUANTITY, VERDICT } from '../types.ts'
import { FAILS, HOLDS } from '../verdicts.ts'
import { parsePair, stretchOf, unpairedBest } from './balanced-pairs.ts'
import type { Pair } from './balanced-pairs.ts'
import { plainOutcome, printed } from './compare-texts.ts'
import type { PlainOperator, Settings } from './operator.ts'
import { absent, gap, inputsOf, nameOf } from './values.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

/** The text of an operand: a text, an item's name, a date as printed. */
export function textIn(value: Value): TextValue | undefined {
  if (value.type === 'text') return value
  if (value.type === 'item') return { type: 'text', text: nameOf(value.item), ref: value.item.ref, ...(value.item.reading && { reading: value.item.reading }) }
  if (value.type === 'date' || value.type === 'quantity') return { ...value, type: 'text', text: printed(value) } as TextValue
  if (value.type === 'record' && value.fields['text']?.type === 'text') return value.fields['text']
  return undefined
}

function unread(value: Value): Outcome {
  return gap(value.type === 'absent' ? value.reason : 'ambiguous', [value])
}

export const matches: PlainOperator = {
  style: 'plain',
  name: 'matches',
  group: 'text',
  parameters: [{ name: 'text', takes: 'text' }, { name: 'pattern', setting: 'pattern' }],
  writing: { list: true },
  gives: VERDICT,
  prepare(settings, vocabulary) {
    const compiled = compileMatcher(String(settings['pattern']), vocabulary)
    return compiled.ok ? compiled.test : undefined
  },
  apply([value = NOTHING], _, { prepared }) {
    const text = textIn(value)
    const test = prepared as ((text: string) => boolean) | undefined
    return text && test ? plainOutcome(test(text.text), [text]) : unread(value)
  },
  judge([value = NOTHING], _, { prepared }) {
    const text = textIn(value)
    const test = prepared as ((text: string) => boolean) | undefined
    return text && test ? (test(text.text) ? HOLDS : FAILS) : unread(value)
  },
}

interface Balance {
  readonly pairs: readonly Pair[]
  readonly skipped: (text: string) => readonly (readonly [number, number])[]
}

function balanceOf(settings: Settings, vocabulary: Vocabulary): Balance {
  const names = Array.isArray(settings['except']) ? (settings['except'] as readonly string[]) : []
  const sources = names.flatMap((name) => vocabulary.patterns.get(name)?.text ?? [])
  const patterns = sources.flatMap((source) => {
    const compiled = compilePattern(source, vocabulary)
    return compiled.ok ? [compiled.pattern] : []
  })
  return {
    pairs: (Array.isArray(settings['pairs']) ? (settings['pairs'] as readonly string[]) : []).flatMap((pair) => parsePair(pair) ?? []),
    skipped(text) {
      if (patterns.length === 0) return []
      const tokens = tokenise(text)
      return patterns.flatMap((pattern) => pattern.find(tokens)).map((hit) => [tokens.offsets[hit.from] ?? hit.from, tokens.offsets[hit.to] ?? text.length] as const)
    },
  }
}

export const balanced: PlainOperator = {
  style: 'plain',
  name: 'balanced',
  group: 'text',
  parameters: [{ name: 'text', takes: 'text' }, { name: 'pairs', setting: 'pairs' }, { name: 'except', setting: 'patterns', optional: true }],
  writing: { named: true },
  gives: VERDICT,
  prepare: balanceOf,
  apply([value = NOTHING], _, { prepared }): Outcome {
    const text = textIn(value)
    if (!text) return unread(value)
    const { pairs, skipped } = prepared as Balance
    const wrong = unpairedBest(text.text, pairs, skipped)
    if (wrong.length === 0) return { ...plainOutcome(true, [text]), compared: 2 }
    const marks = wrong.map((lone): TextValue => {
      const [from, to] = stretchOf(text.text, lone)
      return { ...text, text: text.text.slice(from, to), ...(text.ref && { ref: { ...text.ref, from: (text.ref.from ?? 0) + from, to: (text.ref.from ?? 0) + to } }) }
    })
    return { type: 'verdict', verdict: 'violated', inputs: marks.flatMap(inputsOf), compared: 2, odd: marks, actual: { type: 'list', values: marks } }
  },
}

/** Shared pairs of neighbouring characters (Dice coefficient), in ten-thousandths: 0 to 10000. */
export function likeness(a: string, b: string): bigint {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const total = size(left) + size(right)
  if (total === 0) return a === b ? 10_000n : 0n
  let shared = 0
  for (const [pair, times] of left) shared += Math.min(times, right.get(pair) ?? 0)
  return (20_000n * BigInt(shared)) / BigInt(total)
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const letters = [...text]
  const pairs = new Map<string, number>()
  for (let index = 0; index + 1 < letters.length; index += 1) {
    const pair = `${letters[index] ?? ''}${letters[index + 1] ?? ''}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function size(pairs: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const times of pairs.values()) sum += times
  return sum
}

export const similar: PlainOperator = {
  style: 'plain',
  name: 'similar',
  group: 'text',
  parameters: [{ name: 'a', takes: 'text' }, { name: 'b', takes: 'text' }],
  writing: { list: true },
  gives: QUANTITY,
  apply([a = NOTHING, b = NOTHING]) {
    const [left, right] = [textIn(a), textIn(b)]
    if (!left || !right) return absent(a.type === 'absent' ? a.reason : b.type === 'absent' ? b.reason : 'ambiguous')
    return { type: 'quantity', quantity: { digits: likeness(left.text, right.text), places: 4, unit: { dimension: 'number', symbol: '', exponent: 0 } }, counted: [left, right] }
  },
}
