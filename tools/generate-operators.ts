// Made from the operator table, the wording and the vocabulary; the same sources give the same bytes. Run by generate.ts.
import { writeFileSync } from 'node:fs'
import { operatorsPage, ruleSchema } from '../src/ruleset/index.ts'
import type { Vocabulary } from '../src/vocabulary/types.ts'

/** The files that are made from the operator table, with their whole text. */
export function operatorFiles(vocabulary: Vocabulary): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'docs/operators.md', text: `${operatorsPage('zh')}\n---\n\n${operatorsPage('en')}` },
    { path: 'schemas/rule.schema.json', text: `${JSON.stringify(ruleSchema(vocabulary), null, 2)}\n` },
  ]
}

/** Writes docs/operators.md (Chinese and English) and schemas/rule.schema.json. */
export function generateOperators(vocabulary: Vocabulary): void {
  for (const { path, text } of operatorFiles(vocabulary)) writeFileSync(path, text)
}
