import { judgeTerms, compareValues, evaluate, leaf, slipOf } from '../amounts/index.ts'
import type { Reading } from '../../core/verdict.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import type { ProseContext, ProseText } from '../prose/prose-text.ts'
import { EQUALS, expressionAt, valuesOf } from '../prose/reading/arithmetic.ts'
import { computed } from '../prose/reading/claim-item.ts'
import { paragraphOf, type Figure, type Paragraph } from '../prose/reading/paragraph.ts'
import { priceAndNumber } from '../prose/reading/products.ts'
import { markParagraph, readParagraph } from '../prose/reading/read-paragraph.ts'
import type { Quantity, Term } from '../quantity.ts'
import type { Standing } from '../standing.ts'
import { tokenise } from '../tokens/index.ts'
import { absentValue, listValue, textValue } from '../values.ts'
import type { AbsentValue, QuantityValue } from '../value.ts'
import { figure } from './cell-value.ts'
import { tableStanding, type TablePart } from './part.ts'
import type { CellView, LaneView, RowView } from './view.ts'

export const HAS_FIGURES = /\d[^\d]+\d/u

/** Reckonings written out in a cell of words: 8 trips at 5.50 each, 44.00. */
export function cellEquations(text: ProseText, context: ProseContext): readonly Item[] {
  return HAS_FIGURES.test(text.tokenised.text) ? readParagraph(markParagraph(text, context.vocabulary), [], context).equations() : []
}

/** Amounts of a row beside a note that says how they were reckoned and nothing else ("92 persons, 36,000 yuan each"), as items of kind `equation` (origin `note`). */
export function tableNotes({ view, ground }: TablePart): Item[] {
  const table = view()
  return table.lanes.flatMap((lane) => lane.columns.filter(({ type }) => type === 'text').flatMap((column) => lane.rows.flatMap((row) => {
    if (row.kind !== 'item') return []
    const cell = lane.cell(row, column)
    const printed = cell.printed === undefined ? '' : String(cell.printed)
    if (!HAS_FIGURES.test(printed)) return []
    const paragraph = paragraphOf({ ref: { pointer: cell.pointer }, tokenised: tokenise(printed), field: 'table.cell', prose: false })
    const reckoned = reckonedIn(paragraph, ground.vocabulary)
    const amount = reckoned && amountOf(lane, row, reckoned.term)
    const label = row.label.trim()
    return reckoned && amount ? [notedEquation({ amount: figure(amount, amount.quantity), label, labelPointer: row.labelPointer, reading: amount.reading, ...reckoned }, tableStanding(ground)(table, label))] : []
  })))
}

export interface Reckoned {
  readonly figures: readonly Figure[]
  readonly term: Term
}

/** The only reckoning of a note: an expression of all its figures, or a number and the price of one. */
export function reckonedIn(paragraph: Paragraph, vocabulary: TablePart['ground']['vocabulary']): Reckoned | undefined {
  const { figures, shadow } = paragraph
  const [first] = figures
  if (!first || [...EQUALS].some((sign) => shadow.text.includes(sign))) return undefined
  const expression = expressionAt(paragraph, first.at, new Map(figures.map((one) => [one.at, one])))
  if (expression) return expression.figures.length === figures.length ? { figures, term: expression.term } : undefined
  return priceAndNumber(paragraph, vocabulary)
}

/** What a note states of an amount, as an item of kind `equation`. */
export interface NotedAmount extends Reckoned {
  readonly amount: QuantityValue
  readonly label: string
  readonly labelPointer: string
  readonly reading: Reading | undefined
}

type Amount = CellView & { readonly quantity: Quantity }

/** The amount of the row that a reckoning comes to, else the one that a slip would make of it. */
function amountOf(lane: LaneView, row: RowView, term: Term): Amount | undefined {
  return reckonedAmount(lane.columns.filter(({ type }) => type === 'amount').map((column) => lane.cell(row, column)).filter((cell): cell is Amount => cell.quantity !== undefined), term)
}

/** The amount that a reckoning comes to, else the one that a slip would make of it. */
export function reckonedAmount<T extends { readonly quantity: Quantity }>(all: readonly T[], term: Term): T | undefined {
  const amounts = all.filter(({ quantity }) => quantity.digits !== 0n)
  const met = amounts.find(({ quantity }) => !['impossible', 'not-evaluated'].includes(judgeTerms('equal', leaf(quantity), term).verdict))
  const made = evaluate(term)
  if (met || 'reason' in made) return met
  const near = amounts.filter(({ quantity }) => isNear(quantity, made.quantity))
  return near.length === amounts.length || near.some(({ quantity }) => slipOf(quantity, made.quantity) !== undefined) ? near[0] : undefined
}

/** Whether two amounts are apart by a quarter at most. */
function isNear(a: Quantity, b: Quantity): boolean {
  const times = (quantity: Quantity, factor: bigint): Quantity => ({ ...quantity, digits: quantity.digits * factor })
  return compareValues(times(a, 4n), times(b, 5n)) !== 1 && compareValues(times(b, 4n), times(a, 5n)) !== 1
}

/** An amount and its reckoning as an item. */
export function notedEquation({ amount, label, labelPointer, reading, figures, term }: NotedAmount, standing: Standing): Item {
  const values = valuesOf(figures)
  const pointer = amount.ref?.pointer ?? labelPointer
  return makeItem({
    kind: 'equation', ref: { pointer }, text: amount.printed ?? label, reading, standing,
    attributes: {
      result: () => amount, computed: () => computed(term, values, absentValue('missing-value', pointer) as AbsentValue), terms: () => listValue(values),
      origin: () => textValue('note'), name: () => textValue(label, { pointer: labelPointer }), text: () => textValue(label, { pointer: labelPointer }),
    },
  })
}
