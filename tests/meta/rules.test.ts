import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, explainRule, type Linter } from '../../src/index.ts'
import { DOCUMENT_RULES } from '../../src/document-findings.ts'

let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

/** The operator an `assert` starts with. */
function operatorOf(expression: unknown): string | undefined {
  return typeof expression === 'object' && expression !== null && !Array.isArray(expression) ? Object.keys(expression)[0] : undefined
}

describe('the rule set', () => {
  it('has a gold family for every rule, so that the corpus can score it', () => {
    const families = JSON.parse(readFileSync('tests/corpus/families.json', 'utf8')) as Record<string, unknown>
    const ids = [...linter.rules.map(({ definition }) => definition.id), ...DOCUMENT_RULES.map(({ id }) => id)]
    expect(ids.filter((id) => families[id] === undefined && !id.startsWith('document/'))).toEqual([])
    expect(Object.keys(families).filter((id) => !ids.includes(id))).toEqual([])
  })

  it('is no name plate on code: no operator serves one rule alone as its whole assert', () => {
    const users = new Map<string, string[]>()
    for (const { definition } of linter.rules) {
      const operator = operatorOf(definition.assert)
      if (operator) users.set(operator, [...(users.get(operator) ?? []), definition.id])
    }
    const everywhere = linter.rules.map(({ definition }) => JSON.stringify(definition))
    const alone = [...users].filter(([operator, ids]) => ids.length === 1 && everywhere.filter((text) => text.includes(`"${operator}":`)).length === 1)
    expect(alone).toEqual([])
  })

  it('explains every rule in both languages', () => {
    for (const rule of linter.rules) {
      for (const language of ['zh', 'en'] as const) expect(explainRule(rule, language)).toContain(rule.definition.why[language])
    }
  })

  it('states law, standard or convention for every rule', () => {
    expect(linter.rules.filter(({ definition }) => definition.source.length === 0).map(({ definition }) => definition.id)).toEqual([])
  })
})
