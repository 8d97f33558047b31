import { CHECKS } from '../checks.mjs'

/** The checks written by hand, `copies` times: for a document, how often each fails. */
export function handChecks(copies) {
  const rules = copies.flatMap((k) => Object.entries(CHECKS).map(([id, check]) => ({ id, check, k })))
  return (document, count) => {
    for (const { id, check, k } of rules) for (const place of check(document, k)) if (place) count(id)
  }
}
