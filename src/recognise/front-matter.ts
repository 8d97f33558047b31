import type { TextBlock, TocEntry } from '../disclosure/model.ts'
import type { Block } from '../readers/block.ts'
import { joinMapped, sliceMapped, trimMapped } from '../source/mapped-text.ts'
import { numberingLevel } from '../source/numbering.ts'
import type { MappedText } from '../source/segment.ts'
import { captionParts, yearLine } from './captions.ts'
import type { Mapped } from './draft.ts'
import { foldText, labelKey } from './label.ts'
import type { Lexicon } from './lexicon.ts'

/** What stands before the first section, and where the body begins. */
export interface FrontMatter {
  readonly cover: readonly Mapped<TextBlock>[]
  readonly toc: readonly Mapped<TocEntry>[]
  /** Index of the first block of the body. */
  readonly body: number
}

const LONGEST_COVER_LINE = 60
const MOST_COVER_LINES = 12
/** A line of the contents that has leaders and no page. */
const LEADER_ONLY = /\s*[.．·…]{3,}\s*$/
/** An entry broken over two lines leaves no more than this. */
const LONGEST_REST = 6
const FEWEST_NUMBERED = 3
const LEADER = /^(.*?\S)\s*(?:[.．·。…\s]{2,}|\t+|[.…]+)\s*[-—]?\s*(\d{1,4})\s*[-—]?$/

/** Takes the cover and the table of contents off the front of a document's blocks (marks taken out before). */
export function frontMatter(blocks: readonly Block[], lexicon: Lexicon): FrontMatter {
  const cover: Mapped<TextBlock>[] = []
  let at = 0
  const isToc = (block: Block): boolean => isTocHeading(block, lexicon)
  for (; at < blocks.length && at < MOST_COVER_LINES; at += 1) {
    const block = blocks[at] as Block
    if (block.kind !== 'paragraph' || isToc(block) || !isCoverLine(block.text.text)) break
    if (captionParts(block.text, lexicon) !== undefined && !contentsAhead(blocks, at, lexicon)) break
    cover.push({ text: block.text })
  }
  if (startsTable(blocks[at], lexicon)) {
    while (at > 0 && isTitle(blocks[at - 1], lexicon)) {
      cover.pop()
      at -= 1
    }
  }
  const next = blocks[at]
  if (next === undefined || !isToc(next)) return { cover, toc: [], body: at }
  return { cover, ...tableOfContents(blocks, at + 1) }
}

/** Whether the table of contents comes before any table: then a line like "预算单位：…" is one of the cover. */
function contentsAhead(blocks: readonly Block[], at: number, lexicon: Lexicon): boolean {
  const ahead = blocks.slice(at, MOST_COVER_LINES + 1)
  const contents = ahead.findIndex((block) => isTocHeading(block, lexicon))
  return contents >= 0 && !ahead.slice(0, contents).some((block) => block.kind === 'grid')
}

function startsTable(block: Block | undefined, lexicon: Lexicon): boolean {
  return block !== undefined && (block.kind === 'grid' || captionParts(block.text, lexicon) !== undefined)
}

/** Whether a line right above a table or its caption is the table's title and not the document's. */
function isTitle(block: Block | undefined, lexicon: Lexicon): boolean {
  if (block === undefined || block.kind === 'grid') return false
  const text = block.text.text
  return yearLine(block.text) !== undefined || (lexicon.tableTitle(text) ?? lexicon.formTitle(text)) !== undefined || /表(?:[（(].*[)）])?$/.test(text)
}

function isTocHeading(block: Block, lexicon: Lexicon): boolean {
  return block.kind !== 'grid' && lexicon.words('caption', 'toc').has(labelKey(block.text.text))
}

function isCoverLine(text: string): boolean {
  return /^https?:\S+$|^【.*】$/.test(text) || (text.length <= LONGEST_COVER_LINE && !/[。；，]/.test(text))
}

