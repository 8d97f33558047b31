import type { Extra } from '../../disclosure/model.ts'
import type { GridBlock } from '../../readers/block.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Mapped } from '../draft.ts'
import { foldText } from '../label.ts'

/** Loose rows of the pages of a table, the headings above them, and what of them has no place in it. */
export interface LoosePages {
  readonly grid: GridBlock
  readonly heads: readonly MappedText[]
  readonly extra: readonly Mapped<Extra>[]
}

/** The rows with those of a page that goes on with them: set apart alike, with no headings above or some of the same. */
export function withPage(pages: LoosePages, page: GridBlock, heads: readonly MappedText[]): LoosePages | undefined {
  const known = new Set(pages.heads.map(({ text }) => foldText(text)))
  const same = pages.grid.apart === 'order' && page.apart === 'order' && !page.headings && heads.every(({ text }) => known.has(foldText(text)))
  return same ? { ...pages, grid: { ...pages.grid, rows: [...pages.grid.rows, ...page.rows] } } : undefined
}
