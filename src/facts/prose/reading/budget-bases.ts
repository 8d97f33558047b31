import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { isStated } from './candidates.ts'
import { addable, stageOf } from './composition-parts.ts'
import type { Figure, Paragraph } from './paragraph.ts'
import { sentenceOf } from './share-part.ts'

/** An outturn is a share of the outturn: of a name that a budget and its outturn have in one clause, the figure of the part's stage. */
export function atStageOf(paragraph: Paragraph, base: Figure, part: Figure, vocabulary: Vocabulary): Figure {
  const [own, wanted] = [stageOf(base.label, vocabulary), stageOf(part.label, vocabulary)]
  if (own === undefined || wanted === undefined || own === wanted) return base
  const next = paragraph.figures.find((figure) => figure.at > base.at && isStated(figure) && figure.depth === base.depth && addable(base, figure, vocabulary))
  return next && next.at < part.at && next.segment === base.segment && stageOf(next.label, vocabulary) === wanted ? next : base
}

/** Figures of the same part of the sentence that state another stage than the part does: its budget, adjusted budget; after the part only those of the stage that the words name. */
export function budgetsOf(paragraph: Paragraph, words: string, part: Figure, vocabulary: Vocabulary, anchor?: Anchor): readonly Figure[] {
  const said = stageOf(words, vocabulary)
  if (said === undefined && words !== '') return []
  const isBudget = (stage: string | undefined): boolean => wordsOf(vocabulary, 'budget-stages').covers(stage ?? ' ')
  const isSaid = (figure: Figure): boolean => stageOf(figure.label, vocabulary) === said || (figure.segment === part.segment && isBudget(said) && isBudget(stageOf(figure.label, vocabulary)))
  const isAfter = (figure: Figure): boolean => anchor !== undefined && said !== undefined && figure.at > part.at && figure.at < anchor.from && [part.sentence, sentenceOf(paragraph, anchor)].includes(figure.sentence) && isSaid(figure)
  const others = paragraph.figures.filter((figure) => ((figure.at < part.at && figure.segment === part.segment) || isAfter(figure)) && figure.depth === part.depth && isStated(figure) && addable(figure, part, vocabulary))
    .filter((figure) => ![undefined, stageOf(part.label, vocabulary)].includes(stageOf(figure.label, vocabulary)))
  // A rate of execution does not say of which budget it is.
  if (said === undefined) return [...others].reverse()
  const exact = others.filter((figure) => stageOf(figure.label, vocabulary) === said)
  return (exact.length > 0 ? exact : others).slice(-1)
}
