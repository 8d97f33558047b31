import { compareValues } from '../../amounts/index.ts'
import { numberingLevel } from '../../../source/numbering.ts'
import type { Concept, Vocabulary } from '../../../vocabulary/types.ts'
import type { Item } from '../../item.ts'
import { makeItem } from '../../make-item.ts'
import { scopeOf } from '../../scope.ts'
import type { QuantityValue, ScopeValue } from '../../value.ts'
import { finderOf, wordsOf } from '../pattern/word-list.ts'
import type { PatternHit } from '../pattern/compiled.ts'
import { tokenShadow } from '../pattern/shadow.ts'
import { refOf, textValue } from '../place.ts'
import type { ProseContext, ProseText } from '../prose-text.ts'
import { anchors, patternOf, slotOf } from './anchors.ts'
import { isStated } from './candidates.ts'
import { missing } from './claim-item.ts'
import { bare } from './label.ts'
import { withoutSelf } from './entity.ts'
import { ofNamedBody } from './of-body.ts'
import { ofCountedBodies, ofEarlierTime, ofListedBody, ofMovement } from './of-others.ts'
import { sentenceAt, textSpan, type Figure, type Paragraph, type Span } from './paragraph.ts'
import { isLeftOut, listedOnOtherSide, underProject } from './of-part.ts'
import { labelsAbove, said, scopeLayers } from './said-scope.ts'

/** A fact a sentence states, before it becomes an item. */
export interface StatedFact {
  readonly concept: Concept
  readonly figure: Figure
  readonly scope: ScopeValue
  readonly subject?: string
  readonly label: Span
}

const MARKS = ',;:\u3002\n!?'
const SHORTEST_NAME = 3

/** Where the clause of a label begins: after a mark, or another figure. */
function clauseStart(paragraph: Paragraph, from: number): number {
  const text = paragraph.shadow.text
  let at = from
  while (at > 0 && !MARKS.includes(text[at - 1] ?? '') && !paragraph.figures.some((figure) => figure.at === at - 1) && !isOpen(paragraph, at - 1)) at--
  return at
}

const isOpen = (paragraph: Paragraph, at: number): boolean => paragraph.brackets.some((span) => span.from === at)

/** Whether a figure is in the concept's unit: counts may use another measure word for the same things. */
function inUnit(concept: Concept, figure: Figure, vocabulary: Vocabulary): boolean {
  if (concept.unit === undefined) return true
  const { dimension, symbol } = figure.quantity.unit
  const same = vocabulary.lists.get('count-words')?.[concept.unit] ?? []
  return symbol === concept.unit || (dimension === 'count' && same.includes(symbol))
}

const qualifierLists = new WeakMap<Concept, { readonly words: readonly string[] }>()

function isNarrower(concept: Concept, words: string, vocabulary: Vocabulary): boolean {
  if (!concept.qualifiers) return false
  const list = qualifierLists.get(concept) ?? { words: concept.qualifiers }
  qualifierLists.set(concept, list)
  return finderOf(list, vocabulary).test(words)
}

/** Words of slots that name the subject: class, section and item of a classification, or a slot of that name. */
function slotScope(paragraph: Paragraph, hit: PatternHit, vocabulary: Vocabulary): Record<string, string> {
  const scope: Record<string, string> = {}
  const path: string[] = []
  for (const slot of hit.slots) {
    const { name } = slot.slot
    const words = paragraph.shadow.text.slice(slot.from, slot.to)
    if (vocabulary.scopes.has(name)) scope[name] = words
    else if (name !== 'value') path.push(words)
  }
  if (path.length > 0) scope['subject'] = path.join('/')
  return scope
}

/**
 * Whether a figure that would get the concept's usual scope stands in a paragraph that opens with another one: the grand
 * total of one fund's budget is not the total of all funds.
 */
function underNarrowerHead(paragraph: Paragraph, figure: Figure, concept: Concept, layers: readonly Readonly<Record<string, string>>[], vocabulary: Vocabulary): boolean {
  const head = paragraph.figures.find((other) => other.depth === 0 && isStated(other))
  if (!head || head === figure) return false
  return (concept.dimensions ?? []).some((dimension) => {
    const usual = concept.scope?.[dimension]
    const opens = usual === undefined || layers.some((layer) => layer[dimension] !== undefined) ? undefined : said(dimension, head.label, vocabulary)
    return opens !== undefined && opens !== usual
  })
}

/** Whether the paragraph opens with money of one kind ("official vehicles …") that a total of all money further on does not name. */
function underTopic(paragraph: Paragraph, concept: Concept, label: Span, vocabulary: Vocabulary): boolean {
  const topics = wordsOf(vocabulary, 'narrow-topics')
  const head = paragraph.figures.find((other) => other.depth === 0 && isStated(other))
  return (concept.scope?.['fund'] !== undefined || said('fund', concept.id, vocabulary) !== undefined) && head !== undefined && head.at < label.from && topics.test(head.label) && !topics.test(paragraph.shadow.text.slice(label.from, label.to))
}

