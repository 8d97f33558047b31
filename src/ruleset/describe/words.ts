import type { Language } from '../../core/text.ts'
import { fill, wording } from '../wording.ts'
import type { Wording } from '../wording.ts'

type Part = 'sentences' | 'kinds' | 'attributes' | 'types' | 'groups' | 'page'

/** The wording of one language, as read-back and pages use it. */
export interface Words {
  readonly language: Language
  readonly wording: Wording
  /** A word; the key itself where the wording has none. */
  word(part: Part, key: string): string
  /** A sentence with its places filled. */
  say(key: string, args?: Readonly<Record<string, string>>): string
}

export function wordsOf(language: Language): Words {
  const words = wording(language)
  const word = (part: Part, key: string): string => (Object.hasOwn(words[part], key) ? (words[part][key] ?? key) : key)
  return { language, wording: words, word, say: (key, args = {}) => fill(word('sentences', key), args) }
}
