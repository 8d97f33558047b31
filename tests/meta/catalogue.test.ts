import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, type Linter } from '../../src/index.ts'
import { notAutomatedPage, readCatalogue } from '../../tools/catalogue.ts'

let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

describe('the catalogue of checks', () => {
  const checks = readCatalogue()

  it('says of every number from 1 to 163 which rules do it or why none does', () => {
    expect([...checks.keys()]).toEqual(Array.from({ length: 163 }, (_, at) => at + 1))
    for (const [number, check] of checks) {
      const said = check.rules === undefined ? check.reason : check.rules.length > 0
      expect({ number, said: Boolean(said), left: check.part === undefined || Boolean(check.left) }).toEqual({ number, said: true, left: true })
    }
  })

  it('names rules that exist', () => {
    const ids = new Set(linter.rules.map(({ definition }) => definition.id))
    expect([...checks].flatMap(([number, { rules = [] }]) => rules.filter((id) => !ids.has(id)).map((id) => `${String(number)} ${id}`))).toEqual([])
  })

  it('is the page docs/rules/not-automated.md', () => {
    expect(existsSync('docs/rules/not-automated.md') && readFileSync('docs/rules/not-automated.md', 'utf8')).toBe(notAutomatedPage(checks, linter.rules.map(({ definition }) => definition)))
  })
})
