import type { Concept, Vocabulary } from '../../../vocabulary/types.ts'
import type { Item } from '../../item.ts'
import { makeItem } from '../../make-item.ts'
import { scopeOf } from '../../scope.ts'
import type { QuantityValue, ScopeValue } from '../../value.ts'
import type { PatternHit } from '../pattern/compiled.ts'
import { tokenShadow } from '../pattern/shadow.ts'
import { refOf, textValue } from '../place.ts'
import type { ProseContext, ProseText } from '../prose-text.ts'
import { patternOf, slotOf } from './anchors.ts'
import { missing } from './claim-item.ts'
import { isOfOther, underNarrowerHead, type Naming } from './of-other.ts'
import { textSpan, type Figure, type Paragraph, type Span } from './paragraph.ts'
import { withoutKinds, withoutParts } from './repeated-facts.ts'
import { scopeLayers } from './said-scope.ts'

/** A fact a sentence states, before it becomes an item. */
export interface StatedFact {
  readonly concept: Concept
  readonly figure: Figure
  readonly scope: ScopeValue
  readonly subject?: string
  readonly label: Span
}

const MARKS = ',;:\u3002\n!?'

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

function factOf(paragraph: Paragraph, concept: Concept, hit: PatternHit, context: ProseContext): StatedFact | undefined {
  const { vocabulary } = context
  const value = slotOf(hit, 'value')
  const figure = paragraph.figures.find((candidate) => candidate.at === value?.from)
  if (!figure || !inUnit(concept, figure, vocabulary)) return undefined
  const label = { from: clauseStart(paragraph, hit.from), to: figure.at }
  const naming: Naming = { paragraph, concept, figure, label, hit, context }
  if (isOfOther(naming)) return undefined
  const layers = scopeLayers(paragraph, label, concept, context)
  if (underNarrowerHead(naming, layers)) return undefined
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
