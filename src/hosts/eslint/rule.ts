import { editsOf, SEVERITIES, type CompiledRule, type FileReport, type Finding, type Language, type Place, type ReportRule, type Site } from '../../index.ts'
import type { SourceReports } from './lint-source.ts'
import { optionSchema } from './option-schema.ts'
import type { EslintRule, Fixer, Location, ReportDescriptor, RuleContext } from './types.ts'

export interface RuleHost {
  readonly reports: SourceReports
  readonly language: Language
}

/** The ESLint rule of a rule; `compiled` is absent for what is said of the file itself. */
export function eslintRule(rule: ReportRule, compiled: CompiledRule | undefined, { reports, language }: RuleHost): EslintRule {
  return {
    meta: {
      type: rule.severity === 'error' ? 'problem' : 'suggestion',
      docs: { description: rule.title[language], recommended: isRecommended(compiled) },
      fixable: 'code',
      hasSuggestions: true,
      languages: ['json/json'],
      schema: [optionSchema(compiled?.definition.options ?? {}, language)],
      defaultOptions: [{}],
    },
    create(context) {
      const { unsure = false, ...options } = (context.options[0] ?? {}) as { unsure?: boolean } & Record<string, string | number | boolean>
      reports.ask(rule.id, options, context)
      return {
        Document() {
          const report = reports.reportOf(context)
          const own = report.findings.filter(({ ruleId }) => ruleId === rule.id)
          for (const finding of own) if (unsure || isSure(finding, rule)) context.report(describe(finding, report, context, language))
        },
      }
    },
  }
}

/** A rule of the tier `all` has to be chosen. */
export function isRecommended(compiled: CompiledRule | undefined): boolean {
  return (compiled?.definition.tier ?? 'recommended') === 'recommended'
}

/** Below its rule's own severity a finding hangs on rounding or on an uncertain reading. */
function isSure({ severity }: Finding, rule: ReportRule): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rule.severity)
}

function describe(finding: Finding, report: FileReport, context: RuleContext, language: Language): ReportDescriptor {
  const [main, ...others] = finding.sites
  const { text } = context.sourceCode
  const edits = (finding.suggestions ?? []).flatMap((suggestion) => {
    const [edit] = editsOf(text, [suggestion], report.file)
    return edit ? [{ ...edit, suggestion }] : []
  })
  const safe = edits.filter(({ suggestion }) => suggestion.safe)
  const replace = ({ from, to, text: by }: { from: number; to: number; text: string }) => (fixer: Fixer) => fixer.replaceTextRange([from, to], by)
  return {
    loc: locOf(main?.place),
    message: [finding.message, ...consequences(finding, language), ...others.map((site) => otherSide(site, language))].join('\n'),
    ...(safe.length > 0 && { fix: (fixer: Fixer) => safe.map((edit) => replace(edit)(fixer)) }),
    ...(edits.length > safe.length && {
      suggest: edits
        .filter(({ suggestion }) => !suggestion.safe)
        .map((edit) => ({ desc: language === 'zh' ? `改为“${edit.suggestion.replacement}”（请核对）` : `Replace by "${edit.suggestion.replacement}" (check it)`, fix: replace(edit) })),
    }),
  }
}

/** ESLint has no related locations: the other sides stand in the message. */
function otherSide({ label, text, place }: Site, language: Language): string {
  const at = place?.kind === 'text' ? `${place.line}:${place.column} ` : ''
  return language === 'zh' ? `另见 ${at}${label}：${text}` : `See ${at}${label}: ${text}`
}

function consequences({ causeOf = [] }: Finding, language: Language): string[] {
  return causeOf.map(({ message, ruleId }) => (language === 'zh' ? `由此引起：${message}（${ruleId}）` : `Leads to: ${message} (${ruleId})`))
}

const START: Location = { line: 1, column: 1 }

export function locOf(place: Place | undefined): ReportDescriptor['loc'] {
  if (place?.kind !== 'text') return { start: START, end: START }
  return { start: { line: place.line, column: place.column }, end: { line: place.endLine, column: place.endColumn } }
}
