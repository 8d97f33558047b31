import type { Vocabulary } from '../../../vocabulary/types.ts'
import { isStated } from './candidates.ts'
import type { Figure, Paragraph } from './paragraph.ts'
import { said } from './said-scope.ts'

/** Figures stated before an offset whose words say income or expenditure as the given words do, in order; none where these say neither. */
export function ofSideSaid(paragraph: Paragraph, words: string, until: number, accept: (figure: Figure) => boolean, vocabulary: Vocabulary): readonly Figure[] {
  const side = said('side', words, vocabulary)
  return side === undefined ? [] : paragraph.figures.filter((figure) => figure.at < until && figure.depth === 0 && isStated(figure) && accept(figure) && said('side', figure.label, vocabulary) === side)
}
