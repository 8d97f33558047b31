import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { isStated } from './candidates.ts'
import { nameOf, type Claim } from './claim-item.ts'
import { listClaim } from './composition-claim.ts'
import { addable } from './composition-parts.ts'
import { isMet, type Sum } from './overfull.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

/** Totals told side by side, and stretches of text that each tell one item of them. */
interface Parallel {
  readonly totals: readonly Figure[]
  readonly items: readonly Span[]
}

/** Fewest items for which it is no chance that they come to a total. */
const FEWEST = 3

/**
 * Lists of which each item states several measures, as their totals do: "16 classes, 768 pupils; 16, 752; 15, 698; 47 classes and 2218 pupils in all".
 * Where one measure comes to its total the list is complete, so that the others must as well: those that do not.
 */
export function parallelSums(paragraph: Paragraph, vocabulary: Vocabulary): readonly Sum[] {
  if (paragraph.figures.length < 2 * (FEWEST + 1)) return []
  return paragraph.sentences.flatMap((sentence) => [closing(paragraph, sentence, vocabulary), opening(paragraph, sentence, vocabulary)]).flatMap((parallel) => (parallel ? unmet(paragraph, parallel, vocabulary) : []))
}

function unmet(paragraph: Paragraph, { totals, items }: Parallel, vocabulary: Vocabulary): readonly Sum[] {
  const sums = totals.flatMap((total): Sum[] => {
    const members = items.map((item) => within(paragraph, item).filter((figure) => addable(total, figure, vocabulary)))
    const ones = members.flatMap((figures) => (figures.length === 1 ? figures : []))
    return ones.length === items.length && ones.length >= FEWEST ? [{ total, members: ones, open: false }] : []
  })
  return sums.length > 1 && sums.some(isMet) ? sums.filter((sum) => !isMet(sum)) : []
}

const within = ({ figures }: Paragraph, { from, to }: Span): readonly Figure[] => figures.filter((figure) => figure.at >= from && figure.at < to && figure.depth === 0 && isStated(figure))

/** Figures from `first` on with nothing but a mark between them. */
function sideBySide(paragraph: Paragraph, figures: readonly Figure[], first: number): readonly Figure[] {
  const end = figures.findIndex((figure, at) => at > first && !/^[\u3001,]$/u.test(paragraph.shadow.text.slice((figures[at - 1]?.at ?? 0) + 1, figure.at)))
  return figures.slice(first, end < 0 ? undefined : end)
}

/** Items between semicolons whose totals the last clause states. */
function closing(paragraph: Paragraph, sentence: Span, vocabulary: Vocabulary): Parallel | undefined {
  const segments = paragraph.segments.filter((span) => span.from >= sentence.from && span.to <= sentence.to)
  for (const last of segments) {
    const figures = within(paragraph, last)
    const first = figures.findIndex((figure) => wordsOf(vocabulary, 'total-words').test(figure.label))
    const head = figures[first]
    const totals = head ? sideBySide(paragraph, figures, first) : []
    const items = segments.filter(({ to }) => to <= last.from)
    if (head && totals.length > 1 && items.length > 0) return { totals, items: [...items, { from: last.from, to: head.labelFrom }].filter((item) => within(paragraph, item).length > 0) }
  }
  return undefined
}

/** Items after a colon whose totals stand right before it. */
function opening(paragraph: Paragraph, sentence: Span, vocabulary: Vocabulary): Parallel | undefined {
  const { text } = paragraph.shadow
  const colon = text.indexOf(':', sentence.from)
  if (colon < 0 || colon >= sentence.to) return undefined
  const before = within(paragraph, { from: sentence.from, to: colon })
  const last = before.at(-1)
  const [previous] = before.slice(-2)
  if (!last || !previous || last === previous || last.at !== colon - 1 || addable(previous, last, vocabulary)) return undefined
  const items: Span[] = []
  for (let from = colon + 1; from < sentence.to; ) {
    const comma = [...text.slice(from, sentence.to)].findIndex((mark) => ',;\u3002'.includes(mark))
    const to = comma < 0 ? sentence.to : from + comma
    if (within(paragraph, { from, to }).length < 2) break
    items.push({ from, to })
    from = to + 1
  }
  return { totals: [previous, last], items }
}

/** A list that does not come to its total as a claim. */
export function parallelClaim(paragraph: Paragraph, { total, members }: Sum, vocabulary: Vocabulary): Claim {
  const ends = [total, ...members]
  // What stands beside the first total has no name of its own.
  const named = total.label === '' ? paragraph.figures.findLast(({ at, label }) => at < total.at && label !== '') : total
  const span = { from: Math.min(...ends.map(({ labelFrom }) => labelFrom)), to: Math.max(...ends.map(({ at }) => at)) + 1 }
  return listClaim({ paragraph, span, total, parts: members.map(({ value }) => value), open: false, broken: false, name: () => nameOf(paragraph, named, span, vocabulary) })
}
