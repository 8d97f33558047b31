import type { Extra, Indicator, Overall, OverallFund, TextBlock, TotalScore } from '../../disclosure/model.ts'
import { joinMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Caption } from '../captions.ts'
import { unitIn } from '../captions.ts'
import { cellKind } from '../cell-kind.ts'
import type { Mapped } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import { filled } from '../matrix.ts'
import type { Matrix, MatrixRow } from '../matrix.ts'
import { blankAfter, formCells, fundLabel, isWithin, splitAmounts } from './form-row.ts'
import type { FormCell } from './form-row.ts'
import { FundsReader } from './funds.ts'
import { indicatorColumns } from './indicator-columns.ts'
import { IndicatorReader } from './indicators.ts'
import type { ReadForm } from './project-form.ts'
import { addSignoff } from './signoff.ts'
import type { SignoffDraft } from './signoff.ts'

type Part = 'basic' | 'duties' | 'strategy' | 'funds' | 'tasks' | 'goal'
const PARTS: readonly Part[] = ['basic', 'duties', 'strategy', 'funds', 'tasks', 'goal']

/** Reads the overall performance form of a unit. */
export function readOverall(matrix: Matrix, caption: Caption, lexicon: Lexicon): ReadForm<Overall> {
  const reader = new OverallReader(matrix.ruled, lexicon)
  for (const row of matrix.rows) reader.add(row)
  return reader.result(caption)
}

class OverallReader {
  readonly #lexicon: Lexicon
  readonly #ruled: boolean
  readonly #texts: Record<'duties' | 'strategy' | 'goal', MappedText[]> = { duties: [], strategy: [], goal: [] }
  readonly #staffing: Mapped<TextBlock>[] = []
  readonly #tasks: Mapped<TextBlock>[] = []
  readonly #bySource: Mapped<OverallFund>[] = []
  readonly #byType: Mapped<OverallFund>[] = []
  readonly #indicators: Mapped<Indicator>[] = []
  readonly #signoff: SignoffDraft = {}
  readonly #extra: Mapped<Extra>[] = []
  readonly #execution: FundsReader
  #unitName: MappedText | undefined
  #unit: string | undefined
  #part: Part = 'basic'
  #table: IndicatorReader | undefined
  #totalScore: Mapped<TotalScore> | undefined
  #typeAt = Number.POSITIVE_INFINITY
  #within = { source: 0, type: 0 }

  constructor(ruled: boolean, lexicon: Lexicon) {
    this.#ruled = ruled
    this.#lexicon = lexicon
    this.#execution = new FundsReader(lexicon)
  }

