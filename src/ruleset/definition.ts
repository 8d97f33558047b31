import type { Severity } from '../core/severity.ts'
import type { Bilingual } from '../core/text.ts'

/** An expression as written in YAML: a literal, `$name.attr`, a list, or a map with one key, the operator. */
export type Expression = string | number | boolean | null | readonly Expression[] | { readonly [operator: string]: Expression }

/** A rule file as it stands in YAML (notes: rule-format §3), after the schema has accepted it. */
export interface RuleDefinition {
  readonly id: string
  readonly severity: Severity | { readonly impossible: Severity; readonly implausible: Severity }
  readonly category: string
  readonly tier?: 'recommended' | 'all'
  readonly title: Bilingual
  readonly message?: Bilingual
  readonly why: Bilingual
  readonly howToFix: Bilingual
  readonly source: readonly { readonly name: string; readonly number?: string; readonly clause?: string; readonly quote?: string }[]
  readonly applies?: { readonly kind?: readonly string[]; readonly level?: readonly string[]; readonly region?: readonly string[]; readonly years?: string; readonly extent?: 'whole' }
  readonly needs?: readonly string[]
  readonly blank?: 'skip' | 'zero' | 'error'
  readonly options?: Readonly<Record<string, { readonly type: string; readonly default: string | number | boolean; readonly title: Bilingual }>>
  readonly cases?: readonly { readonly id: string; readonly [parameter: string]: Expression }[]
  readonly for?: RangeDefinition | string
  readonly let?: Readonly<Record<string, Expression>>
  readonly when?: Expression
  readonly assert: Expression
  readonly diagnose?: readonly { readonly id: string; readonly if: Expression; readonly say: Bilingual | string; readonly severity?: Severity }[]
  readonly report?: { readonly at?: Expression; readonly also?: readonly Expression[]; readonly mask?: 'phone' | 'id' | 'account' | 'name' }
  readonly suggest?: { readonly at: string; readonly replace: string; readonly safe?: boolean }
  readonly defersTo?: readonly string[]
  readonly examples: readonly ExampleDefinition[]
}

export interface SourceDefinition {
  readonly each: string
  readonly where?: Readonly<Record<string, Expression>>
  readonly except?: readonly string[]
  readonly from?: 'previous' | 'budget' | 'final' | 'units'
}

export type RangeDefinition =
  | (SourceDefinition & { readonly as: string })
  | {
      readonly group: string
      readonly where?: Readonly<Record<string, Expression>>
      readonly except?: readonly string[]
      readonly from?: SourceDefinition['from']
      readonly by?: readonly string[] | string
      readonly near?: { readonly by: string; readonly distance: Expression; readonly longerThan?: Expression }
      readonly atLeast?: number
      readonly as: string
    }
  | { readonly pair: Readonly<Record<string, SourceDefinition>>; readonly match: readonly MatchRound[] }

export interface MatchRound {
  readonly same?: readonly (readonly [string, string])[]
  readonly near?: readonly [string, string]
  readonly atLeast?: number
}

export interface ExampleDefinition {
  readonly is: 'pass' | 'fail' | 'implausible' | 'explainable' | 'rounding' | 'not-applicable' | 'not-evaluated'
  /** Part of a disclosure laid over a minimal valid one; `text:` is prose, `document:` is published text that goes through reader and recogniser. */
  readonly given: Readonly<Record<string, unknown>>
  readonly sites?: readonly string[]
  readonly cause?: string
  readonly message?: string
  readonly options?: Readonly<Record<string, unknown>>
  readonly note?: string
}
