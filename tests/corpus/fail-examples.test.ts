import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, type Linter } from '../../src/index.ts'

// A rule whose fail example is taken from the data it is measured on proves nothing about other disclosures.
const shared = process.env['DISCLINT_SHARED'] ?? '../shared'
const present = existsSync(join(shared, 'seed'))
if (!present) console.log('corpus not checked: no shared data at $DISCLINT_SHARED or ../shared; fail examples are compared with the fixtures only')

function texts(): string[] {
  const files = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => join(folder, name)) : [])
  const own = [...files('fixtures'), ...files('fixtures/phrases'), ...files('fixtures/provinces')]
  return [...own, ...files(join(shared, 'seed')), ...files(join(shared, 'corpus/restated'))].map((file) => readFileSync(file, 'utf8').replace(/\s/gu, ''))
}

/** The printed texts of an example: sentences, cells, names; a grid as it stands. */
function printed(given: unknown): string[] {
  if (typeof given === 'string') return given.split('\n').map((line) => line.replace(/\s/gu, ''))
  return typeof given === 'object' && given !== null ? Object.values(given).flatMap(printed) : []
}

const SHORT = 4
const LONG = 16

let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

describe('fail examples', () => {
  it('of every rule: one at least is worded as nothing in the shared texts and the fixtures is', () => {
    const known = texts().join('\n')
    const isOwn = (given: unknown): boolean => {
      const words = printed(given).filter((text) => text.length >= SHORT)
      return words.some((text) => !known.includes(text)) && !words.some((text) => text.length >= LONG && !text.includes('|') && known.includes(text))
    }
    const fitted = linter.rules.filter(({ definition }) => !definition.examples.some(({ is, given }) => !['pass', 'not-applicable', 'not-evaluated', 'explainable'].includes(is) && isOwn(given)))
    expect(fitted.map(({ definition }) => definition.id).join(' ')).toBe('')
  })
})
