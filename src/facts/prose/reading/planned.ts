import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { slotOf, type Anchor } from './anchors.ts'
import { stageOf } from './composition-parts.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** Which of a year's budgets words name: that of its opening, or what it became. */
type BudgetKind = 'opening' | 'later'

function kindIn(words: string, vocabulary: Vocabulary): BudgetKind | undefined {
  const [opening, later] = ['opening-budget', 'later-budget'].map((list) => wordsOf(vocabulary, list).test(words))
  return opening === later ? undefined : opening ? 'opening' : 'later'
}

const isStage = (stages: string, figure: Figure, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, stages).covers(stageOf(figure.label, vocabulary) ?? ' ')

/** The kinds of budget that figures are, of those whose words say it. */
function kindsOf(figures: readonly Figure[], vocabulary: Vocabulary): ReadonlySet<BudgetKind> {
  return new Set(figures.filter((figure) => isStage('budget-stages', figure, vocabulary)).flatMap(({ label }) => kindIn(label, vocabulary) ?? []))
}

export interface Plan {
  readonly from: Figure
  readonly to?: Figure
}

/** Figures before words on a plan and what came of it: those of the sentence, those of the one before. */
export interface Stated {
  readonly own: readonly Figure[]
  readonly earlier: readonly Figure[]
}

/**
 * The plan and what came of it that words on the two speak of: where they or the figures name the budget, the only one of its kind and the only
 * outturn; else the last two figures, the plan first unless their names say that it stands second.
 */
export function plannedPair(said: string, { own, earlier }: Stated, hasDifference: boolean, vocabulary: Vocabulary): Plan | undefined {
  const kind = kindIn(said, vocabulary)
  const sets = (hasDifference ? [own] : [own, earlier]).filter((figures) => figures.length >= 2)
  const named = kind && sets.map((figures) => namedPair(figures, kind, vocabulary)).find((pair) => pair !== undefined)
  if (named) return named
  const near = sets[0]
  const [first, second] = near?.slice(-2) ?? []
  if (!near || !first || !second) return undefined
  const printed = kindsOf(near, vocabulary)
  // Another budget than the one that is printed, or one of two.
  if (printed.size > 1 || (kind && printed.size === 1 && !printed.has(kind))) return undefined
  if (isStage('outturn-stages', first, vocabulary) && isStage('budget-stages', second, vocabulary) && near.length === 2) return { from: second, to: first }
  if (hasDifference) return { from: first }
  const stages = [first, second].map(({ label }) => stageOf(label, vocabulary))
  return near.length === 2 && stages.every((stage) => stage !== undefined) && stages[0] !== stages[1] ? { from: first, to: second } : undefined
}

function namedPair(figures: readonly Figure[], kind: BudgetKind, vocabulary: Vocabulary): Plan | undefined {
  const [from, otherFrom] = figures.filter((figure) => isStage('budget-stages', figure, vocabulary) && kindIn(figure.label, vocabulary) === kind)
  const [to, otherTo] = figures.filter((figure) => isStage('outturn-stages', figure, vocabulary))
  return from && to && !otherFrom && !otherTo ? { from, to } : undefined
}

/** Whether words on budget and outturn (`said`) may speak of another budget than the rate of completion before them. */
export function isOfAnotherBudget(paragraph: Paragraph, anchor: Anchor, said: string, vocabulary: Vocabulary): boolean {
  const base = slotOf(anchor, 'base')
  const own = base && kindIn(paragraph.shadow.text.slice(base.from, base.to), vocabulary)
  const kind = kindIn(said, vocabulary)
  if (own && kind) return own !== kind
  const sentence = paragraph.sentences.findIndex(({ from, to }) => from <= anchor.from && anchor.from < to)
  return kindsOf(paragraph.figures.filter((figure) => figure.sentence === sentence && figure.at < anchor.from), vocabulary).size > 1
}
