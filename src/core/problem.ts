import type { Place } from './place.ts'
import type { Bilingual } from './text.ts'

/**
 * Something that kept the linter from doing its work on an input (unreadable file, crashed rule, hit limit). A problem
 * is data, not an exception; any problem makes the run end with exit code 2.
 */
export interface Problem {
  readonly code: string
  readonly message: Bilingual
  readonly file?: string
  readonly place?: Place
}

/** A result that is either a value or the problems that prevented it. */
export type Result<T, E = readonly Problem[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: E }
