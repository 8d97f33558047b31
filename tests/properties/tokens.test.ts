import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuantity, printQuantity } from '../../src/facts/amounts/index.ts'
import { tokenise } from '../../src/facts/tokens/index.ts'

const PIECES = ['12', '2,630.45', '万元', '元', '%', '人', '年', '月', '日', '2025', '2026年', '3', '.', '、', '，', '。', '\n', ' ', '　', '（', '）', '(', ')', '《', '》', '〔2025〕', '8号', '第', '-', '/', '*', '=', ':', '约', '二十', '三', '个', '支出', '合 计', '１２', '％', '清财', 'A', '\u200b', '\r\n', '△', '¥', '亿', '多', '20250101']
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 2 })), { maxLength: 40 }).map((parts) => parts.join(''))

test('tokens are in order, apart, not empty, and within the original; offsets rise', () => {
  fc.assert(fc.property(text, (original) => {
    const { text: normal, offsets, tokens } = tokenise(original)
    expect(offsets).toHaveLength(normal.length + 1)
    expect(offsets.at(-1)).toBe(original.length)
    for (let at = 1; at < offsets.length; at++) expect(offsets[at] ?? 0).toBeGreaterThan((offsets[at - 1] ?? 0) - (at === offsets.length - 1 ? 1 : 0))
    let end = 0
    for (const token of tokens) {
      expect(token.from).toBeGreaterThanOrEqual(end)
      expect(token.to).toBeGreaterThan(token.from)
      end = token.to
    }
    expect(end).toBeLessThanOrEqual(original.length)
  }), { numRuns: 500 })
})

test('a figure of a text, cut out of it, is the same quantity', () => {
  fc.assert(fc.property(text, (original) => {
    for (const { type, quantity, from, to, unitMissing } of tokenise(original).tokens) {
      if (!quantity || type === 'number' || unitMissing || quantity.unit.dimension === 'length-of-time') continue
      const again = parseQuantity(original.slice(from, to).replace(/[\s\u200b]+/g, ''))
      expect(again && [again.digits, again.places, again.unit]).toEqual([quantity.digits, quantity.places, quantity.unit])
    }
  }), { numRuns: 500 })
})

test('every amount put into a sentence is found there with its place', () => {
  const amount = fc.record({ digits: fc.bigInt({ min: 1n, max: 10n ** 12n }), places: fc.integer({ min: 0, max: 4 }), unit: fc.constantFrom('万元', '元', '亿元', '%', '人', '个百分点', '元/年/生') })
  fc.assert(fc.property(amount, fc.constantFrom('收入为', '支出', '，其中', '：', '占', '增长'), fc.constantFrom('，', '。', '；', '', '、其他'), ({ digits, places, unit }, before, after) => {
    const whole = digits.toString().padStart(places + 1, '0')
    const figure = (places === 0 ? whole : `${whole.slice(0, -places)}.${whole.slice(-places)}`) + unit
    const [token, ...others] = tokenise(before + figure + after).tokens
    expect(others).toEqual([])
    expect(token?.quantity && printQuantity(token.quantity)).toBe(figure)
    expect([token?.from, token?.to]).toEqual([before.length, before.length + figure.length])
  }))
})

test('normalising what is normal changes nothing', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES.filter((piece) => !/[\s\u200b　]/.test(piece))), { maxLength: 30 }), (parts) => {
    const once = tokenise(parts.join('')).text
    expect(tokenise(once).text).toBe(once)
  }))
})
