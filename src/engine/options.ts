import type { Severity } from '../core/severity.ts'
import type { Language, Bilingual } from '../core/text.ts'
import type { Ref } from '../core/ref.ts'
import type { CompiledRule } from '../ruleset/compiled.ts'

/** Labels and semantic addresses of references: `describer(disclosure)` of src/disclosure. */
export interface Describer {
  label(ref: Ref): string
  address(ref: Ref): string
}

/** The few words the engine puts into messages, as data (rules/wording/engine.yaml): `{n}`, `{rule}` … are filled in. */
export interface EngineWording {
  /** Between the members of a list. */
  readonly separator: Bilingual
  /** After the fifth member of a longer list: `{list}`, `{n}`. */
  readonly more: Bilingual
  /** What an absent value prints. */
  readonly none: Bilingual
  /** A message with the cause a `diagnose` named: `{message}`, `{cause}`. */
  readonly withCause: Bilingual
  /** The mistake that would explain a contradiction, by its kind; `{name}` is a row or column. */
  readonly slips: Readonly<Record<string, Bilingual>>
  /** The same said of one figure of a sum: `{figure}`, `{slip}`. */
  readonly slipOf: Bilingual
  /** A rule without message: `{title}`, `{formula}`. */
  readonly withFormula: Bilingual
  /** `{rule}`, `{error}`. */
  readonly ruleCrashed: Bilingual
  /** `{rule}`, `{n}`. */
  readonly ruleLimit: Bilingual
}

/** Counted limits (never clocks): what one rule may do on one document before it is stopped with a problem. */
export interface Limits {
  /** Checks evaluated. */
  readonly checks: number
  /** Candidate pairs scored while matching or clustering texts. */
  readonly candidates: number
}

/** Another document of `needs:` as findings show it. */
export interface RelatedDocument {
  readonly file: string
  readonly describe: Describer
}

export interface EngineOptions {
  readonly language: Language
  readonly describe: Describer
  readonly wording: EngineWording
  /** What names of the vocabulary are called in the language of the messages, where that is another. */
  readonly names?: ReadonlyMap<string, string>
  /** Values of `$options` by rule id, over the rule's defaults. */
  readonly optionsOf?: (rule: CompiledRule) => Readonly<Record<string, string | number | boolean>> | undefined
  /** Severity by configuration for a finding at `address`; undefined keeps the rule's own, `off` drops the finding. */
  readonly severityOf?: (ruleId: string, address: string) => Severity | 'off' | undefined
  /** Scope dimensions of the vocabulary: only where a dimension is closed can every value of it be refuted. */
  readonly scopes?: ReadonlyMap<string, { readonly closed: boolean; readonly values: Readonly<Record<string, unknown>> }>
  /** Lists explainable differences as infos. */
  readonly showRounding?: boolean
  /** Document order of two references; default: order of the disclosure JSON. */
  readonly compareRefs?: (a: Ref, b: Ref) => number
  readonly limits?: Partial<Limits>
  /** By the name a reference carries (`previous`, `budget`, `final`, `units/0` …). */
  readonly related?: ReadonlyMap<string, RelatedDocument>
}
