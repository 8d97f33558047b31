import type { Item } from './item.ts'

/**
 * What the items asked for say of themselves, by attribute: one of these texts. Whatever says otherwise would be passed over, so that it need
 * not be made; who asks still looks for himself.
 */
export type Asked = Readonly<Record<string, readonly string[]>>

/** Gives the items of a kind: all of them, or, where that is all that is asked for, at least those that can say what is asked. */
export type ItemsAsked = (asked?: Asked) => readonly Item[]

/** Whether something that says one of `texts` may be meant. */
export function mayBeAsked(asked: Asked, attribute: string, texts: readonly string[]): boolean {
  return asked[attribute]?.some((text) => texts.includes(text)) ?? true
}

/** Items of which `some` makes less than `all`; undefined where it cannot. All of them, once they are made, serve whoever asks. */
export function itemsAsked(all: () => readonly Item[], some: (asked: Asked) => readonly Item[] | undefined): ItemsAsked {
  const known = new Map<string, readonly Item[] | undefined>()
  let whole: readonly Item[] | undefined
  const madeFor = (asked: Asked): readonly Item[] | undefined => {
    const key = JSON.stringify(asked)
    if (!known.has(key)) known.set(key, some(asked))
    return known.get(key)
  }
  return (asked) => whole ?? (asked && madeFor(asked)) ?? (whole = all())
}

/** Some of the items of a kind: those of all tables, of all forms, of the running text. */
export interface ItemsOfPart {
  /** What they say of where they come from; absent where they may say anything. */
  readonly origins?: readonly string[]
  readonly all: () => readonly Item[]
  /** Fewer of them, where what is asked tells which. */
  readonly some?: (asked: Asked) => readonly Item[]
}

/** Items of a kind that come from several parts, in that order; `whole` makes one list of all. */
export function itemsOfParts(parts: readonly ItemsOfPart[], whole: (items: readonly Item[]) => readonly Item[]): ItemsAsked {
  const chosen = (asked: Asked): readonly Item[] => parts.filter(({ origins }) => !origins || mayBeAsked(asked, 'origin', origins)).flatMap(({ all, some }) => some?.(asked) ?? all())
  return itemsAsked(() => whole(parts.flatMap(({ all }) => all())), (asked) => (asked['origin'] ?? asked['table'] ? chosen(asked) : undefined))
}
