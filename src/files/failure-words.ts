import type { Bilingual } from '../core/text.ts'

const READING: Readonly<Record<string, Bilingual>> = {
  ENOENT: { zh: '找不到文件', en: 'no such file' },
  ENOTDIR: { zh: '找不到文件', en: 'no such file' },
  EISDIR: { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
  EACCES: { zh: '没有读取这个文件的权限', en: 'no permission to read the file' },
  EPERM: { zh: '没有读取这个文件的权限', en: 'no permission to read the file' },
  EBUSY: { zh: '文件正被其他程序占用', en: 'the file is in use by another program' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the file name is too long' },
}

const WRITING: Readonly<Record<string, Bilingual>> = {
  EISDIR: { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
  ENOTDIR: { zh: '路径中有一段是文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
  EEXIST: { zh: '路径中有一段是文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
  ENOENT: { zh: '那里不能新建文件', en: 'no file can be made there' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已满', en: 'the disk quota is used up' },
  EACCES: { zh: '没有写入的权限', en: 'no permission to write there' },
  EPERM: { zh: '没有写入的权限', en: 'no permission to write there' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  EBUSY: { zh: '文件正被其他程序占用', en: 'the file is in use by another program' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the file name is too long' },
}

function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? (cause instanceof Error ? cause.message : String(cause))
}

/** Why a file could not be read, of what node:fs rejected with. */
export function readFailure(cause: unknown): Bilingual {
  const code = codeOf(cause)
  return READING[code] ?? { zh: `文件读取失败（${code}）`, en: `the file cannot be read (${code})` }
}

/** Why a file could not be written, of what node:fs rejected with. */
export function writeFailure(cause: unknown): Bilingual {
  const code = codeOf(cause)
  const { zh, en } = WRITING[code] ?? { zh: code, en: code }
  return { zh: `写不进文件：${zh}`, en: `cannot be written: ${en}` }
}
