/** A list against an earlier one: what is new in it, and where each member stands. */
export interface Compared<Member> {
  readonly fresh: readonly Member[]
  /** What the earlier list had and this one has not. */
  readonly gone: readonly object[]
  /** Whether what both have is in the same order in both. */
  readonly inOrder: boolean
  readonly positions: ReadonlyMap<Member, number>
}

/** By the list and the earlier one, neither of which it keeps: an earlier list would be kept with what is known of it, and so on for ever. */
const compared = new WeakMap<readonly object[], WeakMap<readonly object[], Compared<object>>>()

/** `now` against `before`. Lists are compared for many things: the answer is kept as long as both lists are. */
export function comparedWith<Member extends object>(before: readonly object[], now: readonly Member[]): Compared<Member> {
  const known = compared.get(now) ?? new WeakMap<readonly object[], Compared<object>>()
  compared.set(now, known)
  const made = (known.get(before) as unknown as Compared<Member> | undefined) ?? compare(before, now)
  known.set(before, made as unknown as Compared<object>)
  return made
}

function compare<Member extends object>(before: readonly object[], now: readonly Member[]): Compared<Member> {
  const positions = new Map(now.map((member, at) => [member, at]))
  const old = new Set(before)
  return { fresh: now.filter((member) => !old.has(member)), ...inBoth(before, positions as ReadonlyMap<object, number>), positions }
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
