// The ten checks as custom functions of Spectral, each over the whole document: Spectral makes the places of the paths they give.
import { CHECKS } from '../checks.mjs'

const check = (id, k) => (document) => [...CHECKS[id](document, k)].map((path) => ({ message: 'The check fails here.', path }))

/** A ruleset with the checks `copies` times. */
export function spectralRuleset(copies) {
  return { rules: Object.fromEntries(copies.flatMap((k) => Object.keys(CHECKS).map((id) => [`${id}-${String(k)}`, { given: '$', severity: 'error', then: { function: check(id, k) } }]))) }
}
