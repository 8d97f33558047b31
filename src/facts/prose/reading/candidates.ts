import { sentenceAt, type Figure, type Paragraph } from './paragraph.ts'

/** Whether a figure states an amount of its own: no difference, rate, factor or figure of a reason. */
export const isStated = (figure: Figure): boolean => figure.role === 'stated' || figure.role === 'result'

const uniform = (figures: readonly (Figure | undefined)[]): Figure[] => [...new Set(figures.filter((figure) => figure !== undefined))]

/** Where a part may stand that a claim does not print itself (`take` of its template). */
export interface Search {
  readonly paragraph: Paragraph
  /** Paragraphs before it in its section, the nearest first. */
  readonly before: readonly Paragraph[]
  /** Shadow offset of the claim. */
  readonly at: number
  readonly accept: (figure: Figure) => boolean
}

function headOf(figures: readonly Figure[], accept: (figure: Figure) => boolean): Figure | undefined {
  return figures.find((figure) => figure.depth === 0 && accept(figure))
}

/** Figures in the places a template names, in its order, each once. */
export function candidates(search: Search, places: readonly string[]): readonly Figure[] {
  const { paragraph, at } = search
  const accept = (figure: Figure): boolean => isStated(figure) && search.accept(figure)
  const sentence = sentenceAt(paragraph, at)
  const earlier = paragraph.figures.filter((figure) => figure.at < at)
  const inSentence = earlier.filter((figure) => figure.sentence === sentence)
  const depth = paragraph.brackets.filter((span) => span.from < at && at < span.to).length
  const inPrevious = earlier.filter((figure) => figure.sentence === sentence - 1)
  return uniform(places.map((place) => {
    switch (place) {
      // What stands in a parenthesis is a remark to those outside it.
      case 'before': return inSentence.findLast((figure) => figure.depth <= depth && accept(figure)) ?? inSentence.findLast(accept)
      case 'head-of-sentence': return headOf(inSentence, accept)
      case 'end-of-previous-sentence': return inPrevious.findLast((figure) => figure.depth === 0 && accept(figure))
      case 'head-of-previous-sentence': return headOf(inPrevious, accept)
      case 'head-of-paragraph': return headOf(earlier, accept)
      case 'head-of-previous-paragraph': return search.before[0] ? headOf(search.before[0].figures, accept) : undefined
      case 'head-of-section': return search.before.map((previous) => headOf(previous.figures, accept)).findLast((figure) => figure !== undefined)
      default: return undefined
    }
  }))
}

/** Of figures that a claim may refer to, those of its own part of the sentence, if there are any there. */
export function nearest(paragraph: Paragraph, figures: readonly Figure[], at: number): readonly Figure[] {
  const segment = paragraph.segments.findIndex((span) => span.from <= at && at < span.to)
  const own = figures.filter((figure) => figure.segment === segment)
  return own.length > 0 ? own : figures
}
