import type { Place } from '../../core/place.ts'
import type { Result } from '../../core/problem.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, Notice, ReadDocument } from '../block.ts'
import { placedNotice, readPage } from '../html/index.ts'
import { placed } from '../placed.ts'
import { reading, UnreadableFile } from '../problem.ts'
import { ByteLines, mimeParts, type MimePart } from './mime.ts'
import { partText, type PartText } from './transfer.ts'

/**
 * Reads a web page saved as one file (.mht, .mhtml, and .doc or .xls that are such pages inside): its pages in the order of the
 * file, headers and footers of Word as marks. Places are lines of the file, approximate: its text is packed for a journey by mail.
 */
export function readMhtml({ file, content, sha256 }: { readonly file: string; readonly content: Uint8Array; readonly sha256: string }): Result<ReadDocument> {
  return reading(file, () => {
    const lines = new ByteLines(content)
    const parts = mimeParts(lines).filter(isPage)
    if (parts.length === 0) throw noPage()
    const pages = parts.map((part) => readPart(part, lines))
    const notices = pages.flatMap((page) => page.notices)
    return { file, format: 'mhtml', sha256, blocks: pages.flatMap((page) => page.blocks), ...(notices.length > 0 && { notices }) }
  })
}

/** Pages that only hold the frames of others (the tabs of a workbook) have nothing to read. */
function isPage({ headers }: MimePart): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '') && !/\/tabstrip\.html?$/i.test(headers.get('content-location') ?? '')
}

function readPart(part: MimePart, lines: ByteLines): { readonly blocks: readonly Block[]; readonly notices: readonly Notice[] } {
  const source = partText(part, lines)
  const page = readPage(source.text)
  const { blocks } = page
  const notices = page.notices.map((notice) => placedNotice(notice, (from, to) => linesAt(source, from, to)))
  const within = placed(blocks, (text) => onLines(text, source))
  return /\/header\.html?$/i.test(part.headers.get('content-location') ?? '') ? { blocks: marksOf(within), notices } : { blocks: within, notices }
}

/** A text that stands on whole lines of the file. */
function onLines({ text, segments }: MappedText, source: PartText): MappedText {
  return {
    text,
    segments: segments.map(({ from, to, anchor }) => {
      if (anchor.kind === 'place') return { from, to, anchor }
      return { from, to, anchor: { kind: 'place', place: linesAt(source, anchor.offset, anchor.offset + to - from) } }
    }),
  }
}

function linesAt({ lineOf }: PartText, from: number, to: number): Place {
  return { kind: 'text', line: lineOf(from), column: 1, endLine: lineOf(to), endColumn: 1, approximate: true }
}

/** Words of headers and footers; what only numbers the pages is left out. */
function marksOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => (block.kind !== 'grid' && /[\u4e00-\u9fff]{2,}/.test(block.text.text) ? [{ kind: 'mark', text: block.text }] : []))
}

function noPage(): UnreadableFile {
  return new UnreadableFile('mhtml-no-page', { zh: '这是单个文件网页（.mht），里面没有网页正文，请在 Word 或 WPS 中打开，另存为 .docx 再检查', en: 'this is a single-file web page (.mht) without a page in it; open it in Word or WPS and save it as .docx first' })
}
