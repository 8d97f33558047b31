import { describe, expect, it } from 'vitest'
import { hash } from '../../../src/source/hash.ts'

describe('hash', () => {
  it('is the same on every machine', () => {
    expect(hash('')).toMatch(/^[0-9a-f]{16}$/)
    expect(hash('预算')).toBe(hash('预' + '算'))
  })

  it('differs for texts that differ a little', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => [`第${index}行`, `${index}`, `${index}a`, `a${index}`, '元'.repeat(index % 500) + String(index)]).flat()
    expect(new Set(texts.map(hash)).size).toBe(new Set(texts).size)
    const halves = new Set(texts.map((text) => hash(text).slice(0, 8)))
    expect(halves.size).toBeGreaterThan(texts.length * 0.99)
  })
})
