import { numberingLevel } from '../../../source/numbering.ts'
import type { Concept, Vocabulary } from '../../../vocabulary/types.ts'
import { finderOf, wordsOf } from '../pattern/word-list.ts'
import type { PatternHit } from '../pattern/compiled.ts'
import type { ProseContext } from '../prose-text.ts'
import { anchors } from './anchors.ts'
import { isStated } from './candidates.ts'
import { withoutSelf } from './entity.ts'
import { bare } from './label.ts'
import { ofCountedBodies, ofNamedBody } from './of-body.ts'
import { ofEarlierTime, ofListedBody, ofMovement } from './of-others.ts'
import { isLeftOut, listedOnOtherSide, underProject } from './of-part.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'
import { labelsAbove, said } from './said-scope.ts'

/** A figure that words of a concept stand before: what is asked before it is taken for that of the unit. */
export interface Naming {
  readonly paragraph: Paragraph
  readonly concept: Concept
  readonly figure: Figure
  /** The words of the concept and those before them in the clause. */
  readonly label: Span
  readonly hit: PatternHit
  readonly context: ProseContext
}

const SHORTEST_NAME = 3
/** What moved something, led to something or only bounds it is no amount of the unit. */
const OTHER_ROLES: readonly Figure['role'][] = ['difference', 'base', 'reason', 'factor', 'bound']

/** Whether a named figure is not the unit's own amount of the concept but that of a body, a project, a part, another time, or what something moved by. */
export function isOfOther(naming: Naming): boolean {
  const { paragraph, concept, figure, label, context } = naming
  const { vocabulary } = context
  if (OTHER_ROLES.includes(figure.role) || ofListedBody(paragraph, figure, context) || ofMovement(paragraph, figure, vocabulary) || isSaidOtherwise(naming)) return true
  if (ofNamedBody(paragraph, figure, label, context) || (isOfUnit(concept) && ofCountedBodies(paragraph, figure, vocabulary)) || isLeftOut(paragraph, figure, vocabulary)) return true
  return (concept.unit === undefined ? OF_MONEY : OF_PERSONS).some((isOther) => isOther(naming))
}

const OF_MONEY: readonly ((naming: Naming) => boolean)[] = [underKind, closesBalance, underSubject, besideItem, underTitle, underTopic,
  ({ paragraph, concept, label, context: { vocabulary } }) => underProject(paragraph, concept, label, vocabulary),
  ({ paragraph, concept, figure, label, context: { vocabulary } }) => listedOnOtherSide(paragraph, concept, figure, label, vocabulary)]

const OF_PERSONS: readonly ((naming: Naming) => boolean)[] = [underKind, besideGroup, amongMoves,
  ({ paragraph, label, context: { vocabulary } }) => wordsOf(vocabulary, 'caused-heads').test(bare(paragraph.shadow.text.slice(label.from, label.to))),
  // Who was there at the beginning of the year, or the year before, is no peer of who is there.
  ({ paragraph, figure, label, hit, context: { vocabulary } }) => ofEarlierTime(paragraph, figure, { from: label.from, to: hit.from }, vocabulary)]

/** Whether a concept is of all the unit's money, or its staff, so that what several bodies have together is another amount. */
const isOfUnit = ({ unit, scope, dimensions }: Concept): boolean => unit !== undefined || scope?.['fund'] !== undefined || dimensions?.includes('fund') === true || dimensions?.includes('carryover') === true

/** Whether the words of the label say another thing: several names, another body, a narrower kind, what each has, a part. */
function isSaidOtherwise({ paragraph, concept, label, hit, context }: Naming): boolean {
  const { vocabulary } = context
  const ahead = paragraph.shadow.text.slice(label.from, hit.from)
  // What stands last of several names without figures between is the amount of all of them.
  if (ahead.endsWith('\u3001') && bare(ahead).length >= SHORTEST_NAME) return true
  const { rest, others } = withoutSelf(paragraph.shadow.text.slice(label.from, label.to), hit.from - label.from, context)
  if (others || isNarrower(concept, rest, vocabulary)) return true
  // What each has, and a mean of several times, is nobody's total.
  if (wordsOf(vocabulary, concept.unit === undefined ? 'per-head-words' : 'average-words').test(rest)) return true
  // Money that projects involve is a part of the total named after these words.
  return wordsOf(vocabulary, 'part-introductions').test(ahead)
}

const qualifierLists = new WeakMap<Concept, { readonly words: readonly string[] }>()

function isNarrower(concept: Concept, words: string, vocabulary: Vocabulary): boolean {
  if (!concept.qualifiers) return false
  const list = qualifierLists.get(concept) ?? { words: concept.qualifiers }
  qualifierLists.set(concept, list)
  return finderOf(list, vocabulary).test(words)
}

/**
 * Whether a figure that would get the concept's usual scope stands in a paragraph that opens with another one: the grand
 * total of one fund's budget is not the total of all funds.
 */
export function underNarrowerHead({ paragraph, figure, concept, context: { vocabulary } }: Naming, layers: readonly Readonly<Record<string, string>>[]): boolean {
  const head = paragraph.figures.find((other) => other.depth === 0 && isStated(other))
  if (!head || head === figure) return false
  return (concept.dimensions ?? []).some((dimension) => {
    const usual = concept.scope?.[dimension]
    const opens = usual === undefined || layers.some((layer) => layer[dimension] !== undefined) ? undefined : said(dimension, head.label, vocabulary)
    return opens !== undefined && opens !== usual
  })
}

