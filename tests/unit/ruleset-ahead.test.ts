import { builtin } from 'virtual:disclint-builtin'
import { describe, expect, it } from 'vitest'
import { declaredRules, readAhead } from '../../src/ahead.ts'
import { compileAhead } from '../../src/compile-ahead.ts'
import { RuleFileError } from '../../src/core/errors.ts'
import { preparedPatterns } from '../../src/facts/prose/index.ts'
import { loadRules } from '../../src/load-rules.ts'
import { rulesAmong, vocabularyWith } from '../../src/load-sources.ts'
import { checkRules, jsonLogic, readRule, writeRule } from '../../src/ruleset/index.ts'

const { vocabulary } = vocabularyWith([], builtin)
const { rules } = checkRules(rulesAmong(builtin), vocabulary)

/** Types serve the checker; what it prepared is compared by what it is made of. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => {
    if (key === 'type' && typeof member === 'object' && member !== null && 'is' in member) return ['verdict', 'any'].includes(String(member.is)) ? 'verdict' : undefined
    return typeof member === 'bigint' ? `${member}n` : member
  }))
}

describe('rules compiled ahead', () => {
  it.each(rules.map((rule) => [rule.definition.id, rule] as const))('%s: what is read is what was checked', (_, rule) => {
    const read = readRule(JSON.parse(JSON.stringify(writeRule(rule))) as ReturnType<typeof writeRule>, vocabulary)
    expect(callsOf(plain(read))).toEqual(callsOf(plain(rule)))
  })

  it('hold the same rules, needs and vocabulary as the files', async () => {
    const ahead = compileAhead(builtin)
    const read = readAhead(ahead)
    const loaded = await loadRules()
    expect(declaredRules(ahead).map(({ definition }) => definition)).toEqual(loaded.rules.map(({ definition }) => definition))
    expect(read.vocabulary).toEqual(loaded.vocabulary)
    expect(read.rules.map(({ needs }) => needs)).toEqual(loaded.rules.map(({ needs }) => needs))
    expect(read.rules.map(jsonLogic)).toEqual(loaded.rules.map(jsonLogic))
  })

  it('hold every pattern as the checker read it', async () => {
    const { vocabulary: checked } = vocabularyWith([], builtin)
    const { vocabulary: read } = readAhead(compileAhead(builtin))
    const patterns = preparedPatterns(checked)
    expect(patterns.length).toBeGreaterThan(1000)
    const known = new Map(preparedPatterns(read))
    for (const [text, pattern] of patterns) expect(known.get(text), text).toEqual({ ...pattern })
  })

  it('are not made of faulty files', () => {
    const broken = builtin.map((file) => (file.path === 'headcount/same-headcount.yaml' ? { ...file, content: { ...(file.content as object), assert: { nonsense: [] } } } : file))
    expect(() => compileAhead(broken)).toThrow(RuleFileError)
  })
})

/** The types of literals, reads and lists are not kept. */
function callsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(callsOf)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'type' || (value as { node?: unknown }).node === 'call')
  return Object.fromEntries(kept.map(([key, member]) => [key, callsOf(member)]))
}
