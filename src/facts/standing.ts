import type { Item } from './item.ts'
import type { Value } from './value.ts'
import { absentValue, itemValue, textValue } from './values.ts'

/** Where an item stands: what gives the attributes that every item has. Items made of one text share one. */
export interface Standing {
  readonly document: Item
  readonly pointer: string
  readonly label: string
  readonly section?: string | undefined
  readonly table?: Item | undefined
  readonly project?: Item | undefined
}

/** The value of an attribute that every item has; undefined for any other name. */
export function standingAttribute(standing: Standing, attribute: string): Value | undefined {
  switch (attribute) {
    case 'label': return textValue(standing.label, { pointer: standing.pointer })
    case 'document': return itemValue(standing.document)
    case 'section': return standing.section === undefined ? missing(standing) : textValue(standing.section)
    case 'table': return standing.table ? itemValue(standing.table) : missing(standing)
    case 'project': return standing.project ? itemValue(standing.project) : missing(standing)
    default: return undefined
  }
}

const missing = ({ pointer }: Standing): Value => absentValue('missing-value', pointer)

export function isSameStanding(one: Standing | undefined, other: Standing | undefined): boolean {
  if (one === other) return true
  return one !== undefined && other !== undefined && one.pointer === other.pointer && one.label === other.label && one.section === other.section
    && one.document === other.document && one.table === other.table && one.project === other.project
}
