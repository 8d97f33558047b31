import type { ProseContext } from '../prose-text.ts'
import { wordsOf } from '../pattern/word-list.ts'

/** How many characters of a name's end make a short form of it recognisable. */
const TAIL = 3

/** Whether the words before a figure speak of another body than the disclosing unit: such a figure is no fact of the unit. */
export function speaksOfAnother(words: string, context: ProseContext): boolean {
  const { vocabulary, entity } = context
  const name = entity.replace(/[\s()]/gu, '')
  let rest = wordsOf(vocabulary, 'self-names').strip(name === '' ? words : words.replaceAll(name, ''))
  rest = rest.replace(/[\ue000-\ue0ff]/gu, '')
  return wordsOf(vocabulary, 'body-names').find(rest).some((hit) => {
    const body = rest.slice(hit.from, hit.to)
    return !(name !== '' && body.length >= TAIL && name.endsWith(body.slice(-TAIL)))
  })
}
