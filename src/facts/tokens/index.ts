import type { TokenisedText } from '../token.ts'
/** A text, normalised once, and the tokens code reads in it. Linear in its length. */
export const tokenise = (text: string): TokenisedText => { throw new Error(text) }
