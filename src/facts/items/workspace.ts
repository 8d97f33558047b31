import type { Disclosure } from '../../disclosure/model.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import type { TableView } from '../tables/view.ts'

/** What making items of a disclosure shares: its parts are made once, when first asked for. */
export interface Workspace {
  readonly disclosure: Disclosure
  readonly vocabulary: Vocabulary
  readonly document: Item
  tables(): readonly Item[]
  tableViews(): readonly TableView[]
  projects(): readonly Item[]
  /** Indicators of the project with that number. */
  indicatorsOf(project: number): readonly Item[]
}
