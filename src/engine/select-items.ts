import type { Item, Model } from '../facts/item.ts'
import { readPath } from '../facts/path.ts'
import type { Value } from '../facts/value.ts'
import type { CompiledSource, Environment } from '../ruleset/compiled.ts'
import { fitsValue } from '../ruleset/operators/sameness.ts'

/** Items of a source in document order, or the document that is not there. */
export function selectItems(source: CompiledSource, environment: Environment): readonly Item[] | 'missing-document' {
  const models = modelsOf(source, environment.model)
  if (models.length === 0) return 'missing-document'
  return models.flatMap((model) => itemsOf(source, model).filter(matcher(source, environment)))
}

function modelsOf({ from }: CompiledSource, model: Model): readonly Model[] {
  if (from === undefined) return [model]
  if (from === 'units') return model.related.units ?? []
  const related = model.related[from]
  return related ? [related] : []
}

function itemsOf(source: CompiledSource, model: Model): readonly Item[] {
  if (source.kind !== 'match' || source.pattern === undefined) return model.items(source.kind)
  const hits = model.matches(source.pattern)
  if (source.except.length === 0 || hits.length === 0) return hits
  const excluded = rangesByPointer(source.except.flatMap((pattern) => model.matches(pattern)))
  return hits.filter((hit) => !(excluded.get(hit.ref.pointer) ?? []).some((other) => overlaps(hit, other)))
}

function rangesByPointer(items: readonly Item[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const known = found.get(item.ref.pointer)
    if (known) known.push(item)
    else found.set(item.ref.pointer, [item])
  }
  return found
}

/** A reference without range is the whole string. */
function overlaps(a: Item, b: Item): boolean {
  return (a.ref.from ?? 0) < (b.ref.to ?? Infinity) && (b.ref.from ?? 0) < (a.ref.to ?? Infinity)
}

/** A text of the rule, which the condition's own test compares faster than the general comparison. */
function isWritten(value: Value): boolean {
  return value.type === 'text' && value.ref === undefined
}

/** Tests items by the conditions of `where`; what they are compared with is evaluated once. */
export function matcher({ conditions }: CompiledSource, environment: Environment): (item: Item) => boolean {
  const tests = conditions.map(({ path, equals, test }) => {
    const wanted = equals?.(environment)
    return { path, holds: (attribute: Value): boolean => (wanted && !isWritten(wanted) ? fitsValue(attribute, wanted, environment) : test(attribute, environment)) }
  })
  return (item) => tests.every(({ path, holds }) => holds(readPath({ type: 'item', item }, path)))
}