  add(row: MatrixRow): void {
    if (filled(row).length === 0) return
    const columns = indicatorColumns(row, this.#lexicon)
    if (columns !== undefined) {
      this.#table = new IndicatorReader(columns, ['annual'], this.#ruled, this.#lexicon)
      return
    }
    if (addSignoff(row, this.#signoff, this.#lexicon)) return
    const closing = this.#table !== undefined && this.#lexicon.is('project', 'total100', filled(row)[0]?.text.text ?? '') ? this.#table.total(row) : undefined
    if (closing !== undefined) {
      this.#totalScore ??= closing
      return
    }
    if (this.#table !== undefined) {
      const { indicator, left } = this.#table.read(row)
      this.#indicators.push(indicator)
      for (const text of left) this.#extra.push({ kind: 'paragraph', text })
      return
    }
    if (this.#execution.takes(row)) {
      this.#execution.add(row)
      return
    }
    const cells = splitAmounts(formCells(row, 'overall', this.#lexicon))
    const part = PARTS.find((candidate) => candidate === this.#partOf(cells[0]))
    if (part !== undefined) this.#part = part
    else if (cells[0]?.property === 'bySource' || cells[0]?.property === 'byType') this.#part = 'funds'
    this.#addTo(this.#part, row, part === undefined ? cells : cells.slice(1))
  }

  #partOf(cell: FormCell | undefined): string | undefined {
    if (cell === undefined || cell.at > 0) return undefined
    return cell.property === 'unitName' || cell.property === 'staffing' ? undefined : cell.property
  }

  #addTo(part: Part, row: MatrixRow, cells: readonly FormCell[]): void {
    if (part === 'basic') this.#addBasic(cells)
    else if (part === 'funds') this.#addFunds(row, cells)
    else if (part === 'tasks') this.#tasks.push(...cells.map(({ text }) => ({ text })))
    else this.#texts[part].push(...cells.map(({ text }) => text))
  }

  #addBasic(cells: readonly FormCell[]): void {
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]
      const next = cells[i + 1]
      if (cell === undefined) continue
      if (cell.property === 'unitName') {
        this.#unitName ??= next !== undefined && next.property === undefined ? next.text : undefined
        i += 1
      } else if (cell.property === 'staffing' && next !== undefined && next.property === undefined) {
        this.#staffing.push({ text: joinMapped([cell.text, next.text], /[:：]$/.test(cell.text.text) ? '' : '：') })
        i += 1
      } else this.#staffing.push({ text: cell.text })
    }
  }

  #addFunds(row: MatrixRow, cells: readonly FormCell[]): void {
    const type = cells.find((cell) => cell.property === 'byType')
    if (type !== undefined) this.#typeAt = type.at
    const heading = type ?? cells.find((cell) => cell.property === 'bySource')
    if (heading !== undefined) {
      for (const { text } of cells) this.#unit ??= unitIn(text.text)
      // The parts may stand beside the heading: by nature of the money: general budget 12.00, fund 3.00.
      if (!cells.some(({ text }) => isAmount(text.text))) return
    }
    if (type === undefined && heading !== undefined) this.#typeAt = Number.POSITIVE_INFINITY
    cells.forEach((cell, i) => {
      if (cell === heading || isAmount(cell.text.text)) return
      const next = cells[i + 1]
      const amount = next !== undefined && isAmount(next.text.text) ? next.text : blankAfter(row, cell.at)
      const side = cell.at < this.#typeAt ? 'source' : 'type'
      const list = side === 'source' ? this.#bySource : this.#byType
      if (isWithin(cell.text.text, this.#lexicon) && list.length > 0) this.#within = { ...this.#within, [side]: this.#within[side] + 1 }
      list.push({ label: fundLabel(cell.text, this.#lexicon), level: 1 + this.#within[side], amount })
    })
  }

  result(caption: Caption): ReadForm<Overall> {
    const text = (parts: readonly MappedText[]) => (parts.length === 0 ? undefined : joinMapped(parts, '\n'))
    const [duties, strategy, goal] = [text(this.#texts.duties), text(this.#texts.strategy), text(this.#texts.goal)]
    const unit = this.#unit ?? caption.unit
    const form: Mapped<Overall> = {
      ...(caption.title === undefined ? {} : { title: caption.title }),
      ...(this.#unitName === undefined ? {} : { unitName: this.#unitName }),
      staffing: this.#staffing,
      ...(duties === undefined ? {} : { duties }),
      ...(strategy === undefined ? {} : { strategy }),
      funds: { ...(unit === undefined ? {} : { unit }), bySource: this.#bySource, byType: this.#byType },
      ...(this.#execution.isEmpty ? {} : { execution: { ...(unit === undefined ? {} : { unit }), ...this.#execution.result() } }),
      tasks: this.#tasks,
      ...(goal === undefined ? {} : { goal }),
      indicators: this.#indicators,
      ...(this.#totalScore === undefined ? {} : { totalScore: this.#totalScore }),
      ...(Object.keys(this.#signoff).length === 0 ? {} : { signoff: this.#signoff }),
    }
    return { form, extra: this.#extra }
  }
}

function isAmount(text: string): boolean {
  return cellKind(text) !== 'text' || /^[\d,.]+\s*(?:万元|元)$/.test(text)
}
