import type { Disclosure } from './model.ts'

/** The disclosure as JSON: deterministic, one table row a line, fit for git diffs. Ends with a line break. */
export function serialiseDisclosure(disclosure: Disclosure): string {
  return `${JSON.stringify(disclosure, null, 2)}\n`
}
