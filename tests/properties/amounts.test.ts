import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agree, compareMany, compareTerms, compareValues, convert, holdTogether, leaf, parseCell, parseQuantity, printQuantity, unitOf } from '../../src/facts/amounts/index.ts'
import type { Quantity, Term } from '../../src/facts/quantity.ts'

const RANK = ['exact', 'explainable', 'rounding', 'implausible', 'impossible']
const units = fc.constantFrom('元', '千元', '万元', '亿元', '%', '个百分点', '人', '万人', '批次', '平方米', '个月', '元/年/生', '')
const printed = fc.record({ digits: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), places: fc.integer({ min: 0, max: 6 }), unit: units })
const quantityOf = ({ digits, places, unit }: { digits: bigint; places: number; unit: string }): Quantity => ({ digits, places, unit: unitOf(unit) })
const amount = (digits: number | bigint, places = 2, unit = '万元'): Quantity => ({ digits: BigInt(digits), places, unit: unitOf(unit) })
const sum = (figures: readonly Quantity[]): Term => ({ op: 'sum', args: figures.map(leaf) })

describe('parse and print', () => {
  test('what is printed reads back as the same quantity', () => {
    fc.assert(fc.property(printed, fc.constantFrom(undefined, '≥', '≤', '>', '<'), fc.boolean(), (parts, bound, approximate) => {
      const quantity: Quantity = { ...quantityOf(parts), ...(bound && { bound: bound as '≥' }), ...(approximate && { approximate: true as const }) }
      expect(parseQuantity(printQuantity(quantity))).toEqual(quantity)
      expect(parseQuantity(printQuantity(quantity, { grouped: true }))).toEqual(quantity)
    }))
  })

  test('full-width digits, brackets and blanks around do not change the value', () => {
    fc.assert(fc.property(printed.filter(({ digits }) => digits > 0n), (parts) => {
      const quantity = quantityOf(parts)
      const text = printQuantity(quantity)
      const wide = text.replace(/[0-9.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
      expect(parseQuantity(`　${wide} `)).toEqual(quantity)
      if (parts.unit === '') expect(parseQuantity(`（${text}）`)).toEqual({ ...quantity, digits: -quantity.digits })
    }))
  })

  test('no text makes the parser throw, and only figures are numbers', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+()（）％%万亿元余多约近≥≤一二十百点零 /年人x'), maxLength: 20 }), (text) => {
      const cell = parseCell(text)
      expect(cell.quantity !== undefined).toBe(cell.state === 'number' || cell.state === 'zero')
      if (!/[0-9一二十百零]/.test(text)) expect(cell.quantity).toBeUndefined()
    }))
  })

  test('converting there and back is the identity, and changes no value', () => {
    fc.assert(fc.property(printed, fc.constantFrom('元', '千元', '万元', '亿元'), fc.constantFrom('元', '万元', '亿元'), (parts, from, to) => {
      const quantity = quantityOf({ ...parts, unit: from })
      const other = convert(quantity, unitOf(to))
      expect(other && compareValues(other, quantity)).toBe(0)
      expect(other && convert(other, unitOf(from))).toEqual(quantity)
    }))
  })
})

describe('sums against brute force', () => {
  // Finer values in tenths of the last place: every value that rounds to a printed one, both ends of a tie included.
  const TENTHS = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]
  const reachable = (figures: readonly number[]): ReadonlySet<number> => figures.reduce<ReadonlySet<number>>((sums, figure) => new Set([...sums].flatMap((so) => (figure === 0 ? [so] : TENTHS.map((tenth) => so + figure * 10 + tenth)))), new Set([0]))

  test('impossible exactly when no values that round to the printed figures add up', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 4 }), fc.integer({ min: -6, max: 6 }), (figures, off) => {
      const total = figures.reduce((a, b) => a + b, 0) + off
      fc.pre(total !== 0)
      const sums = reachable(figures)
      const possible = TENTHS.some((tenth) => sums.has(total * 10 + tenth))
      const { verdict } = compareTerms('equal', leaf(amount(total)), sum(figures.map((figure) => amount(figure))), { repeated: false })
      expect(verdict !== 'impossible').toBe(possible)
      expect(verdict === 'exact').toBe(off === 0)
    }))
  })

  test('a gap is implausible exactly above 3·√((n+1)/12) last places', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (figures, off) => {
      const n = figures.length
      fc.pre(off * 2 <= n + 1)
      const { verdict } = compareTerms('equal', leaf(amount(figures.reduce((a, b) => a + b, 0) + off)), sum(figures.map((figure) => amount(figure))))
      // Squared: off² · 12 > 9 · (n + 1).
      expect(verdict).toBe(off * off * 12 > 9 * (n + 1) ? 'implausible' : 'explainable')
    }))
  })

  test('a share is passed exactly when some operands that round to the printed ones give it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 20 }), (part, rest, percent) => {
      const base = part + rest
      const printedPercent = percent * 10
      const { verdict } = compareTerms('equal', leaf(amount(printedPercent, 1, '%')), { op: 'ratio', args: [leaf(amount(part)), leaf(amount(base))] })
      // Extremes of part/base over ±½ of the last place, as exact products: printed percent in tenths, ±½ tenth.
      const [low, high] = [(2 * part - 1) * 1000, (2 * part + 1) * 1000]
      const inside = (2 * printedPercent + 1) * (2 * base + 1) >= 2 * low && (2 * printedPercent - 1) * (2 * base - 1) <= 2 * high
      expect(['exact', 'explainable'].includes(verdict)).toBe(inside)
    }))
  })
})

