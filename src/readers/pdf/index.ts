import type { Result } from '../../core/problem.ts'
import type { Notice, ReadDocument } from '../block.ts'
import { UnreadableFile } from '../problem.ts'
import { documentBlocks } from './blocks.ts'
import type { PageContent } from './geometry.ts'
import { readPage } from './page.ts'
import { openPdf } from './pdfjs.ts'
import { placeOnPage, printedLines } from './printed-line.ts'

/** A PDF of more pages is no disclosure. */
const MOST_PAGES = 2000
/** Time for one file, in milliseconds: a page description may loop. */
const TIME_LIMIT = 120_000

/**
 * Reads a PDF: text in the order of the page, tables by their ruling lines, page numbers and watermarks as marks. Places are boxes
 * on the page, in points from its top left corner. A file without text (a scan), damaged or encrypted is a problem.
 */
export async function readPdf({ file, content, sha256 }: { readonly file: string; readonly content: Uint8Array; readonly sha256: string }): Promise<Result<ReadDocument>> {
  try {
    return { ok: true, value: { file, format: 'pdf', sha256, ...(await readContent(content)) } }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problems: [{ code: error.code, file, message: error.text }] }
    throw error
  }
}

async function readContent(content: Uint8Array): Promise<Pick<ReadDocument, 'blocks' | 'notices'>> {
  const { document, ops, close } = await openPdf(content)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreadableFile('pdf-time-limit', { zh: 'PDF 太复杂，两分钟内没有读完，请重新导出一份再检查', en: 'the PDF was not read within two minutes; export it again and retry' })), TIME_LIMIT)
  })
  try {
    if (document.numPages > MOST_PAGES) throw new UnreadableFile('file-too-large', { zh: `PDF 有 ${document.numPages} 页，不像一份公开文本，不读取`, en: `the PDF has ${document.numPages} pages; it is not read` })
    const read = async (): Promise<readonly PageContent[]> => {
      const pages: PageContent[] = []
      for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(await document.getPage(number), number, ops))
      return pages
    }
    const pages = await Promise.race([read().catch(damagedPage), late])
    if (isScan(pages)) throw new UnreadableFile('pdf-scan', { zh: 'PDF 里没有文字，是扫描件或图片，请用 Word、Excel 原件或由其直接导出的 PDF 检查', en: 'the PDF holds no text, it is a scan; use the Word or Excel file, or a PDF exported from it' })
    return { blocks: documentBlocks(pages), notices: [...pages.flatMap(hiddenNotices), ...pages.filter(isPicture).map(pictureNotice)] }
  } finally {
    clearTimeout(timer)
    await close()
  }
}

function hiddenNotices({ hidden, number }: PageContent): readonly Notice[] {
  return printedLines(hidden, number).map((line) => ({ kind: 'hidden-text', text: line.text, place: placeOnPage(line, number) }))
}

function damagedPage(cause: unknown): never {
  if (cause instanceof UnreadableFile) throw cause
  throw new UnreadableFile('pdf-damaged', { zh: 'PDF 已损坏或不完整，请重新导出一份再检查', en: 'the PDF is damaged or incomplete; export it again and retry' }, { cause })
}

function pictureNotice({ number, width, height }: PageContent): Notice {
  return { kind: 'picture-page', text: `第 ${number} 页`, place: placeOnPage({ x: 0, y: 0, width, height }, number) }
}

/** Share of a page that a scan of it takes at the least. */
const SCANNED = 0.4

/** A page with a picture over it and no more text than its number. */
function isPicture({ runs, largestPicture, width, height }: PageContent): boolean {
  return largestPicture >= SCANNED * width * height && runs.reduce((sum, { text }) => sum + text.trim().length, 0) < FEWEST_CHARACTERS
}

/** Characters a page of text has at the least. */
const FEWEST_CHARACTERS = 10

function isScan(pages: readonly PageContent[]): boolean {
  const characters = pages.reduce((sum, { runs }) => sum + runs.reduce((own, { text }) => own + text.length, 0), 0)
  return characters < FEWEST_CHARACTERS * pages.length && (characters === 0 || pages.some(({ largestPicture }) => largestPicture > 0))
}
