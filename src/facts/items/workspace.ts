import type { Disclosure } from '../../disclosure/model.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import type { Memory } from '../memory.ts'
import type { ProseContext } from '../prose/prose-text.ts'
import type { ScopeDefaults } from '../scope.ts'
import type { TablePart } from '../tables/part.ts'
import type { TableView } from '../tables/view.ts'
import type { TableWords } from '../tables/words.ts'
import type { ProjectPart } from './projects.ts'

/** What making items of one part may know of the document: it stays the same as long as nothing but parts changes. */
export interface Ground {
  readonly vocabulary: Vocabulary
  readonly document: Item
  /** Full name of the disclosing unit. */
  readonly entity: string
  readonly defaults: ScopeDefaults
  /** Rows come from flattened text, so that a missing cell moves the others. */
  readonly flattened: boolean
  readonly tableWords: () => TableWords
  /** What prose is read with. */
  readonly reading: ProseContext
}

/** What making items of a disclosure shares: its parts are made once, when first asked for. */
export interface Workspace {
  readonly disclosure: Disclosure
  readonly ground: Ground
  readonly memory: Memory
  tables(): readonly TablePart[]
  tableViews(): readonly TableView[]
  projects(): readonly ProjectPart[]
}
