import type { Funds, Phase, Phased, Printed } from '../../disclosure/model.ts'
import type { MappedText } from '../../source/segment.ts'
import { unitIn } from '../captions.ts'
import { cellKind } from '../cell-kind.ts'
import type { Mapped } from '../draft.ts'
import { bareLabel, foldText, labelKey } from '../label.ts'
import type { Lexicon } from '../lexicon.ts'
import type { MatrixRow } from '../matrix.ts'
import { blankAfter, formCells, fundLabel, splitAmounts } from './form-row.ts'
import type { FormCell } from './form-row.ts'

type Amounts = { -readonly [P in keyof Phased<unknown>]: Mapped<Printed> }
type Extras = { weight?: MappedText; rate?: MappedText; score?: MappedText }

/** Where a column of a funds table with headings stands, and what is in it. */
interface FundColumn {
  readonly at: number
  readonly what: Phase | keyof Extras
}

/** What falls to one year: 2025年已安排. */
const OF_YEAR = /^(?:19|20)\d{2}\u5e74/u

/** Reads the rows of a form that state its money, whichever way they are laid out. */
export class FundsReader {
  readonly #lexicon: Lexicon
  #unit: string | undefined
  readonly #total: Amounts = {}
  readonly #extras: Extras = {}
  readonly #sources = new Map<string, { label: MappedText; list?: MappedText; amounts: Amounts; extras: Extras }>()
  /** Heading of the list that breaks the total down anew. */
  #list: MappedText | undefined
  #columns: readonly FundColumn[] = []
  #halves: readonly { readonly at: number; readonly phase: Phase }[] = []

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  /** Phases the form prints its funds for, in order. */
  get phases(): readonly Phase[] {
    return Object.keys(this.#total) as Phase[]
  }

  get isEmpty(): boolean {
    return this.phases.length === 0 && this.#sources.size === 0
  }

  /** Whether a text is a unit of money; it is that of the amounts where nothing beside them says another. */
  takesUnit(text: string): boolean {
    const unit = unitIn(`(${text.trim()})`)
    this.#unit ??= unit
    return unit !== undefined
  }

  /** Whether a row of a form that states other things as well is one of these: the headings of what was budgeted and spent, or one below them whose figures stand in their columns. */
  takes(row: MatrixRow): boolean {
    const cells = formCells(row, 'project', this.#lexicon)
    if (this.#headings(cells).filter(({ what }) => SPENDING.has(what)).length >= 2) return true
    const [label, ...values] = cells
    return this.#columns.length > 0 && label?.at === 0 && values.length > 1 && values.every((value) => isAmount(value) && value.at > 0)
  }

  /** Reads a row; false if nobody can say under which headings its figures stand. */
  add(row: MatrixRow): boolean {
    const cells = splitAmounts(formCells(row, 'project', this.#lexicon))
    const list = this.#listHeading(cells)
    if (list !== undefined) {
      this.#list = list
      return true
    }
    const block = cells.find((cell) => cell.property === 'funds')
    if (block !== undefined) this.#unit ??= unitIn(block.text.text)
    const columns = this.#headings(cells)
    if (columns.length >= 2) this.#columns = row.pieces && !areAllTold(cells, columns) ? [] : columns
    if (columns.length >= 2) return this.#columns.length > 0
    if (this.#columns.length > 0) return this.#addByColumn(row, cells.filter((cell) => cell !== block))
    this.#addPairs(row, cells.filter((cell, i) => cell !== block || (cells[i + 1] !== undefined && isAmount(cells[i + 1] as FormCell))))
    return true
  }

  result(): Mapped<Funds> {
    const sources = [...this.#sources.values()].map(({ label, list, amounts, extras }) => ({ label, ...(list === undefined ? {} : { list }), amounts, ...extras }))
    return { ...(this.#unit === undefined ? {} : { unit: this.#unit }), total: this.#total, sources, ...this.#extras }
  }

  /** The first of two headings over names and amounts, below a total: what follows breaks the total down in another way. */
  #listHeading(cells: readonly FormCell[]): MappedText | undefined {
    const [first, second, ...more] = cells
    if (!first || !second || more.length > 0 || this.isEmpty || first.property !== undefined || cellKind(first.text.text) !== 'text') return undefined
    return this.#lexicon.is('overall', 'amount', bareLabel(second.text.text)) ? first.text : undefined
  }

  #headings(cells: readonly FormCell[]): readonly FundColumn[] {
    if (cells.some(({ text }) => cellKind(text.text) === 'amount')) return []
    // A heading over the names of the money is none of a column of figures, whatever year it speaks of.
    const names = cells.findIndex(({ property }) => property !== 'funds')
    return cells.flatMap(({ at, text, property }, i): readonly FundColumn[] => {
      if (property === 'weight' || property === 'score' || property === 'rate') return [{ at, what: property }]
      if (property === 'total' || (property === 'funds' && (at === 0 || (i < names && cells.length - names > 1)))) return []
      const phase = this.#lexicon.phase(text.text) as Phase | undefined
      return phase === undefined ? [] : [{ at, what: phase }]
    })
  }

  #addByColumn({ pieces }: MatrixRow, cells: readonly FormCell[]): boolean {
    const label = cells.find(({ text }) => cellKind(text.text) === 'text')
    if (label === undefined) {
      this.#addUnnamed(cells)
      return true
    }
    const values = cells.filter((cell) => cell !== label && cell.at >= label.at)
    if (pieces && (values.length !== this.#columns.length || values.some(hasBlank))) return false
    const exact = !pieces && values.every((value) => cellKind(value.text.text) === 'text' || this.#columns.some((column) => column.at === value.at))
    const { amounts, extras } = this.#byColumn(values, exact)
    if (this.#isTotal(label)) this.#addTotal(amounts, extras)
    else this.#source(label, amounts, extras)
    return true
  }

  /** Figures without a label right below the headings, each under one of them: the name of the block is the name of their row. */
  #addUnnamed(values: readonly FormCell[]): void {
    if (Object.keys(this.#total).length > 0 || values.length < 2 || !values.every((value) => this.#columns.some((column) => column.at === value.at))) return
    const { amounts, extras } = this.#byColumn(values, true)
    this.#addTotal(amounts, extras)
  }

  #addTotal(amounts: Amounts, extras: Extras): void {
    Object.assign(this.#total, amounts)
    Object.assign(this.#extras, extras)
  }

  /** Figures by what their columns hold: by their places, or in their order. */
  #byColumn(values: readonly FormCell[], exact: boolean): { readonly amounts: Amounts; readonly extras: Extras } {
    const amounts: Amounts = {}
    const extras: Extras = {}
    values.forEach((value, i) => {
      const column = exact ? this.#columns.find(({ at }) => at === value.at) : this.#columns[i]
      if (column === undefined) return
      if (isExtra(column.what)) extras[column.what] = value.text
      else amounts[column.what] = value.text
    })
    return { amounts, extras }
  }

  #addPairs(row: MatrixRow, cells: readonly FormCell[]): void {
    const pairs: { label: FormCell; value: MappedText }[] = []
    for (let i = 0; i < cells.length; i += 1) {
      const label = cells[i]
      if (label === undefined || isAmount(label)) continue
      const next = cells[i + 1]
      pairs.push({ label, value: next !== undefined && isAmount(next) ? next.text : blankAfter(row, label.at) })
    }
    if (pairs.length > 0 && pairs.every(({ label }) => this.#isTotal(label)) && this.#halves.length === 0) {
      this.#halves = pairs.map(({ label }, i) => ({ at: label.at, phase: this.#phaseOf(label, pairs.length, i) }))
    }
    // A total and what of it falls to several years: all of it is of the whole term.
    const overYears = pairs.slice(1).filter(({ label }) => OF_YEAR.test(label.text.text)).length > 1
    pairs.forEach(({ label, value }, i) => {
      const phase = overYears ? 'period' : this.#halfOf(label, pairs.length, i)
      if (this.#isTotal(label)) this.#total[phase] ??= value
      else this.#source(label, { [phase]: value })
    })
  }

  #isTotal(label: FormCell): boolean {
    return label.property === 'total' || (label.property === 'funds' && this.#columns.length === 0) || (this.#columns.length > 0 && this.#isSum(label))
  }

  /** A row below others may be their total by name: 财政拨款合计. */
  #isSum({ text }: FormCell): boolean {
    return this.phases.length === 0 && [...this.#lexicon.words('grid', 'total')].some((word) => foldText(text.text).endsWith(word))
  }

  #phaseOf(label: FormCell, halves: number, index: number): Phase {
    const said = this.#lexicon.phase(label.text.text) as Phase | undefined
    return said ?? (halves > 1 && index === 0 ? 'period' : 'annual')
  }

  #halfOf(label: FormCell, pairs: number, index: number): Phase {
    const own = label.property === 'total' ? (this.#lexicon.phase(label.text.text) as Phase | undefined) : undefined
    if (own !== undefined) return own
    if (pairs === this.#halves.length) return this.#halves[index]?.phase ?? 'annual'
    const before = this.#halves.filter(({ at }) => at <= label.at).at(-1)
    return before?.phase ?? this.#halves[0]?.phase ?? 'annual'
  }

  #source(cell: FormCell, amounts: Amounts, extras: Extras = {}): void {
    const label = fundLabel(cell.text, this.#lexicon)
    // The total of a further list repeats the sheet's.
    if (this.#list !== undefined && this.#lexicon.is('grid', 'total', label.text)) return
    const key = `${this.#list?.text ?? ''}\n${labelKey(label.text)}`
    const known = this.#sources.get(key)
    if (known === undefined) this.#sources.set(key, { label, ...(this.#list !== undefined && { list: this.#list }), amounts: { ...amounts }, extras })
    else {
      Object.assign(known.amounts, { ...amounts, ...known.amounts })
      known.extras = { ...extras, ...known.extras }
    }
  }
}

const hasBlank = ({ text }: FormCell): boolean => /\s/.test(text.text.trim())

/** Whether of the pieces of a line of headings each is one column's, but the first may name the rows. */
const areAllTold = (cells: readonly FormCell[], columns: readonly FundColumn[]): boolean => columns.length >= cells.length - 1 && !cells.some(hasBlank)

const SPENDING: ReadonlySet<FundColumn['what']> = new Set(['budget', 'adjusted', 'executed'])

const isExtra = (what: FundColumn['what']): what is keyof Extras => what === 'weight' || what === 'rate' || what === 'score'

function isAmount(cell: FormCell): boolean {
  const text = cell.text.text.trim()
  return cell.property === undefined && (/^[-−]?\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元|%)?$/.test(text) || /^[-—/]+$/.test(text))
}
