import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { bare } from './label.ts'
import { isOfYears } from './composition-parts.ts'
import { isPartYear } from './within.ts'
import { isFigure, type Figure, type Paragraph } from './paragraph.ts'

const TERMINAL = /[\u3002!?;)\]"\u201d\u3001,]/u

/** Words after the last member up to the end of its sentence, without its share or change. */
function tailOf(paragraph: Paragraph, last: Figure): string {
  const { text } = paragraph.shadow
  const end = paragraph.sentences[last.sentence]?.to ?? text.length
  return text.slice(last.at + 1, end)
}

/** Whether the list says itself that it is not complete, or breaks off. */
export function isBroken(paragraph: Paragraph, anchor: Anchor, members: readonly Figure[]): boolean {
  const last = members.at(-1)
  if (!last) return true
  const open = anchor.template.open ?? []
  const tail = tailOf(paragraph, last)
  // The word stands at the figure itself, or after the last share or change that belongs to it.
  const figuresAfter = [...tail].findLastIndex((_, index) => isFigure(tail, index))
  const ending = tail.slice(figuresAfter + 1)
  if (open.some((word) => ending.startsWith(word) || tail.startsWith(word))) return true
  const { text } = paragraph.shadow
  const end = text.at(-1) ?? ''
  return last.sentence === paragraph.sentences.length - 1 && !TERMINAL.test(end) && !isFigure(text, text.length - 1) && ending !== ''
}

/** Whether the total is called by two names ("refunds and transfers") and every member is of the last of them: those of the first are not listed. */
function leavesOut(total: Figure, members: readonly Figure[], vocabulary: Vocabulary): boolean {
  const and = wordsOf(vocabulary, 'and-words').find(total.label).at(-1)
  if (!and) return false
  const [first, last] = [bare(total.label.slice(0, and.from)), bare(total.label.slice(and.to))]
  return first.length >= NOUN && last.length > NOUN && members.every((member) => member.label.includes(last)) && !members.some((member) => member.label.includes(first.slice(-NOUN)))
}

/** Whether two members lie beyond marks on the same side ("of 10 and more, of 50 and more"): the one holds the other. */
function overlap(members: readonly Figure[], vocabulary: Vocabulary): boolean {
  const sides = members.flatMap(({ label }) => wordsOf(vocabulary, 'beyond-words').find(bare(label)).filter(({ from }) => from === 0).map(({ key, to }) => bare(label).slice(0, to) || key))
  return new Set(sides).size < sides.length
}

/** Whether an amount is that of a whole area or level of government: of such totals the main parts are told, seldom all. */
function isOfManyBodies(paragraph: Paragraph, total: Figure, vocabulary: Vocabulary): boolean {
  if (total.quantity.unit.dimension !== 'money') return false
  return wordsOf(vocabulary, 'macro-units').covers(total.quantity.unit.symbol) || wordsOf(vocabulary, 'macro-words').test(paragraph.shadow.text.slice(paragraph.sentences[total.sentence]?.from ?? 0, total.at))
}

const NOUN = 2
/** A parenthesis with this many members and nothing else spells its figure out. */
const MANY = 3

/** Whether all labels end in the same noun: 2 kinds of projects out of so many projects. */
function shareNoun(members: readonly Figure[]): boolean {
  const endings = new Set(members.map((member) => member.label.slice(-NOUN)))
  return endings.size === 1 && members.every((member) => member.label.length > NOUN)
}

/** Marks between the members of a list, in its text without what stands in brackets. */
const BETWEEN = /[,;:\u3001\u3002()\n]/u

/** Whether a clause states two members one after the other ("0.3 for each, which makes 25.5", "cut from 45 to 42"): one of them is no part beside the other. */
function sharesClause({ shadow: { text } }: Paragraph, members: readonly Figure[], vocabulary: Vocabulary): boolean {
  const inOrder = [...members].sort((a, b) => a.at - b.at)
  return inOrder.slice(1).some((member, at) => {
    const between = text.slice((inOrder[at]?.at ?? 0) + 1, member.at)
    return !BETWEEN.test(between) && between !== '' && !wordsOf(vocabulary, 'and-words').test(between)
  })
}

/**
 * Whether the members must make up the total. Words that list ("namely") say so; "of which" does so only where the total
 * is called one, the members are groups that complete each other, or all bear one noun, and no trait overlaps others.
 */
export function isClosed(paragraph: Paragraph, anchor: Anchor, total: Figure, members: readonly Figure[], vocabulary: Vocabulary): boolean {
  if (isBroken(paragraph, anchor, members) || sharesClause(paragraph, members, vocabulary)) return false
  // What is there "mainly", or picked out by a trait ("those that grew fastest"), need not be all.
  const { text } = paragraph.shadow
  if (wordsOf(vocabulary, 'mainly-words').test(text.slice(anchor.from, anchor.to)) || wordsOf(vocabulary, 'selection-words').test(/[^,:;\u3002()]*$/u.exec(text.slice(0, anchor.from))?.[0] ?? '')) return false
  const evidence = anchor.template.take?.['closed'] ?? []
  // That there is none of some kinds does not say which kinds there are.
  if (total.quantity.digits !== 0n && members.every(({ quantity }) => quantity.digits === 0n)) return false
  // Of what goes on for years some may be left out.
  if (members.some((member) => isOfYears(paragraph, member))) return false
  if (leavesOut(total, members, vocabulary) || overlap(members, vocabulary)) return false
  if (evidence.includes('stated')) return members.length > 1 && (!isOfManyBodies(paragraph, total, vocabulary) || completeEachOther(total, members, vocabulary))
  if (members.length < 2) return false
  // Some quarters or months are not the year.
  if (members.some((member) => isPartYear(member.label, vocabulary))) return completeEachOther(total, members, vocabulary)
  if (evidence.includes('complementary') && completeEachOther(total, members, vocabulary)) return true
  if (isOfManyBodies(paragraph, total, vocabulary)) return false
  if (members.some((member) => wordsOf(vocabulary, 'overlapping-traits').test(member.label))) return false
  return (evidence.includes('total-word') && (wordsOf(vocabulary, 'total-words').test(total.label) || wordsOf(vocabulary, 'whole-amounts').test(total.label)))
    || (evidence.includes('same-noun') && shareNoun(members))
    || (evidence.includes('many') && members.length >= MANY)
}

/** Whether all labels are groups of one kind, and there are as many as that kind needs to be the whole, or the parts that the total's name calls for. */
export function completeEachOther(total: Figure, members: readonly Figure[], vocabulary: Vocabulary): boolean {
  const grouped = Object.entries(vocabulary.lists.get('complementary-groups') ?? {}).some(([least, words]) => members.length >= Number(least) && members.every((member) => words.some((word) => member.label.includes(word))))
  return grouped || namedParts(total, members, vocabulary) !== undefined
}

/** The words of the parts that the total's name calls for, if all are there and nothing else is. */
const namedParts = (total: Figure, members: readonly Figure[], vocabulary: Vocabulary): readonly string[] | undefined => Object.entries(vocabulary.lists.get('named-parts') ?? {}).find(([whole, words]) => total.label.includes(whole)
  && words.every((word) => members.some((member) => member.label.includes(word))) && members.every((member) => words.some((word) => member.label.includes(word))))?.[1]

/** Whether the members are one for one the parts that the total's name calls for. */
export const isNamedWhole = (total: Figure, members: readonly Figure[], vocabulary: Vocabulary): boolean => namedParts(total, members, vocabulary)?.length === members.length
