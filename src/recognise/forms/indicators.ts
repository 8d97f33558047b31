import type { Indicator, IndicatorHalf, Phase, TotalScore } from '../../disclosure/model.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Mapped } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import { cellKind } from '../cell-kind.ts'
import { filled } from '../matrix.ts'
import type { MatrixRow } from '../matrix.ts'
import { alignIndicator } from './indicator-alignment.ts'
import type { AlignedIndicator } from './indicator-alignment.ts'
import type { IndicatorColumn, IndicatorRole } from './indicator-columns.ts'

/** Reads the rows of one indicator table. Merged labels (一级, 二级) hold for the rows below them. */
export class IndicatorReader {
  readonly #columns: readonly IndicatorColumn[]
  readonly #phases: readonly Phase[]
  readonly #lexicon: Lexicon
  readonly #ruled: boolean
  readonly #kinds = new Map<number, MappedText>()
  #level1: MappedText | undefined
  #row = 0

  /** `phases` are those of the groups side by side, in order. */
  constructor(columns: readonly IndicatorColumn[], phases: readonly Phase[], ruled: boolean, lexicon: Lexicon) {
    this.#columns = columns
    this.#phases = phases
    this.#ruled = ruled
    this.#lexicon = lexicon
  }

  /** The indicator of a row, and cells that found no column. */
  read(row: MatrixRow): { readonly indicator: Mapped<Indicator>; readonly left: readonly MappedText[] } {
    const aligned = alignIndicator(row, this.#columns, this.#lexicon)
    const cell = (role: IndicatorRole, half = 0): MappedText | undefined => {
      const column = this.#column(role, half)
      return column === undefined ? undefined : (aligned.placed.get(column) ?? this.#blank(row, column, aligned))
    }
    const level1 = cell('level1')
    if (level1 !== undefined && level1.text !== '') {
      this.#level1 = level1
      this.#kinds.clear()
    }
    this.#row += 1
    const halves: { [P in Phase]?: Mapped<IndicatorHalf> } = {}
    this.#phases.forEach((phase, half) => {
      const read = this.#half(half, cell)
      if (read !== undefined) halves[phase] = read
    })
    const actual = cell('actual')
    const name = cell('indicator')
    if (actual !== undefined) halves.actual = { ...halves[this.#phases[0] ?? 'annual'], ...(name === undefined ? {} : { name }), value: actual }
    const kept = (['nature', 'unit', 'weight', 'score'] as const).flatMap((role) => {
      const text = cell(role)
      return text === undefined ? [] : [[role, text] as const]
    })
    const reason = cell('reason')
    const reading = this.#ruled ? 'sure' : readingOf(aligned)
    const indicator: Mapped<Indicator> = {
      row: this.#row,
      ...(this.#level1 === undefined ? {} : { level1: this.#level1 }),
      halves,
      ...Object.fromEntries(kept),
      ...(reason === undefined || reason.text === '' ? {} : { reason }),
      ...(reading === 'sure' ? {} : { reading, doubt: aligned.left.length > 0 ? 'type-misfit' : 'row-shifted' }),
    }
    return { indicator, left: aligned.left }
  }

  /** The points and scores of a row that closes the table; undefined if not every figure of it finds its column. */
  total(row: MatrixRow): Mapped<TotalScore> | undefined {
    const [label, ...printed] = filled(row)
    const rest = printed.filter(({ text }) => !/^[-—–－/]+$/.test(text.text.trim()))
    const columns = this.#columns.filter(({ role }) => role === 'weight' || role === 'score')
    const figures = rest.filter(({ text }) => cellKind(text.text) !== 'text')
    if (label === undefined || figures.length === 0 || figures.length < rest.length || figures.length > columns.length) return undefined
    const inPlace = figures.every(({ at }) => columns.some((column) => column.at === at))
    if (!inPlace && figures.length !== columns.length) return undefined
    const placed = figures.map(({ at, text }, i) => [(inPlace ? columns.find((column) => column.at === at) : columns[i])?.role, text] as const)
    return { label: label.text, ...Object.fromEntries(placed) }
  }

  #half(half: number, cell: (role: IndicatorRole, half: number) => MappedText | undefined): Mapped<IndicatorHalf> | undefined {
    const printed = cell('kind', half)
    const name = cell('indicator', half)
    const kindHere = printed !== undefined && printed.text !== '' ? printed : this.#kindBeside(half, name, cell)
    if (kindHere !== undefined) this.#kinds.set(half, kindHere)
    const kind = this.#kinds.get(half)
    const value = cell('value', half)
    const own = this.#isShared(half) ? [value] : [printed, name, value]
    const empty = own.every((text) => text === undefined || text.text === '')
    if (empty && half > 0) return undefined
    return {
      ...(kind === undefined ? {} : { kind }),
      ...(name === undefined ? {} : { name }),
      ...(value === undefined ? {} : { value }),
    }
  }

  #column(role: IndicatorRole, half: number): IndicatorColumn | undefined {
    const of = (wanted: number): IndicatorColumn | undefined => this.#columns.find((column) => column.role === role && column.half === wanted)
    return of(half) ?? (role === 'indicator' || role === 'kind' ? of(0) : undefined)
  }

  /** Whether a group has values only: the names of the first one are its names, too. */
  #isShared(half: number): boolean {
    return half > 0 && !this.#columns.some((column) => column.role === 'indicator' && column.half === half)
  }

  /** The label printed only in the other half of the row, if both halves name the same indicator. */
  #kindBeside(half: number, name: MappedText | undefined, cell: (role: IndicatorRole, half: number) => MappedText | undefined): MappedText | undefined {
    if (name === undefined || name.text === '') return undefined
    for (let other = 0; other < this.#phases.length; other += 1) {
      const kind = other === half ? undefined : cell('kind', other)
      if (kind !== undefined && kind.text !== '' && cell('indicator', other)?.text === name.text) return kind
    }
    return undefined
  }

  /** The printed blank under a heading, if the row was not moved; else a blank without a place. */
  #blank(row: MatrixRow, column: IndicatorColumn, aligned: AlignedIndicator): MappedText {
    const cell = aligned.moved ? undefined : row.cells[column.at]
    return cell !== undefined && cell.text === '' ? cell : { text: '', segments: [] }
  }
}

function readingOf({ left, moved, anchored, placed, uniform, cut }: AlignedIndicator): 'sure' | 'inferred' | 'doubtful' {
  if (left.length > 0 || cut) return 'doubtful'
  if (!moved) return 'sure'
  return anchored || uniform || placed.size >= 4 ? 'inferred' : 'doubtful'
}
