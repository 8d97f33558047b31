import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Disclosure } from '../../src/disclosure/model.ts'
import { createLinter, type EffectiveConfig, type Linter } from '../../src/index.ts'
import { edits, versions } from './edits.ts'

/** How many rows of edits of each document in a run of the suite; `DISCLINT_EDITS=2000` tries as many by hand. */
const RUNS = Number(process.env['DISCLINT_EDITS'] ?? 3)

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')

/** Small enough to be linted hundreds of times: a few sheets say as much as many. */
function fewSheets(name: string, sheets: number): string {
  const disclosure = JSON.parse(fixture(name)) as Disclosure
  return JSON.stringify({ ...disclosure, projects: disclosure.projects.slice(0, sheets) }, undefined, 1)
}

function excerpt(name: string, share: number): string {
  const text = fixture(name)
  return text.slice(0, Math.floor(text.length * share))
}

const DOCUMENTS: readonly (readonly [file: string, text: () => string])[] = [
  ['flawed.disclosure.json', () => fewSheets('unit-budget.flawed.disclosure.json', 3)],
  ['final.disclosure.json', () => fixture('final-accounts.clean.disclosure.json')],
  ['flawed.txt', () => excerpt('unit-budget.flawed.txt', 0.3)],
  ['final.txt', () => fixture('final-accounts.clean.txt')],
  ['department.txt', () => fixture('provinces/sichuan-department-budget.txt')],
  ['beijing.txt', () => fixture('provinces/beijing-budget.txt')],
]

let linter: Linter
let config: EffectiveConfig

beforeAll(async () => {
  linter = await createLinter()
  config = { rules: new Map(linter.rules.map(({ definition }) => [definition.id, { options: {} }])), severityAt: () => undefined }
})

describe('a document that is edited', () => {
  it.each(DOCUMENTS)('%s: every version has the report of a fresh lint, byte for byte', (file, text) => {
    const base = text()
    fc.assert(
      fc.property(edits, (made) => {
        const editing = linter.editing()
        for (const content of versions(base, made)) {
          expect(JSON.stringify(editing.lint({ file, content }, { config }))).toBe(JSON.stringify(linter.lint({ file, content }, { config })))
        }
      }),
      { numRuns: RUNS },
    )
  }, 60_000 + RUNS * 20_000)
})
