import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Term } from '../../quantity.ts'
import type { QuantityValue } from '../../value.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { EQUALS, expressionAt, lendUnit, sortOf, valuesOf, type Expression } from './arithmetic.ts'
import { computed, list, missing, nameOf, wordAt, type Claim } from './claim-item.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

/** An expression and the figure the text says it comes to. */
export interface Equation {
  readonly expression: Expression
  readonly result: Figure
  readonly span: Span
}

/** Only a result may follow: remarks, and a word such as "about", may stand between. */
function resultAfter(paragraph: Paragraph, at: number, byOffset: ReadonlyMap<number, Figure>): Figure | undefined {
  const text = paragraph.shadow.text
  if (!EQUALS.includes(text[at] ?? ' ')) return undefined
  for (let next = at + 1; next <= at + 2; next++) {
    const figure = byOffset.get(next)
    if (figure) return figure
  }
  return undefined
}

/** "3 × 2, in all 6": the only expression of a sentence without a mark of equality, its result right after words of a total. */
function resultSaid(paragraph: Paragraph, expression: Expression, others: readonly Equation[], vocabulary: Vocabulary): Figure | undefined {
  const result = paragraph.figures.find((figure) => figure.at >= expression.span.to)
  if (!result || result.role !== 'stated' || result.quantity.unit.dimension !== 'money') return undefined
  if (others.some((other) => other.result.sentence === result.sentence) || paragraph.figures.some((figure) => figure.sentence === result.sentence && figure.at < expression.span.from && isMoney(figure))) return undefined
  const between = paragraph.shadow.text.slice(expression.span.to, result.at).replace(/^[,\s]/u, '')
  const words = wordsOf(vocabulary, 'result-words')
  return between !== '' && words.find(between).some((word) => word.from === 0) && words.strip(between) === '' ? result : undefined
}

const isMoney = (figure: Figure): boolean => figure.quantity.unit.dimension === 'money'

/** A figure right before a parenthesis that holds nothing but one expression: 627384 (209128 × 3). */
function resultBefore(paragraph: Paragraph, expression: Expression, byOffset: ReadonlyMap<number, Figure>): Figure | undefined {
  const bracket = paragraph.brackets.findLast((span) => span.from < expression.span.from && expression.span.to < span.to)
  if (!bracket) return undefined
  const inside = paragraph.figures.filter((figure) => figure.at > bracket.from && figure.at < bracket.to)
  const own = inside.every((figure) => expression.figures.includes(figure) || (EQUALS.includes(paragraph.shadow.text[figure.at - 1] ?? ' ') && figure.at >= expression.span.to))
  return own ? byOffset.get(bracket.from - 1) : undefined
}

/** Whether an expression can be what a result says: both money, or neither; prices are no results of sums. */
function fits(expression: Expression, result: Figure): boolean {
  const sort = sortOf(expression.term)
  const { dimension, symbol } = result.quantity.unit
  if (dimension === 'percent' || dimension === 'points') return false
  if (sort === undefined) return dimension === 'money' && mixes(expression.term)
  return symbol === '' || expression.figures.every((figure) => figure.quantity.unit.symbol === '') || (dimension === 'money' || dimension === 'rate') === (sort === 'money')
}

/** Whether money and mere numbers are added up: an operator is wrong there. */
const mixes = (term: Term): boolean => term.op !== 'leaf' && ((term.op === 'sum' && new Set(term.args.map(sortOf)).size > 1 && !term.args.map(sortOf).includes(undefined)) || term.args.some(mixes))

/** The expression that begins at a figure, or at a parenthesis before it when that is a factor itself. */
function expressionFrom(paragraph: Paragraph, at: number, byOffset: ReadonlyMap<number, Figure>): Expression | undefined {
  const inner = expressionAt(paragraph, at, byOffset)
  const outer = paragraph.shadow.text[at - 1] === '(' ? expressionAt(paragraph, at - 1, byOffset) : undefined
  return outer && outer.operators > (inner?.operators ?? 0) ? outer : (inner ?? outer)
}

/** Equations written out in a paragraph. Their figures are marked: factors are no amounts of their own, results are. */
export function equations(paragraph: Paragraph, vocabulary: Vocabulary): readonly Equation[] {
  const byOffset = new Map(paragraph.figures.map((figure) => [figure.at, figure]))
  const found: Equation[] = []
  let past = -1
  for (const figure of paragraph.figures) {
    if (figure.at < past) continue
    const expression = expressionFrom(paragraph, figure.at, byOffset)
    if (!expression) continue
    past = expression.span.to
    const after = resultAfter(paragraph, expression.span.to, byOffset) ?? resultSaid(paragraph, expression, found, vocabulary)
    const before = resultBefore(paragraph, expression, byOffset)
    const results = [after, before].filter((result) => result !== undefined && fits(expression, result))
    if (results.length === 0) continue
    for (const factor of expression.figures) factor.role = 'factor'
    for (const result of results) {
      if (!result) continue
      // Inside a parenthesis the result repeats the figure before it, which then is the amount.
      result.role = result === after && before ? 'factor' : 'result'
      const first = expression.figures[0]
      if (result === after && first && result.label === '') Object.assign(result, { label: first.label, labelFrom: first.labelFrom })
      found.push({ expression, result, span: { from: Math.min(result.labelFrom, expression.span.from), to: Math.max(result.at + 1, expression.span.to) } })
    }
  }
  return found
}

/** The equation as a claim: `computed` carries the formula and its inputs. */
export function equationClaim(paragraph: Paragraph, equation: Equation, vocabulary: Vocabulary): Claim {
  const { expression, result, span } = equation
  const terms = valuesOf(expression.figures)
  const { unit } = result.quantity
  const first = expression.figures.find((figure) => figure.quantity.unit.symbol !== '')?.quantity.unit
  const lent = unit.symbol === '' && first && sortOf(expression.term) === 'money' ? { ...result.quantity, unit: first.dimension === 'money' ? first : unit } : result.quantity
  const value: QuantityValue = lent === result.quantity ? result.value : { ...result.value, quantity: lent }
  return {
    kind: 'equation', paragraph, span,
    attributes: {
      origin: () => wordAt(paragraph, span, sortOf(expression.term) === undefined ? 'mixed' : 'written'), name: () => nameOf(paragraph, result, span, vocabulary),
      result: () => value, terms: () => list(terms),
      computed: () => computed(unit.symbol === '' ? expression.term : lendUnit(expression.term, unit), terms, missing(paragraph, span)),
    },
  }
}
