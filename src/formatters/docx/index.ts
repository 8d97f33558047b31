import { unzipSync, type UnzipFileInfo } from 'fflate'
import { DisclintError } from '../../core/errors.ts'
import type { FileReport, Report } from '../../core/finding.ts'
import type { Language } from '../../core/text.ts'
import { wordAnchors, type WordAnchors } from '../../readers/word/anchors.ts'
import { wordingOf, type Wording } from '../finding-text.ts'
import { listedFindings, rulesById, type ListedFinding } from '../listed.ts'
import { zipParts } from '../ooxml/zip.ts'
import { withComments, type AnchoredComment } from './anchor-comments.ts'
import { commentLines, problemLines } from './comment-text.ts'
import { commentParts, nextCommentId } from './comment-parts.ts'

export interface DocxOptions {
  readonly language: Language
  /** The Word file that was linted, under the name it has in the report. */
  readonly source: { readonly file: string; readonly content: Uint8Array }
}

/**
 * A copy of the Word file with a comment at each finding, its text unchanged. A finding whose main place is in another file, or is no
 * paragraph or cell (headers, derived values), has its comment at the first paragraph. Throws UnreadableFile where the file cannot be read,
 * DisclintError where its pictures are too large to be copied, or it has no paragraph.
 */
export function formatDocx(report: Report, { language, source }: DocxOptions): Uint8Array {
  const wording = wordingOf(language)
  const anchors = wordAnchors(source.content)
  const parts = allParts(source.content)
  const comments = commentsOf(report, source.file, anchors, wording, nextCommentId(parts, anchors.comments))
  if (comments.length === 0) return zipParts(parts)
  if (anchors.first === undefined) throw new DisclintError('word-without-paragraph', { zh: '这份 Word 文件没有自己的段落（内容都在插入的文件里），写不进批注；请用 Word 打开，另存为 .docx 再试', en: 'the Word file has no paragraph of its own (all it shows is in inserted files) and cannot take comments; open it in Word, save it as .docx and retry' })
  return zipParts({ ...parts, [anchors.main]: withComments(partText(parts, anchors.main), comments), ...commentParts(parts, anchors, comments) })
}

const MEGABYTE = 1024 * 1024
/** What all parts of a file may come to, inflated: the copy holds its pictures too, which reading passes over. */
const MOST_INFLATED = 256 * MEGABYTE

function allParts(content: Uint8Array): Record<string, Uint8Array> {
  let inflated = 0
  const filter = ({ originalSize }: UnzipFileInfo): boolean => {
    inflated += originalSize
    if (inflated > MOST_INFLATED) throw new DisclintError('file-too-large', { zh: `文件内容超过 ${MOST_INFLATED / MEGABYTE} MB，不能写入批注；请压缩其中的图片后再试`, en: `the file is larger than ${MOST_INFLATED / MEGABYTE} MB inside and cannot take comments; compress its pictures and retry` })
    return true
  }
  return unzipSync(content, { filter })
}

function commentsOf(report: Report, source: string, anchors: WordAnchors, wording: Wording, firstId: number): readonly AnchoredComment[] {
  const rules = rulesById(report)
  const said = report.files.filter((file) => concerns(file, source)).flatMap((file) => [
    ...file.problems.map((problem) => ({ paragraph: anchors.first, lines: problemLines(problem, file, wording) })),
    ...listedFindings(file, rules).map((listed) => ({ paragraph: paragraphOf(listed, source, anchors), lines: commentLines(listed, wording) })),
  ])
  return said.map(({ paragraph, lines }, index) => ({ id: firstId + index, paragraph: paragraph ?? 1, lines }))
}

/** The file itself, or a disclosure of which it is a part. */
function concerns(file: FileReport, source: string): boolean {
  return file.file === source || file.findings.some(({ sites }) => sites.some((site) => site.file === source))
}

function paragraphOf({ finding, file }: ListedFinding, source: string, anchors: WordAnchors): number | undefined {
  const main = finding.sites[0]
  const here = main?.place && (main.file ?? file.file) === source ? anchors.paragraphOf(main.place) : undefined
  return here ?? anchors.first
}

function partText(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  const bytes = parts[name] ?? new Uint8Array()
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  const text = new TextDecoder(wide ?? 'utf-8').decode(bytes)
  return wide ? text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, '$1UTF-8') : text
}
