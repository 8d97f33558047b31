import { withoutNumber } from '../../../source/numbering.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { ProseContext } from '../prose-text.ts'
import { isSelf } from './entity.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

/** What a clause opens with: a body of its own, the whole unit, or neither. */
interface Clause {
  readonly text: string
  readonly names?: 'body' | 'whole'
  readonly body: string
}

const BRACKETS = /\([^()]*\)/gu
/** A list number, or a date, before the words of a clause. */
const LEADING_TOKEN = /^[\ue000-\ue0ff]/u
const CLAUSES = /[,;:\u3001\u3002]/u
/** Bodies that a paragraph lists at least, each with numbers of its own. */
const SEVERAL = 2

/**
 * Whether a count belongs to one of several bodies that a paragraph tells of one after the other: to the last that a clause of the sentence opens
 * with, until one speaks of the whole unit again. A heading, or an opening of the paragraph, that is a body's name lends it to what follows.
 */
export function ofNamedBody(paragraph: Paragraph, figure: Figure, label: Span, context: ProseContext): boolean {
  const sentence = paragraph.sentences[figure.sentence]
  if (figure.quantity.unit.dimension !== 'count' || !sentence) return false
  const last = clausesOf(paragraph.shadow.text.slice(sentence.from, label.to), context).findLast(({ names }) => names !== undefined)
  if (last?.names === 'whole') return false
  return last ? isLevel(last.body, context.vocabulary) || bodiesIn(paragraph, context) >= SEVERAL : isTitled(paragraph, context)
}

function clausesOf(text: string, context: ProseContext): readonly Clause[] {
  return text.replace(BRACKETS, '').split(CLAUSES).map((clause) => clauseOf(clause, context))
}

/** A body is what a clause tells of where it opens with its name, and goes on with what is counted or says no more. */
function clauseOf(said: string, context: ProseContext): Clause {
  const { vocabulary, entity } = context
  const text = wordsOf(vocabulary, 'clause-leads').strip(said.replace(LEADING_TOKEN, ''))
  const opensWith = (list: string): number | undefined => wordsOf(vocabulary, list).find(text).find(({ from }) => from === 0)?.to
  const level = opensWith('own-level-names')
  if (level === undefined && ['whole-body-words', 'self-names'].some((list) => opensWith(list) !== undefined)) return { text, names: 'whole', body: '' }
  const body = text.slice(0, level ?? opensWith('body-names') ?? 0)
  if (body === '' || wordsOf(vocabulary, 'posts-authorities').test(body)) return { text, body }
  if (entity.replace(/[\s()]/gu, '').includes(body) || isSelf(body, context)) return { text, names: 'whole', body }
  const rest = text.slice(body.length)
  return rest === '' || wordsOf(vocabulary, 'staff-openers').test(rest) ? { text, names: 'body', body } : { text, body }
}

const isLevel = (body: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'own-level-names').covers(body)

function bodiesIn({ shadow: { text } }: Paragraph, context: ProseContext): number {
  return new Set(clausesOf(text, context).filter(({ names }) => names === 'body').map(({ body }) => body)).size
}

function isTitled(paragraph: Paragraph, context: ProseContext): boolean {
  const titles = [paragraph.shadow.text.split(/[:\u3002]/u)[0] ?? '', paragraph.text.headings?.at(-1)?.normalize('NFKC') ?? '']
  return titles.some((title) => {
    const { names, body, text } = clauseOf(withoutNumber(title).trim(), context)
    return names === 'body' && body === text
  })
}
