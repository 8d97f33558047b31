/** A list against an earlier one: what is new in it, and where each member stands. */
export interface Compared<Member> {
  readonly fresh: readonly Member[]
  /** What the earlier list had and this one has not. */
  readonly gone: readonly object[]
  /** Whether what both have is in the same order in both. */
  readonly inOrder: boolean
  readonly positions: ReadonlyMap<Member, number>
}

/** With the earlier list, which it must not keep: that one is kept with what is known of it, and so on for ever. */
const compared = new WeakMap<readonly object[], Compared<object> & { readonly before: WeakRef<readonly object[]> }>()

/** `now` against `before`. Lists are compared for many things: the last answer is kept with the list. */
export function comparedWith<Member extends object>(before: readonly object[], now: readonly Member[]): Compared<Member> {
  const known = compared.get(now)
  if (known?.before.deref() === before) return known as unknown as Compared<Member>
  const positions = new Map(now.map((member, at) => [member, at]))
  const old = new Set(before)
  const made = { before: new WeakRef(before), fresh: now.filter((member) => !old.has(member)), ...inBoth(before, positions as ReadonlyMap<object, number>), positions }
  compared.set(now, made)
  return made
}

function inBoth(before: readonly object[], positions: ReadonlyMap<object, number>): Pick<Compared<object>, 'gone' | 'inOrder'> {
  const gone: object[] = []
  let [inOrder, last] = [true, -1]
  for (const member of before) {
    const at = positions.get(member)
    if (at === undefined) gone.push(member)
    else {
      inOrder &&= at > last
      last = at
    }
  }
  return { gone, inOrder }
}
