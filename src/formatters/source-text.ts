import type { ReportRule } from '../core/finding.ts'
import type { Language } from '../core/text.ts'

/** How the rules say that a check has no law behind it, only custom. */
const CUSTOM = '惯例'

/** A source of a rule on one line: laws, standards and clauses as they are called, with their numbers. */
export function sourceText({ name, number, clause }: ReportRule['source'][number], language: Language): string {
  if (name === CUSTOM && language === 'en') return 'convention'
  return [name, number, clause].filter(Boolean).join(' ')
}