/** Whether the money of one fund is listed under a kind of expenditure, or what some projects involve: what they get of it is not all of it. */
function underKind(paragraph: Paragraph, concept: Concept, label: Span, vocabulary: Vocabulary): boolean {
  const sentence = paragraph.sentences.find((span) => span.from <= label.from && label.from < span.to)
  const fund = said('fund', concept.id, vocabulary) ?? said('fund', paragraph.shadow.text.slice(label.from, label.to), vocabulary)
  if (fund === undefined || sentence === undefined) return false
  const above = labelsAbove(paragraph, label.to, sentence, vocabulary)
  // "Twelve projects, 900 in all, of which …": the money of projects, though the total has no name.
  return above.some((words) => said('basis', words, vocabulary) !== undefined || wordsOf(vocabulary, 'involved-words').test(words)) || (above.length > 0 && wordsOf(vocabulary, 'project-heads').test(paragraph.shadow.text.slice(sentence.from, label.from)))
}

/** Whether a grand total closes a sentence that balances a level of government: it holds more than its own income or expenditure. */
function closesBalance(paragraph: Paragraph, concept: Concept, hit: Span, vocabulary: Vocabulary): boolean {
  const { text } = paragraph.shadow
  const sentence = paragraph.sentences.find((span) => span.from <= hit.from && hit.from < span.to)
  return concept.scope?.['side'] !== undefined && sentence !== undefined && wordsOf(vocabulary, 'grand-total-words').test(text.slice(hit.from, hit.to)) && wordsOf(vocabulary, 'balance-items').test(text.slice(sentence.from, hit.from))
}

/** Whether the amount is listed under one subject of a classification: the basic expenditure of a subject is not the unit's. */
function underSubject(paragraph: Paragraph, concept: Concept, label: Span, vocabulary: Vocabulary): boolean {
  if (concept.scope?.['fund'] === undefined || concept.dimensions?.includes('subject')) return false
  const sentence = paragraph.sentences.find((span) => span.from <= label.from && label.from < span.to)
  return sentence !== undefined && labelsAbove(paragraph, label.to, sentence, vocabulary).some((above) => wordsOf(vocabulary, 'subject-names').test(above))
}

/** Whether the amount stands behind another one of the same item of a list ("namely: roads: 20 carried over, income 146"): the item's, not the unit's. */
function besideItem(paragraph: Paragraph, concept: Concept, label: Span, vocabulary: Vocabulary): boolean {
  if (concept.scope?.['fund'] === undefined || concept.dimensions?.includes('subject')) return false
  const [sentence, segment] = [paragraph.sentences, paragraph.segments].map((spans) => spans.find((span) => span.from <= label.from && label.from < span.to))
  const opened = sentence && anchors(paragraph, 'composition', vocabulary).findLast((anchor) => anchor.from >= sentence.from && anchor.to <= label.from && paragraph.shadow.text[anchor.from] !== '(')
  const first = opened && paragraph.figures.find((figure) => figure.at >= Math.max(opened.to, segment?.from ?? 0))
  const parts = wordsOf(vocabulary, 'whole-parts')
  return first !== undefined && first.at < label.from && parts.test(first.label) && parts.strip(wordsOf(vocabulary, 'whole-titles').strip(bare(first.label))).length > 1
}

const ofBodies = (paragraph: Paragraph, concept: Concept, figure: Figure, vocabulary: Vocabulary): boolean => (concept.unit !== undefined || concept.scope?.['fund'] !== undefined || concept.dimensions?.includes('fund') === true || concept.dimensions?.includes('carryover') === true) && ofCountedBodies(paragraph, figure, vocabulary)

/** The title that a numbered paragraph opens with as a sentence of its own ("(1) Receptions. The budget is …"), for what stands after it. */
function runInTitle(paragraph: Paragraph, label: Span): string {
  const [first] = paragraph.sentences
  if (!first || label.from < first.to || numberingLevel(paragraph.text.tokenised.text) === undefined || paragraph.figures.some((figure) => figure.at < first.to)) return ''
  return paragraph.shadow.text.slice(first.from, first.to)
}

/** Whether such a title names one thing: what is said below it is said of that, not of the unit. */
function underTitle(paragraph: Paragraph, concept: Concept, label: Span, vocabulary: Vocabulary): boolean {
  if (concept.scope?.['fund'] === undefined || concept.dimensions?.includes('subject')) return false
  const topic = wordsOf(vocabulary, 'whole-titles').strip(bare(runInTitle(paragraph, label)))
  return topic !== '' && !concept.id.includes(topic) && !paragraph.shadow.text.slice(label.from, label.to).includes(topic)
}

