import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { sentenceAt, type Paragraph } from './paragraph.ts'

/** The list before this one in the sentence where this one breaks the same total down in another way ("by source: …; by year: …"). */
export function otherPartition(paragraph: Paragraph, anchor: Anchor, opened: readonly Anchor[], vocabulary: Vocabulary): Anchor | undefined {
  const segment = paragraph.segments.find((span) => span.from <= anchor.from && anchor.from < span.to)
  const sentence = paragraph.sentences.find((span) => span.from <= anchor.from && anchor.from < span.to)
  if (!segment || !sentence || paragraph.figures.some(({ at }) => at >= segment.from && at < anchor.from)) return undefined
  const [head] = wordsOf(vocabulary, 'partition-heads').find(paragraph.shadow.text.slice(segment.from, anchor.to))
  return head?.from === 0 ? opened.findLast(({ from }) => from >= sentence.from && from < segment.from) : undefined
}

/** The list before this one, in an earlier part of its sentence or in the sentence before, where no amount of its own stands before this one: what that one breaks down is broken down anew. */
export function listBefore(paragraph: Paragraph, anchor: Anchor, opened: readonly Anchor[]): Anchor | undefined {
  const at = sentenceAt(paragraph, anchor.from)
  const segment = paragraph.segments.find((span) => span.from <= anchor.from && anchor.from < span.to)
  const from = paragraph.sentences[at - 1]?.from ?? 0
  if (!segment || paragraph.figures.some((figure) => figure.at >= segment.from && figure.at < anchor.from)) return undefined
  const lists = opened.filter((other) => other.from >= from && other.from < segment.from && paragraph.shadow.text[other.from] !== '(')
  return lists.findLast((other) => other.from >= (paragraph.sentences[at]?.from ?? 0)) ?? lists.at(-1)
}
