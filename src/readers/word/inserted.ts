import type { Result } from '../../core/problem.ts'
import { decodeText } from '../../source/decode.ts'
import type { DocumentFormat, ReadDocument } from '../block.ts'
import { detectFormat } from '../format.ts'
import type { OfficePackage } from '../ooxml/package.ts'
import { UnreadableFile } from '../problem.ts'
import { readText } from '../text/index.ts'

/** A file inserted into a Word file (w:altChunk). */
export interface InsertedFile {
  /** Of its part in the package; '' where the file has none. */
  readonly name: string
  /** What it shows and carries; undefined where nothing reads it. */
  readonly document: Pick<ReadDocument, 'blocks' | 'notices'> | undefined
}

interface Insertion {
  readonly file: string
  readonly content: Uint8Array
  readonly sha256: string
}

/** Readers of what may be inserted. One gives undefined where it is not at hand. */
export type InsertedReaders = Readonly<Partial<Record<DocumentFormat, ((input: Insertion, format: DocumentFormat) => Result<ReadDocument> | undefined) | undefined>>>

/** Reads the file that a relationship of `main` names. What is too large makes the whole file unreadable. */
export function insertedFile(office: OfficePackage, main: string, id: string, readers: InsertedReaders): InsertedFile {
  const name = office.relationships(main).find((relationship) => relationship.id === id)?.target
  const content = name === undefined ? undefined : office.bytes(name)
  return { name: name ?? '', document: name === undefined || content === undefined ? undefined : readInserted({ file: name, content, sha256: '' }, readers) }
}

function readInserted(input: Insertion, readers: InsertedReaders): ReadDocument | undefined {
  const format = detectFormat(input.content, input.file)
  if (format === 'text') {
    const { text } = decodeText(input.content)
    return text.trimStart().startsWith('<') ? undefined : readText(text, input.file, '')
  }
  const read = readers[format]?.(input, format)
  if (read === undefined || read.ok) return read?.value
  const large = read.problems.find(({ code }) => code === 'file-too-large')
  if (large) throw new UnreadableFile(large.code, large.message)
  return undefined
}
