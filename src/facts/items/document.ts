import type { Disclosure } from '../../disclosure/model.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import type { Value } from '../value.ts'
import { absentValue, itemValue, optionalText, textValue } from '../values.ts'

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
      publishedAt: () => absentValue('missing-value', ''),
      approvedAt: () => absentValue('missing-value', ''),
    },
  })
  return document
}
