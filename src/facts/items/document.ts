import type { Disclosure } from '../../disclosure/model.ts'
import { NO_UNIT } from '../amounts/index.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import type { Value } from '../value.ts'
import { absentValue, itemValue, optionalText, textValue } from '../values.ts'

/** What is shorter holds no table and no form. */
const SHORTEST_PIECE = 100

/** How many pieces of the document were not recognised and are long enough to hold a table or a form. */
export function unreadPieces({ extra = [] }: Disclosure): number {
  return extra.filter(({ text = '', grid = [] }) => text.length + grid.flat().join('').length >= SHORTEST_PIECE).length
}

function counted(number: number): Value {
  return { type: 'quantity', quantity: { digits: BigInt(number), places: 0, unit: NO_UNIT }, printed: String(number), counted: [] }
}

/** The year the document's titles agree on: counted, not printed in one place, so that no finding points at it. */
function votedYear(year: number): Value {
  return { type: 'quantity', quantity: { digits: BigInt(year), places: 0, unit: { dimension: 'number', symbol: '', exponent: 0 } }, printed: String(year), counted: [] }
}

/** The document itself: `$doc`. */
export function documentItem(disclosure: Disclosure): Item {
  const { entity, fiscalYear } = disclosure
  const document: Item = makeItem({
    kind: 'document',
    ref: { pointer: '' },
    text: entity.name,
    attributes: {
      label: () => textValue(entity.name, { pointer: '/entity/name' }),
      document: () => itemValue(document),
      kind: () => textValue(disclosure.kind, { pointer: '/kind' }),
      fiscalYear: () => (fiscalYear === undefined ? absentValue('year-unclear', '') : votedYear(fiscalYear)),
      region: () => optionalText(entity.region, { pointer: '/entity/region' }, '/entity'),
      entity: () => optionalText(entity.name, { pointer: '/entity/name' }, '/entity'),
      level: () => textValue(entity.level, { pointer: '/entity/level' }),
      extent: () => textValue(disclosure.extent, { pointer: '/extent' }),
      source: () => optionalText(disclosure.sources?.[0]?.file, { pointer: '/sources/0/file' }, ''),
      unread: () => counted(unreadPieces(disclosure)),
      publishedAt: () => absentValue('missing-value', ''),
      approvedAt: () => absentValue('missing-value', ''),
    },
  })
  return document
}
