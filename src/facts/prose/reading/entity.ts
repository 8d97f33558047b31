import type { ProseContext } from '../prose-text.ts'
import { wordsOf } from '../pattern/word-list.ts'

/** How many characters of a name's end make a short form of it recognisable. */
const TAIL = 3

const blank = (words: string): string => '|'.repeat(words.length)

/**
 * The words with the unit's own name, short forms of it and words such as "this unit" blanked out, and whether the first
 * `before` of them name another body: what is said of that is no fact of the unit.
 */
export function withoutSelf(words: string, before: number, context: ProseContext): { readonly rest: string; readonly others: boolean } {
  const { vocabulary, entity } = context
  const name = entity.replace(/[\s()]/gu, '')
  const own = (name === '' ? words : words.replaceAll(name, blank(name))).replace(/[\ue000-\ue0ff]/gu, '|')
  let rest = own
  let others = false
  for (const hit of wordsOf(vocabulary, 'self-names').find(own)) rest = rest.slice(0, hit.from) + blank(own.slice(hit.from, hit.to)) + rest.slice(hit.to)
  // What a row of a table is called, in quotation marks or behind "in the table above", is one of its bodies, whatever its name.
  for (const hit of wordsOf(vocabulary, 'row-pointers').find(own)) others ||= hit.to <= before
  for (const hit of wordsOf(vocabulary, 'body-names').find(rest)) {
    const body = rest.slice(hit.from, hit.to)
    if (name !== '' && body.length >= TAIL && name.endsWith(body.slice(-TAIL))) rest = rest.slice(0, hit.from) + blank(body) + rest.slice(hit.to)
    else if (hit.to <= before) others = true
  }
  return { rest, others }
}

/** Whether words name nobody but the unit itself: its name, the end of it, or words such as "this unit". */
export function isSelf(words: string, context: ProseContext): boolean {
  const name = context.entity.replace(/[\s()]/gu, '')
  const { rest, others } = withoutSelf(words, words.length, context)
  return !others && (rest.replaceAll('|', '') === '' || (name !== '' && name.endsWith(rest)))
}
