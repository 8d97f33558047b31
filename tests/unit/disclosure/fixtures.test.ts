import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describer } from '../../../src/disclosure/describe.ts'
import { validateDisclosure } from '../../../src/disclosure/validate.ts'
import { childPointer } from '../../../src/source/json-pointer.ts'
import { jsonLocator, parseJson } from '../../../src/source/json.ts'

const folder = new URL('../../../fixtures/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.disclosure.json'))

function strings(value: unknown, pointer = ''): [string, string][] {
  if (typeof value === 'string') return [[pointer, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => strings(part, childPointer(pointer, key)))
}

describe.each(files)('fixtures/%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const parsed = parseJson(text)
  const value = parsed.ok ? parsed.value : undefined
  const { disclosure, faults } = validateDisclosure(value)

  it('fits the schema', () => {
    expect(parsed).toMatchObject({ ok: true, duplicates: [] })
    expect(faults).toEqual([])
  })

  it('has a place for every text, and one address for every figure', () => {
    if (!disclosure) throw new Error('no disclosure')
    const locator = jsonLocator(text)
    const describe = describer(disclosure)
    const all = strings(value)
    const lines = text.split('\n')
    for (const [pointer, printed] of all) {
      const place = locator.locate({ pointer })
      expect(JSON.parse(lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1, (place?.endColumn ?? 0) - 1) ?? '')).toBe(printed)
    }
    const figures = all.map(([pointer]) => pointer).filter((pointer) => /\/cells\/[^/]+$|\/(value|amount)$|\/(annual|period|budget|adjusted|executed|actual)$/.test(pointer))
    const addresses = figures.map((pointer) => describe.address({ pointer }))
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
    expect(figures.length).toBeGreaterThan(100)
  })
})

it('there are fixtures', () => {
  expect(files.length).toBeGreaterThan(1)
})
