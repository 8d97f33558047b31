import type { Extra, Indicator, Phase, Project, TotalScore } from '../../disclosure/model.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Caption } from '../captions.ts'
import { unitIn } from '../captions.ts'
import type { Mapped } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import { filled } from '../matrix.ts'
import type { Matrix, MatrixRow } from '../matrix.ts'
import { formCells } from './form-row.ts'
import type { FormCell } from './form-row.ts'
import { FundsReader } from './funds.ts'
import { GoalsReader } from './goals.ts'
import { halvesOf, indicatorColumns, phasesOf } from './indicator-columns.ts'
import { IndicatorReader } from './indicators.ts'
import { addSignoff } from './signoff.ts'
import type { SignoffDraft } from './signoff.ts'

/** A form read, and what of it was not understood. */
export interface ReadForm<T> {
  readonly form: Mapped<T>
  readonly extra: readonly Mapped<Extra>[]
}

const SCALARS = ['name', 'department', 'implementer', 'attribute', 'term', 'fiscalYear', 'overview', 'basis', 'necessity', 'measures', 'plan'] as const
type Scalar = (typeof SCALARS)[number]

const AMOUNT = /^\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|元)?$/

/** Reads one project performance sheet whose fields are printed as labels and values. */
export function readProject(matrix: Matrix, caption: Caption, lexicon: Lexicon): ReadForm<Project> {
  const reader = new ProjectReader(matrix.ruled, lexicon)
  for (const row of matrix.rows) reader.add(row)
  return reader.result(caption)
}

class ProjectReader {
  readonly #lexicon: Lexicon
  readonly #ruled: boolean
  readonly #scalars: { [S in Scalar]?: MappedText } = {}
  readonly #funds: FundsReader
  readonly #goals: GoalsReader
  readonly #indicators: Mapped<Indicator>[] = []
  readonly #signoff: SignoffDraft = {}
  readonly #extra: Mapped<Extra>[] = []
  #totalScore: Mapped<TotalScore> | undefined
  #table: IndicatorReader | undefined
  #pending: Scalar | undefined
  #inFunds = false

  constructor(ruled: boolean, lexicon: Lexicon) {
    this.#ruled = ruled
    this.#lexicon = lexicon
    this.#funds = new FundsReader(lexicon)
    this.#goals = new GoalsReader(lexicon)
  }

