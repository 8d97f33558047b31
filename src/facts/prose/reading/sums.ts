import type { Term } from '../../quantity.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { anchors, slotOf, type Anchor } from './anchors.ts'
import { valuesOf } from './arithmetic.ts'
import { wordsBefore } from './apart.ts'
import { computed, leaf, list, missing, nameOf, wordAt, type Claim } from './claim-item.ts'
import { addable, isMember } from './composition-parts.ts'
import { bare } from './label.ts'
import { pricedFigures } from './products.ts'
import { said } from './said-scope.ts'
import { bracketAround, type Figure, type Paragraph, type Span } from './paragraph.ts'

/** A total that stands after the amounts it adds up, with the readings of which amounts those are. */
export interface LateSum {
  readonly result: Figure
  readonly readings: readonly (readonly Figure[])[]
  readonly span: Span
}

const READINGS = 5

type Priced = ReturnType<typeof pricedFigures>

/** Clauses between `from` and `to`, in order. */
function clausesIn(paragraph: Paragraph, within: Span): readonly Span[] {
  const text = paragraph.shadow.text
  const spans: Span[] = []
  let [from, depth] = [within.from, 0]
  for (let at = within.from; at < within.to; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')') depth = Math.max(0, depth - 1)
    // A mark within a name ("counties (cities, districts)") ends no clause; one among figures does.
    if (!',;\u3001\u3002\n'.includes(text[at] ?? '') || (depth > 0 && !bracketAround(paragraph, at))) continue
    spans.push({ from, to: at })
    from = at + 1
  }
  if (from < within.to) spans.push({ from, to: within.to })
  return spans
}

/**
 * Amounts of consecutive clauses right before `to`: each clause states one amount (or the one result of its equation), and
 * none is silent. This regular shape is what makes a list of a stretch of prose. An amount called a total ends it, or is one of it (`through`):
 * what a number and a price come to.
 */
function listBefore(paragraph: Paragraph, within: Span & { readonly priced: Priced; readonly through?: boolean }, result: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const amounts: Figure[] = []
  for (const clause of [...clausesIn(paragraph, within)].reverse()) {
    const stated = paragraph.figures.filter((figure) => figure.at >= clause.from && figure.at < clause.to && figure.depth === result.depth && addable(result, figure, vocabulary) && isMember(paragraph, figure, vocabulary))
    // Number and price of an amount that another clause states are no members beside it.
    const inClause = (figure: Figure): boolean => figure.at >= clause.from && figure.at < clause.to
    if (within.priced.some(({ factors, result: product }) => factors.some(inClause) && !inClause(product))) continue
    // So many of each of a number of things are told for their product.
    if (result.quantity.unit.dimension === 'count' && paragraph.figures.some((figure) => figure.at >= clause.from && figure.at < clause.to && addable(result, figure, vocabulary) && wordsOf(vocabulary, 'price-words').test(figure.label))) break
    // A clause that only says the price of what the next one sums up is no silent one.
    const priced = paragraph.figures.filter((figure) => figure.at >= clause.from && figure.at < clause.to && addable(result, figure, vocabulary))
    if (stated.length === 0 && priced.length > 0 && priced.every((figure) => wordsOf(vocabulary, 'price-words').test(figure.label))) continue
    const results = stated.filter((figure) => figure.role === 'result')
    const amount = results.length === 1 ? results[0] : stated.length === 1 && !isWritten(paragraph, clause) ? stated[0] : undefined
    if (!amount || (!within.through && wordsOf(vocabulary, 'total-words').test(amount.label))) break
    amounts.unshift(amount)
  }
  return amounts
}

/** Whether a clause writes arithmetic out: a factor of it is no amount of the list. */
const isWritten = (paragraph: Paragraph, clause: Span): boolean => /[=*\u00d7]/u.test(paragraph.shadow.text.slice(clause.from, clause.to))