function tableOfContents(blocks: readonly Block[], start: number): { readonly toc: readonly Mapped<TocEntry>[]; readonly body: number } {
  const toc: Mapped<TocEntry>[] = []
  let first: string | undefined
  const seen = new Set<string>()
  let at = start
  for (; at < blocks.length; at += 1) {
    const block = blocks[at] as Block
    const last = toc.at(-1)
    if (block.kind === 'paragraph' && last !== undefined && isRest(block.text.text)) {
      toc[toc.length - 1] = { ...last, text: joinMapped([mappedOf(last.text), block.text]) }
      continue
    }
    const entries = block.kind === 'grid' ? gridEntries(block) : [entryOf(block.text)]
    if (entries === undefined) break
    const [entry] = entries
    const name = foldText(textPart(entry))
    if (block.kind !== 'grid' && toc.length === 0 && DATED.test(textPart(entry))) continue
    if (block.kind !== 'grid' && (name === first || isSecond(name, seen) || !isEntry(block, entry, toc))) break
    first ??= name
    seen.add(name)
    toc.push(...entries)
  }
  return { toc, body: at }
}

/** When it was published, between the heading of the contents and their first entry. */
const DATED = /[:：]\s*(?:19|20)\d\d\s*[年.-]/

const PART = /^第[一二三四五六七八九十]{1,3}(?:部分|章|篇)/

/** Whether a part (第一部分) comes again, its name on the next line or in other words: the body begins. */
function isSecond(name: string, seen: ReadonlySet<string>): boolean {
  const part = PART.exec(name)?.[0]
  return (seen.has(name) && numberingLevel(name) === 1) || (part !== undefined && [...seen].some((known) => PART.exec(known)?.[0] === part))
}

/** What a line break left of an entry: a few characters without a number. */
function isRest(text: string): boolean {
  return text.length <= LONGEST_REST && numberingLevel(text) === undefined && /^[\u4e00-\u9fff]+$/.test(text) && !/^(?:附件|附表|附录|目录)/.test(text)
}

const mappedOf = (text: MappedText | string): MappedText => (typeof text === 'string' ? { text, segments: [] } : text)

function textPart(entry: Mapped<TocEntry> | undefined): string {
  return entry === undefined ? '' : typeof entry.text === 'string' ? entry.text : entry.text.text
}

/** Entries without page numbers must look like headings; once pages were printed, a line without one ends the contents. */
function isEntry(block: Block, entry: Mapped<TocEntry> | undefined, toc: readonly Mapped<TocEntry>[]): boolean {
  if (block.kind === 'grid' || entry === undefined) return false
  if (entry.page !== undefined) return true
  const text = block.text.text
  if (text.length > LONGEST_COVER_LINE || /[。；]$/.test(text)) return false
  const numbered = toc.filter((known) => numberingLevel(textPart(known)) !== undefined).length
  if (numbered === toc.length && numbered >= FEWEST_NUMBERED && numberingLevel(text) === undefined && entry.page === undefined && !LEADER_ONLY.test(text)) return false
  const paged = toc.filter((known) => known.page !== undefined).length
  return paged === 0 || (paged <= toc.length / 2 && block.kind === 'heading')
}

function entryOf(text: MappedText): Mapped<TocEntry> {
  const match = LEADER.exec(text.text)
  if (match === null) return { text: sliceMapped(text, 0, text.text.length - (LEADER_ONLY.exec(text.text)?.[0].length ?? 0)) }
  const title = match[1] ?? ''
  return { text: trimMapped(sliceMapped(text, 0, title.length)), page: sliceMapped(text, text.text.lastIndexOf(match[2] ?? '')) }
}

/** A grid is part of the contents if its last column is page numbers. */
function gridEntries(block: Extract<Block, { kind: 'grid' }>): readonly Mapped<TocEntry>[] | undefined {
  const rows = block.rows.map((row) => row.cells.map((cell) => cell.text).filter((text) => text.text !== ''))
  const paged = rows.filter((cells) => cells.length >= 2 && /^\d{1,4}$/.test(cells.at(-1)?.text ?? ''))
  if (paged.length < rows.length * 0.6) return undefined
  return rows.filter((cells) => cells.length > 0).map((cells) => {
    const page = cells.length > 1 ? cells.at(-1) : undefined
    const title = joinMapped(page === undefined ? cells : cells.slice(0, -1), ' ')
    const dots = /[.．·…\s]+$/.exec(title.text)
    const text = dots === null ? title : sliceMapped(title, 0, dots.index)
    return { text, ...(page === undefined ? {} : { page }) }
  })
}
