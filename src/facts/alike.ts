import type { Ref } from '../core/ref.ts'

/** Whether two values are made of the same parts in the same order. What is no plain list or record, an item above all, is the same only where it is the very same, or `stands` for the other. */
export function isAlike(one: unknown, other: unknown, stands: (one: object, other: object) => boolean): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((member, at) => isAlike(member, other[at], stands))
  if (!isPlain(one) || !isPlain(other)) return stands(one, other)
  const [names, others] = [Object.keys(one), Object.keys(other)]
  return names.length === others.length && names.every((name, at) => name === others[at] && isAlike(one[name], other[name], stands))
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  return Object.getPrototypeOf(value) === Object.prototype
}

export function isSameRef(one: Ref, other: Ref): boolean {
  return one.pointer === other.pointer && one.from === other.from && one.to === other.to && one.nearest === other.nearest
}
