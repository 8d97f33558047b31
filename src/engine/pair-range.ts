import type { GapReason } from '../core/verdict.ts'
import type { Item } from '../facts/item.ts'
import { readPath } from '../facts/path.ts'
import type { AbsentValue, TextValue, Value } from '../facts/value.ts'
import type { CompiledRange, CompiledSource } from '../ruleset/compiled.ts'
import type { NamedSourceOf, Round } from '../ruleset/shape.ts'
import type { Check, Checks } from './check.ts'
import { keyOf } from './keys.ts'
import type { RangeContext } from './ranges.ts'
import { rangeItems } from '../ruleset/compile/select.ts'
import { similarPairs } from './similar-texts.ts'
import { sameValue } from '../ruleset/operators/sameness.ts'

type PairRange = Extract<CompiledRange, { form: 'pair' }>

const ABSENCE: Readonly<Record<string, GapReason>> = { project: 'missing-sheet', indicator: 'missing-row', row: 'missing-row', table: 'missing-table' }

/** Every item of both sides once, as a pair or alone. A side that is wholly empty is a gap, not many missing partners. */
export function pairChecks(range: PairRange, context: RangeContext): Checks {
  const left = rangeItems(range.a.source, context.environment)
  const right = rangeItems(range.b.source, context.environment)
  if (left === 'missing-document' || right === 'missing-document') return { checks: [], gap: 'missing-document' }
  if (left.length === 0 && right.length === 0) {
    const gap = context.missing(range.a.source) ?? context.missing(range.b.source)
    return { checks: [], ...(gap && { gap }) }
  }
  if (left.length === 0) return { checks: [], gap: gapOf(range.a, context) }
  if (right.length === 0) return { checks: [], gap: gapOf(range.b, context) }
  return { checks: pairedChecks(left, right, range, context) }
}

function gapOf(side: NamedSourceOf<CompiledSource>, context: RangeContext): GapReason {
  return context.missing(side.source) ?? ABSENCE[side.source.kind] ?? 'missing-value'
}

function pairedChecks(left: readonly Item[], right: readonly Item[], range: PairRange, context: RangeContext): Check[] {
  const partners = matched(left, right, range.rounds, context)
  const taken = new Set(partners.values())
  const both = left.map((item, a): Check => {
    const b = partners.get(a)
    const partner = b === undefined ? undefined : right[b]
    return {
      bindings: [
        [range.a.name, { type: 'item', item }],
        [range.b.name, partner ? { type: 'item', item: partner } : absent(range.b, item)],
      ],
      others: [],
      items: partner ? [item, partner] : [item],
    }
  })
  const alone = right.flatMap((item, b): Check[] =>
    taken.has(b) ? [] : [{ bindings: [[range.a.name, absent(range.a, item)], [range.b.name, { type: 'item', item }]], others: [], items: [item] }],
  )
  return [...both, ...alone]
}

function absent(side: NamedSourceOf<CompiledSource>, partner: Item): AbsentValue {
  return { type: 'absent', reason: ABSENCE[side.source.kind] ?? 'missing-value', near: { ...partner.ref, nearest: true } }
}

/** Partners by index: round after round, each over what the rounds before it left. */
function matched(left: readonly Item[], right: readonly Item[], rounds: readonly Round[], context: RangeContext): Map<number, number> {
  const partners = new Map<number, number>()
  const taken = new Set<number>()
  for (const round of rounds) {
    const freeLeft = left.map((_, index) => index).filter((index) => !partners.has(index))
    const freeRight = right.map((_, index) => index).filter((index) => !taken.has(index))
    for (const { a, b } of proposals(bucketsOf(left, freeLeft, right, freeRight, round), left, right, { round, context })) {
      if (partners.has(a) || taken.has(b)) continue
      partners.set(a, b)
      taken.add(b)
    }
  }
  return partners
}

interface Bucket {
  readonly left: number[]
  readonly right: number[]
}

/** Whether a pair's amounts agree as `equal` means it: 8.71 万元 restates 87,120 元. Undefined for a round that names none. */
function agreement(left: readonly Item[], right: readonly Item[], { same }: Round, { environment, budget }: RangeContext): ((a: number, b: number) => boolean) | undefined {
  const at = (items: readonly Item[], index: number, path: readonly string[]): Value | undefined => (items[index] ? readPath({ type: 'item', item: items[index] }, path) : undefined)
  const amounts = same.filter(({ a }) => left.some((_, index) => isAmount(at(left, index, a))))
  if (amounts.length === 0) return undefined
  return (x, y) => {
    budget.spend('candidates')
    return amounts.every(({ a, b }) => {
      const [one, other] = [at(left, x, a), at(right, y, b)]
      return one !== undefined && other !== undefined && sameValue(one, other, environment)
    })
  }
}

function isAmount(value: Value | undefined): boolean {
  return value?.type === 'quantity' && value.quantity.unit.dimension === 'money'
}

/** What the hash join holds equal; amounts are compared pair by pair. */
function joinKey(value: Value): string | undefined {
  return isAmount(value) ? 'amount' : keyOf(value)
}

/** Indices of both sides that are equal in all `same` attributes, amounts left open: a hash join. */
function bucketsOf(left: readonly Item[], freeLeft: readonly number[], right: readonly Item[], freeRight: readonly number[], round: Round): Bucket[] {
  const buckets = new Map<string, Bucket>()
  const add = (items: readonly Item[], indices: readonly number[], side: 'left' | 'right'): void => {
    const paths = round.same.map(({ a, b }) => (side === 'left' ? a : b))
    for (const index of indices) {
      const item = items[index]
      const keys = item ? paths.map((path) => joinKey(readPath({ type: 'item', item }, path))) : [undefined]
      if (keys.some((key) => key === undefined)) continue
      const key = JSON.stringify(keys)
      const bucket = buckets.get(key) ?? { left: [], right: [] }
      buckets.set(key, bucket)
      bucket[side].push(index)
    }
  }
  add(left, freeLeft, 'left')
  add(right, freeRight, 'right')
  return [...buckets.values()].filter((bucket) => bucket.left.length > 0 && bucket.right.length > 0)
}

/** Pairs a round proposes, best first; without `near`, in document order. */
function proposals(buckets: readonly Bucket[], left: readonly Item[], right: readonly Item[], { round, context }: { readonly round: Round; readonly context: RangeContext }): { readonly a: number; readonly b: number }[] {
  const { near } = round
  const agree = agreement(left, right, round, context)
  if (!near) {
    return buckets.flatMap((bucket) => (agree ? bucket.left.flatMap((a) => bucket.right.filter((b) => agree(a, b)).map((b) => ({ a, b }))) : bucket.left.slice(0, bucket.right.length).map((a, at) => ({ a, b: bucket.right[at] ?? -1 }))))
  }
  const scored = buckets.flatMap((bucket) => {
    const texts = (items: readonly Item[], indices: readonly number[], path: readonly string[]): { index: number; value: TextValue }[] =>
      indices.flatMap((index) => {
        const item = items[index]
        const value = item && readPath({ type: 'item', item }, path)
        return value?.type === 'text' && value.text !== '' ? [{ index, value }] : []
      })
    const a = texts(left, bucket.left, near.a)
    const b = texts(right, bucket.right, near.b)
    return similarPairs(a.map(({ value }) => value), b.map(({ value }) => value), near.atLeast, context.budget).map((likeness) => ({ a: a[likeness.a]?.index ?? -1, b: b[likeness.b]?.index ?? -1, score: likeness.score }))
  })
  return scored.filter(({ a: x, b: y }) => !agree || agree(x, y)).sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
}
