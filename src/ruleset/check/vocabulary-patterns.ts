import { compilePattern, compileTest, patternSources } from '../../facts/prose/pattern/compile.ts'
import type { PatternFault } from '../../facts/prose/index.ts'
import type { EntryFault } from '../../vocabulary/groups.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import { bothLanguages, fill } from '../wording.ts'

/** What `fault` says of the pattern `text`, as arguments of the wording. */
export function patternFaultArgs(text: string, fault: PatternFault): Readonly<Record<string, string>> {
  return { pattern: text, why: `patternFaults:${fault.code}`, detail: fault.detail, at: String(fault.at + 1) }
}

/** Patterns of the vocabulary that are refused: they would find nothing, without a word. */
export function patternFaults(vocabulary: Vocabulary): readonly EntryFault[] {
  const faults: EntryFault[] = []
  const check = (compile: typeof compilePattern, texts: readonly string[], path: readonly string[]): void => {
    for (const text of texts) {
      const compiled = compile(text, vocabulary)
      if (!compiled.ok) faults.push({ code: 'vocabulary-pattern', path, message: messageOf(text, compiled.fault) })
    }
  }
  for (const [id, pattern] of vocabulary.patterns) {
    check(compilePattern, patternSources(pattern), ['patterns', id])
    for (const side of ['notPrecededBy', 'notFollowedBy'] as const) check(compileTest, asList(pattern[side]), ['patterns', id, side])
  }
  for (const [id, { prose }] of vocabulary.claims) check(compilePattern, prose, ['claims', id, 'prose'])
  for (const [id, { prose }] of vocabulary.concepts) check(compilePattern, prose ?? [], ['concepts', id, 'prose'])
  for (const [id, list] of vocabulary.lists) {
    for (const [key, words] of Object.entries(list)) check(compileTest, words, ['lists', id, key])
  }
  return faults
}

function messageOf(text: string, fault: PatternFault): EntryFault['message'] {
  const template = bothLanguages('faults', 'wrong-pattern')
  const why = bothLanguages('patternFaults', fault.code)
  const args = patternFaultArgs(text, fault)
  return { zh: fill(template.zh, { ...args, why: why.zh }), en: fill(template.en, { ...args, why: why.en }) }
}

const asList = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text])
