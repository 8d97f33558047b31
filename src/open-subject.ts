import type { Problem, Result } from './core/problem.ts'
import type { DocumentFormat, ReadDocument } from './readers/block.ts'
import { detectFormat } from './readers/format.ts'
import type { Subject } from './read-subjects.ts'
import { sha256Hex } from './sha256.ts'

/** A file as a reader takes it. */
export interface ReaderInput {
  readonly file: string
  readonly content: Uint8Array
  readonly sha256: string
}

/** A format becomes blocks with places. Wrong input is a problem that says what to do, never an exception. */
export type Reader = (input: ReaderInput) => Promise<Result<ReadDocument>> | Result<ReadDocument>

/** Loaded when a file of the format is met, and not before. */
const READERS: Partial<Record<DocumentFormat, () => Promise<Reader>>> = {
  docx: async () => (await import('./readers/word/index.ts')).readWord,
  xlsx: async () => (await import('./readers/excel/index.ts')).readExcel,
  html: async () => (await import('./readers/html/index.ts')).readHtml,
  csv: async () => (await import('./readers/csv/index.ts')).readCsv,
  markdown: async () => (await import('./readers/markdown/index.ts')).readMarkdown,
}

/**
 * Prepares a file for `linter.lint`, which is synchronous: Word, Excel, PDF … are read here; text and JSON come back as they are.
 * Never rejects for what is in the file: an unreadable one carries its problems, and `lint` reports them.
 */
export async function openSubject(subject: Subject): Promise<Subject> {
  const { file, content } = subject
  const format = detectFormat(content, file)
  if (subject.read || format === 'text' || format === 'json') return subject
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const sha256 = subject.sha256 ?? sha256Hex(bytes)
  const load = READERS[format]
  if (!load) return { ...subject, sha256, read: { ok: false, problems: [unknownFormat(file, format)] } }
  const reader = await load()
  return { ...subject, sha256, read: await reader({ file, content: bytes, sha256 }) }
}

function unknownFormat(file: string, format: DocumentFormat): Problem {
  return {
    code: 'format-unsupported',
    file,
    message: { zh: `读不了这种文件（${format}），请在 WPS 或 Word 中另存为 .docx 或 .xlsx 再检查`, en: `this kind of file (${format}) cannot be read; save it as .docx or .xlsx first` },
  }
}
