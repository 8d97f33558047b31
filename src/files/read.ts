import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DisclintError } from '../core/errors.ts'
import type { Problem, Result } from '../core/problem.ts'

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
    if (size > LARGEST) return refused(path, 'file-too-large', '文件超过 256 MB，不读取', 'the file is larger than 256 MiB')
    const bytes = await readFile(path)
    return { ok: true, value: { bytes, sha256: sha256(bytes) } }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    const known = FAILURES[code]
    return refused(path, 'file-unreadable', known?.zh ?? `文件读取失败（${code}）`, known?.en ?? `the file cannot be read (${code})`)
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

const FAILURES: Readonly<Record<string, { zh: string; en: string }>> = {
  ENOENT: { zh: '找不到文件', en: 'no such file' },
  ENOTDIR: { zh: '找不到文件', en: 'no such file' },
  EISDIR: { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
  EACCES: { zh: '没有读取这个文件的权限', en: 'no permission to read the file' },
  EPERM: { zh: '没有读取这个文件的权限', en: 'no permission to read the file' },
  EBUSY: { zh: '文件正被其他程序占用', en: 'the file is in use by another program' },
}

function refused(file: string, code: string, zh: string, en: string): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ code, file, message: { zh, en } }] }
}

/** SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
