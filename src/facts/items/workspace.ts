import type { Disclosure } from '../../disclosure/model.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import type { TableView } from '../tables/view.ts'
import type { Value } from '../value.ts'
import { absentValue, itemValue, textValue } from '../values.ts'

/** Attributes of an item by name, each computed when asked for. */
export type Attributes = Readonly<Record<string, () => Value>>

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

/** Where an item stands, for the attributes that every item has. */
export interface Standing {
  readonly label: string
  readonly section?: string | undefined
  readonly table?: Item | undefined
  readonly project?: Item | undefined
}

/** The attributes that every item has. */
export function commonAttributes(document: Item, pointer: string, standing: Standing): Attributes {
  const { label, section, table, project } = standing
  const missing = (): Value => absentValue('missing-value', pointer)
  return {
    label: () => textValue(label, { pointer }),
    document: () => itemValue(document),
    section: section === undefined ? missing : () => textValue(section),
    table: table === undefined ? missing : () => itemValue(table),
    project: project === undefined ? missing : () => itemValue(project),
  }
}
