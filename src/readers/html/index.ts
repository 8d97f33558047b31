import type { Result } from '../../core/problem.ts'
import type { Place } from '../../core/place.ts'
import { decodeText } from '../../source/decode.ts'
import { lineIndex, type LineIndex } from '../../source/lines.ts'
import type { Block, Notice, ReadDocument } from '../block.ts'
import { reading } from '../problem.ts'
import { chromeOf } from './chrome.ts'
import { articleOf, looksOf, parseHtml } from './page.ts'
import { isPlainPage } from './paper.ts'
import { PageWalk, type PageNotice } from './walk.ts'

/**
 * Reads a web page. Places are lines and columns of its source. Text the page hides is a notice; scripts, navigation and
 * what else a site puts around its article are left out.
 */
export function readHtml({ file, content, sha256 }: { readonly file: string; readonly content: Uint8Array; readonly sha256: string }): Result<ReadDocument> {
  return reading(file, () => {
    const { text } = decodeText(content)
    const { blocks, notices } = readPage(text)
    const lines = notices.length > 0 ? lineIndex(text) : undefined
    return { file, format: 'html', sha256, blocks, ...(lines && { notices: notices.map((notice) => placedNotice(notice, (from, to) => placeIn(lines, from, to))) }) }
  })
}

/** Blocks of a page and what it hides; places are offsets in its text. Throws UnreadableFile where the page is too deep. */
export function readPage(text: string): { readonly blocks: readonly Block[]; readonly notices: readonly PageNotice[] } {
  const notices: PageNotice[] = []
  const page = parseHtml(text)
  const blocks = new PageWalk(text, 0, notices, { looks: looksOf(page), plain: isPlainPage(page), chrome: chromeOf(page) }).blocks(articleOf(page))
  return { blocks, notices }
}

/** A notice of a page with its place instead of its offsets. */
export function placedNotice({ kind, text, from, to }: PageNotice, place: (from: number, to: number) => Place): Notice {
  return { kind, text, ...(from !== undefined && to !== undefined && { place: place(from, to) }) }
}

function placeIn(lines: LineIndex, from: number, to: number): Place {
  const [start, end] = [lines.position(from), lines.position(to)]
  return { kind: 'text', line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

/** Blocks of a piece of HTML that starts at `offset` of another text. */
export function readHtmlPiece(piece: string, offset: number): readonly Block[] {
  return new PageWalk(piece, offset, []).blocks(parseHtml(piece, true))
}
