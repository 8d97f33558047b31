import type { TextValue, Value } from './value.ts'
import type { Vocabulary } from '../vocabulary/types.ts'

/** The attributes any text has. */
export const TEXT_ATTRIBUTES = ['norm', 'plain', 'frame', 'length', 'years', 'quantity', 'unit', 'bound', 'style'] as const

/** A derived attribute of a text; it keeps the place of the text. Level words (central, provincial …) come from the vocabulary. */
export function textAttribute(value: TextValue, name: string, vocabulary: Vocabulary): Value {
  throw new Error(value.text + name + String(vocabulary))
}
