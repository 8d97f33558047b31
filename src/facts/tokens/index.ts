/** What code, not patterns, reads in a text: normalisation and tokens. */
export { tokenise } from './tokenise.ts'
export { normalise, type Normalised } from './normalise.ts'
