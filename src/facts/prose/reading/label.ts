import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'

/** Private-use characters: tokens in the shadow (years, titles …). */
const TOKENS = /[\ue000-\ue0ff]/gu
const MARKS = /[\s()[\]"'\u2018-\u201f\u3008-\u3011\u3014\u3015,:;\u3001\u3002\-\u2014/]/gu

/** A label without tokens and marks. */
export const bare = (label: string): string => label.replace(TOKENS, '').replace(MARKS, '')

/** A label without what it says it leaves out ("earnings (without fees)" are no fees). */
export const holding = (label: string, vocabulary: Vocabulary): string => wordsOf(vocabulary, 'excluding-remarks').strip(label)

/** The words that tell a label from others: without tokens, marks, what it says it leaves out and the vague words every total has. */
export function core(label: string, vocabulary: Vocabulary): string {
  return wordsOf(vocabulary, 'vague-base').strip(bare(holding(label, vocabulary)))
}

/** Whether the words say nothing but "the total", "the budget", "it". */
export const isVague = (label: string, vocabulary: Vocabulary): boolean => core(label, vocabulary) === ''

/** Whether two labels name the same thing: the telling words of one are those of the other, or contained in them. */
export function sameLabel(a: string, b: string, vocabulary: Vocabulary): boolean {
  const [one, other] = [core(a, vocabulary), core(b, vocabulary)]
  return one === other || (one.length > 1 && other.includes(one)) || (other.length > 1 && one.includes(other))
}
