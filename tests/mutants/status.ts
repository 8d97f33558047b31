import { readFileSync } from 'node:fs'

/** What `npm run mutants -- --write` notes for the tests. */
export interface Status {
  /** For each rule a flawed copy that makes it speak: document and kind. */
  readonly witness: Readonly<Record<string, { readonly document: string; readonly kind: string }>>
  /** Rules that speak of no flawed copy, each with the reason. */
  readonly unwitnessed: Readonly<Record<string, string>>
  /** Kinds that are not yet caught exactly, each with the reason; written by hand. */
  readonly open: Readonly<Record<string, string>>
}

export const STATUS_FILE = 'tests/mutants/status.json'

export function readStatus(): Status {
  return JSON.parse(readFileSync(STATUS_FILE, 'utf8')) as Status
}
