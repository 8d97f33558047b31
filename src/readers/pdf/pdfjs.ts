import { cmaps } from 'virtual:disclint-cmaps'
import type * as Library from 'pdfjs-dist/legacy/build/pdf.mjs'
import { UnreadableFile } from '../problem.ts'

type PdfJs = typeof Library
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>
export type Ops = PdfJs['OPS']

export interface OpenedPdf {
  readonly document: PdfDocument
  readonly ops: Ops
  readonly close: () => Promise<void>
}

/** Character maps of Chinese fonts that a file may name without embedding the font. */
class CMapReader {
  fetch({ name }: { readonly name: string }): Promise<{ readonly cMapData: Uint8Array; readonly isCompressed: true }> {
    const data = cmaps[name]
    if (data === undefined) return Promise.reject(new Error(`no character map ${name}`))
    return Promise.resolve({ cMapData: Uint8Array.from(atob(data), (char) => char.charCodeAt(0)), isCompressed: true })
  }
}

/** Opens a PDF without network, workers or disk; rejects with UnreadableFile for what is no PDF, damaged or encrypted. */
export async function openPdf(content: Uint8Array): Promise<OpenedPdf> {
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  // The library looks here before it would start a worker from a file of its own.
  ;(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= worker
  const pdfjs: PdfJs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = pdfjs.getDocument({
    data: Uint8Array.from(content),
    CMapReaderFactory: CMapReader,
    useWorkerFetch: false,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  } as Parameters<PdfJs['getDocument']>[0])
  try {
    return { document: await task.promise, ops: pdfjs.OPS, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    throw openFailure(error)
  }
}

function openFailure(error: unknown): UnreadableFile {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    return new UnreadableFile('pdf-encrypted', { zh: 'PDF 设了打开密码，请另存一份不加密的再检查', en: 'the PDF needs a password; save a copy without one and retry' }, { cause: error })
  }
  return new UnreadableFile('pdf-damaged', { zh: 'PDF 已损坏或不完整，请重新导出一份再检查', en: 'the PDF is damaged or incomplete; export it again and retry' }, { cause: error })
}
