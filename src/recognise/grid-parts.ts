import type { Overall, Project } from '../disclosure/model.ts'
import type { GridBlock } from '../readers/block.ts'
import type { MappedText } from '../source/segment.ts'
import type { Caption } from './captions.ts'
import type { Mapped } from './draft.ts'
import { isHeadingAlone } from './empty-table.ts'
import { formKind } from './forms/form-kind.ts'
import { leftOver } from './forms/left-over.ts'
import { readOverall } from './forms/overall-form.ts'
import { readProject, type ReadForm } from './forms/project-form.ts'
import { readProjectList } from './forms/project-list.ts'
import type { Lexicon } from './lexicon.ts'
import { filled, matrixOf, type Matrix } from './matrix.ts'
import { bareGrid, splitMatrix, type BareGrid } from './split-matrix.ts'

/** A part of a grid. Office programs often have the label of an attachment in a row of its form. */
export interface GridPart {
  readonly label?: MappedText | undefined
  readonly content: TablePart | FormPart
}

/** A table, which is read when all its pages are known. */
interface TablePart {
  readonly kind: 'table'
  readonly bare: BareGrid
  readonly caption: Caption
}

/** Of a second overall form of one document nothing is made but a table. */
type FormPart =
  | { readonly kind: 'overall'; readonly read: ReadForm<Overall>; readonly otherwise: TablePart }
  | { readonly kind: 'project'; readonly read: ReadForm<Project> }
  | { readonly kind: 'project-list'; readonly read: readonly Mapped<Project>[] }

/** The tables and forms of a grid; the first has the caption above the grid. It knows nothing of what else is in the document. */
export function gridParts({ block, outer }: { readonly block: GridBlock; readonly outer: Caption }, lexicon: Lexicon): readonly GridPart[] {
  return splitMatrix(matrixOf(block), lexicon).map((part, i) => {
    const bare = bareGrid(part, lexicon)
    return { label: bare.caption.number, content: contentOf(bare, i === 0 ? { ...outer, ...bare.caption } : bare.caption, lexicon) }
  })
}

/** What the rows of a grid are under their caption. */
export function contentOf(bare: BareGrid, caption: Caption, lexicon: Lexicon): TablePart | FormPart {
  return formOf(bare, caption, lexicon) ?? { kind: 'table', bare, caption }
}

function formOf(bare: BareGrid, caption: Caption, lexicon: Lexicon): FormPart | undefined {
  const { matrix } = bare
  if (matrix.rows.every((row) => filled(row).length === 0)) return undefined
  const kind = isHeadingAlone(matrix) ? undefined : formKind(matrix, caption.title?.text, lexicon)
  switch (kind) {
    case 'overall': return { kind, read: whole(readOverall(matrix, caption, lexicon), matrix, lexicon), otherwise: { kind: 'table', bare, caption } }
    case 'project': return { kind, read: whole(readProject(matrix, caption, lexicon), matrix, lexicon) }
    case 'project-list': return { kind, read: readProjectList(matrix, caption, lexicon) }
    default: return undefined
  }
}

/** A form with the cells that nothing of it was read from. */
function whole<T>(read: ReadForm<T>, matrix: Matrix, lexicon: Lexicon): ReadForm<T> {
  return { ...read, extra: [...read.extra, ...leftOver(matrix, read, lexicon)] }
}

/** What the cells of a grid print, as one text. */
export function textsOf({ rows }: GridBlock): string {
  return rows.map(({ cells }) => cells.map(({ text }) => text.text).join('\t')).join('\n')
}
