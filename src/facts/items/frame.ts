import type { Disclosure } from '../../disclosure/model.ts'

/** What is known of a disclosure as a whole, besides its parts. */
export interface Frame extends Pick<Disclosure, 'kind' | 'entity' | 'extent' | 'fiscalYear'> {
  readonly files: readonly { readonly file: string; readonly format: string }[]
  /** How many pieces were not recognised and are long enough to hold a table or a form. */
  readonly unread: number
}

/** What is shorter holds no table and no form. */
const SHORTEST_PIECE = 100

export function frameOf({ kind, entity, extent, fiscalYear, sources = [], extra = [] }: Disclosure): Frame {
  const unread = extra.filter(({ text = '', grid = [] }) => text.length + grid.flat().join('').length >= SHORTEST_PIECE).length
  return { kind, entity, extent, ...(fiscalYear !== undefined && { fiscalYear }), files: sources.map(({ file, format }) => ({ file, format })), unread }
}
