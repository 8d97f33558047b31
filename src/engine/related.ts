import type { Ref } from '../core/ref.ts'
import type { Item, Model } from '../facts/item.ts'
import type { Input, QuantityValue, Value } from '../facts/value.ts'

/** A reference into another document than the linted one. Pointers alone would be taken for places of this one. */
interface ForeignRef extends Ref {
  readonly document?: string
}

/** The name of the document a reference points into; undefined for the linted one. */
export function documentOf(ref: Ref): string | undefined {
  return (ref as ForeignRef).document
}

/** `model` with its related documents marked, so that every reference out of them says which one it points into. */
export function markRelated(model: Model): Model {
  const { previous, budget, final, units } = model.related
  if (!previous && !budget && !final && !units) return model
  return {
    ...boundMembers(model),
    related: {
      ...(previous && { previous: marked(previous, 'previous') }),
      ...(budget && { budget: marked(budget, 'budget') }),
      ...(final && { final: marked(final, 'final') }),
      ...(units && { units: units.map((unit, index) => marked(unit, `units/${index}`)) }),
    },
  }
}

function boundMembers(model: Model): Omit<Model, 'related'> {
  return {
    disclosure: model.disclosure,
    document: model.document,
    items: (kind, asked) => model.items(kind, asked),
    matches: (pattern, asked) => model.matches(pattern, asked),
    cell: (table, row, column) => model.cell(table, row, column),
  }
}

function marked(model: Model, document: string): Model {
  const known = new WeakMap<Item, Item>()
  const markItem = (item: Item): Item => {
    let foreign = known.get(item)
    if (!foreign) {
      foreign = {
        kind: item.kind,
        ref: markRef(item.ref),
        text: item.text,
        ...(item.reading && { reading: item.reading }),
        get: (attribute) => markValue(item.get(attribute)),
        ...(item.readings && { readings: item.readings.map(markItem) }),
      }
      known.set(item, foreign)
    }
    return foreign
  }
  const markRef = (ref: Ref): Ref => ({ ...ref, document }) as ForeignRef
  const markQuantity = (value: QuantityValue): QuantityValue => ({
    ...value,
    ...(value.ref && { ref: markRef(value.ref) }),
    ...(value.inputs && { inputs: value.inputs.map(markQuantity) }),
    ...(value.counted && { counted: value.counted.map(markValue) }),
  })
  const markInput = (input: Input): Input => ({ ...input, ref: markRef(input.ref) })
  const markValue = (value: Value): Value => {
    switch (value.type) {
      case 'item': return { type: 'item', item: markItem(value.item) }
      case 'quantity': return markQuantity(value)
      case 'list': return { ...value, values: value.values.map(markValue), ...(value.ref && { ref: markRef(value.ref) }) }
      case 'record': return { ...value, fields: Object.fromEntries(Object.entries(value.fields).map(([name, field]) => [name, markValue(field)])), ...(value.ref && { ref: markRef(value.ref) }) }
      case 'absent': return value.near ? { ...value, near: markRef(value.near) } : value
      case 'verdict': return { ...value, inputs: value.inputs.map(markInput) }
      case 'boolean': return value
      default: return value.ref ? { ...value, ref: markRef(value.ref) } : value
    }
  }
  return {
    disclosure: model.disclosure,
    document: markItem(model.document),
    items: (kind) => model.items(kind).map(markItem),
    matches: (pattern) => model.matches(pattern).map(markItem),
    cell: (table, row, column) => markValue(model.cell(table, row, column)),
    related: model.related,
  }
}
