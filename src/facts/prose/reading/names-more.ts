import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { core } from './label.ts'

/** Whether a label names more than these words do: "refunds and transfers" are not the transfers. */
export function namesMore(printed: string, words: string, vocabulary: Vocabulary): boolean {
  const [label, own] = [core(printed, vocabulary), core(words, vocabulary)]
  const at = own === '' ? -1 : label.lastIndexOf(own)
  const and = wordsOf(vocabulary, 'and-words').find(label.slice(0, Math.max(0, at))).at(-1)
  return and !== undefined && and.from > 0 && and.to === at
}
