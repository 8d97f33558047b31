import type { Problem } from '../core/problem.ts'
import type { Bilingual } from '../core/text.ts'

/** Thrown inside a reader, where a file cannot be read on; `reading` makes a problem of it. */
export class UnreadableFile extends Error {
  readonly code: string
  readonly text: Bilingual

  constructor(code: string, text: Bilingual, options: { cause?: unknown } = {}) {
    super(text.en, options)
    this.name = 'UnreadableFile'
    this.code = code
    this.text = text
  }
}

/** Runs a reader; what it cannot read becomes a problem of the file. Anything else thrown is a bug and goes on. */
export function reading<T>(file: string, read: () => T): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] } {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problems: [problemOf(error, file)] }
    throw error
  }
}

export function problemOf({ code, text }: UnreadableFile, file: string): Problem {
  return { code, file, message: text }
}

/** A file whose inside is damaged; `what` names the part. */
export function damaged(what: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    'file-damaged',
    { zh: `文件已损坏或不完整（${what}），请重新保存一份再检查`, en: `the file is damaged or incomplete (${what}); save it again and retry` },
    { cause },
  )
}

/** A file larger inside than any disclosure: most likely made to exhaust memory. */
export function tooLarge(what: string): UnreadableFile {
  return new UnreadableFile('file-too-large', { zh: `文件内容过大（${what}），不读取`, en: `the file is too large inside (${what}); it is not read` })
}
