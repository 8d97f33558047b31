import { headingLevel } from '../source/numbering.ts'
import type { MappedText } from '../source/segment.ts'
import type { HeadingBlock, ParagraphBlock } from './block.ts'

const LONGEST_OUTLINED = 50

/** A line as heading or paragraph: by its number first, else by the level the file itself gives it (from 1). */
export function textBlock(text: MappedText, outlined?: number): HeadingBlock | ParagraphBlock {
  const titled = outlined !== undefined && text.text.length <= LONGEST_OUTLINED && !/[。；;，,]$/.test(text.text)
  const level = headingLevel(text.text) ?? (titled ? outlined : undefined)
  return level === undefined ? { kind: 'paragraph', text } : { kind: 'heading', level, text }
}