function listReadings(paragraph: Paragraph, anchor: Anchor, result: Figure, vocabulary: Vocabulary, priced: Priced): readonly (readonly Figure[])[] {
  const sentence = paragraph.sentences[result.sentence]
  if (!sentence) return []
  const bracket = bracketAround(paragraph, anchor.from)
  const start = bracket ? bracket.from + 1 : sentence.from
  const inSentence = listBefore(paragraph, { from: start, to: anchor.from, priced }, result, vocabulary)
  const further = bracket ? [] : listBefore(paragraph, { from: 0, to: anchor.from, priced }, result, vocabulary)
  const through = listBefore(paragraph, { from: start, to: anchor.from, priced, through: true }, result, vocabulary)
  const outside = bracket && inSentence.length === 0 ? listOutside(paragraph, { from: sentence.from, to: bracket.from, priced }, anchor, result, vocabulary) : undefined
  if (outside) return [outside]
  const named = bracket || inSentence.length > 0 ? undefined : listOfName(paragraph, { from: start, to: anchor.from, priced }, result, vocabulary)
  if (named) return [named]
  const added = inSentence[0] && addedName(inSentence[0], vocabulary)
  if (added !== undefined) return headsCalled(paragraph, added, inSentence, result, vocabulary).map((head) => [head, ...inSentence])
  // The first amount of a longer list may be a total of its own or a year before: the list may begin after it.
  // A list with marks of its own ends where the semicolon ends the one before it.
  const segment = paragraph.segments[result.segment]
  const own = inSentence.filter(({ at }) => !segment || at >= segment.from)
  const readings = [...(own.length < inSentence.length ? [own] : []), inSentence, further, ...(through.length > inSentence.length ? [through] : []), inSentence.slice(1), further.slice(1), further.slice(2)].filter((terms) => terms.length >= 2)
  // "All three": a list of another length is not the one that is meant.
  const said = numberSaid(paragraph, anchor, result)
  return said === undefined ? readings : readings.filter((terms) => said === BigInt(terms.length))
}

/** The list before a total that has a name of its own, which one of the list bears as well: "45 staff with posts, 26 without, staff in all 71". */
function listOfName(paragraph: Paragraph, within: Span & { readonly priced: Priced }, result: Figure, vocabulary: Vocabulary): readonly Figure[] | undefined {
  const clause = clausesIn(paragraph, within).at(-1)
  const name = clause ? bare(paragraph.shadow.text.slice(clause.from, clause.to)) : ''
  if (!clause || name.length < 2 || result.quantity.unit.dimension !== 'count') return undefined
  const terms = listBefore(paragraph, { ...within, to: clause.from }, result, vocabulary)
  // What stands before the first of that name (a quota) is of something else.
  const first = terms.findIndex(({ label }) => bare(label).endsWith(name))
  return first >= 0 && terms.length - first > 1 ? terms.slice(first) : undefined
}

/** The list right before brackets that hold its total alone and say how many it has: "1240 of one kind, 1565 of another (both kinds: 2805)". */
function listOutside(paragraph: Paragraph, within: Span & { readonly priced: Priced }, anchor: Anchor, result: Figure, vocabulary: Vocabulary): readonly Figure[] | undefined {
  const said = numberSaid(paragraph, anchor, result)
  const terms = said === undefined ? [] : listBefore(paragraph, within, { ...result, depth: result.depth - 1 }, vocabulary)
  return terms.length > 1 && said === BigInt(terms.length) ? terms : undefined
}

/** How many amounts the words of a total say it has. */
const numberSaid = (paragraph: Paragraph, anchor: Anchor, result: Figure): bigint | undefined => paragraph.figures.find((figure) => figure.at >= anchor.from && figure.at < result.at)?.quantity.digits

/** The name before a word of "plus" in the label of a list's first amount ("expenditure plus transfers 12"): the list adds to what is so called. */
function addedName(first: Figure, vocabulary: Vocabulary): string | undefined {
  const label = bare(first.label)
  const plus = wordsOf(vocabulary, 'plus-words').find(label)[0]
  return plus && plus.from > 1 && plus.to < label.length ? label.slice(0, plus.from) : undefined
}