/** Whether the clause before states the posts of one group: the persons on the books right after them are of this group. */
function besideGroup(paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const words = wordsOf(vocabulary, 'post-groups')
  const before = paragraph.figures.findLast((other) => other.at < figure.at && other.segment === figure.segment)
  return figure.quantity.unit.dimension === 'count' && before?.quantity.unit.dimension === 'count' && before.depth === figure.depth && /^[,\u3001]$/u.test(paragraph.shadow.text.slice(before.at + 1, figure.labelFrom))
    && words.test(before.label) && !words.test(figure.label)
}

/** Retired persons between those hired and moved in a year: so many retired in it. */
const amongMoves = (paragraph: Paragraph, label: Span, vocabulary: Vocabulary): boolean =>
  wordsOf(vocabulary, 'retired-words').covers(bare(paragraph.shadow.text.slice(label.from, label.to))) && wordsOf(vocabulary, 'staff-moves').test(paragraph.shadow.text.slice(paragraph.sentences.find(({ from, to }) => from <= label.from && label.from < to)?.from ?? 0, label.from))

function factOf(paragraph: Paragraph, concept: Concept, hit: PatternHit, context: ProseContext): StatedFact | undefined {
  const { vocabulary } = context
  const value = slotOf(hit, 'value')
  const figure = paragraph.figures.find((candidate) => candidate.at === value?.from)
  if (!figure || figure.role === 'difference' || figure.role === 'base' || figure.role === 'reason' || figure.role === 'factor' || figure.role === 'bound' || !inUnit(concept, figure, vocabulary) || ofListedBody(paragraph, figure, context) || ofMovement(paragraph, figure, vocabulary)) return undefined
  const label = { from: clauseStart(paragraph, hit.from), to: figure.at }
  // "The 2 bodies have 40 in post": theirs, not the whole unit's.
  const bodies = paragraph.figures.find((other) => other.at === label.from - 1)
  if (concept.unit !== undefined && bodies?.quantity.unit.dimension === 'count' && (wordsOf(vocabulary, 'body-counts').covers(bodies.quantity.unit.symbol) || wordsOf(vocabulary, 'counted-bodies').test(paragraph.shadow.text.slice(label.from, label.to)))) return undefined
  // What stands last of several names without figures between is the amount of all of them.
  const ahead = paragraph.shadow.text.slice(label.from, hit.from)
  if (ahead.endsWith('\u3001') && bare(ahead).length >= SHORTEST_NAME) return undefined
  const words = withoutSelf(paragraph.shadow.text.slice(label.from, label.to), hit.from - label.from, context)
  if (words.others || isNarrower(concept, words.rest, vocabulary)) return undefined
  // What each has, and a mean of several times, is nobody's total.
  if (wordsOf(vocabulary, concept.unit === undefined ? 'per-head-words' : 'average-words').test(words.rest)) return undefined
  // Money that projects involve is a part of the total named after these words.
  if (wordsOf(vocabulary, 'part-introductions').test(paragraph.shadow.text.slice(label.from, hit.from))) return undefined
  if (ofBodies(paragraph, concept, figure, vocabulary) || underKind(paragraph, concept, label, vocabulary) || closesBalance(paragraph, concept, hit, vocabulary) || underSubject(paragraph, concept, label, vocabulary) || besideItem(paragraph, concept, label, vocabulary) || underTitle(paragraph, concept, label, vocabulary) || underProject(paragraph, concept, label, vocabulary) || isLeftOut(paragraph, figure, vocabulary) || listedOnOtherSide(paragraph, concept, figure, label, vocabulary) || (concept.unit !== undefined && (besideGroup(paragraph, figure, vocabulary) || amongMoves(paragraph, label, vocabulary)))) return undefined
  if (ofNamedBody(paragraph, figure, label, context)) return undefined
  if (concept.unit !== undefined && wordsOf(vocabulary, 'caused-heads').test(bare(paragraph.shadow.text.slice(label.from, label.to)))) return undefined
  // Who was there at the beginning of the year, or the year before, is no peer of who is there.
  if (concept.unit !== undefined && ofEarlierTime(paragraph, figure, { from: label.from, to: hit.from }, vocabulary)) return undefined
  const layers = scopeLayers(paragraph, label, concept, context)
  if (underNarrowerHead(paragraph, figure, concept, layers, vocabulary) || underTopic(paragraph, concept, label, vocabulary)) return undefined
  const scope = scopeOf(concept, [...layers, slotScope(paragraph, hit, vocabulary)], {
    ...(context.year !== undefined && { year: context.year }), ...(context.stage !== undefined && { stage: context.stage }),
  })
  const { from, to } = textSpan(paragraph, label)
  const subject = scope.known['subject']
  return { concept, figure, label, scope: { ...scope, ref: refOf(paragraph.text, from, to) }, ...(subject !== undefined && { subject }) }
}

