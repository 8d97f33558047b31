import type { Frame } from './frame.ts'
import { NO_UNIT } from '../amounts/index.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import type { Value } from '../value.ts'
import { absentValue, itemValue, optionalText, textValue } from '../values.ts'

function counted(number: number): Value {
  return { type: 'quantity', quantity: { digits: BigInt(number), places: 0, unit: NO_UNIT }, printed: String(number), counted: [] }
}

/** The year the document's titles agree on: counted, not printed in one place, so that no finding points at it. */
function votedYear(year: number): Value {
  return { type: 'quantity', quantity: { digits: BigInt(year), places: 0, unit: { dimension: 'number', symbol: '', exponent: 0 } }, printed: String(year), counted: [] }
}

/** The document itself: `$doc`. */
export function documentItem({ kind, entity, extent, fiscalYear, files, unread }: Frame): Item {
  const document: Item = makeItem({
    kind: 'document',
    ref: { pointer: '' },
    text: entity.name,
    attributes: {
      label: () => textValue(entity.name, { pointer: '/entity/name' }),
      document: () => itemValue(document),
      kind: () => textValue(kind, { pointer: '/kind' }),
      fiscalYear: () => (fiscalYear === undefined ? absentValue('year-unclear', '') : votedYear(fiscalYear)),
      region: () => optionalText(entity.region, { pointer: '/entity/region' }, '/entity'),
      entity: () => optionalText(entity.name, { pointer: '/entity/name' }, '/entity'),
      level: () => textValue(entity.level, { pointer: '/entity/level' }),
      extent: () => textValue(extent, { pointer: '/extent' }),
      source: () => optionalText(files[0]?.file, { pointer: '/sources/0/file' }, ''),
      unread: () => counted(unread),
      publishedAt: () => absentValue('missing-value', ''),
      approvedAt: () => absentValue('missing-value', ''),
    },
  })
  return document
}
