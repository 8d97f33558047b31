import type { Place } from './place.ts'
import type { Severity } from './severity.ts'
import type { GapReason, Verdict } from './verdict.ts'
import type { Bilingual } from './text.ts'
import type { Problem } from './problem.ts'

/** One side of a contradiction. `sites[0]` of a finding is its main place. */
export interface Site {
  /** Role in the check: the name the rule gave the value (处, 合计, 分项 …). */
  readonly role: string
  /** Where it stands, in the reader's words: 附件4 › 单位基本信息 › 在岗人数. */
  readonly label: string
  /** The text as printed. */
  readonly text: string
  /** The quantity, as a plain decimal in `unit`. */
  readonly value?: string
  readonly unit?: string
  readonly file?: string
  readonly pointer?: string
  /** Semantic path that survives reordering and other formats. */
  readonly address?: string
  /** UTF-16 range within the string at `pointer`. */
  readonly range?: readonly [from: number, to: number]
  readonly place?: Place
  /** Where it stands in the document that the linted JSON was imported from, while that import is unchanged. */
  readonly origin?: Place
  /** Name of that document. */
  readonly originFile?: string
}

export interface Numbers {
  readonly expected?: string
  readonly actual?: string
  readonly difference?: string
  readonly unit?: string
}

/** The arithmetic of a check, step by step, ready to print. */
export interface Trace {
  /** The relation in figures: `31200 + 18000 + 3500 = 52700`. */
  readonly formula: string
  readonly steps?: readonly string[]
  /** Indices into `sites` of the inputs, in the formula's order. */
  readonly inputs?: readonly number[]
}

export interface Suggestion {
  readonly pointer: string
  readonly from: number
  readonly to: number
  readonly replacement: string
  /** Right whatever else the document says, so that `--fix` applies it unseen. */
  readonly safe: boolean
  /** What is replaced, as the value has it. */
  readonly text?: string
  /** Where that stands, and in which file where several were read as one. */
  readonly place?: Place
  readonly file?: string
}

/** One contradiction, with everything a formatter needs. */
export interface Finding {
  readonly ruleId: string
  /** The `cases` entry that failed, when the rule has cases. */
  readonly caseId?: string
  /** The `diagnose` entry that named the cause. */
  readonly causeId?: string
  readonly severity: Severity
  readonly verdict: Verdict
  readonly category: string
  readonly message: string
  readonly args: Readonly<Record<string, string>>
  readonly fingerprint: string
  readonly valueHash: string
  readonly sites: readonly Site[]
  readonly numbers?: Numbers
  readonly trace?: Trace
  readonly suggestions?: readonly Suggestion[]
  /** Findings that follow from this one and are listed under it. */
  readonly causeOf?: readonly Finding[]
  readonly suppressed?: { readonly reason: string; readonly by?: string; readonly until?: string }
}

export interface RuleCoverage {
  readonly ruleId: string
  readonly passed: number
  readonly failed: number
  readonly explainable: number
  readonly notApplicable: number
  readonly notEvaluated: readonly { readonly reason: GapReason; readonly count: number }[]
}

export interface ReportRule {
  readonly id: string
  readonly title: Bilingual
  readonly category: string
  readonly severity: Severity
  readonly why: Bilingual
  readonly howToFix: Bilingual
  readonly source: readonly { readonly name: string; readonly number?: string; readonly clause?: string }[]
  readonly messages: readonly Bilingual[]
}

export interface RecognisedTable {
  readonly role: string
  /** What the role is called in the language of the report, where that is not the role itself. */
  readonly name?: string
  readonly title: string
  readonly rows: number
  readonly doubtful: number
}

export interface Recognition {
  readonly tables: readonly RecognisedTable[]
  readonly sheets: number
  readonly paragraphs: number
  readonly unrecognised: readonly { readonly text: string; readonly place?: Place; readonly amounts: number }[]
  readonly rows: number
  readonly doubtful: number
}

export interface FileReport {
  readonly file: string
  readonly sha256: string
  readonly document: {
    readonly kind: string
    readonly fiscalYear?: number
    readonly entity?: string
    readonly extent: string
  }
  readonly recognition: Recognition
  readonly findings: readonly Finding[]
  readonly coverage: readonly RuleCoverage[]
  readonly problems: readonly Problem[]
  readonly content?: Content
}

/** The document beside its findings, for formatters that show it; only where `LintOptions.content` asked for it. */
export interface Content {
  /** Disclosure JSON (schemas/disclosure.schema.json), redacted like everything else in a report. */
  readonly disclosure: object
  /** Its parts in the order in which they are printed. */
  readonly blocks: readonly ContentBlock[]
}

export interface ContentBlock {
  readonly pointer: string
  readonly place?: Place
}

export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly checks: number
  readonly passed: number
  readonly explainable: number
  readonly notEvaluated: number
  readonly suppressed: number
}

/** The JSON report that feeds every formatter. Nothing in it is ever removed or renamed. */
export interface Report {
  readonly version: 1
  readonly tool: { readonly name: 'disclint'; readonly version: string }
  readonly rules: readonly ReportRule[]
  readonly files: readonly FileReport[]
  readonly summary: Summary
}
