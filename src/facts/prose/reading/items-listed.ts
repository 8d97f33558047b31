import { isFirstNumber, numberingLevel } from '../../../source/numbering.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Item } from '../../item.ts'
import type { Memory } from '../../memory.ts'
import type { TextValue } from '../../value.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { textValue } from '../place.ts'
import type { ProseContext, ProseText } from '../prose-text.ts'
import { boolean, claimItem, list } from './claim-item.ts'
import { paragraphOf, type Figure, type Paragraph } from './paragraph.ts'

/** A list goes on after this many lines at most that are no items of it. */
const MOST_BETWEEN = 6
const LONGEST_LIST = 60
/** A line that only counts what stands above it is short. */
const LONGEST_COUNT = 24

/**
 * Counts of items, with the items numbered below ("their duties are these 7:") or above ("these are 7 duties in all"), each a line or more.
 * Of what an item says nothing is asked. Linear in the texts.
 */
export function itemsListed(texts: readonly ProseText[], { vocabulary }: ProseContext, memory: Memory): readonly Item[] {
  return texts.flatMap((text, index) => {
    const line = text.tokenised.text
    const opens = text.prose && line.endsWith(':')
    if (!opens && !(text.prose && line.length <= LONGEST_COUNT && wordsOf(vocabulary, 'items-above-starts').test(line))) return []
    const beside = opens ? texts.slice(index + 1, index + 1 + LONGEST_LIST) : texts.slice(Math.max(0, index - LONGEST_LIST), index)
    return memory.keep(`items listed at ${text.ref.pointer}`, listedBeside, vocabulary, text, opens, ...beside)
  })
}

function listedBeside(vocabulary: Vocabulary, text: ProseText, opens: boolean, ...beside: readonly ProseText[]): readonly Item[] {
  const items = opens ? numbered(beside) : above(beside)
  if (items.length < 2) return []
  const paragraph = paragraphOf(text)
  const count = countIn(paragraph, vocabulary)
  if (!count || !(opens ? isBelow(paragraph, count, vocabulary) : isAbove(paragraph, count, vocabulary))) return []
  const item = claimItem([{ kind: 'enumeration', paragraph, span: { from: count.labelFrom, to: paragraph.shadow.text.length }, attributes: { stated: () => count.value, items: () => list(items.map(named)), open: () => boolean(false) } }])
  return item ? [item] : []
}

/** The lines of the list that begins here, as far as its numbers go: deeper lists and lines without numbers stand between them. */
function numbered(lines: readonly ProseText[]): readonly ProseText[] {
  const [first] = lines
  const level = first && numberingLevel(first.tokenised.text)
  if (level === undefined || !isFirstNumber(first?.tokenised.text ?? '')) return []
  const items: ProseText[] = []
  let between = 0
  for (const line of lines) {
    const own = numberingLevel(line.tokenised.text)
    if (own === level && (items.length === 0 || !isFirstNumber(line.tokenised.text))) {
      items.push(line)
      between = 0
      continue
    }
    between += 1
    if (own === level || (own !== undefined && own < level) || between > MOST_BETWEEN || line.field.startsWith('table')) break
  }
  return items
}

/** The list right above, from its first number. */
function above(lines: readonly ProseText[]): readonly ProseText[] {
  const level = numberingLevel(lines.at(-1)?.tokenised.text ?? '')
  const from = lines.findLastIndex(({ tokenised }) => numberingLevel(tokenised.text) === level && isFirstNumber(tokenised.text))
  return level === undefined || from < 0 ? [] : numbered(lines.slice(from))
}

/** The last count of items in the last sentence. */
function countIn({ figures, sentences }: Paragraph, vocabulary: Vocabulary): Figure | undefined {
  const measures = wordsOf(vocabulary, 'item-measures')
  return figures.findLast((figure) => figure.sentence === sentences.length - 1 && figure.depth === 0 && figure.quantity.unit.dimension === 'count' && measures.covers(figure.quantity.unit.symbol))
}

const rest = ({ shadow }: Paragraph, { at }: Figure): string => shadow.text.slice(at + 1).replace(/[:\u3002]$/u, '')

function isBelow(paragraph: Paragraph, count: Figure, vocabulary: Vocabulary): boolean {
  return wordsOf(vocabulary, 'items-below-openers').test(paragraph.shadow.text.slice(0, count.at)) && wordsOf(vocabulary, 'items-ends').covers(rest(paragraph, count))
}

function isAbove(paragraph: Paragraph, count: Figure, vocabulary: Vocabulary): boolean {
  return wordsOf(vocabulary, 'items-above-starts').covers(paragraph.shadow.text.slice(0, count.at)) && wordsOf(vocabulary, 'items-ends').covers(rest(paragraph, count))
}

const named = (line: ProseText): TextValue => textValue(line, 0, line.tokenised.text.length)
