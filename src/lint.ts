import type { FileReport, Report, ReportRule } from './core/finding.ts'
import type { Problem } from './core/problem.ts'
import type { Language } from './core/text.ts'
import { contentOf } from './content-of.ts'
import { describer } from './disclosure/describe.ts'
import { ENGLISH_NAMES } from './disclosure/field-names-en.ts'
import type { Disclosure } from './disclosure/model.ts'
import { documentOrder } from './document-order.ts'
import { documentFindings, DOCUMENT_RULES } from './document-findings.ts'
import { namesIn, recognitionIn } from './english-names.ts'
import { checkRules, engineWording, settleRules, type CheckedRule, type EngineRun, type NextRule } from './engine/index.ts'
import { buildModel } from './facts/index.ts'
import { applySuppressions, finishFindings, makeRedactor, redactDeep, sensitiveTexts, type RawFinding, type SuppressionFile } from './findings/index.ts'
import { loadRules, type LoadedRules, type RuleSources } from './load-rules.ts'
import { nothingCheckable } from './nothing-checkable.ts'
import { relatedDocuments, type RelatedSubject } from './related.ts'
import { makeReport, reportRule } from './report.ts'
import { readSubjects, type ReadSubjects, type Subject } from './read-subjects.ts'
import { valueAt } from './source/json-pointer.ts'
import type { CompiledRule } from './ruleset/compiled.ts'
import type { EffectiveConfig } from './config/index.ts'
import { chosenRules, engineSettings } from './settings.ts'
import { Versions } from './versions.ts'

export interface LinterOptions extends RuleSources {
  /** Language of the messages; Chinese by default. */
  readonly language?: Language
}

export interface LintOptions {
  /** What configuration says for this file. */
  readonly config?: EffectiveConfig
  /** Other documents, by relation: last year's disclosure, the budget of a final account … */
  readonly with?: readonly RelatedSubject[]
  /** Overrides what the recogniser thinks of completeness. */
  readonly extent?: 'whole' | 'excerpt'
  readonly suppressions?: SuppressionFile
  /** ISO date of the run, for expiry; without it no suppression expires. */
  readonly today?: string
  readonly showRounding?: boolean
  /** Lifts the redaction of personal data. */
  readonly showSensitive?: boolean
  /** Adds the document itself to the report, for formatters that show it. */
  readonly content?: boolean
}

/** Lints disclosures with one set of rules, as often as wanted. */
export interface Linter extends LoadedRules {
  readonly language: Language
  /** One disclosure, of one file or of the parts of several. Synchronous; wrong data never throws. */
  lint(subject: Subject | readonly Subject[], options?: LintOptions): FileReport
  /** Lints one document version after version, as an editor does: the same reports, but only what a change can have touched is worked out again. */
  editing(): Editing
  /** The same in steps, so that threads can share the rules of one disclosure. */
  begin(subject: Subject | readonly Subject[], options?: LintOptions): Linting
  /** The report of a run over several disclosures. */
  report(files: readonly FileReport[]): Report
}

/** A document that is being edited. It holds what its last versions were made into; let go of it when the document is closed. */
export interface Editing {
  /** The report of a version: byte for byte what `Linter.lint` gives. */
  lint(subject: Subject, options?: LintOptions): FileReport
}

/** A disclosure that is being linted. */
export interface Linting {
  /** What the rules that `next` gives find, each by itself; by default all. Plain data, which can be sent to another thread. */
  check(next?: NextRule): readonly CheckedRule[]
  /** The report, of all rules as they were checked here or elsewhere. */
  report(rules: readonly CheckedRule[]): FileReport
}

/** Loads and compiles the rules. Rejects with RuleFileError, which holds every fault, when a rule or vocabulary file is wrong. */
export async function createLinter(options: LinterOptions = {}): Promise<Linter> {
  return linterOf(await loadRules(options), options.language)
}

/** A linter with rules that are loaded. */
export function linterOf(loaded: LoadedRules, language: Language = 'zh'): Linter {
  const begun = (subject: Subject | readonly Subject[], lintOptions: LintOptions = {}, versions?: Versions): Linting => begin(Array.isArray(subject) ? subject : [subject as Subject], loaded, language, lintOptions, versions)
  const lint = (...given: Parameters<typeof begun>): FileReport => {
    const linting = begun(...given)
    return linting.report(linting.check())
  }
  return {
    ...loaded,
    language,
    begin: (subject, lintOptions) => begun(subject, lintOptions),
    lint: (subject, lintOptions) => lint(subject, lintOptions),
    editing() {
      const versions = new Versions()
      // Findings of related documents hang on more than this one.
      return { lint: (subject, lintOptions = {}) => lint(subject, lintOptions, lintOptions.with?.length ? undefined : versions) }
    },
    report: (files) => makeReport(reportRules(loaded.rules), files),
  }
}

