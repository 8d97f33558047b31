import { isFirstNumber, numberingLevel, withoutNumber } from '../../../source/numbering.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Item } from '../../item.ts'
import type { Memory } from '../../memory.ts'
import type { QuantityValue, TextValue } from '../../value.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { textValue } from '../place.ts'
import type { ProseContext, ProseText } from '../prose-text.ts'
import { boolean, claimItem, computed, leaf, list, missing, type Claim } from './claim-item.ts'
import { paragraphOf, type Figure, type Paragraph } from './paragraph.ts'

/** A name may be this long; longer lines are sentences. */
const LONGEST = 40
const SENTENCE_MARK = /[,;:!?\u3002](?!$)/u

/** The name a numbered line of a list gives; undefined where it says more, or ends in words that leave the list open. */
function nameIn(text: ProseText, vocabulary: Vocabulary): TextValue | undefined {
  const line = text.tokenised.text
  const name = withoutNumber(line)
  const bare = name.replace(/[\u3002;]$/u, '')
  const from = line.length - name.length
  const says = SENTENCE_MARK.test(name) || text.tokenised.tokens.some((token) => token.quantity !== undefined && token.from >= from) || wordsOf(vocabulary, 'open-list-ends').find(bare).at(-1)?.to === bare.length
  return says || bare === '' || bare.length > LONGEST ? undefined : textValue(text, from, from + bare.length)
}

/** Whether a list may go on in the text after its last line: below it, or in a name of like kind that has lost its number. */
function goesOn(next: ProseText | undefined, level: number, names: readonly TextValue[]): boolean {
  if (!next) return false
  const own = numberingLevel(next.tokenised.text)
  if (own !== undefined) return own > level
  const lastOf = (name: string): string | undefined => /([^)\u3002;\uff09])[)\uff09]?[\u3002;]?$/u.exec(name)?.[1]
  const last = lastOf(next.tokenised.text)
  return next.tokenised.text.length <= LONGEST && names.some(({ text }) => lastOf(text) === last)
}

/** The names of the numbered lines right below a text; undefined where they are no plain list of names. */
function namesBelow(following: readonly ProseText[], vocabulary: Vocabulary): readonly TextValue[] | undefined {
  const [first] = following
  const level = first && numberingLevel(first.tokenised.text)
  if (level === undefined || !isFirstNumber(first?.tokenised.text ?? '')) return undefined
  const end = following.findIndex((next, at) => numberingLevel(next.tokenised.text) !== level || (at > 0 && isFirstNumber(next.tokenised.text)))
  const lines = end < 0 ? following : following.slice(0, end)
  const names = lines.map((line) => nameIn(line, vocabulary))
  const isList = names.length > 1 && names.every((name) => name !== undefined)
  // Aspects of what is counted are no names of it.
  return isList && !names.some(({ text }) => wordsOf(vocabulary, 'announced-aspects').test(text)) && !goesOn(end < 0 ? undefined : following[end], level, names) ? names : undefined
}

/** What the counts of the opening sentence may say of the length of the list: one of them, or all kinds together. */
export function statedCounts(paragraph: Paragraph, counts: readonly Figure[]): readonly QuantityValue[] {
  const [first, last] = [counts[0], counts.at(-1)]
  if (!first || !last) return []
  const sum = computed({ op: 'sum', args: counts.map(({ quantity }) => leaf(quantity)) }, counts.map(({ value }) => value), missing(paragraph, { from: first.labelFrom, to: last.at + 1 }))
  return [...(counts.length > 1 && sum.type === 'quantity' ? [sum] : []), ...counts.map(({ value }) => value)]
}

/** Counts of bodies whose sentence ends in words that open a list ("4 public institutions, namely:"), with the names numbered below. Linear in the texts. */
export function listedBelow(texts: readonly ProseText[], context: ProseContext, memory: Memory): readonly Item[] {
  return texts.flatMap((text, index) => {
    const line = text.tokenised.text
    if (!text.prose || !line.endsWith(':') || !wordsOf(context.vocabulary, 'list-below-openers').test(line.slice(-LONGEST))) return []
    return memory.keep(`listed below ${text.ref.pointer}`, listBelow, context, text, ...texts.slice(index + 1, index + 1 + LONGEST))
  })
}

function listBelow({ vocabulary, entity }: ProseContext, text: ProseText, ...following: readonly ProseText[]): readonly Item[] {
  const names = namesBelow(following, vocabulary)
  if (!names) return []
  const paragraph = paragraphOf(text)
  const sentence = paragraph.sentences.length - 1
  const bodies = wordsOf(vocabulary, 'body-measures')
  const counts = paragraph.figures.filter((figure) => figure.sentence === sentence && figure.depth === 0 && figure.quantity.unit.dimension === 'count' && bodies.covers(figure.quantity.unit.symbol))
  const [first] = counts
  if (!first || first.quantity.approximate || wordsOf(vocabulary, 'announced-in-part').test(paragraph.shadow.text.slice(paragraph.sentences[sentence]?.from))) return []
  const span = { from: first.labelFrom, to: paragraph.shadow.text.length }
  const own = names.filter(({ text: name }) => name === entity || wordsOf(vocabulary, 'own-body-words').test(name.normalize('NFKC')))
  // Of "subordinate bodies" the body itself is none, though the list names it.
  const lists = own.length === 1 ? [names, names.filter((name) => name !== own[0])] : [names]
  const item = claimItem(lists.flatMap((listed) => statedCounts(paragraph, counts).map((stated): Claim => ({ kind: 'enumeration', paragraph, span, attributes: { stated: () => stated, items: () => list(listed), open: () => boolean(false) } }))))
  return item ? [item] : []
}
