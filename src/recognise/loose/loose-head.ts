import type { HeadingBlock, ParagraphBlock } from '../../readers/block.ts'
import type { MappedText } from '../../source/segment.ts'
import { captionParts, splitTitle, yearLine } from '../captions.ts'
import type { Caption } from '../captions.ts'
import { squeezed } from '../label.ts'
import type { Lexicon } from '../lexicon.ts'

type TextItem = HeadingBlock | ParagraphBlock

/** What stands above loose rows: their caption, their headings, and the lines before that are neither. */
export interface LooseHead {
  readonly caption: Caption
  readonly heads: readonly MappedText[]
  readonly rest: readonly TextItem[]
}

const MOST_LINES = 30
const LONGEST_HEADING = 60

/** Goes up from a grid to its title; the lines between are headings, broken as they were copied. Without a title all may be headings. */
export function looseHead(waiting: readonly TextItem[], isTitle: (item: TextItem) => boolean, lexicon: Lexicon): LooseHead {
  let caption: Caption = {}
  const heads: MappedText[] = []
  for (let at = waiting.length - 1; at >= Math.max(0, waiting.length - MOST_LINES); at -= 1) {
    const item = waiting[at] as TextItem
    const { text } = item
    const parts = captionParts(text, lexicon)
    const year = yearLine(text)
    if (parts !== undefined) caption = { ...parts, ...caption }
    else if (year !== undefined) caption = { year, ...caption }
    else if (isTitle(item)) return { caption: withNumber({ ...splitTitle(text), ...caption }, waiting[at - 1], lexicon), heads, rest: waiting.slice(0, captionStart(waiting, at, lexicon)) }
    else if (squeezed(text.text).length > LONGEST_HEADING) return { caption, heads, rest: waiting.slice(0, at + 1) }
    else heads.unshift(text)
  }
  return { caption, heads, rest: waiting.slice(0, Math.max(0, waiting.length - MOST_LINES)) }
}

/** The number of a table often stands on the line above its title. */
function captionStart(waiting: readonly TextItem[], title: number, lexicon: Lexicon): number {
  const above = waiting[title - 1]
  return above !== undefined && captionParts(above.text, lexicon) !== undefined ? title - 1 : title
}

function withNumber(caption: Caption, above: TextItem | undefined, lexicon: Lexicon): Caption {
  return above === undefined ? caption : { ...captionParts(above.text, lexicon), ...caption }
}
