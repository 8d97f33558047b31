import type { Bilingual } from '../core/text.ts'

/** All vocabulary, merged from YAML files: what the project knows of how disclosures are worded. No term stands in code. */
export interface Vocabulary {
  readonly tables: ReadonlyMap<string, TableRole>
  readonly forms: ReadonlyMap<string, Form>
  readonly sections: ReadonlyMap<string, SectionRole>
  readonly documents: ReadonlyMap<string, DocumentKind>
  readonly scopes: ReadonlyMap<string, ScopeDimension>
  readonly concepts: ReadonlyMap<string, Concept>
  readonly patterns: ReadonlyMap<string, Pattern>
  readonly claims: ReadonlyMap<string, ClaimTemplate>
  readonly lists: ReadonlyMap<string, WordList>
  readonly dictionaries: ReadonlyMap<string, Dictionary>
  /** Named ranges of rules; opaque here, checked by ruleset. */
  readonly ranges: ReadonlyMap<string, unknown>
  readonly units: ReadonlyMap<string, UnitWord>
}

/** Texts an entry must yield, and look-alikes it must not. Tested for every entry. */
export interface Exemplified {
  readonly examples?: readonly string[]
  readonly lookalikes?: readonly string[]
}

export interface TableRole extends Exemplified {
  readonly id: string
  readonly en: string
  /** Title families, without year, number, unit name and 含/不含 remarks. */
  readonly titles: readonly string[]
  /** Words that, right before such a title, make it that of another table: 三公经费|支出表 is no 支出表. */
  readonly notAfter?: readonly string[]
  /** Words one of which a bracketed remark in the title must hold: （按经济分类科目）. */
  readonly remarks?: readonly string[]
  readonly scope?: Readonly<Record<string, string>>
  /** Words in the title that set a scope; the first hit wins. */
  readonly titleScope?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Parts of the scope that hold only where the title has one of these words: a 基本支出表 need not be of the general budget alone. */
  readonly scopeInTitle?: Readonly<Record<string, readonly string[]>>
  readonly columns: Readonly<Record<string, TableColumn>>
  /** Lanes of a two-lane table, in order: label and the column keys of each. */
  readonly lanes?: readonly { readonly label: string; readonly columns: readonly string[] }[]
  readonly rows?: {
    readonly total?: readonly string[]
    /** Column whose codes make the tree (类 3, 款 5, 项 7 digits), or `numbering` / `其中`. */
    readonly tree?: string
    /** Named rows and the rows they are the sum of, by label: 收入总计 = 本年收入合计 + 上年结转. */
    readonly sums?: Readonly<Record<string, readonly string[]>>
    readonly names?: Readonly<Record<string, readonly string[]>>
  }
  readonly facts?: readonly TableFact[]
  /** Whether the law asks for it in a whole disclosure, by kind. */
  readonly statutory?: readonly string[]
  readonly transposable?: boolean
  /** Columns by which an untitled table is known: it has them, its other headings are of this role too, and none of it is money. */
  readonly knownBy?: readonly string[]
}

export interface TableColumn {
  readonly is?: 'code' | 'label' | 'amount' | 'percent' | 'count' | 'text' | 'index' | 'difference' | 'rate'
  readonly names?: readonly string[]
  readonly sumOf?: readonly string[]
  readonly scope?: Readonly<Record<string, string>>
}

export interface TableFact {
  readonly concept: string
  /** A row name, or `item` for every item row. */
  readonly row?: string
  readonly rows?: 'item' | 'class' | 'all'
  readonly lane?: string
  readonly column: string
  readonly scope?: Readonly<Record<string, string>>
}

/** A form (project sheet, overall form): its titles and the printed labels of its fields. */
export interface Form extends Exemplified {
  readonly id: string
  readonly titles: readonly string[]
  /** Disclosure JSON property → labels. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly phases?: Readonly<Record<string, readonly string[]>>
  readonly levels?: Readonly<Record<string, readonly string[]>>
}

export interface SectionRole extends Exemplified {
  readonly id: string
  readonly headings: readonly string[]
  readonly statutory?: readonly string[]
}

export interface DocumentKind extends Exemplified {
  readonly id: string
  readonly titles: readonly string[]
}

export interface ScopeDimension {
  readonly id: string
  /** `closed`: the values are all there are; a check that fails under all of them is a finding. */
  readonly closed: boolean
  /** Canonical value → words that say it. */
  readonly values: Readonly<Record<string, readonly string[]>>
  /** Concept whose money is what the values differ by: where the document prints none of it, they are one. */
  readonly bridge?: string
}

export interface Concept extends Exemplified {
  readonly id: string
  readonly en: string
  readonly family: string
  readonly unit?: string
  readonly scope?: Readonly<Record<string, string>>
  /** Scope dimensions that matter for it: unsaid ones give readings. */
  readonly dimensions?: readonly string[]
  /** Fields of forms that state it: overall.staffing. */
  readonly fields?: readonly string[]
  readonly prose?: readonly string[]
  /** Words before or within the phrase that make it another, narrower group. */
  readonly qualifiers?: readonly string[]
}

export interface Pattern extends Exemplified {
  readonly id: string
  readonly en: string
  readonly text?: string | readonly string[]
  readonly words?: readonly string[] | Readonly<Record<string, string>>
  readonly doubled?: readonly [number, number]
  /** Near misses of terms: ids of lists and dictionaries, and the list of characters whose exchange makes another term. */
  readonly near?: { readonly terms: readonly string[]; readonly exchangeable?: string }
  readonly notPrecededBy?: string
  readonly notFollowedBy?: string
  readonly check?: 'id18' | 'luhn' | 'uscc' | 'date'
  /** Fields the pattern is looked for in; default all texts. */
  readonly fields?: readonly string[]
}

export interface ClaimTemplate extends Exemplified {
  readonly id: string
  readonly kind: 'composition' | 'share' | 'change' | 'equation' | 'enumeration' | 'restatement'
  readonly prose: readonly string[]
  readonly item?: string
  readonly open?: readonly string[]
  readonly take?: Readonly<Record<string, readonly string[]>>
  readonly examples?: readonly string[]
  readonly lookalikes?: readonly string[]
}

export type WordList = Readonly<Record<string, readonly string[]>>

/** Key → value, possibly by year. Unknown keys are absent: incompleteness never accuses. */
export interface Dictionary {
  readonly id: string
  readonly complete: boolean
  readonly entries: Readonly<Record<string, string | Readonly<Record<string, string>>>>
}

export interface UnitWord {
  readonly symbol: string
  readonly dimension: string
  readonly exponent: number
  readonly text?: Bilingual
}
