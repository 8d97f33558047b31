import type { Ref } from '../../core/ref.ts'
import type { Item } from '../item.ts'
import { itemsOf, type AttributeTable } from '../make-item.ts'
import { sentences } from '../prose/index.ts'
import { textValue } from '../values.ts'
import type { PlacedText } from './text-list.ts'

const FIELDS: ReadonlySet<string> = new Set(['overview', 'basis', 'necessity', 'measures', 'plan', 'overall.duties', 'overall.strategy', 'overall.goal', 'overall.task', 'overall.staffing'])

/** The item of kind `text`, of every text. */
export function textItems(text: PlacedText): Item[] {
  return [wholeText('text', text)]
}

/** The item of kind `field`, of the descriptive fields of sheets and of the overall form. */
export function fieldItems(text: PlacedText): Item[] {
  return FIELDS.has(text.field) || text.field.startsWith('goals.') ? [wholeText('field', text)] : []
}

/** A text or a part of it. */
interface Stretch {
  readonly own: string
  readonly ref: Ref
  readonly text: PlacedText
}

const ATTRIBUTES: AttributeTable<Stretch> = {
  text: ({ own, ref, text }) => textValue(own, ref, text.reading),
  role: ({ ref, text }) => textValue(text.field, ref),
}
const WHOLE_TEXT: AttributeTable<Stretch> = { ...ATTRIBUTES, cut: ({ text }) => ({ type: 'boolean', value: text.cut === true }) }
const make = { text: itemsOf('text', WHOLE_TEXT), field: itemsOf('field', ATTRIBUTES), sentence: itemsOf('sentence', ATTRIBUTES) }

function stretchItem(kind: keyof typeof make, { own, ref, text }: Stretch): Item {
  return make[kind]({ own, ref, text }, { ref, text: own, reading: text.reading, standing: text.standing })
}

function wholeText(kind: 'text' | 'field', text: PlacedText): Item {
  return stretchItem(kind, { own: text.original, ref: text.ref, text })
}

/** Items of kind `sentence`, of a text that holds sentences. */
export function sentenceItems(text: PlacedText): Item[] {
  if (!text.prose) return []
  return sentences(text.original).map(({ from, to }) => stretchItem('sentence', { own: text.original.slice(from, to), ref: { pointer: text.ref.pointer, from, to }, text }))
}
