import type { Result } from '../../core/problem.ts'
import { decodeText } from '../../source/decode.ts'
import type { Block, Notice, ReadDocument } from '../block.ts'
import { reading } from '../problem.ts'
import { chromeOf } from './chrome.ts'
import { articleOf, hidingSelectors, parseHtml } from './page.ts'
import { PageWalk } from './walk.ts'

/**
 * Reads a web page. Places are lines and columns of its source. Text the page hides is a notice; scripts, navigation and
 * what else a site puts around its article are left out.
 */
export function readHtml({ file, content, sha256 }: { readonly file: string; readonly content: Uint8Array; readonly sha256: string }): Result<ReadDocument> {
  return reading(file, () => {
    const { blocks, notices } = readPage(decodeText(content).text)
    return { file, format: 'html', sha256, blocks, ...(notices.length > 0 && { notices }) }
  })
}

/** Blocks of a page and what it hides; places are offsets in its text. Throws UnreadableFile where the page is too deep. */
export function readPage(text: string): { readonly blocks: readonly Block[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = []
  const page = parseHtml(text)
  const blocks = new PageWalk(text, 0, notices, { hiding: hidingSelectors(page), chrome: chromeOf(page) }).blocks(articleOf(page))
  return { blocks, notices }
}

/** Blocks of a piece of HTML that starts at `offset` of another text. */
export function readHtmlPiece(piece: string, offset: number): readonly Block[] {
  return new PageWalk(piece, offset, []).blocks(parseHtml(piece, true))
}
