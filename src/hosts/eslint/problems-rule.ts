import type { RuleHost } from './rule.ts'
import { locOf } from './rule.ts'
import type { EslintRule } from './types.ts'

/** Tells what kept the linter from checking the document: without it, a file that was not checked would look clean. */
export const PROBLEMS_RULE = 'document/not-checked'

export function problemsRule({ reports, language }: RuleHost): EslintRule {
  return {
    meta: {
      type: 'problem',
      docs: { description: language === 'zh' ? '有内容没能检查' : 'Something could not be checked', recommended: true },
      fixable: 'code',
      hasSuggestions: true,
      languages: ['json/json'],
      schema: [],
      defaultOptions: [],
    },
    create: (context) => ({
      Document() {
        for (const { message, place } of reports.reportOf(context).problems) context.report({ loc: locOf(place), message: message[language] })
      },
    }),
  }
}