describe('invariants', () => {
  const figures = fc.array(fc.integer({ min: 1000, max: 99999 }), { minLength: 1, maxLength: 12 })

  test('the unit does not matter at the same printed precision', () => {
    fc.assert(fc.property(figures, fc.integer({ min: -9, max: 9 }), fc.constantFrom(0, 1), (parts, off, yuanPlaces) => {
      const total = parts.reduce((a, b) => a + b, 0) + off
      const verdicts = ['元', '千元', '万元', '亿元'].map((unit) => {
        const places = yuanPlaces + unitOf(unit).exponent
        return compareTerms('equal', leaf(amount(total, places, unit)), sum(parts.map((part) => amount(part, places, unit)))).verdict
      })
      expect(new Set(verdicts).size).toBe(1)
    }))
  })

  test('equality is symmetric', () => {
    const side = fc.oneof(fc.record({ digits: fc.integer({ min: 0, max: 3000 }), places: fc.integer({ min: 0, max: 3 }), unit: fc.constantFrom('元', '万元') }))
    fc.assert(fc.property(fc.array(side, { minLength: 1, maxLength: 3 }), fc.array(side, { minLength: 1, maxLength: 3 }), (left, right) => {
      const term = (parts: typeof left): Term => (parts.length === 1 && parts[0] ? leaf(amount(parts[0].digits, parts[0].places, parts[0].unit)) : sum(parts.map(({ digits, places, unit }) => amount(digits, places, unit))))
      const [a, b] = [term(left), term(right)]
      expect(compareTerms('equal', a, b).verdict).toBe(compareTerms('equal', b, a).verdict)
    }), { numRuns: 400 })
  })

  test('a total further from its parts is never judged better', () => {
    fc.assert(fc.property(figures, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(-1, 1), (parts, off, more, sign) => {
      const total = parts.reduce((a, b) => a + b, 0)
      const at = (distance: number): number => RANK.indexOf(compareTerms('equal', leaf(amount(total + sign * distance)), sum(parts.map((part) => amount(part)))).verdict)
      expect(at(off + more)).toBeGreaterThanOrEqual(at(off))
    }))
  })

  test('a rate further from its operands is never judged better', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 3 }), fc.nat(20), fc.nat(5), (from, to, places, off, more) => {
      const growth: Term = { op: 'growth', args: [leaf(amount(from)), leaf(amount(to))] }
      const nominal = Math.round(((to - from) / from) * 100 * 10 ** places)
      const at = (distance: number): number => RANK.indexOf(compareTerms('equal', leaf(amount(nominal + distance, places, '%')), growth).verdict)
      expect(at(off + more + 1)).toBeGreaterThanOrEqual(at(off + 1))
    }))
  })

  test('every figure equals itself, and counts nothing else', () => {
    fc.assert(fc.property(printed, fc.bigInt({ min: 1n, max: 10n }), (parts, off) => {
      const quantity = quantityOf(parts)
      expect(compareTerms('equal', leaf(quantity), leaf({ ...quantity })).verdict).toBe('exact')
      const count = quantityOf({ ...parts, unit: '人', places: 0 })
      expect(compareTerms('equal', leaf(count), leaf({ ...count, digits: count.digits + off })).verdict).toBe('impossible')
    }))
  })
})

describe('one figure printed many times', () => {
  const printings = fc.array(fc.record({ digits: fc.constantFrom(1, 10, 12, 120, 121, 1204, 12041, 999), places: fc.integer({ min: 0, max: 3 }), unit: fc.constantFrom('万元', '元', '人') }), { minLength: 2, maxLength: 8 })
    .map((all) => all.map(({ digits, places, unit }) => amount(digits, places, unit)))

  test('the shortcuts say what the comparison of all says', () => {
    fc.assert(fc.property(printings, (values) => {
      const { verdict } = compareMany(values)
      expect(agree(values)).toBe(verdict === 'exact')
      expect(holdTogether(values)).toBe(['exact', 'explainable', 'rounding'].includes(verdict))
    }))
  })

  test('among any number of others the value that more than half print is the majority', () => {
    fc.assert(fc.property(fc.integer({ min: 31, max: 90 }), (others) => {
      const values = [...Array.from({ length: others }, (_, n) => amount(1000 + n)), ...Array.from({ length: others + 1 }, () => amount(77))]
      const { majority, odd } = compareMany(values)
      expect([majority.length, odd.length]).toEqual([others + 1, others])
    }))
  })
})
