import type { TokenType } from '../../token.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { charsOf, complement, union, type CharSet } from './char-set.ts'
import { parseSyntax, type Parsed } from './syntax.ts'
import type { Node } from './syntax-node.ts'

/**
 * In the shadow of a text every token is one private-use character, so that a slot is a character class and matching is
 * linear.
 */
export const TOKEN_UNITS = {
  money: 0xe000, count: 0xe001, percent: 0xe002, points: 0xe003, number: 0xe004, rate: 0xe005, year: 0xe006, date: 0xe007,
  'date-range': 0xe008, docnum: 0xe009, title: 0xe00a, 'list-number': 0xe00b, stamp: 0xe00c, code: 0xe00d, ratio: 0xe00e,
  operator: 0xe00f, integer: 0xe010, 'money-unit-missing': 0xe011, 'month-day': 0xe012, yuan: 0xe013,
} as const satisfies Readonly<Record<TokenType | Split, number>>

/** Kinds of tokens that patterns tell apart: whole numbers, amounts without their unit or in the base unit, dates without a year. */
type Split = 'integer' | 'money-unit-missing' | 'month-day' | 'yuan'

const set = (...names: readonly (keyof typeof TOKEN_UNITS)[]): CharSet => union(...names.map((name): CharSet => [[TOKEN_UNITS[name], TOKEN_UNITS[name]]]))

const FIGURES = set('money', 'money-unit-missing', 'yuan', 'count', 'percent', 'points', 'number', 'integer', 'rate')

/** Slot types that hold one token. */
export const TOKEN_SLOTS: Readonly<Record<string, CharSet>> = {
  money: set('money', 'money-unit-missing', 'yuan'), 'money-scaled': set('money', 'money-unit-missing'), yuan: set('yuan'), 'money-unit-missing': set('money-unit-missing'), count: set('count'), percent: set('percent'), points: set('points'),
  number: set('number', 'integer'), integer: set('integer'), rate: set('rate'), year: set('year'), date: set('date', 'month-day'), 'any-year': set('year', 'date'), 'date-range': set('date-range'),
  docnum: set('docnum'), title: set('title'), ratio: set('ratio'), code: set('code'), stamp: set('stamp'), quantity: FIGURES, 'list-number': set('list-number'),
}

/** Marks that end a clause or sentence: ideographic comma, comma, semicolon, colon, full stop and their kin. */
const CLAUSE_MARKS = union(charsOf(',;:!?'), [[0x3001, 0x3002], [0x0a, 0x0d], [0x09, 0x09]])
const SENTENCE_MARKS = union(charsOf(';!?'), [[0x3002, 0x3002], [0x0a, 0x0d]])

const IN_CLAUSE = complement(union(CLAUSE_MARKS, FIGURES))
const IN_SENTENCE = complement(SENTENCE_MARKS)
/** Names with enumeration commas between them, before their number. */
const IN_LISTING = complement(union(SENTENCE_MARKS, charsOf(','), FIGURES))
const IN_LINE = complement([[0x0a, 0x0d]])
/** Han characters and Latin letters: what names are made of. */
const LETTERS: CharSet = [[0x41, 0x5a], [0x61, 0x7a], [0x4e00, 0x9fff]]

const stretch = (allowed: CharSet, max: number, lazy: boolean, at: number): Node => ({ is: 'repeat', node: { is: 'one', set: allowed }, min: 1, max, lazy, at })

/** Slot types that hold words: `text` and the shorter `words` within a clause and without figures, `name` of letters only, `clause` to the sentence's end, `names`, `listing`, `list`. */
const WORD_SLOTS: Readonly<Record<string, (at: number) => Node>> = {
  name: (at) => stretch(LETTERS, 16, true, at),
  words: (at) => stretch(IN_CLAUSE, 16, true, at),
  text: (at) => stretch(IN_CLAUSE, 40, true, at),
  clause: (at) => stretch(IN_SENTENCE, 200, false, at),
  names: (at) => stretch(IN_SENTENCE, 1000, false, at),
  listing: (at) => stretch(IN_LISTING, 400, false, at),
  list: (at) => stretch(IN_LINE, 2000, false, at),
}

export const SLOT_TYPES: readonly string[] = [...Object.keys(TOKEN_SLOTS), ...Object.keys(WORD_SLOTS)]

/** What a slot of `type` matches: a token, words, or one of the words of the list with that id. */
export function slotNode(type: string, at: number, vocabulary: Vocabulary): Parsed {
  const token = Object.hasOwn(TOKEN_SLOTS, type) ? TOKEN_SLOTS[type] : undefined
  if (token) return { ok: true, node: { is: 'one', set: token } }
  const words = Object.hasOwn(WORD_SLOTS, type) ? WORD_SLOTS[type] : undefined
  if (words) return { ok: true, node: words(at) }
  const list = vocabulary.lists.get(type)
  if (!list) return { ok: false, fault: { code: 'unknown-slot-type', at, detail: type } }
  const known = listNodes.get(list)
  if (known) return { ok: true, node: known }
  const options: Node[] = []
  // Longest first, so that a word is not cut to one that begins it.
  for (const word of Object.values(list).flat().sort((a, b) => b.length - a.length)) {
    const parsed = parseSyntax(word, vocabulary)
    if (!parsed.ok) return { ok: false, fault: { ...parsed.fault, at, detail: `${type}: ${word}` } }
    options.push(parsed.node)
  }
  const node: Node = { is: 'choice', options }
  listNodes.set(list, node)
  return { ok: true, node }
}

/** Word lists parsed once: many templates have a slot of the same list. */
const listNodes = new WeakMap<object, Node>()
