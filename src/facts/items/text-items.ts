import type { Item } from '../item.ts'
import { sentences } from '../prose/index.ts'
import { textValue } from '../values.ts'
import { lazyItem } from './lazy-item.ts'
import type { PlacedText } from './text-list.ts'

const FIELDS: ReadonlySet<string> = new Set(['overview', 'basis', 'necessity', 'measures', 'plan', 'overall.duties', 'overall.strategy', 'overall.goal', 'overall.task', 'overall.staffing'])

/** Items of kind `text`: every text. */
export function textItems(texts: readonly PlacedText[]): Item[] {
  return texts.map((text) => wholeText('text', text))
}

/** Items of kind `field`: the descriptive fields of sheets and of the overall form. */
export function fieldItems(texts: readonly PlacedText[]): Item[] {
  return texts.filter((text) => FIELDS.has(text.field) || text.field.startsWith('goals.')).map((text) => wholeText('field', text))
}

function wholeText(kind: 'text' | 'field', text: PlacedText): Item {
  const { original } = text
  return lazyItem({
    kind,
    ref: text.ref,
    text: original,
    reading: text.reading,
    attributes: () => ({
      ...text.common,
      text: () => textValue(original, text.ref, text.reading),
      role: () => textValue(text.field, text.ref),
    }),
  })
}

/** Items of kind `sentence`, of the texts that hold sentences. */
export function sentenceItems(texts: readonly PlacedText[]): Item[] {
  return texts.filter((text) => text.prose).flatMap((text) => sentences(text.original).map(({ from, to }) => {
    const ref = { pointer: text.ref.pointer, from, to }
    const own = text.original.slice(from, to)
    return lazyItem({ kind: 'sentence', ref, text: own, reading: text.reading, attributes: () => ({ ...text.common, text: () => textValue(own, ref, text.reading), role: () => textValue(text.field, ref) }) })
  }))
}
