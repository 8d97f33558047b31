import { wordingFiles } from 'virtual:disclint-wording'
import type { Bilingual, Language } from '../core/text.ts'

/** The words in which rules, operators and faults are told: rules/wording/<language>.yaml. */
export interface Wording {
  readonly operators: Readonly<Record<string, OperatorWording>>
  readonly groups: Readonly<Record<string, string>>
  readonly kinds: Readonly<Record<string, string>>
  readonly attributes: Readonly<Record<string, string>>
  readonly types: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
  /** Why a pattern is refused, by its code. */
  readonly patternFaults: Readonly<Record<string, string>>
  readonly keys: Readonly<Record<string, string>>
  readonly sentences: Readonly<Record<string, string>>
  readonly page: Readonly<Record<string, string>>
  readonly scaffold: Readonly<Record<string, string>>
}

export interface OperatorWording {
  /** One line: what it means. */
  readonly does: string
  /** How a call reads; `{1}` the first argument, `{*}` all joined by `join`, `{of}` one by name. */
  readonly reads: string
  /** How it reads over one list instead of several arguments. */
  readonly list?: string
  readonly join?: string
  /** How it reads when negated. */
  readonly not?: string
  /** What it gives: a type. */
  readonly example: string
}

/** Words that do not depend on the language: categories, symbols. */
export interface Terms {
  readonly categories: readonly string[]
  readonly day: string
  /** Ids of rules that once were: they are never used again. */
  readonly retired: readonly string[]
}

function file(name: string): unknown {
  const found = wordingFiles.find(({ path }) => path === `wording/${name}.yaml`)
  if (!found) throw new Error(`rules/wording/${name}.yaml is missing`)
  return found.content
}

const WORDINGS: Readonly<Record<Language, Wording>> = { zh: file('zh') as Wording, en: file('en') as Wording }

export function wording(language: Language): Wording {
  return WORDINGS[language]
}

export const TERMS = file('terms') as Terms

/** Replaces `{name}` by the argument of that name. */
export function fill(template: string, args: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^{}]+)\}/g, (whole, name: string) => (Object.hasOwn(args, name) ? (args[name] ?? '') : whole))
}

/** The entry `key` of a part of the wording in both languages; the key itself where there is none. */
export function bothLanguages(part: 'faults' | 'patternFaults' | 'keys' | 'types' | 'settings' | 'kinds' | 'sentences', key: string): Bilingual {
  const say = (language: Language): string => (Object.hasOwn(WORDINGS[language][part], key) ? (WORDINGS[language][part][key] ?? key) : key)
  return { zh: say('zh'), en: say('en') }
}
