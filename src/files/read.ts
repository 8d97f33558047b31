import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DisclintError } from '../core/errors.ts'
import type { Problem, Result } from '../core/problem.ts'
import type { Bilingual } from '../core/text.ts'
import { readFailure } from './failure-words.ts'

export interface SourceBytes {
  readonly bytes: Uint8Array
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
}

/** Files larger than this are refused: 256 MiB. */
const LARGEST = 256 * 1024 * 1024

/** Reads a file; a missing, unreadable, too large one or a folder is a problem, not an exception. */
export async function readSource(path: string): Promise<Result<SourceBytes>> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) return refused(path, 'file-too-large', { zh: '文件超过 256 MB，不读取', en: 'the file is larger than 256 MiB' })
    const bytes = await readFile(path)
    return { ok: true, value: { bytes, sha256: sha256(bytes) } }
  } catch (error) {
    return refused(path, 'file-unreadable', readFailure(error))
  }
}

/** A file as the linter takes it. */
export interface ReadFile {
  readonly file: string
  readonly content: Uint8Array
  readonly sha256: string
}

/** Reads a file under the name it was given; rejects with a DisclintError that says why not. Paths are relative to `cwd`. */
export async function readSubject(file: string, cwd: string): Promise<ReadFile> {
  const read = await readSource(resolve(cwd, file))
  if (read.ok) return { file, content: read.value.bytes, sha256: read.value.sha256 }
  const [problem] = read.problems
  throw new DisclintError(problem?.code ?? 'file-unreadable', problem?.message ?? { zh: '文件读取失败', en: 'the file cannot be read' }, { path: file })
}

function refused(file: string, code: string, message: Bilingual): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ code, file, message }] }
}

/** SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
