import { numberingLevel } from '../../../source/numbering.ts'
import type { Concept, Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { anchors } from './anchors.ts'
import { bare } from './label.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'
import { said } from './said-scope.ts'

const TOKENS = /[\ue000-\ue0ff]/gu
const NOUN = 2

/** Whether a clause after the figure says that it is left out of what is counted here ("…, not within the general budget's"): it is no peer of what is counted. */
export function isLeftOut(paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const segment = paragraph.segments[figure.segment]
  return segment !== undefined && wordsOf(vocabulary, 'left-out-clauses').test(paragraph.shadow.text.slice(figure.at + 1, segment.to))
}

/** Whether a numbered item under a heading on projects opens with the name and amount of one project: the money it tells is that project's, not the unit's. */
export function underProject(paragraph: Paragraph, concept: Concept, label: Span, vocabulary: Vocabulary): boolean {
  const [first] = paragraph.figures
  if (!first || first.at > label.to || first.quantity.unit.dimension !== 'money' || !isOfFund(concept, vocabulary) || numberingLevel(paragraph.text.tokenised.text) === undefined) return false
  if (!(paragraph.text.headings ?? []).some((heading) => wordsOf(vocabulary, 'project-titles').test(heading.normalize('NFKC')))) return false
  const name = wordsOf(vocabulary, 'whole-titles').strip(bare(paragraph.shadow.text.slice(0, first.at).replace(TOKENS, '')))
  return name.length > NOUN && !concept.id.includes(name)
}

const isOfFund = (concept: Concept, vocabulary: Vocabulary): boolean => concept.scope?.['fund'] !== undefined || said('fund', concept.id, vocabulary) !== undefined

/**
 * Whether a total of one side of the budget stands in a list of the other side, though its own words name no side: the list is
 * opened so ("income comprises: …"), or what was carried over stands in it, which is income.
 */
export function listedOnOtherSide(paragraph: Paragraph, concept: Concept, figure: Figure, label: Span, vocabulary: Vocabulary): boolean {
  const side = concept.scope?.['side']
  const { text } = paragraph.shadow
  const sentence = paragraph.sentences[figure.sentence]
  if (side === undefined || sentence === undefined || said('side', text.slice(label.from, label.to), vocabulary) !== undefined) return false
  const list = anchors(paragraph, 'composition', vocabulary).findLast(({ from, to }) => text[from] !== '(' && from >= sentence.from && to <= figure.at)
  if (!list) return false
  const members = paragraph.figures.filter((other) => other.at > list.to && other.segment === figure.segment && other.depth === figure.depth)
  const opened = said('side', text.slice(sentence.from, list.from).split(/[,;]/u).at(-1)?.replace(TOKENS, '') ?? '', vocabulary)
  return (opened !== undefined && opened !== side && !wordsOf(vocabulary, 'both-sides').test(text.slice(sentence.from, list.from))) || members.some((other) => other !== figure && wordsOf(vocabulary, 'carried-sides').find(other.label).some(({ key }) => key !== side))
}
