import type { DateValue } from '../../facts/value.ts'
import type { Relation } from '../../facts/amounts/index.ts'

/** Sign of a − b by the parts both print; undefined when what they print does not decide (2026 against 2026-03). */
function order(a: DateValue, b: DateValue): -1 | 0 | 1 | undefined {
  for (const part of ['year', 'month', 'day'] as const) {
    const [left, right] = [a[part], b[part]]
    if (left === undefined && right === undefined) return 0
    if (left === undefined || right === undefined) return undefined
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** Whether two dates stand in the relation; undefined when one is printed too coarsely to tell. */
export function datesRelate(relation: Relation, a: DateValue, b: DateValue): boolean | undefined {
  const sign = order(a, b)
  if (sign === undefined) return undefined
  switch (relation) {
    case 'equal': return sign === 0
    case 'less': return sign < 0
    case 'at-most': return sign <= 0
    case 'more': return sign > 0
    case 'at-least': return sign >= 0
  }
}

/** Days from `from` to `to` in the Gregorian calendar; undefined unless both name a day that exists. */
export function daysBetween(from: DateValue, to: DateValue): number | undefined {
  const [a, b] = [dayNumber(from), dayNumber(to)]
  return a === undefined || b === undefined ? undefined : b - a
}

function dayNumber({ year, month, day }: DateValue): number | undefined {
  if (month === undefined || day === undefined) return undefined
  const time = new Date(0).setUTCFullYear(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? Math.round(time / 86_400_000) : undefined
}
