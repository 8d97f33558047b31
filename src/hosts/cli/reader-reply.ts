import type { Problem, Subject } from '../../index.ts'

/** First argument of a program that is started to read PDFs and does nothing else, and what its thread is told. */
export const READER_COMMAND = 'read-pdf'

/** Why the reading of a file was ended. */
export type ReadingEnd = 'memory' | 'time' | 'broken'

/** What the reading process says of a file. */
export type ReaderReply =
  | { readonly kind: 'read'; readonly read: NonNullable<Subject['read']>; /** Memory the process holds now, in bytes. */ readonly rss: number }
  | { readonly kind: 'end'; readonly why: ReadingEnd }

const PROBLEMS: Readonly<Record<ReadingEnd, Omit<Problem, 'file'>>> = {
  memory: { code: 'file-too-large', message: { zh: '文件内容过大（读取它需要的内存超过限度），不读取', en: 'the file is too large inside (reading it takes more memory than allowed); it is not read' } },
  time: { code: 'pdf-time-limit', message: { zh: 'PDF 太复杂，两分钟内没有读完，请重新导出一份再检查', en: 'the PDF was not read within two minutes; export it again and retry' } },
  broken: { code: 'reader-failed', message: { zh: '读取时程序出错，文件没有检查：请重新导出一份再试；仍然这样，就是 disclint 的问题，请报告', en: 'the reader itself failed, the file was not checked: export it again and retry; if that does not help it is a fault of disclint, please report it' } },
}

/** The problem of a file whose reading was ended. */
export function endedReading(why: ReadingEnd, file: string): Problem {
  return { ...PROBLEMS[why], file }
}
