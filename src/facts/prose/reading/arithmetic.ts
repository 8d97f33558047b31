import type { Quantity, Term, Unit } from '../../quantity.ts'
import type { QuantityValue } from '../../value.ts'
import { isFigure, type Figure, type Paragraph, type Span } from './paragraph.ts'

/** An expression written out in the text: its term, the figures in it in order, and where it ends. */
export interface Expression {
  readonly term: Term
  readonly figures: readonly Figure[]
  readonly span: Span
  readonly operators: number
}

const TIMES = '*\u00d7xX\u00b7\u2715'
const OVER = '/\u00f7'
const PLUS = '+'
const MINUS = '-\u2212\u2013'
export const EQUALS = '=\u2248'

const NUMBERED = /\p{Script=Han}{1,2}(?=[*\u00d7=\u2248])/uy
const PRICED = /\/\p{Script=Han}{1,3}(?=[*\u00d7=\u2248+)])/uy

/** What a factor or term after an operator is called. */
const CALLED = /\p{Script=Han}{1,10}/uy

const is = (text: string, at: number, marks: string): boolean => at < text.length && marks.includes(text[at] ?? '')

interface Step {
  readonly term: Term
  readonly to: number
}

/** Reads sums and products of figures; parentheses group, or hold a remark without figures. */
class ExpressionReader {
  readonly figures: Figure[] = []
  operators = 0
  private readonly text: string
  private readonly byOffset: ReadonlyMap<number, Figure>

  constructor(text: string, byOffset: ReadonlyMap<number, Figure>) {
    this.text = text
    this.byOffset = byOffset
  }

  sum(at: number): Step | undefined {
    let left = this.product(at)
    while (left && (is(this.text, left.to, PLUS) || is(this.text, left.to, MINUS))) {
      const op = is(this.text, left.to, PLUS) ? 'sum' : 'minus'
      const right = this.product(op === 'sum' ? this.afterName(left.to + 1) : left.to + 1)
      if (!right) return left
      this.operators++
      left = { term: { op, args: [left.term, right.term] }, to: right.to }
    }
    return left
  }

  private product(at: number): Step | undefined {
    let left = this.factor(at)
    while (left && (is(this.text, left.to, TIMES) || is(this.text, left.to, OVER))) {
      const op = is(this.text, left.to, TIMES) ? 'times' : 'ratio'
      const right = this.factor(op === 'times' ? this.afterName(left.to + 1) : left.to + 1)
      if (!right) return left
      this.operators++
      left = { term: { op, args: [left.term, right.term] }, to: right.to }
    }
    return left
  }

  private factor(at: number): Step | undefined {
    if (this.text[at] === '(') {
      const inner = this.sum(at + 1)
      return inner && this.text[inner.to] === ')' ? { term: inner.term, to: this.afterRemark(inner.to + 1) } : undefined
    }
    const figure = this.byOffset.get(at)
    if (!figure) return undefined
    this.figures.push(figure)
    return { term: { op: 'leaf', quantity: factorQuantity(figure.quantity) }, to: this.afterRemark(this.afterMeasure(at + 1, figure.quantity)) }
  }

  /** Where the figure stands that an operator is followed by: behind its name, if it has one ("visits × cost of each 236"). */
  private afterName(at: number): number {
    CALLED.lastIndex = at
    const to = at + (CALLED.exec(this.text)?.[0].length ?? 0)
    return this.byOffset.has(to) ? to : at
  }

  /** A measure word that is not known, after a bare number or a price, belongs to the factor when an operator follows. */
  private afterMeasure(at: number, { unit }: Quantity): number {
    const pattern = unit.symbol === '' ? NUMBERED : unit.dimension === 'money' ? PRICED : undefined
    if (!pattern) return at
    pattern.lastIndex = at
    return at + (pattern.exec(this.text)?.[0].length ?? 0)
  }

  /** A parenthesis without figures after a factor is a remark. */
  private afterRemark(at: number): number {
    if (this.text[at] !== '(') return at
    const close = this.text.indexOf(')', at)
    if (close < 0) return at
    for (let inside = at; inside < close; inside++) if (isFigure(this.text, inside)) return at
    return close + 1
  }
}

/** In a product 2 years are two of the price per year, not 24 months. */
function factorQuantity(quantity: Quantity): Quantity {
  return quantity.unit.dimension === 'length-of-time' ? { ...quantity, unit: { ...quantity.unit, dimension: 'count' } } : quantity
}

/** The longest expression with at least one operator that begins at a figure or parenthesis. */
export function expressionAt(paragraph: Paragraph, at: number, byOffset: ReadonlyMap<number, Figure>): Expression | undefined {
  const reader = new ExpressionReader(paragraph.shadow.text, byOffset)
  const read = reader.sum(at)
  return read && reader.operators > 0 ? { term: read.term, figures: reader.figures, span: { from: at, to: read.to }, operators: reader.operators } : undefined
}

const isMoney = (quantity: Quantity): boolean => quantity.unit.dimension === 'money' || quantity.unit.dimension === 'rate'

/** Whether a term comes to money or to a plain number; undefined where its parts cannot be combined that way. */
export function sortOf(term: Term): 'money' | 'plain' | undefined {
  if (term.op === 'leaf') return isMoney(term.quantity) ? 'money' : 'plain'
  const parts = term.args.map(sortOf)
  if (parts.includes(undefined)) return undefined
  const money = parts.filter((part) => part === 'money').length
  switch (term.op) {
    case 'sum': case 'minus': return money === 0 || money === parts.length ? parts[0] : undefined
    case 'times': return money > 1 ? undefined : money === 1 ? 'money' : 'plain'
    case 'ratio': return parts[1] === 'money' ? (parts[0] === 'money' ? 'plain' : undefined) : parts[0]
    default: return undefined
  }
}

/** The term with a unit lent to figures printed without one: 85.1 + 170.2 = 255.3 of something. */
export function lendUnit(term: Term, unit: Unit): Term {
  if (term.op === 'leaf') return term.quantity.unit.symbol === '' ? { op: 'leaf', quantity: { ...term.quantity, unit } } : term
  if (term.op !== 'sum' && term.op !== 'minus') return term
  return { ...term, args: term.args.map((arg) => lendUnit(arg, unit)) }
}

export const valuesOf = (figures: readonly Figure[]): readonly QuantityValue[] => figures.map((figure) => figure.value)
