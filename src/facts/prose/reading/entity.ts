import type { ProseContext } from '../prose-text.ts'
import { wordsOf } from '../pattern/word-list.ts'

/** How many characters of a name's end make a short form of it recognisable. */
const TAIL = 3

/** The words without the unit's own name, short forms of it and words such as "this unit"; bodies that remain are others. */
export function withoutSelf(words: string, context: ProseContext): { readonly rest: string; readonly others: boolean } {
  const { vocabulary, entity } = context
  const name = entity.replace(/[\s()]/gu, '')
  const own = wordsOf(vocabulary, 'self-names').mask(name === '' ? words : words.replaceAll(name, '|')).replace(/[\ue000-\ue0ff]/gu, '|')
  let [rest, others] = [own, false]
  for (const hit of wordsOf(vocabulary, 'body-names').find(own)) {
    const body = own.slice(hit.from, hit.to)
    if (name !== '' && body.length >= TAIL && name.endsWith(body.slice(-TAIL))) rest = rest.replace(body, '|')
    else others = true
  }
  return { rest, others }
}