/** Whether the paragraph opens with money of one kind ("official vehicles …") that a total of all money further on does not name. */
function underTopic({ paragraph, concept, label, context: { vocabulary } }: Naming): boolean {
  const topics = wordsOf(vocabulary, 'narrow-topics')
  const head = paragraph.figures.find((other) => other.depth === 0 && isStated(other))
  return (concept.scope?.['fund'] !== undefined || said('fund', concept.id, vocabulary) !== undefined) && head !== undefined && head.at < label.from && topics.test(head.label) && !topics.test(paragraph.shadow.text.slice(label.from, label.to))
}

/** Whether the money of one fund is listed under a kind of expenditure, or what some projects involve: what they get of it is not all of it. */
function underKind({ paragraph, concept, label, context: { vocabulary } }: Naming): boolean {
  const sentence = paragraph.sentences.find((span) => span.from <= label.from && label.from < span.to)
  const fund = said('fund', concept.id, vocabulary) ?? said('fund', paragraph.shadow.text.slice(label.from, label.to), vocabulary)
  if (fund === undefined || sentence === undefined) return false
  const above = labelsAbove(paragraph, label.to, sentence, vocabulary)
  // "Twelve projects, 900 in all, of which …": the money of projects, though the total has no name.
  return above.some((words) => said('basis', words, vocabulary) !== undefined || wordsOf(vocabulary, 'involved-words').test(words)) || (above.length > 0 && wordsOf(vocabulary, 'project-heads').test(paragraph.shadow.text.slice(sentence.from, label.from)))
}

/** Whether a grand total closes a sentence that balances a level of government: it holds more than its own income or expenditure. */
function closesBalance({ paragraph, concept, hit, context: { vocabulary } }: Naming): boolean {
  const { text } = paragraph.shadow
  const sentence = paragraph.sentences.find((span) => span.from <= hit.from && hit.from < span.to)
  return concept.scope?.['side'] !== undefined && sentence !== undefined && wordsOf(vocabulary, 'grand-total-words').test(text.slice(hit.from, hit.to)) && wordsOf(vocabulary, 'balance-items').test(text.slice(sentence.from, hit.from))
}

/** Whether the amount is listed under one subject of a classification: the basic expenditure of a subject is not the unit's. */
function underSubject({ paragraph, concept, label, context: { vocabulary } }: Naming): boolean {
  if (concept.scope?.['fund'] === undefined || concept.dimensions?.includes('subject')) return false
  const sentence = paragraph.sentences.find((span) => span.from <= label.from && label.from < span.to)
  return sentence !== undefined && labelsAbove(paragraph, label.to, sentence, vocabulary).some((above) => wordsOf(vocabulary, 'subject-names').test(above))
}

/** Whether the amount stands behind another one of the same item of a list ("namely: roads: 20 carried over, income 146"): the item's, not the unit's. */
function besideItem({ paragraph, concept, label, context: { vocabulary } }: Naming): boolean {
  if (concept.scope?.['fund'] === undefined || concept.dimensions?.includes('subject')) return false
  const [sentence, segment] = [paragraph.sentences, paragraph.segments].map((spans) => spans.find((span) => span.from <= label.from && label.from < span.to))
  const opened = sentence && anchors(paragraph, 'composition', vocabulary).findLast((anchor) => anchor.from >= sentence.from && anchor.to <= label.from && paragraph.shadow.text[anchor.from] !== '(')
  const first = opened && paragraph.figures.find((figure) => figure.at >= Math.max(opened.to, segment?.from ?? 0))
  const parts = wordsOf(vocabulary, 'whole-parts')
  return first !== undefined && first.at < label.from && parts.test(first.label) && parts.strip(wordsOf(vocabulary, 'whole-titles').strip(bare(first.label))).length > 1
}

/** The title that a numbered paragraph opens with as a sentence of its own ("(1) Receptions. The budget is …"), for what stands after it. */
function runInTitle(paragraph: Paragraph, label: Span): string {
  const [first] = paragraph.sentences
  if (!first || label.from < first.to || numberingLevel(paragraph.text.tokenised.text) === undefined || paragraph.figures.some((figure) => figure.at < first.to)) return ''
  return paragraph.shadow.text.slice(first.from, first.to)
}

/** Whether such a title names one thing: what is said below it is said of that, not of the unit. */
function underTitle({ paragraph, concept, label, context: { vocabulary } }: Naming): boolean {
  if (concept.scope?.['fund'] === undefined || concept.dimensions?.includes('subject')) return false
  const topic = wordsOf(vocabulary, 'whole-titles').strip(bare(runInTitle(paragraph, label)))
  return topic !== '' && !concept.id.includes(topic) && !paragraph.shadow.text.slice(label.from, label.to).includes(topic)
}

/** Whether the clause before states the posts of one group: the persons on the books right after them are of this group. */
function besideGroup({ paragraph, figure, context: { vocabulary } }: Naming): boolean {
  const words = wordsOf(vocabulary, 'post-groups')
  const before = paragraph.figures.findLast((other) => other.at < figure.at && other.segment === figure.segment)
  return figure.quantity.unit.dimension === 'count' && before?.quantity.unit.dimension === 'count' && before.depth === figure.depth && /^[,\u3001]$/u.test(paragraph.shadow.text.slice(before.at + 1, figure.labelFrom))
    && words.test(before.label) && !words.test(figure.label)
}

/** Retired persons between those hired and moved in a year: so many retired in it. */
function amongMoves({ paragraph, label, context: { vocabulary } }: Naming): boolean {
  const sentence = paragraph.sentences.find(({ from, to }) => from <= label.from && label.from < to)
  return wordsOf(vocabulary, 'retired-words').covers(bare(paragraph.shadow.text.slice(label.from, label.to))) && wordsOf(vocabulary, 'staff-moves').test(paragraph.shadow.text.slice(sentence?.from ?? 0, label.from))
}
