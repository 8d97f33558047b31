import type { Problem, Result } from './core/problem.ts'
import type { DocumentFormat, ReadDocument } from './readers/block.ts'
import { encrypted, isEncryptedPackage } from './readers/encrypted.ts'
import { detectFormat, foreignKind, legacyKind, type LegacyKind } from './readers/format.ts'
import type { Subject } from './read-subjects.ts'
import { damaged, problemOf, tooLarge } from './readers/problem.ts'
import { sha256Hex } from './sha256.ts'

/** A file as a reader takes it. */
export interface ReaderInput {
  readonly file: string
  readonly content: Uint8Array
  readonly sha256: string
}

/** A format becomes blocks with places. Wrong input is a problem that says what to do, never an exception. */
export type Reader = (input: ReaderInput) => Promise<Result<ReadDocument>> | Result<ReadDocument>

/**
 * Makes .docx or .xlsx of a file that only an office program opens; undefined where there is no such program. Given by a host
 * that can run one.
 */
export type Converter = (content: Uint8Array, kind: LegacyKind, file: string) => Promise<Result<Uint8Array> | undefined>

/** What a host can give for opening files. */
export interface OpenOptions {
  readonly convert?: Converter
  /** Reads a PDF instead of this thread: one made to exhaust a reader can be ended only from outside. */
  readonly readPdf?: Reader
}

/** Formats that are text: a page of this size may hold pictures, but no article. */
const WRITTEN: ReadonlySet<DocumentFormat> = new Set(['html', 'mhtml', 'csv', 'markdown'])
const MOST_WRITTEN = 32 * 1024 * 1024

/** Loaded when a file of the format is met, and not before. */
const READERS: Partial<Record<DocumentFormat, () => Promise<Reader>>> = {
  docx: async () => (await import('./readers/word/with-pages.ts')).readWordWithPages,
  xlsx: async () => (await import('./readers/excel/index.ts')).readExcel,
  pdf: async () => (await import('./readers/pdf/index.ts')).readPdf,
  html: async () => (await import('./readers/html/index.ts')).readHtml,
  mhtml: async () => (await import('./readers/mhtml/index.ts')).readMhtml,
  csv: async () => (await import('./readers/csv/index.ts')).readCsv,
  markdown: async () => (await import('./readers/markdown/index.ts')).readMarkdown,
}

/**
 * Prepares a file for `linter.lint`, which is synchronous: Word, Excel, PDF … are read here; text and JSON come back as they are.
 * Never rejects for what is in the file: an unreadable one carries its problems, and `lint` reports them.
 */
export async function openSubject(subject: Subject, { convert, readPdf }: OpenOptions = {}): Promise<Subject> {
  const { file, content } = subject
  const format = detectFormat(content, file)
  if (subject.read || (content.length > 0 && (format === 'text' || format === 'json'))) return subject
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  if (bytes.length === 0) return { ...subject, read: { ok: false, problems: [emptyFile(file)] } }
  const sha256 = subject.sha256 ?? sha256Hex(bytes)
  if (WRITTEN.has(format) && bytes.length > MOST_WRITTEN) return { ...subject, sha256, read: { ok: false, problems: [problemOf(tooLarge(`${format} > ${MOST_WRITTEN / 1024 / 1024} MB`), file)] } }
  const input = { file, content: bytes, sha256 }
  return { ...subject, sha256, read: await (format === 'legacy' ? readLegacy(input, convert) : format === 'pdf' && readPdf ? readPdf(input) : readFormat(format, input)) }
}

async function readFormat(format: DocumentFormat, input: ReaderInput): Promise<Result<ReadDocument>> {
  const load = READERS[format]
  return load ? (await load())(input) : { ok: false, problems: [unknownFormat(input.file, format)] }
}

async function readLegacy(input: ReaderInput, convert: Converter | undefined): Promise<Result<ReadDocument>> {
  const { file, content } = input
  if (isEncryptedPackage(content)) return { ok: false, problems: [problemOf(encrypted(), file)] }
  const kind = legacyKind(content, file)
  const foreign = kind === undefined ? foreignKind(content) : undefined
  if (foreign === 'zip' && /\.(?:docx|xlsx|docm|xlsm|wps|et)$/i.test(file)) return { ok: false, problems: [problemOf(damaged('zip'), file)] }
  if (kind === undefined) return { ok: false, problems: [unknownFormat(file, foreign ?? '')] }
  const converted = await convert?.(content, kind, file)
  if (converted === undefined) return { ok: false, problems: [oldFormat(file, kind)] }
  if (!converted.ok) return converted
  const read = await readFormat(kind === 'sheet' ? 'xlsx' : 'docx', { ...input, content: converted.value })
  return read.ok ? { ok: true, value: { ...read.value, format: 'legacy' } } : read
}

function oldFormat(file: string, kind: LegacyKind): Problem {
  const wanted = kind === 'sheet' ? '.xlsx' : '.docx'
  return {
    code: 'format-legacy',
    file,
    message: {
      zh: `这种格式不能直接读，请在 WPS 或 ${kind === 'sheet' ? 'Excel' : 'Word'} 中另存为 ${wanted} 再检查（装有 LibreOffice 时可以直接检查）`,
      en: `this format is not read directly; save it as ${wanted} first (with LibreOffice installed it can be linted as it is)`,
    },
  }
}

function emptyFile(file: string): Problem {
  return { code: 'file-empty', file, message: { zh: '文件是空的（0 字节），请确认是否上传或保存完整', en: 'the file is empty (0 bytes); check that it was saved or uploaded in full' } }
}

function unknownFormat(file: string, format: string): Problem {
  return {
    code: 'format-unsupported',
    file,
    message: { zh: `读不了这种文件（${format}），请在 WPS 或 Word 中另存为 .docx 或 .xlsx 再检查`, en: `this kind of file (${format}) cannot be read; save it as .docx or .xlsx first` },
  }
}
