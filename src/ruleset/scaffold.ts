import type { Language } from '../core/text.ts'
import { wording } from './wording.ts'

/**
 * The text of a new rule file for `disclint rules new ID`: it loads, runs and passes its own examples, so that an author
 * starts from something that works and changes it step by step. Its remarks are in `language`.
 */
export function scaffoldRule(id: string, language: Language = 'zh'): string {
  const [zh, en] = [wording('zh').scaffold, wording('en').scaffold]
  const both = (key: string): string => `{zh: ${quoted(zh[key])}, en: ${quoted(en[key])}}`
  const comment = (key: string): string => ` # ${wording(language).keys[key] ?? key}`
  return [
    `id: ${id}`,
    `severity: warning${comment('severity')}`,
    `category: ${zh['category'] ?? ''}${comment('category')}`,
    'tier: recommended',
    `title: ${both('title')}`,
    `for: {each: composition, where: {origin: prose, open: false}, as: ${zh['as'] ?? ''}}${comment('for')}`,
    `assert: {equal: [$${zh['as'] ?? ''}.total, {sum: $${zh['as'] ?? ''}.parts}]}${comment('assert')}`,
    `message: ${both('message')}`,
    `why: ${both('why')}`,
    `howToFix: ${both('howToFix')}`,
    `source: [{name: ${zh['source'] ?? ''}}]${comment('source')}`,
    `examples:${comment('examples')}`,
    `  - {is: fail, given: {text: ${quoted(zh['text'])}}}`,
    `  - {is: pass, given: {text: ${quoted(zh['good'])}}}`,
    `  - {is: not-applicable, given: {text: ${quoted(zh['other'])}}}`,
    '',
  ].join('\n')
}

function quoted(text: string | undefined): string {
  return JSON.stringify(text ?? '')
}
