/** A list against an earlier one: what is new in it, and where each member stands. */
export interface Compared<Member> {
  readonly fresh: readonly Member[]
  readonly positions: ReadonlyMap<Member, number>
}

const compared = new WeakMap<readonly object[], Compared<object> & { readonly before: readonly object[] }>()

/** `now` against `before`. Lists are compared for many things: the last answer is kept with the list. */
export function comparedWith<Member extends object>(before: readonly object[], now: readonly Member[]): Compared<Member> {
  const known = compared.get(now)
  if (known?.before === before) return known as unknown as Compared<Member>
  const old = new Set(before)
  const made = { before, fresh: now.filter((member) => !old.has(member)), positions: new Map(now.map((member, at) => [member, at])) }
  compared.set(now, made)
  return made
}
