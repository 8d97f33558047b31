import { readFileSync } from 'node:fs'
import type { Disclosure } from '../../src/disclosure/model.ts'
import { budgetText } from '../../tools/fixtures/render/budget-text.ts'
import { finalText } from '../../tools/fixtures/render/final-text.ts'
import { asJson, bench, type Bench, type Lints, type Render } from './harness.ts'

/** A clean disclosure of the fixtures and how it is published as text. */
export interface CleanDocument {
  readonly name: string
  readonly disclosure: Disclosure
  readonly render: Render
}

export const documents: readonly CleanDocument[] = ([['unit-budget.clean', budgetText], ['final-accounts.clean', finalText]] as const).map(([name, render]) => ({
  name, render,
  disclosure: JSON.parse(readFileSync(`fixtures/${name}.disclosure.json`, 'utf8')) as Disclosure,
}))

export function documentNamed(name: string): CleanDocument {
  const found = documents.find((document) => document.name === name)
  if (!found) throw new Error(`no such fixture: ${name}`)
  return found
}

/** What the linter says of the clean document, as JSON or as published text. */
export function cleanBench(linter: Lints, { name, disclosure, render }: CleanDocument, form: 'json' | 'text'): Bench {
  return form === 'text' ? bench(linter, `${name}.txt`, render(disclosure).text) : bench(linter, `${name}.disclosure.json`, asJson(disclosure))
}
