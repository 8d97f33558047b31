import { type createLinterSync, type FileReport, type LintOptions } from '../../index.ts'
import type { RuleContext, SourceCode } from './types.ts'

type Linter = ReturnType<typeof createLinterSync>
type Settings = NonNullable<LintOptions['config']>
type RuleOptions = NonNullable<ReturnType<Settings['rules']['get']>>['options']

/** What one run of ESLint asks of a source: its rules say so, one after the other, before any of them sees the document. */
interface Asked {
  readonly rules: Map<string, { readonly options: RuleOptions }>
  report?: FileReport
}

/** One run of the engine for each source, with the rules that are on and their options. */
export class SourceReports {
  readonly #asked = new WeakMap<SourceCode, Asked>()
  readonly #linter: Linter

  constructor(linter: Linter) {
    this.#linter = linter
  }

  ask(ruleId: string, options: RuleOptions, { sourceCode }: RuleContext): void {
    const asked: Asked = this.#asked.get(sourceCode) ?? { rules: new Map() }
    // Lint again, should ESLint come back to a source with other settings.
    delete asked.report
    asked.rules.set(ruleId, { options })
    this.#asked.set(sourceCode, asked)
  }

  reportOf({ sourceCode, filename }: RuleContext): FileReport {
    const asked: Asked = this.#asked.get(sourceCode) ?? { rules: new Map() }
    return (asked.report ??= this.#linter.lint({ file: filename, content: sourceCode.text }, { config: { rules: asked.rules, severityAt: () => undefined } }))
  }
}
