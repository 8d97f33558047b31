import { describe, expect, it } from 'vitest'
import { isIdentityCard, isLuhn, sensitiveNumbers } from '../../src/findings/sensitive-numbers.ts'
import { makeRedactor, maskText, redactDeep, sensitiveTexts } from '../../src/findings/index.ts'
import { rawFinding } from './findings-helpers.ts'

const MOBILE = '13912345678'
const CARD = '6222020000000000000'
const ID = '11010519491231002X'

describe('redaction', () => {
  it('masks mobile, identity card and bank card numbers wherever they stand', () => {
    const redact = makeRedactor()
    const shown = redact(`联系人手机${MOBILE}，身份证${ID}，卡号${CARD}。`)
    expect(shown).not.toMatch(/\d{5}/)
    expect(shown).toContain('联系人手机139******78')
  })

  it('sees through full-width digits and gaps', () => {
    const redact = makeRedactor()
    expect(redact('电话１３９１２３４５６７８')).not.toContain('４５６')
    expect(redact('139 1234 5678 / 139-1234-5678')).not.toMatch(/1234/)
    expect(redact('+86 13912345678')).not.toContain('1234')
  })

  it('leaves amounts, codes, stamps and hashes alone', () => {
    const plain = ['13912345678.00 元', '13,912,345,678', '20260115103045', '91110105MA01ABCD12', '2050201', 'a13912345678b', '0531-88881234']
    const redact = makeRedactor()
    for (const text of plain) expect(redact(text)).toBe(text)
  })

  it('tells a check digit from a number that only looks like one', () => {
    expect(isIdentityCard(ID)).toBe(true)
    expect(isIdentityCard('110105194912310021')).toBe(false)
    expect(isIdentityCard('110105194913310029')).toBe(false)
    expect(isLuhn('4539148803436467')).toBe(true)
    expect(isLuhn('4539148803436468')).toBe(false)
    expect(sensitiveNumbers('项目编码 4539148803436468')).toEqual([])
  })

  it('masks what rules with a mask found, everywhere, longest first', () => {
    const known = sensitiveTexts([rawFinding({ mask: 'name', texts: ['赵小明'] }), rawFinding({ mask: 'account', texts: ['京A12345'] }), rawFinding({ texts: ['公开'] })])
    expect(known.map(({ text }) => text)).toEqual(['赵小明', '京A12345'])
    const redact = makeRedactor(known)
    expect(redact('赵小明的车京A12345已公开')).toBe('赵**的车*******已公开')
  })

  it('always hides at least half', () => {
    for (const mask of ['phone', 'id', 'account', 'name'] as const) {
      for (const text of ['12', '123', '12345', '12345678901']) {
        const hidden = [...maskText(text, mask)].filter((character) => character === '*').length
        expect(hidden * 2).toBeGreaterThanOrEqual(text.length)
      }
    }
  })

  it('walks whole values, member names included, but not hashes', () => {
    const redact = makeRedactor()
    const shown = redactDeep({ [`键${MOBILE}`]: [MOBILE, { n: 3, flag: true, none: null }], sha256: '13912345678' }, redact)
    expect(JSON.stringify({ ...shown, sha256: '' })).not.toContain(MOBILE)
    expect(shown.sha256).toBe('13912345678')
  })
})
