import type { TextBlock } from '../disclosure/model.ts'
import type { HeadingBlock, ParagraphBlock } from '../readers/block.ts'
import { sliceMapped, trimMapped } from '../source/mapped-text.ts'
import type { MappedText } from '../source/segment.ts'
import type { Mapped } from './draft.ts'
import { squeezed } from './label.ts'

export type TextItem = HeadingBlock | ParagraphBlock

export const LONGEST_TITLE = 70

/** Whether a line may stand above a table and tell of it. */
export function isCaptionLike(text: string): boolean {
  return squeezed(text).length <= LONGEST_TITLE && !/[。；！]/.test(text)
}

export function textBlock(block: TextItem): Mapped<TextBlock> {
  if (block.kind === 'heading') return { text: block.text }
  return { text: block.text, ...(block.reading === undefined ? {} : { reading: block.reading }), ...(block.doubt === undefined ? {} : { doubt: block.doubt }) }
}

export function trimColon(text: MappedText): MappedText {
  return trimMapped(sliceMapped(text, 0, text.text.replace(/[:：]\s*$/, '').length))
}
