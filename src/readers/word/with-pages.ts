import type { Result } from '../../core/problem.ts'
import type { ReadDocument } from '../block.ts'
import { readWord } from './index.ts'

/** Reads a Word file with the web pages inserted into it; their reader is loaded where there are any, which is seldom. */
export async function readWordWithPages(input: Parameters<typeof readWord>[0]): Promise<Result<ReadDocument>> {
  let pages = false
  const read = readWord(input, () => {
    pages = true
    return undefined
  })
  if (!pages) return read
  const [{ readHtml }, { readMhtml }] = await Promise.all([import('../html/index.ts'), import('../mhtml/index.ts')])
  return readWord(input, (page, format) => (format === 'mhtml' ? readMhtml(page) : readHtml(page)))
}
