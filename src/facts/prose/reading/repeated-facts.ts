import { compareValues } from '../../amounts/index.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { anchors } from './anchors.ts'
import type { StatedFact } from './facts.ts'
import { sentenceAt, type Figure, type Paragraph } from './paragraph.ts'

/** Without amounts of one concept side by side in a list ("for staff 48, for the retired 2"): each is of a kind that the concept does not know. */
export function withoutKinds(paragraph: Paragraph, facts: readonly StatedFact[]): readonly StatedFact[] {
  const isNext = (one: Figure, next: Figure | undefined): boolean => next !== undefined && paragraph.shadow.text.slice(one.at + 1, next.labelFrom) === '\u3001' && paragraph.figures[paragraph.figures.indexOf(one) + 1] === next && compareValues(one.quantity, next.quantity) !== 0
  const beside = facts.flatMap((fact, at) => {
    const next = facts.slice(at + 1).find(({ concept }) => concept === fact.concept)
    return fact.subject === undefined && next && next.subject === undefined && isNext(fact.figure, next.figure) ? [fact, next] : []
  })
  return beside.length === 0 ? facts : facts.filter((fact) => !beside.includes(fact))
}

/** Without counts that are listed under a count of the same concept: a part of it, whatever it is called. */
export function withoutParts(paragraph: Paragraph, facts: readonly StatedFact[], vocabulary: Vocabulary): readonly StatedFact[] {
  const repeated = facts.filter((fact, at) => fact.concept.unit !== undefined && facts.findIndex(({ concept }) => concept === fact.concept) < at)
  if (repeated.length === 0) return facts
  const opened = anchors(paragraph, 'composition', vocabulary).filter(({ from }) => paragraph.shadow.text[from] !== '(')
  return facts.filter((fact) => !repeated.includes(fact) || !opened.some(({ from, to }) => {
    const sentence = sentenceAt(paragraph, from)
    return sentence === fact.figure.sentence && to <= fact.figure.at && facts.some(({ concept, figure }) => concept === fact.concept && figure.at < from && figure.sentence >= sentence - 1)
  }))
}
