import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { anchors, type Anchor } from './anchors.ts'
import { isStated } from './candidates.ts'
import type { Claim } from './claim-item.ts'
import { completedBeside } from './completed-beside.ts'
import { claimOf } from './composition-claim.ts'
import { measureOf, stageOf } from './composition-parts.ts'
import { isFraction, tellsYearBefore } from './list-heads.ts'
import { isMet, toldTogether, type Sum } from './overfull.ts'
import { sentenceAt, isFigure, type Figure, type Paragraph } from './paragraph.ts'
import { sumsFor, type Opening } from './list-sums.ts'
import { remarkTotals, totalsOf } from './list-totals.ts'
import { metOtherwise } from './met-otherwise.ts'

/** A sentence that opens more lists than this tells nothing of what is of what; each read to its end would cost more with every other. */
const MOST_LISTS = 40

/** At most this many readings of one claim (DESIGN §3). */
const READINGS = 5
const stagesAfter = (paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): number =>
  new Set(paragraph.figures.filter((figure) => figure.at >= anchor.to && isStated(figure)).map((figure) => stageOf(figure.label, vocabulary)).filter((stage) => stage !== undefined)).size

const sameSum = (a: Sum, b: Sum): boolean => a.members.length === b.members.length && a.total === b.total && a.members.every((member, index) => member === b.members[index])

const isPlain = (anchor: Anchor): boolean => anchor.template.take?.['closed']?.includes('only-head') ?? false

/** Whether an amount and a comma stand right before; words of what it is mainly for may begin a sentence as well. */
function afterFigure(text: string, anchor: Anchor, vocabulary: Vocabulary): boolean {
  const marks = wordsOf(vocabulary, 'mainly-words').test(text.slice(anchor.from, anchor.to)) ? ',\u3002' : ','
  return anchor.from > 1 && marks.includes(text[anchor.from - 1] ?? '') && isFigure(text, anchor.from - 2)
}

/** Words of opening after a negation ("not including") open nothing; a parenthesis opens a list only if it holds figures and no other words that open one. */
function opensList(paragraph: Paragraph, anchor: Anchor, all: readonly Anchor[], vocabulary: Vocabulary): boolean {
  if (wordsOf(vocabulary, 'negations').test(paragraph.shadow.text.slice(Math.max(0, anchor.from - 1), anchor.from))) return false
  const { text } = paragraph.shadow
  const closed = anchor.template.take?.['closed']
  // Words that each member may bear open a list only right after its total, and where nothing else has opened one.
  if (isPlain(anchor) && !(afterFigure(text, anchor, vocabulary) && !all.some((other) => other !== anchor && text[other.from] !== '(' && sentenceAt(paragraph, other.from) === sentenceAt(paragraph, anchor.from) && other.from < anchor.from))) return false
  // Words that say what most of it is open a list only where an amount follows in the clause.
  if (closed?.length === 0 || isPlain(anchor)) {
    const next = paragraph.figures.find((figure) => figure.at >= anchor.to)
    if (!next || /[,;:\u3001\u3002]/u.test(text.slice(anchor.to, next.at))) return false
  }
  if (text[anchor.from] !== '(') return true
  const bracket = paragraph.brackets.find((span) => span.from === anchor.from)
  return bracket !== undefined && !isFraction(paragraph, bracket) && !tellsYearBefore(paragraph, bracket, vocabulary) && !all.some((other) => other.from > bracket.from && other.to <= bracket.to)
}

function withoutCrowds(paragraph: Paragraph, all: readonly Anchor[]): readonly Anchor[] {
  if (all.length <= MOST_LISTS) return all
  const lists = paragraph.sentences.map(() => 0)
  const sentences = all.map((anchor) => sentenceAt(paragraph, anchor.from))
  for (const sentence of sentences) lists[sentence] = (lists[sentence] ?? 0) + 1
  return all.filter((_, index) => (lists[sentences[index] ?? 0] ?? 0) <= MOST_LISTS)
}

/** Whether a list that opens with this figure tells what the total measures: right away, or beside it in the same part of the sentence. What comes after that is of something else. */
const isListed = (paragraph: Paragraph, opens: Figure, total: Figure, vocabulary: Vocabulary): boolean => [opens, paragraph.figures[paragraph.figures.indexOf(opens) + 1]].some((figure) => figure !== undefined
  && measureOf(figure, vocabulary) === measureOf(total, vocabulary) && (figure === opens || (figure.segment === opens.segment && !wordsOf(vocabulary, 'share-verbs').test(figure.label))))

/** One composition as read: its readings as claims, and the sums behind them. */
export interface ReadComposition {
  readonly claims: readonly Claim[]
  readonly sums: readonly Sum[]
}

/** Compositions of a paragraph, one a list and kind of quantity. `before`: paragraphs before it in its section, nearest first. */
export function compositions(paragraph: Paragraph, before: readonly Paragraph[], vocabulary: Vocabulary): readonly ReadComposition[] {
  const opened = withoutCrowds(paragraph, anchors(paragraph, 'composition', vocabulary)).filter((anchor, _, all) => opensList(paragraph, anchor, all, vocabulary))
  return opened.flatMap((anchor) => {
    const opening: Opening = { paragraph, anchor, opened, vocabulary, known: new Map() }
    const stated = totalsOf(opening, before)
    const totals = [...stated, ...remarkTotals(opening, stated)]
    // A budget and its outturn are two totals only where the members are printed in such pairs as well.
    const paired = stagesAfter(paragraph, anchor, vocabulary) > 1
    const kindOf = (total: Figure): string => `${measureOf(total, vocabulary)} ${paired ? (stageOf(total.label, vocabulary) ?? '') : ''}`
    const opens = paragraph.figures.find((figure) => figure.at >= anchor.to && figure.role !== 'percent')
    const read = [...new Set(totals.filter((total) => !opens || isListed(paragraph, opens, total, vocabulary)).map(kindOf))].map((kind): readonly Sum[] => {
      const sums: Sum[] = []
      for (const sum of totals.filter((total) => kindOf(total) === kind).flatMap((total) => sumsFor(opening, total))) {
        if (sum.members.length < 2 && (!(anchor.template.take?.['closed'] ?? []).includes('total-word') || sum.members[0]?.quantity.unit.symbol !== sum.total.quantity.unit.symbol)) continue
        if (!isMet(sum) && toldTogether(paragraph, sum, anchor, vocabulary)) continue
        if (!sum.members.includes(sum.total) && !sums.some((known) => sameSum(known, sum))) sums.push(sum)
      }
      return [...sums, ...metOtherwise([paragraph, ...before], sums)].sort((a, b) => Number(isMet(b)) - Number(isMet(a))).slice(0, READINGS)
    })
    return completedBeside(read).filter(({ length }) => length > 0).map((sums) => ({ sums, claims: sums.map((sum) => claimOf(paragraph, anchor, sum, vocabulary)) }))
  })
}
