// Lints the shared data: a published disclosure as text, restated texts, PDFs.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openSubject, type Linter, type Subject } from '../src/index.ts'
import type { FileReport } from '../src/core/finding.ts'

export interface CorpusReport {
  readonly name: string
  readonly from: 'seed' | 'restated' | 'pdf'
  readonly report: FileReport
  /** Time in process, reading included. */
  readonly ms: number
}

/** The report of each document under `shared`, in the order of seed, texts and PDFs. */
export async function* corpusReports(linter: Linter, shared: string): AsyncGenerator<CorpusReport> {
  const reading = { seed: plain, restated: async (file: string, content: Buffer) => plain(file, Buffer.from(blankFurniture(content.toString('utf8')))), pdf: async (file: string, content: Buffer) => openSubject({ file, content }) }
  const folders = [{ from: 'seed', folder: 'seed', extension: '.txt' }, { from: 'restated', folder: 'corpus/restated', extension: '.txt' }, { from: 'pdf', folder: 'corpus/pdf', extension: '.pdf' }] as const
  for (const { from, folder, extension } of folders) {
    for (const name of readdirSync(join(shared, folder)).filter((file) => file.endsWith(extension)).sort()) {
      const content = readFileSync(join(shared, folder, name))
      const start = performance.now()
      const report = linter.lint(await reading[from](name, content))
      yield { name, from, report, ms: performance.now() - start }
    }
  }
}

const plain = async (file: string, content: Buffer): Promise<Subject> => ({ file, content })

/** Lines 1 and 2 of a restated text (address, title) and the bracketed remark are not part of the disclosure. */
function blankFurniture(text: string): string {
  const lines = text.split('\n')
  return lines.map((line, k) => (k < 2 || (k === 2 && line.startsWith('【')) ? '' : line)).join('\n')
}
