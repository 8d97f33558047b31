import { numberingLevel, withoutNumber } from '../../../source/numbering.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { ProseContext } from '../prose-text.ts'
import { isSelf } from './entity.ts'
import { isFigure, type Figure, type Paragraph, type Span } from './paragraph.ts'

/** What a clause opens with: a body of its own, a number of bodies, the whole unit, or none of them. */
interface Clause {
  readonly text: string
  readonly names?: 'body' | 'several' | 'whole'
  readonly body: string
}

const BRACKETS = /\([^()]*\)/gu
/** A list number, or a date, before the words of a clause. */
const LEADING_TOKEN = /^[\ue000-\ue0ff]/u
const CLAUSES = /[,;:\u3001\u3002]/u
/** How many characters after a number of bodies their kind may be said within. */
const BODY_NAME = 8
/** A name is no longer, and has none of these in it. */
const LONGEST = 30
const MARKS = /[,;\u3001\d\ue000-\ue0ff]/u
/** Bodies that a paragraph lists at least, each with numbers of its own. */
const SEVERAL = 2

/**
 * Whether a count belongs to one of several bodies that a paragraph tells of one after the other: to the last that a clause of the sentence opens
 * with, until one speaks of the whole unit again. A heading, or an opening of the paragraph, that is a body's name lends it to what follows.
 */
export function ofNamedBody(paragraph: Paragraph, figure: Figure, label: Span, context: ProseContext): boolean {
  const sentence = paragraph.sentences[figure.sentence]
  if (figure.quantity.unit.dimension === 'money') return isOpenedByBody(paragraph, context)
  if (figure.quantity.unit.dimension !== 'count' || !sentence) return false
  const last = clausesOf(paragraph, { from: sentence.from, to: label.to }, context).findLast(({ names }) => names !== undefined)
  if (last?.names === 'whole') return false
  return isTitled(paragraph, context) || (last !== undefined && (last.names === 'several' || isLevel(last.body, context.vocabulary) || bodiesIn(paragraph, context) >= SEVERAL))
}

function clausesOf(paragraph: Paragraph, { from, to }: Span, context: ProseContext): readonly Clause[] {
  let at = from
  // What stands in brackets is a remark: it neither names a body nor parts the clause.
  return paragraph.shadow.text.slice(from, to).replace(BRACKETS, (remark) => ' '.repeat(remark.length)).split(CLAUSES).map((words) => {
    const opening = paragraph.figures.find((figure) => figure.at === at)
    at += words.length + 1
    const said = words.replaceAll(' ', '')
    return opening && countsBodies(opening, said.slice(1), context.vocabulary) ? { text: said, names: 'several', body: said } : clauseOf(said, context)
  })
}

/** Whether a number is one of bodies ("5 hospitals have …"), which its measure or what follows it says: what is told right after it is theirs. */
function countsBodies({ quantity: { unit } }: Figure, rest: string, vocabulary: Vocabulary): boolean {
  return unit.dimension === 'count' && wordsOf(vocabulary, 'body-measures').covers(unit.symbol)
    && (wordsOf(vocabulary, 'body-counts').covers(unit.symbol) || wordsOf(vocabulary, 'body-kinds').find(rest).some(({ from }) => from === 0))
}

/** Whether an amount is said of some bodies that are counted before it ("the 5 hospitals have an income of 560, of which …"): theirs, not the whole unit's. */
export function ofCountedBodies(paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const { text } = paragraph.shadow
  const isTheirs = ({ labelFrom }: Figure): boolean => {
    const bodies = paragraph.figures.find((other) => other.at === labelFrom - 1)
    return bodies !== undefined && countsBodies(bodies, text.slice(labelFrom, labelFrom + BODY_NAME), vocabulary)
  }
  return paragraph.figures.some((other) => other.at <= figure.at && other.segment === figure.segment && other.depth <= figure.depth && isTheirs(other))
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
  return rest === '' || isFigure(rest, 0) || wordsOf(vocabulary, 'staff-openers').test(rest) ? { text, names: 'body', body } : { text, body }
}

const isLevel = (body: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'own-level-names').covers(body)

function bodiesIn(paragraph: Paragraph, context: ProseContext): number {
  return new Set(clausesOf(paragraph, { from: 0, to: paragraph.shadow.text.length }, context).filter(({ names }) => names === 'body').map(({ body }) => body)).size
}

const isNumbered = ({ text }: Paragraph): boolean => numberingLevel(text.tokenised.text) !== undefined

/** The words without the number before them. */
const titleIn = (words: string): string => withoutNumber(words).replace(LEADING_TOKEN, '').trim()

/** Whether a numbered paragraph opens with the name of a body and a colon: the amounts are that body's. */
function isOpenedByBody(paragraph: Paragraph, context: ProseContext): boolean {
  const name = isNumbered(paragraph) ? titleIn(/^[^:\u3002]*(?=:)/u.exec(paragraph.shadow.text)?.[0] ?? '') : ''
  const own = context.entity.replace(/[\s()]/gu, '')
  return isBodyName(name, context) || (name !== '' && name.length <= LONGEST && !MARKS.test(name) && name !== own && isLevel(name, context.vocabulary))
}

/** Whether the heading, or what the paragraph opens with as a sentence of its own, is the name of a body and no more. */
function isTitled(paragraph: Paragraph, context: ProseContext): boolean {
  const opening = isNumbered(paragraph) ? (/^[^:\u3002]*(?=[:\u3002])/u.exec(paragraph.shadow.text)?.[0] ?? '') : ''
  const heading = paragraph.text.headings?.at(-1)?.normalize('NFKC') ?? ''
  // A heading may well be the unit's own name where nobody knows it.
  return (context.entity === '' ? [opening] : [opening, heading]).some((title) => isBodyName(titleIn(title), context))
}

function isBodyName(title: string, context: ProseContext): boolean {
  const name = title.replace(/[()]/gu, '')
  const { vocabulary, entity } = context
  if (name === '' || title.length > LONGEST || MARKS.test(title) || (entity !== '' && entity.replace(/[\s()]/gu, '').endsWith(name))) return false
  return (isLevel(name, vocabulary) || wordsOf(vocabulary, 'body-name-ends').test(name)) && !isSelf(name, context)
}
