import type { Phase, Phased } from '../../disclosure/model.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Lexicon } from '../lexicon.ts'
import type { MatrixRow } from '../matrix.ts'
import type { FormCell } from './form-row.ts'

type Goals = { -readonly [P in keyof Phased<string>]: MappedText }
type Half = { readonly at: number; readonly phase: Phase }

/** Reads the goals of a form: one text, texts side by side under headings, or label and text in turn. */
export class GoalsReader {
  readonly #lexicon: Lexicon
  readonly #goals: Goals = {}
  #halves: readonly Half[] = []

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  get phases(): readonly Phase[] {
    return this.#halves.map(({ phase }) => phase)
  }

  get isOpen(): boolean {
    return this.#halves.length > 0 && Object.keys(this.#goals).length === 0
  }

  add(row: MatrixRow, cells: readonly FormCell[]): void {
    const labels = cells.filter((cell) => cell.property === 'goal')
    const values = cells.filter((cell) => cell.property !== 'goal' && cell.property !== 'head')
    if (values.length === 0 && labels.length >= 2) {
      const heads = labels.length > 2 ? labels.slice(1) : labels
      this.#halves = heads.map((cell, i) => ({ at: cell.at, phase: this.#phase(cell.text.text) ?? (i === 0 ? 'period' : 'annual') }))
    } else if (labels.length <= 1 || this.#halves.length >= 2) this.#place(row, labels[0], values)
    else for (const [i, cell] of cells.entries()) this.#pair(cell, cells[i + 1])
  }

  result(): Phased<MappedText> {
    return this.#goals
  }

  #phase(label: string): Phase | undefined {
    return this.#lexicon.phase(label) as Phase | undefined
  }

  #pair(label: FormCell, value: FormCell | undefined): void {
    if (label.property !== 'goal') return
    const phase = this.#phase(label.text.text) ?? 'annual'
    this.#goals[phase] ??= value !== undefined && value.property !== 'goal' ? value.text : { text: '', segments: [] }
  }

  #place(row: MatrixRow, label: FormCell | undefined, values: readonly FormCell[]): void {
    if (this.#halves.length < 2) {
      const phase = this.#halves[0]?.phase ?? this.#phase(label?.text.text ?? '') ?? 'annual'
      const text = values[0]?.text ?? { text: '', segments: [] }
      if (this.#goals[phase] === undefined || this.#goals[phase].text === '') this.#goals[phase] = text
      return
    }
    this.#halves.forEach(({ at, phase }, i) => {
      const value = values.length >= this.#halves.length ? values[i] : values.find((candidate) => this.#halfAt(candidate.at) === i)
      const blank = row.cells[at]
      this.#goals[phase] ??= value?.text ?? (blank !== undefined && blank.text === '' ? blank : { text: '', segments: [] })
    })
  }

  #halfAt(at: number): number {
    return this.#halves.filter((half, i) => i > 0 && at >= half.at).length
  }
}
