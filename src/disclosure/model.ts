import type { DoubtReason, Reading } from '../core/verdict.ts'

/**
 * The disclosure JSON: what a unit publishes, as data. Figures stay as printed strings ("2,413.60" keeps separators,
 * trailing zeros and blanks); JSON numbers are accepted in hand-written files. Described for people in
 * schemas/disclosure.schema.json; the two are kept equal by a test.
 */
export interface Disclosure {
  readonly $schema?: string
  readonly kind: DisclosureKind
  /** Absent when the titles and openings do not agree by two thirds. */
  readonly fiscalYear?: number
  readonly entity: Entity
  readonly extent: 'whole' | 'excerpt' | 'unknown'
  readonly sources?: readonly Source[]
  readonly cover?: readonly TextBlock[]
  readonly toc?: readonly TocEntry[]
  readonly notes?: readonly TextBlock[]
  readonly captions?: readonly TextBlock[]
  readonly attachments?: readonly Attachment[]
  /** Watermarks, page headers and footers: text that is printed over or around the pages. */
  readonly marks?: readonly TextBlock[]
  readonly tables: readonly Table[]
  readonly sections: readonly Section[]
  readonly projects: readonly Project[]
  readonly overall?: Overall
  /** What was not recognised, in document order: nothing is dropped. */
  readonly extra?: readonly Extra[]
}

export type DisclosureKind = 'budget' | 'final-accounts' | 'self-evaluation' | 'other'

export interface Entity {
  readonly name: string
  readonly level: 'unit' | 'department' | 'government'
  readonly region?: string
  readonly code?: string
}

export interface Source {
  readonly file: string
  readonly sha256: string
  readonly format: string
}

/** A text and how surely it was read. */
export interface TextBlock {
  readonly text: string
  readonly reading?: Reading
  readonly doubt?: DoubtReason
}

export interface TocEntry extends TextBlock {
  readonly page?: string
  readonly level?: number
}

export interface Attachment {
  /** As printed: 附件4. */
  readonly label: string
  readonly title?: string
}

/** A printed figure, or a JSON number in a hand-written file. */
export type Printed = string | number

export interface Table {
  /** A role of the vocabulary (收支总表 …), or `unknown`: such a table is checked by what its labels claim. */
  readonly role: string
  /** As printed: 公开01表, 表三, 预算公开表1. */
  readonly number?: string
  readonly title: string
  /** 元, 万元 or 亿元 as printed near the title. */
  readonly unit?: string
  readonly entity?: string
  /** The year printed beside the name of the body or above the table: 2027年度. */
  readonly year?: string
  /** The sentence right above it that announces it: 项目共3个，清单如下：. It stands in its section as well. */
  readonly lead?: string
  readonly lanes: readonly Lane[]
  readonly note?: string
  readonly reading?: Reading
  readonly doubt?: DoubtReason
}

/** One of the tables standing side by side (收入｜支出). Most tables have one lane. */
export interface Lane {
  readonly label?: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Column {
  /** A column key of the role in the vocabulary, or the printed heading. Unique in its lane. */
  readonly key: string
  /** Printed headings from the top down. */
  readonly path: readonly string[]
  readonly measure?: Measure
}

export interface Measure {
  readonly year?: number
  readonly stage?: string
  readonly fund?: string
  readonly unit?: string
}

export interface Row {
  readonly code?: string
  /** The last part of a code split over columns as it is printed, where it lacks its leading zero. */
  readonly shortCode?: string
  readonly label: string
  /** Depth in the tree, from the code or the numbering (一、 （一） 1.). */
  readonly level?: number
  /** By column key. A key that is absent was not printed. */
  readonly cells: Readonly<Record<string, Printed>>
  readonly reading?: Reading
  readonly doubt?: DoubtReason
}

export interface Section {
  readonly heading: string
  readonly level: number
  readonly paragraphs: readonly TextBlock[]
  readonly sections: readonly Section[]
}

/** Halves and stages a form prints side by side. */
export type Phase = 'period' | 'annual' | 'budget' | 'adjusted' | 'executed' | 'actual'
export type Phased<T> = { readonly [P in Phase]?: T }

/** One project performance sheet (项目支出绩效目标表 / 自评表). */
export interface Project {
  readonly title?: string
  readonly name: string
  readonly fiscalYear?: string
  readonly department?: string
  readonly implementer?: string
  readonly attribute?: string
  readonly term?: string
  readonly layout: 'form' | 'list'
  readonly funds: Funds
  readonly overview?: string
  readonly basis?: string
  readonly necessity?: string
  readonly measures?: string
  readonly plan?: string
  readonly goals: Phased<string>
  readonly indicators: readonly Indicator[]
  readonly totalScore?: TotalScore
  readonly signoff?: Signoff
  readonly reading?: Reading
  readonly doubt?: DoubtReason
}

/** The row that closes a sheet's indicators: 总分 100 98.5. */
export interface TotalScore {
  readonly label?: string
  readonly weight?: Printed
  readonly score?: Printed
}

export interface Funds {
  readonly unit?: string
  /** Printed label of the total row, e.g. 实施期资金总额. */
  readonly total: Phased<Printed>
  readonly sources: readonly FundSource[]
  /** Scoring of the budget's execution in a self-evaluation: 分值, 执行率, 得分 of the total row. */
  readonly weight?: Printed
  readonly rate?: Printed
  readonly score?: Printed
}

/** How the spending of a row of money is scored. */
export type Scoring = Pick<Funds, 'weight' | 'rate' | 'score'>

export interface FundSource {
  /** As printed, without 其中: 中央财政资金. */
  readonly label: string
  /** Heading of the further list that it stands in, where a sheet breaks its total down more than once: 测算依据. */
  readonly list?: string
  readonly amounts: Phased<Printed>
  readonly weight?: Printed
  readonly rate?: Printed
  readonly score?: Printed
}

export interface Indicator {
  /** 1-based row within the sheet's indicator table. */
  readonly row: number
  readonly level1?: string
  readonly halves: Phased<IndicatorHalf>
  readonly nature?: string
  readonly unit?: string
  readonly weight?: Printed
  readonly score?: Printed
  /** What is said beside it, mostly why it deviates. */
  readonly reason?: string
  readonly reading?: Reading
  readonly doubt?: DoubtReason
}

export interface IndicatorHalf {
  /** Second-level label: 数量指标. */
  readonly kind?: string
  readonly name?: string
  readonly value?: string
}

export interface Signoff {
  readonly responsible?: string
  readonly preparer?: string
  readonly phone?: string
  readonly filledAt?: string
}

/** The unit's overall performance form (整体支出绩效目标申报表). */
export interface Overall {
  readonly title?: string
  readonly unitName?: string
  /** As printed: 核定的人员编制数4人. */
  readonly staffing: readonly TextBlock[]
  readonly duties?: string
  readonly strategy?: string
  readonly funds: { readonly unit?: string; readonly bySource: readonly OverallFund[]; readonly byType: readonly OverallFund[] }
  /** What was budgeted and what of it was spent, in a self-evaluation. */
  readonly execution?: Funds
  readonly tasks: readonly TextBlock[]
  readonly goal?: string
  readonly indicators: readonly Indicator[]
  readonly totalScore?: TotalScore
  readonly signoff?: Signoff
}

export interface OverallFund {
  readonly label: string
  /** 其中 rows are one level below the row they belong to. */
  readonly level?: number
  readonly amount: Printed
}

export interface Extra {
  readonly kind: 'heading' | 'paragraph' | 'grid'
  readonly text?: string
  readonly grid?: readonly (readonly string[])[]
}
