import type { Ref } from '../../core/ref.ts'
import type { Reading } from '../../core/verdict.ts'
import type { TextBlock } from '../../disclosure/model.ts'
import { isSameRef } from '../alike.ts'
import type { Item } from '../item.ts'
import type { ProseText } from '../prose/prose-text.ts'
import { isSameStanding, type Standing } from '../standing.ts'
import { tokenise } from '../tokens/index.ts'
import type { TokenisedText } from '../token.ts'

/** What is known of the place of a text. */
export interface TextPlace {
  readonly field: string
  readonly prose?: boolean
  readonly label?: string
  readonly headings?: readonly string[]
  readonly table?: Item
  readonly project?: Item
  readonly group?: string
  readonly reading?: Reading | undefined
}

/** A text to be read as prose, with its string at hand: asking for that does not tokenise it. */
export interface PlacedText extends ProseText {
  readonly original: string
}

/** Whether two texts are the same at the same place. */
export function isSameText(one: PlacedText, other: PlacedText): boolean {
  const headings = other.headings ?? []
  return one.original === other.original && isSameRef(one.ref, other.ref) && one.field === other.field && one.prose === other.prose && one.reading === other.reading
    && one.cut === other.cut && one.group === other.group && isSameStanding(one.standing, other.standing)
    && one.headings?.length === other.headings?.length && (one.headings ?? []).every((heading, at) => heading === headings[at])
}

/** Texts in document order, gathered once. */
export interface TextList {
  readonly texts: readonly PlacedText[]
  add(text: string | number | undefined, pointer: string, place: TextPlace): void
  addBlocks(blocks: readonly TextBlock[] | undefined, pointer: string, place: TextPlace): void
}

/** A text as it is listed: a disclosure has thousands, most of which nothing reads. It is tokenised when it is first read. */
class ListedText implements PlacedText {
  readonly ref: Ref
  readonly original: string
  readonly field: string
  readonly prose: boolean
  readonly standing: Standing
  declare readonly headings?: readonly string[]
  declare readonly reading?: Reading
  declare readonly group?: string
  /** Shared with what is made of it (`cut` …): of a text there is one reading. */
  private readonly made: { tokenised?: TokenisedText } = {}

  constructor(original: string, pointer: string, place: TextPlace, document: Item) {
    const { headings, reading, group } = place
    const section = headings?.at(-1)
    this.ref = { pointer }
    this.original = original
    this.field = place.field
    this.prose = place.prose ?? false
    this.standing = { document, pointer, label: place.label ?? section ?? '', section, table: place.table, project: place.project }
    if (headings) this.headings = headings
    if (reading) this.reading = reading
    if (group !== undefined) this.group = group
  }

  get tokenised(): TokenisedText {
    return (this.made.tokenised ??= tokenise(this.original))
  }
}

/** An empty list. Texts without a letter or digit are left out. */
export function textList(document: Item): TextList {
  const texts: PlacedText[] = []
  const add: TextList['add'] = (text, pointer, place) => {
    if (typeof text === 'string' && text.trim() !== '') texts.push(new ListedText(text, pointer, place, document))
  }
  return {
    texts,
    add,
    addBlocks: (blocks, pointer, place) => {
      blocks?.forEach((block, index) => { add(block.text, `${pointer}/${String(index)}/text`, { ...place, reading: block.reading }) })
    },
  }
}
