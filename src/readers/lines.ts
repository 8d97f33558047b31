import { joinMapped, sliceMapped, trimMapped } from '../source/mapped-text.ts'
import type { MappedText } from '../source/segment.ts'
import { goesOn } from './text/joining.ts'

const UNWRAPPED = { wrapped: false, spaced: false, width: 0 }

/** Lines that line breaks inside a paragraph set apart; a break inside a sentence does not. Blank ones are left out. */
export function linesOf(text: MappedText): readonly MappedText[] {
  const lines: MappedText[] = []
  let from = 0
  for (const part of text.text.split('\n')) {
    const line = trimMapped(sliceMapped(text, from, from + part.length))
    from += part.length + 1
    if (line.text === '') continue
    const before = lines.at(-1)
    if (before !== undefined && goesOn(before.text, line.text, UNWRAPPED)) lines[lines.length - 1] = joinMapped([before, line])
    else lines.push(line)
  }
  return lines
}
