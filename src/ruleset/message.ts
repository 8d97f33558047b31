import type { Bilingual } from '../core/text.ts'

/** A message template, parsed: literal texts and placeholders `{name.attr|filter}`. */
export type MessagePart = string | { readonly path: readonly string[]; readonly filter?: 'count' | 'label' }

export interface CompiledMessage {
  readonly source: Bilingual
  readonly zh: readonly MessagePart[]
  readonly en: readonly MessagePart[]
}