/** The figures before a list that are called by a name, the nearest first. */
const headsCalled = (paragraph: Paragraph, name: string, list: readonly Figure[], result: Figure, vocabulary: Vocabulary): readonly Figure[] => paragraph.figures
  .filter((figure) => figure.at < (list[0]?.labelFrom ?? 0) && figure.depth === 0 && addable(result, figure, vocabulary) && isMember(paragraph, figure, vocabulary) && bare(figure.label).endsWith(name)).reverse()

/** What is added to the amount the sentence is about: a head, plus everything from the anchor to its result. */
function addedTo(paragraph: Paragraph, anchor: Anchor, result: Figure, vocabulary: Vocabulary): readonly (readonly Figure[])[] {
  const added = paragraph.figures.filter((figure) => figure.at > anchor.from && figure.at < result.at && figure.depth === result.depth && addable(result, figure, vocabulary) && isMember(paragraph, figure, vocabulary))
  const side = said('side', result.label, vocabulary)
  const heads = paragraph.figures.filter((figure) => figure.at < anchor.from && figure.depth === 0 && addable(result, figure, vocabulary) && isMember(paragraph, figure, vocabulary)
    && (side === undefined || [undefined, side].includes(said('side', figure.label, vocabulary))))
  // Words right before that print no amount name the head: it is the one so called, or none of these.
  const name = wordsBefore(paragraph, anchor)
  const called = name === '' ? heads : heads.filter((figure) => bare(figure.label).includes(name))
  // A plan may stand before what came of it, and one side of a budget before the other: any amount of the clause may be the head.
  const near = called.filter((figure) => figure.segment === result.segment)
  // The sentence before may open with the other side's: its own head is nearest to what is added.
  const nearest = called.find((figure) => figure.sentence === result.sentence - 1)
  const first = called.find((figure) => figure.sentence === result.sentence)
  // Several amounts in a row before the words of adding are the head together.
  const row = listBefore(paragraph, { from: paragraph.sentences[result.sentence]?.from ?? 0, to: anchor.from, priced: [] }, result, vocabulary)
  const together = row.length > 1 ? [[...row, ...added]] : []
  return added.length === 0 ? [] : [...together, ...[...new Set(near.length > 0 ? near : [first, nearest, called[0]])].filter((head) => head !== undefined).map((head) => [head, ...added])]
}

/** Totals that come after their terms. Must be read after equations and movements, which mark the roles of figures. */
export function lateSums(paragraph: Paragraph, vocabulary: Vocabulary): readonly LateSum[] {
  const priced = pricedFigures(paragraph, vocabulary)
  return anchors(paragraph, 'equation', vocabulary).flatMap((anchor) => {
    const at = slotOf(anchor, 'result')?.from
    const result = paragraph.figures.find((figure) => figure.at === at)
    if (!result || priced.some((product) => product.result === result) || result.role === 'result' || result.role === 'factor') return []
    const places = anchor.template.take?.['terms'] ?? []
    const found = places.includes('head') ? addedTo(paragraph, anchor, result, vocabulary) : listReadings(paragraph, anchor, result, vocabulary, priced)
    const readings = found.filter((terms, index) => found.findIndex((other) => other.length === terms.length && other.every((figure, at) => figure === terms[at])) === index)
    const from = Math.min(result.labelFrom, ...readings.flat().map((figure) => figure.labelFrom))
    return readings.length === 0 ? [] : [{ result, readings: readings.slice(0, READINGS), span: { from, to: result.at + 1 } }]
  })
}

/** Readings of a late sum as equations. */
export function lateSumClaims(paragraph: Paragraph, sum: LateSum, vocabulary: Vocabulary): readonly Claim[] {
  return sum.readings.map((figures): Claim => {
    const term: Term = { op: 'sum', args: figures.map((figure) => leaf(figure.quantity)) }
    return {
      kind: 'equation', paragraph, span: sum.span,
      attributes: {
        origin: () => wordAt(paragraph, sum.span, 'list'), name: () => nameOf(paragraph, sum.result, sum.span, vocabulary),
        result: () => sum.result.value, terms: () => list(valuesOf(figures)),
        computed: () => computed(term, valuesOf(figures), missing(paragraph, sum.span)),
      },
    }
  })
}