/** What a project sheet says of people or money is said of the project, not of the unit. */
export const mayStateFacts = ({ field, standing }: ProseText): boolean => field === 'form' || !standing?.project

/** Where the phrases of a concept stand in a text. */
interface ConceptHits {
  readonly concept: Concept
  readonly hits: readonly PatternHit[]
}

/** Where a text has phrases of some concepts: most have none. */
function conceptHits({ tokenised }: ProseText, concepts: Iterable<Concept>, vocabulary: Vocabulary): readonly ConceptHits[] {
  const shadow = tokenShadow(tokenised)
  const found: ConceptHits[] = []
  for (const concept of concepts) {
    const hits = (concept.prose ?? []).flatMap((source) => patternOf(source, vocabulary)?.findIn(shadow) ?? [])
    if (hits.length > 0) found.push({ concept, hits })
  }
  return found
}

/** Facts of some concepts that the sentences of a text state, in order; of overlapping labels for one concept and figure, one. */
export function statedFacts(text: ProseText, marked: () => { readonly paragraph: Paragraph }, concepts: Iterable<Concept>, context: ProseContext): readonly StatedFact[] {
  if (!mayStateFacts(text)) return []
  const hits = conceptHits(text, concepts, context.vocabulary)
  return hits.length === 0 ? [] : factsAt(hits, marked().paragraph, context)
}

function factsAt(hits: readonly ConceptHits[], paragraph: Paragraph, context: ProseContext): readonly StatedFact[] {
  const found: StatedFact[] = []
  for (const { concept, hits: places } of hits) {
    const seen = new Set<Figure>()
    for (const hit of places) {
      const fact = factOf(paragraph, concept, hit, context)
      if (!fact || seen.has(fact.figure)) continue
      seen.add(fact.figure)
      found.push(fact)
    }
  }
  return withoutKinds(paragraph, withoutParts(paragraph, found.sort((a, b) => a.figure.at - b.figure.at), context.vocabulary))
}

/** Without amounts of one concept side by side in a list ("for staff 48, for the retired 2"): each is of a kind that the concept does not know. */
function withoutKinds(paragraph: Paragraph, facts: readonly StatedFact[]): readonly StatedFact[] {
  const isNext = (one: Figure, next: Figure | undefined): boolean => next !== undefined && paragraph.shadow.text.slice(one.at + 1, next.labelFrom) === '\u3001' && paragraph.figures[paragraph.figures.indexOf(one) + 1] === next && compareValues(one.quantity, next.quantity) !== 0
  const beside = facts.flatMap((fact, at) => {
    const next = facts.slice(at + 1).find(({ concept }) => concept === fact.concept)
    return fact.subject === undefined && next && next.subject === undefined && isNext(fact.figure, next.figure) ? [fact, next] : []
  })
  return beside.length === 0 ? facts : facts.filter((fact) => !beside.includes(fact))
}

/** Without counts that are listed under a count of the same concept: a part of it, whatever it is called. */
function withoutParts(paragraph: Paragraph, facts: readonly StatedFact[], vocabulary: Vocabulary): readonly StatedFact[] {
  const repeated = facts.filter((fact, at) => fact.concept.unit !== undefined && facts.findIndex(({ concept }) => concept === fact.concept) < at)
  if (repeated.length === 0) return facts
  const opened = anchors(paragraph, 'composition', vocabulary).filter(({ from }) => paragraph.shadow.text[from] !== '(')
  return facts.filter((fact) => !repeated.includes(fact) || !opened.some(({ from, to }) => {
    const sentence = sentenceAt(paragraph, from)
    return sentence === fact.figure.sentence && to <= fact.figure.at && facts.some(({ concept, figure }) => concept === fact.concept && figure.at < from && figure.sentence >= sentence - 1)
  }))
}

/** The fact as an item of kind `fact`. */
export function factItem(paragraph: Paragraph, fact: StatedFact): Item {
  const { text } = paragraph
  const value: QuantityValue = fact.figure.value
  const place = textSpan(paragraph, { from: fact.figure.at, to: fact.figure.at + 1 })
  const words = textValue(text, place.from, place.to)
  const fixed = (said: string) => () => ({ ...words, text: said })
  const label = textSpan(paragraph, fact.label)
  return makeItem({
    kind: 'fact', ref: refOf(text, place.from, place.to), text: words.text, reading: text.reading, standing: text.standing,
    attributes: {
      concept: fixed(fact.concept.id), family: fixed(fact.concept.family), value: () => value, scope: () => fact.scope, origin: fixed('prose'),
      subject: () => (fact.subject === undefined ? missing(paragraph, fact.label) : textValue(text, label.from, label.to)),
    },
  })
}