function reportRules(rules: readonly CompiledRule[]): ReportRule[] {
  return [...DOCUMENT_RULES, ...rules.map(reportRule)]
}

/** The pipeline: read, recognise, model; then check, settle and finish. */
function begin(subjects: readonly Subject[], loaded: LoadedRules, language: Language, options: LintOptions, versions?: Versions): Linting {
  const names = namesIn(language, loaded.vocabulary)
  const read = asVersion(withNames(withExtent(readSubjects(subjects, loaded.vocabulary, versions?.texts), options.extent), names), options, versions)
  const { disclosure } = read
  const order = documentOrder(read)
  const finishing = { options, order, placeholders: loaded.placeholders }
  if (!disclosure) return { check: () => [], report: () => finish(read, documentFindings(read, language), undefined, finishing) }
  const related = relatedDocuments(disclosure, options.with ?? [], loaded.vocabulary)
  const model = buildModel(disclosure, loaded.vocabulary, related.models, versions?.facts)
  const describe = describer(disclosure, language === 'en' ? ENGLISH_NAMES : {})
  const chosen = chosenRules(loaded.rules, options.config)
  const settings = {
    compareRefs: order.refs,
    language,
    describe,
    wording: engineWording(loaded.wording),
    names,
    scopes: loaded.vocabulary.scopes,
    ...(options.showRounding && { showRounding: true }),
    ...engineSettings(options.config),
  }
  return {
    check: (next) => checkRules(chosen, model, settings, next, versions?.rules),
    report(rules) {
      const run = settleRules(rules, model, settings)
      const problems = [...run.problems, ...(chosen.length === 0 ? [NO_RULES] : []), ...(options.extent === 'excerpt' ? [] : nothingCheckable(read, model)), ...related.problems]
      return finish(read, [...documentFindings(read, language, describe), ...run.findings], { ...run, problems }, finishing)
    },
  }
}

const NO_RULES: Problem = { code: 'no-rules', message: { zh: '配置没有启用任何规则，什么也没有核对（--print-config 看生效的配置）', en: 'the configuration enables no rule, so nothing was checked (--print-config prints it)' } }

function withExtent(read: ReadSubjects, extent: LintOptions['extent']): ReadSubjects {
  return extent && read.disclosure ? { ...read, disclosure: { ...read.disclosure, extent } } : read
}

function asVersion(read: ReadSubjects, { config, showRounding }: LintOptions, versions: Versions | undefined): ReadSubjects {
  return versions && read.disclosure ? { ...read, disclosure: versions.next(read.disclosure, [config, showRounding]) } : read
}

function withNames(read: ReadSubjects, names: ReadonlyMap<string, string>): ReadSubjects {
  return { ...read, recognition: recognitionIn(names, read.recognition) }
}

interface Finishing {
  readonly options: LintOptions
  readonly order: ReturnType<typeof documentOrder>
  readonly placeholders: readonly string[]
}

function finish(read: ReadSubjects, raw: readonly RawFinding[], run: EngineRun | undefined, { options, order, placeholders }: Finishing): FileReport {
  const redact = options.showSensitive ? (text: string) => text : makeRedactor(sensitiveTexts(raw))
  const finished = finishFindings(raw, { locate: read.locate, textAt: textAt(read.disclosure), redact, compare: order.sites })
  const findings = options.suppressions ? applySuppressions(finished, options.suppressions, { today: options.today ?? '', placeholders }).findings : finished
  const problems: readonly Problem[] = [...read.problems, ...(run?.problems ?? [])]
  const { disclosure } = read
  return redactDeep(
    {
      file: read.file,
      sha256: read.sha256,
      document: {
        kind: disclosure?.kind ?? 'other',
        ...(disclosure?.fiscalYear !== undefined && { fiscalYear: disclosure.fiscalYear }),
        ...(disclosure && { entity: disclosure.entity.name }),
        extent: disclosure?.extent ?? 'unknown',
      },
      recognition: read.recognition,
      findings,
      coverage: run?.coverage ?? [],
      problems,
      ...(options.content && disclosure && { content: contentOf(disclosure, read) }),
    },
    redact,
  )
}

function textAt(disclosure: Disclosure | undefined): (pointer: string) => string | undefined {
  return (pointer) => {
    const value = valueAt(disclosure, pointer)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
}
