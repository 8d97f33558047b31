import type { Ref } from '../core/ref.ts'
import type { Reading } from '../core/verdict.ts'
import type { Item } from './item.ts'
import type { Kind } from './kinds.ts'
import { isAlike, isSameRef } from './alike.ts'
import { isSameStanding, standingAttribute, type Standing } from './standing.ts'
import type { Value } from './value.ts'

/** What is read of an item without asking for an attribute. */
export interface ItemFrame {
  readonly ref: Ref
  readonly text: string
  readonly reading?: Reading | undefined
  readonly readings?: readonly Item[] | undefined
  /** Gives the attributes every item has; the item's own of the same name go before. */
  readonly standing?: Standing | undefined
}

export interface ItemParts extends ItemFrame {
  readonly kind: Kind
  /** Attribute name → how to get it; called at most once. */
  readonly attributes: Readonly<Record<string, () => Value>>
}

/** How each attribute of a kind is got from what an item of it stands for. */
export type AttributeTable<Source> = Readonly<Record<string, (source: Source) => Value>>

type Pairs = readonly (readonly [LazyItem, LazyItem])[]

/** An item whose attributes are computed when first asked for, each once. Undeclared ones are absent. */
abstract class LazyItem implements Item {
  readonly kind: Kind
  readonly ref: Ref
  readonly text: string
  readonly reading: Reading | undefined
  readonly readings: readonly Item[] | undefined
  readonly #standing: Standing | undefined
  #known: Map<string, Value> | undefined

  constructor(kind: Kind, { ref, text, reading, readings, standing }: ItemFrame) {
    this.kind = kind
    this.ref = ref
    this.text = text
    this.reading = reading
    this.readings = readings
    this.#standing = standing
  }

  get(attribute: string): Value {
    const known = (this.#known ??= new Map<string, Value>())
    let value = known.get(attribute)
    if (value === undefined) {
      value = this.own(attribute) ?? (this.#standing && standingAttribute(this.#standing, attribute)) ?? { type: 'absent', reason: 'missing-value', near: { ...this.ref, nearest: true } }
      known.set(attribute, value)
    }
    return value
  }

  /** `within`: those whose likeness is being asked: two that speak of each other are alike if all else of them is. */
  saysTheSame(other: LazyItem, within: Pairs): boolean {
    if (within.some(([one, another]) => one === this && another === other)) return true
    if (this.kind !== other.kind || this.text !== other.text || this.reading !== other.reading || !isSameRef(this.ref, other.ref) || !isSameStanding(this.#standing, other.#standing)) return false
    const [readings, asReadings] = [this.readings ?? [], other.readings ?? []]
    const pairs: Pairs = [...within, [this, other]]
    const speakOf = (one: object, another: object): boolean => one instanceof LazyItem && another instanceof LazyItem && one.saysTheSame(another, pairs)
    return (
      (this.standsForTheSame(other) || this.#attributesAreAlike(other, speakOf)) &&
      readings.length === asReadings.length && readings.every((reading, at) => reading === asReadings[at] || speakOf(reading, asReadings[at] ?? NOTHING))
    )
  }

  #attributesAreAlike(other: LazyItem, speakOf: (one: object, another: object) => boolean): boolean {
    const [names, others] = [this.ownNames(), other.ownNames()]
    return names.length === others.length && names.every((name) => others.includes(name) && isAlike(this.get(name), other.get(name), speakOf))
  }

  /** Whether its own attributes are the same because they are made of the very same. */
  protected abstract standsForTheSame(other: LazyItem): boolean
  protected abstract own(attribute: string): Value | undefined
  /** The names of its own attributes. */
  protected abstract ownNames(): readonly string[]
}

const NOTHING = {}

/**
 * Whether nobody can tell one item from the other: all that can be asked of them is the same, attributes of both being worked out for it. The
 * items they speak of must say the same, those they stand in must be the very same.
 */
export function saysTheSame(one: Item, other: Item): boolean {
  return one === other || (one instanceof LazyItem && other instanceof LazyItem && one.saysTheSame(other, []))
}

class MadeItem extends LazyItem {
  readonly #attributes: ItemParts['attributes']

  constructor(parts: ItemParts) {
    super(parts.kind, parts)
    this.#attributes = parts.attributes
  }

  protected override own(attribute: string): Value | undefined {
    return Object.hasOwn(this.#attributes, attribute) ? this.#attributes[attribute]?.() : undefined
  }

  protected override ownNames(): readonly string[] {
    return Object.keys(this.#attributes)
  }

  protected override standsForTheSame(): boolean {
    return false
  }
}

class TabledItem<Source> extends LazyItem {
  readonly #table: AttributeTable<Source>
  readonly #source: Source

  constructor(kind: Kind, table: AttributeTable<Source>, source: Source, frame: ItemFrame) {
    super(kind, frame)
    this.#table = table
    this.#source = source
  }

  protected override own(attribute: string): Value | undefined {
    return Object.hasOwn(this.#table, attribute) ? this.#table[attribute]?.(this.#source) : undefined
  }

  protected override ownNames(): readonly string[] {
    return Object.keys(this.#table)
  }

  protected override standsForTheSame(other: LazyItem): boolean {
    return other instanceof TabledItem && this.#table === other.#table && isAlike(this.#source, other.#source, () => false)
  }
}

/** One item, its attributes given one by one. */
export function makeItem(parts: ItemParts): Item {
  return new MadeItem(parts)
}

/** Makes the items of a kind with many members: they share one table of attributes, and each keeps only what it stands for. */
export function itemsOf<Source>(kind: Kind, attributes: AttributeTable<Source>): (source: Source, frame: ItemFrame) => Item {
  return (source, frame) => new TabledItem(kind, attributes, source, frame)
}