  add(row: MatrixRow): void {
    if (filled(row).length === 0) return
    const columns = indicatorColumns(row, this.#lexicon)
    if (columns !== undefined) {
      this.#table = new IndicatorReader(columns, phasesOf(columns) ?? this.#phases(halvesOf(columns)), this.#ruled, this.#lexicon)
      return
    }
    if (addSignoff(row, this.#signoff, this.#lexicon)) {
      this.#table = undefined
      return
    }
    const cells = formCells(row, 'project', this.#lexicon)
    if (this.#table !== undefined && !this.#leavesTable(cells)) this.#addIndicator(row, cells)
    else this.#addField(row, cells)
  }

  /** A goal or field label in the first cell, with its text beside it, ends the indicator table. */
  #leavesTable(cells: readonly FormCell[]): boolean {
    const first = cells[0]
    if (first?.property === undefined || first.at > 0) return false
    return ['goal', 'overview', 'basis', 'funds', 'name', 'reason'].includes(first.property) && cells.length <= 2
  }

  #addIndicator(row: MatrixRow, cells: readonly FormCell[]): void {
    if (this.#table === undefined) return
    const total = cells[0]?.property === 'total100' ? this.#table.total(row) : undefined
    if (total !== undefined) this.#totalScore ??= total
    if (cells[0]?.property === 'total100') return total === undefined ? this.#keep(row) : undefined
    const { indicator, left } = this.#table.read(row)
    this.#indicators.push(indicator)
    for (const text of left) this.#extra.push({ kind: 'paragraph', text })
  }

  #addField(row: MatrixRow, all: readonly FormCell[]): void {
    const cells = this.#withoutUnit(all)
    const first = cells[0]
    if (first === undefined) return
    const scalar = cells.some((cell) => isScalar(cell.property))
    if (this.#pending !== undefined && !cells.some((cell) => cell.property !== undefined)) {
      this.#scalars[this.#pending] = first.text
      this.#pending = undefined
      return
    }
    if (first.property === 'funds' || first.property === 'total' || this.#funds.takes(row)) this.#inFunds = true
    else if (first.property === 'goal' || (isScalar(first.property) && first.property !== undefined)) this.#inFunds = false
    if (this.#inFunds) {
      if (!this.#funds.add(row)) this.#keep(row)
    }
    else if (scalar) this.#addScalars(this.#withoutAmount(row, cells))
    else if (cells.some((cell) => cell.property === 'goal') || this.#goals.isOpen) this.#goals.add(row, cells)
    else if (first.property !== 'head') this.#keep(row)
  }

  /** Reads the amount of a project in the row of its name; the other cells are left. */
  #withoutAmount(row: MatrixRow, cells: readonly FormCell[]): readonly FormCell[] {
    const at = cells.findIndex(({ property }) => property === 'total' || property === 'funds')
    const [label, value] = at > 0 ? cells.slice(at, at + 2) : []
    if (!label || !value || !AMOUNT.test(value.text.text.trim())) return cells
    this.#funds.add({ ...row, cells: [label.text, value.text] })
    return cells.filter((cell) => cell !== label && cell !== value)
  }

  /** Reads the unit of the amounts where the form has a field for it; the other cells are left. */
  #withoutUnit(cells: readonly FormCell[]): readonly FormCell[] {
    const at = cells.findIndex(({ property }) => property === 'moneyUnit')
    const value = at < 0 ? undefined : cells[at + 1]
    if (!value || !this.#funds.takesUnit(value.text.text)) return cells
    return cells.filter((_, index) => index !== at && index !== at + 1)
  }

  #addScalars(cells: readonly FormCell[]): void {
    this.#pending = undefined
    const values = new Set<FormCell>()
    cells.forEach((cell, i) => {
      const { property } = cell
      if (!isScalar(property)) return
      const next = cells[i + 1]
      if (next !== undefined && !isScalar(next.property)) {
        this.#scalars[property] ??= next.text
        values.add(next)
      } else if (this.#scalars[property] === undefined) {
        this.#scalars[property] = { text: '', segments: [] }
        this.#pending = property
      }
    })
    // Labels nobody knows and what stands beside them.
    const left = cells.filter((cell) => !isScalar(cell.property) && !values.has(cell))
    if (left.length > 0) this.#extra.push({ kind: 'grid', grid: [left.map(({ text }) => text)] })
  }

  #keep(row: MatrixRow): void {
    this.#extra.push({ kind: 'grid', grid: [row.cells] })
  }

  #phases(halves: number): readonly Phase[] {
    const known = [this.#goals.phases, this.#funds.phases].find((phases) => phases.length >= halves && halves > 1)
    const half = known?.filter((phase) => phase === 'period' || phase === 'annual')
    if (half !== undefined && half.length >= halves) return half.slice(0, halves)
    if (halves > 1) return ['period', 'annual']
    const only = [...this.#goals.phases, ...this.#funds.phases]
    return only.includes('annual') || !only.includes('period') ? ['annual'] : ['period']
  }

  result(caption: Caption): ReadForm<Project> {
    const { name, ...scalars } = this.#scalars
    const funds = this.#funds.result()
    const unit = funds.unit ?? caption.unit ?? (caption.title === undefined ? undefined : unitIn(caption.title.text))
    const form: Mapped<Project> = {
      ...(caption.title === undefined ? {} : { title: caption.title }),
      name: name ?? '',
      ...(caption.year === undefined ? {} : { fiscalYear: caption.year }),
      ...scalars,
      layout: 'form',
      funds: unit === undefined ? funds : { ...funds, unit },
      goals: this.#goals.result(),
      indicators: this.#indicators,
      ...(this.#totalScore === undefined ? {} : { totalScore: this.#totalScore }),
      ...(Object.keys(this.#signoff).length === 0 ? {} : { signoff: this.#signoff }),
    }
    return { form, extra: this.#extra }
  }
}

function isScalar(property: string | undefined): property is Scalar {
  return SCALARS.some((scalar) => scalar === property)
}
