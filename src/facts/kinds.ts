/** Types an attribute can have; `list of x` by `many: true`. `cells` is a map of column key to quantity. */
export type AttributeType = 'text' | 'quantity' | 'date' | 'boolean' | 'item' | 'cells' | 'scope' | 'phased-quantity' | 'phased-text' | 'body'

export interface Attribute {
  readonly type: AttributeType
  readonly many?: true
  /** The kind of an `item` attribute. */
  readonly of?: string
  /** Of a project: its head alone, without what is written further down the sheet. */
  readonly head?: true
  /** Not every item has it: a rule guards it with `present` (the checker warns). */
  readonly optional?: true
  /** A text that may state a quantity: it can be compared as one. */
  readonly quantitative?: true
}

/** Attributes of every kind. */
const COMMON = { label: { type: 'text' }, reading: { type: 'text' }, document: { type: 'item', of: 'document' }, section: { type: 'text', optional: true }, table: { type: 'item', of: 'table', optional: true }, project: { type: 'item', of: 'project', head: true, optional: true } } as const satisfies Record<string, Attribute>

const text = { type: 'text' } as const
const optionalText = { type: 'text', optional: true } as const
const quantity = { type: 'quantity' } as const
const optionalQuantity = { type: 'quantity', optional: true } as const

/** The kinds of things rules can range over and what each of them can be asked (notes: rule-format §4). */
export const KINDS = {
  document: { kind: text, fiscalYear: optionalQuantity, region: optionalText, entity: text, level: text, extent: text, source: optionalText, unread: quantity, publishedAt: { type: 'date', optional: true }, approvedAt: { type: 'date', optional: true } },
  table: { role: text, title: text, unit: optionalText, empty: { type: 'boolean' }, filled: { type: 'boolean' }, declaredEmpty: { type: 'boolean' }, scope: { type: 'scope' } },
  row: { code: optionalText, shortCode: optionalText, codeEnd: optionalText, codeHead: optionalText, kind: text, lane: quantity, index: quantity, cells: { type: 'cells' }, key: text, name: text, printed: text },
  cell: { row: text, rowName: text, column: text, type: text, state: text, text: text, value: optionalQuantity, scope: { type: 'scope' } },
  project: { name: text, key: text, stem: text, keyTerms: { type: 'text', many: true }, funds: { type: 'phased-quantity' }, fiscalYear: optionalQuantity, title: optionalText, attribute: optionalText, term: optionalText, department: optionalText, implementer: optionalText, overview: optionalText, basis: optionalText, necessity: optionalText, measures: optionalText, plan: optionalText, goals: { type: 'phased-text' }, filledAt: { type: 'date', optional: true }, stamp: optionalText, responsible: optionalText, preparer: optionalText, phone: optionalText, body: { type: 'body' }, indicators: { type: 'item', of: 'indicator', many: true } },
  execution: { name: text, budget: optionalQuantity, adjusted: optionalQuantity, executed: optionalQuantity, rate: optionalQuantity },
  fund: { half: text, source: text, value: optionalQuantity, level: optionalText },
  indicator: { half: text, category: optionalText, kind: optionalText, dimension: optionalText, measure: optionalText, nature: optionalText, name: optionalText, subject: optionalText, value: { type: 'text', optional: true, quantitative: true }, row: quantity, weight: optionalQuantity, score: optionalQuantity, other: { type: 'item', of: 'indicator', optional: true } },
  section: { heading: text, role: optionalText, number: optionalText, text: optionalText },
  entry: { text: text, topic: optionalText, number: optionalText, page: optionalText },
  paragraph: { text: text, number: optionalText, role: optionalText },
  sentence: { text: text, role: text },
  field: { role: text, text: text },
  text: { text: text, role: text, cut: { type: 'boolean' } },
  mark: { text: text },
  figure: { text: text },
  attachment: { number: optionalText, text: text },
  task: { text: text, number: optionalText },
  fact: { concept: text, family: text, value: quantity, scope: { type: 'scope' }, origin: text, subject: optionalText },
  match: { pattern: text, text: text, context: text, sentence: text, passage: text, headings: text, field: text, cut: { type: 'boolean' } },
  composition: { total: quantity, parts: { type: 'quantity', many: true }, origin: text, open: { type: 'boolean' }, broken: { type: 'boolean', optional: true }, borne: { type: 'boolean', optional: true }, text: text, name: optionalText },
  equation: { result: quantity, computed: quantity, terms: { type: 'quantity', many: true }, origin: optionalText, name: optionalText, text: text },
  share: { part: quantity, percent: quantity, base: optionalQuantity, against: optionalText, sign: optionalQuantity, name: optionalText, baseName: optionalText, text: text },
  change: { to: optionalQuantity, from: optionalQuantity, base: optionalQuantity, difference: optionalQuantity, signed: optionalQuantity, percent: optionalQuantity, signedPercent: optionalQuantity, direction: optionalText, sign: optionalQuantity, reason: optionalText, reasonDirection: optionalText, reasonSign: optionalQuantity, against: optionalText, name: optionalText, concept: optionalText, scope: { type: 'scope' }, text: text },
  enumeration: { stated: quantity, items: { type: 'text', many: true }, open: { type: 'boolean' }, text: text },
  numbering: { origin: text, style: text, text: text, numbers: { type: 'quantity', many: true } },
  restatement: { first: quantity, second: quantity, concept: text, text: text },
} as const satisfies Record<string, Record<string, Attribute>>

export type Kind = keyof typeof KINDS

/** What a project is asked only itself: what stands on its sheet (an indicator, a text, a fund) knows the head of the sheet, so that it stays the same when something else on the sheet changes. */
export const WITHIN_SHEET: ReadonlySet<string> = new Set(['overview', 'basis', 'necessity', 'measures', 'plan', 'goals', 'body', 'indicators'])

/** Kinds that are read from the running text, among other places: the dearest to make. */
export const READ_FROM_PROSE: ReadonlySet<Kind> = new Set<Kind>(['fact', 'composition', 'equation', 'share', 'change', 'enumeration', 'restatement'])

/** The declared attribute `name` of `kind`, or undefined. `match` items also have the slots of their pattern. */
export function attributeOf(kind: Kind, name: string): Attribute | undefined {
  const own: Readonly<Record<string, Attribute>> = KINDS[kind]
  const common: Readonly<Record<string, Attribute>> = COMMON
  return Object.hasOwn(own, name) ? own[name] : Object.hasOwn(common, name) ? common[name] : undefined
}
