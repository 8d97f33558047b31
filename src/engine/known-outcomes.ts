import type { Item } from '../facts/item.ts'
import type { Found, Reads } from '../facts/reads.ts'
import type { Outcome, Value } from '../facts/value.ts'
import type { CompiledCase, CompiledRange } from '../ruleset/compiled.ts'
import type { Bindings, Check } from './check.ts'

interface Known {
  readonly check: Check
  readonly outcome: Outcome
  /** What was read to come to it, besides the items that are checked. */
  readonly found: Found
}

/** Items that belong together, and the checks made of them. */
interface Group {
  readonly items: readonly Item[]
  readonly checks: readonly Check[]
}

type ByItem = Map<Item | undefined, Known[]>

/**
 * Checks of one rule and their outcomes, so that the next version makes again only what it makes of other items, and asks again only about
 * checks that are not the very same, or that read what is not the very same. Findings are not among them: what they say of places hangs on the whole document.
 */
export class KnownOutcomes {
  /** Of the version at hand; with `before` let go when all checks are made, or every version would hold the one before. */
  #reads: Reads | undefined
  #before: KnownOutcomes | undefined
  readonly #byCase = new Map<CompiledCase, ByItem>()
  readonly #groups = new Map<CompiledRange, Map<string, Group>>()

  constructor(reads: Reads, before: KnownOutcomes | undefined) {
    this.#reads = reads
    this.#before = before
  }

  /** What `make` makes of the items of a range that have one `key`, which hangs on nothing else, or made last time of the very same. */
  checksOf(range: CompiledRange, key: string, items: readonly Item[], make: () => readonly Check[]): readonly Check[] {
    const last = this.#before?.group(range, key)
    const group = last && areAlike(last.items, items, Object.is) ? last : { items, checks: make() }
    const groups = this.#groups.get(range) ?? new Map<string, Group>()
    this.#groups.set(range, groups.set(key, group))
    return group.checks
  }

  /** The outcome of last time, where it holds still. */
  of(entry: CompiledCase, check: Check): Outcome | undefined {
    const known = this.#before?.outcomesOf(entry, check).find((other) => isSame(check, other.check))
    if (!known || !this.#reads?.stillFinds(known.found)) return undefined
    this.#reads.also(known.found)
    this.#add(entry, known)
    return known.outcome
  }

  /** What `evaluate` says of a check, to be known next time where `isKept`. */
  evaluated<Tested extends { readonly outcome: Outcome }>(entry: CompiledCase, check: Check, evaluate: () => Tested, isKept: (outcome: Outcome) => boolean): Tested {
    if (!this.#reads) return evaluate()
    const { value, found } = this.#reads.during(evaluate)
    if (isKept(value.outcome)) this.#add(entry, { check, outcome: value.outcome, found: found.size === 0 ? NOTHING : found })
    return value
  }

  /** All checks are made. */
  close(): void {
    this.#reads = undefined
    this.#before = undefined
  }

  group(range: CompiledRange, key: string): Group | undefined {
    return this.#groups.get(range)?.get(key)
  }

  /** Those of checks that begin with the same item. */
  outcomesOf(entry: CompiledCase, check: Check): readonly Known[] {
    return this.#byCase.get(entry)?.get(check.items[0]) ?? []
  }

  #add(entry: CompiledCase, known: Known): void {
    const byItem = this.#byCase.get(entry) ?? (new Map() as ByItem)
    this.#byCase.set(entry, byItem)
    const [first] = known.check.items
    const others = byItem.get(first)
    if (others) others.push(known)
    else byItem.set(first, [known])
  }
}

const NOTHING: Found = new Map()

function isSame(a: Check, b: Check): boolean {
  return a === b || (a.unproven === b.unproven && areAlike(a.items, b.items, Object.is) && bindAlike(a.bindings, b.bindings) && areAlike(a.others, b.others, bindAlike))
}

function bindAlike(a: Bindings, b: Bindings): boolean {
  return areAlike(a, b, ([name, value], [other, known]) => name === other && isSameValue(value, known))
}

/** Of what ranges bind: items, lists of them, and partners that are not there. */
function isSameValue(a: Value, b: Value): boolean {
  if (a.type === 'item') return b.type === 'item' && a.item === b.item
  if (a.type === 'list') return b.type === 'list' && a.ref === b.ref && areAlike(a.values, b.values, isSameValue)
  return a.type === 'absent' && b.type === 'absent' && a.reason === b.reason && a.near?.pointer === b.near?.pointer && a.near?.from === b.near?.from && a.near?.to === b.near?.to
}

function areAlike<T>(a: readonly T[], b: readonly T[], alike: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((member, at) => alike(member, b[at] as T))
}
