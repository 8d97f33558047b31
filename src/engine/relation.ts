import type { Ref } from '../core/ref.ts'
import { holdTogether, judgeTerms, leaf } from '../facts/amounts/index.ts'
import type { Quantity, Term } from '../facts/quantity.ts'
import type { Input, Outcome, QuantityValue, Value } from '../facts/value.ts'
import { isPass } from '../ruleset/verdicts.ts'
import { inputsOf } from '../ruleset/operators/values.ts'
import { refKey } from './keys.ts'
import { documentOf } from './related.ts'

/** A printed figure that takes part in a relation. */
export interface Figure {
  /** One place, one key. */
  readonly key: string
  readonly ref: Ref
  readonly text: string
  readonly quantity: Quantity
}

/**
 * What a numeric check demands of printed figures: that two terms over them are equal (a sum and its total), or that all of them
 * are one figure printed several times. Of a check with several readings one of them has to hold.
 */
export type Relation =
  | { readonly kind: 'equation'; readonly actual: Side; readonly expected: Side; readonly figures: readonly Figure[] }
  | { readonly kind: 'same'; readonly figures: readonly Figure[] }
  | { readonly kind: 'any'; readonly relations: readonly Relation[]; readonly figures: readonly Figure[] }

/** A term and the figures of its leaves, in the leaves' order. */
export interface Side {
  readonly term: Term
  readonly figures: readonly Figure[]
}

/** The relation a numeric outcome is about; undefined where the outcome does not tell (texts, counts, orders, several conditions). */
export function relationOf(outcome: Outcome): Relation | undefined {
  if (outcome.alternatives) return anyOf(outcome.alternatives.map(relationOf))
  if (outcome.verdict === 'violated' || outcome.ordered || !('formula' in outcome)) return undefined
  if (outcome.odd) return sameFigures([...outcome.odd, ...(outcome.majority ?? [])].flatMap(inputsOf))
  const [actual, expected] = [sideOf(outcome.actual), sideOf(outcome.expected)]
  if (actual && expected) {
    const figures = [...new Map([...actual.figures, ...expected.figures].filter(({ key }) => key !== CONSTANT).map((figure) => [figure.key, figure])).values()]
    return figures.length >= 2 ? { kind: 'equation', actual, expected, figures } : undefined
  }
  return outcome.actual === undefined && outcome.expected === undefined && outcome.steps === undefined ? sameFigures(outcome.inputs) : undefined
}

/** One of several relations, as far as they can be told. */
export function anyOf(tried: readonly (Relation | undefined)[]): Relation | undefined {
  const relations = tried.filter((relation) => relation !== undefined)
  const [only] = relations
  if (relations.length < 2) return only
  return { kind: 'any', relations, figures: [...new Map(relations.flatMap(({ figures }) => figures).map((figure) => [figure.key, figure])).values()] }
}

function sameFigures(inputs: readonly Input[]): Relation | undefined {
  const figures = inputs.flatMap(({ ref, text, quantity }) => (quantity ? [figureOf(ref, text, quantity)] : []))
  const distinct = [...new Map(figures.map((figure) => [figure.key, figure])).values()]
  return distinct.length >= 2 && figures.length === inputs.length ? { kind: 'same', figures: distinct } : undefined
}

function figureOf(ref: Ref, text: string, quantity: Quantity): Figure {
  return { key: `${documentOf(ref) ?? ''} ${refKey(ref)}`, ref, text, quantity }
}

/** The key of what is printed nowhere: a zero that stands for a row or table that is not there, a number of the rule. */
const CONSTANT = ''

function constant(quantity: Quantity): Figure {
  return { key: CONSTANT, ref: { pointer: '' }, text: '', quantity }
}

function sideOf(value: Value | undefined): Side | undefined {
  if (value?.type !== 'quantity') return undefined
  const parts: readonly QuantityValue[] = value.term === undefined ? [value] : (value.inputs ?? [])
  const figures = parts.flatMap(({ ref, printed, quantity }) => (ref === undefined ? [constant(quantity)] : ref.nearest ? [] : [figureOf(ref, printed ?? '', quantity)]))
  const term = value.term ?? leaf(value.quantity)
  return figures.length === parts.length && leavesOf(term).length === figures.length ? { term, figures } : undefined
}

function leavesOf(term: Term): readonly Quantity[] {
  return term.op === 'leaf' ? [term.quantity] : term.args.flatMap((part: Term) => leavesOf(part))
}

/** Figures by key that read otherwise. */
export type Changes = ReadonlyMap<string, Quantity>

/** Whether the relation holds once the figures in `changes` read so. */
export function holdsWith(relation: Relation, changes: Changes): boolean {
  if (relation.kind === 'any') return relation.relations.some((one) => holdsWith(one, changes))
  if (relation.kind === 'same') {
    return holdTogether(relation.figures.map((figure) => changes.get(figure.key) ?? figure.quantity))
  }
  const { actual, expected } = relation
  const repeated = actual.term.op === 'leaf' && expected.term.op === 'leaf'
  return isGood(judgeTerms('equal', replaced(actual, changes), replaced(expected, changes), { repeated }))
}

function isGood({ verdict }: Pick<Outcome, 'verdict'>): boolean {
  return isPass({ type: 'verdict', verdict, inputs: [] })
}

function replaced({ term, figures }: Side, changes: Changes): Term {
  let next = 0
  const walk = (part: Term): Term => {
    if (part.op === 'leaf') {
      const changed = changes.get(figures[next]?.key ?? '')
      next += 1
      return changed ? leaf(changed) : part
    }
    if (part.op === 'rounded') return { ...part, args: [walk(part.args[0])] }
    return { ...part, args: part.args.map(walk) }
  }
  return walk(term)
}
