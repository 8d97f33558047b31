import type { Indicator, Phase } from '../../disclosure/model.ts'
import { parseQuantity } from '../amounts/index.ts'
import { amountValue } from '../forms/amount-value.ts'
import type { Item } from '../item.ts'
import { itemsOf } from '../make-item.ts'
import type { Value } from '../value.ts'
import { absentValue, itemValue, numberValue, optionalText, textValue } from '../values.ts'
import { PHASES } from './phases.ts'
import { subjectOf } from './stem.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Ground } from './workspace.ts'

/** Where a list of indicators stands. */
export interface IndicatorPlace {
  readonly pointer: string
  readonly project?: Item
}

/** One item for each half of an indicator row; `other` is the row's other half (period against annual). */
export function indicatorItems(indicators: readonly Indicator[], place: IndicatorPlace, { document, vocabulary }: Ground): Item[] {
  return indicators.flatMap((indicator, index) => {
    const halves = new Map<Phase, Item>()
    for (const half of PHASES) {
      const printed = indicator.halves[half]
      if (!printed) continue
      const pointer = `${place.pointer}/${String(index)}`
      const own = `${pointer}/halves/${half}`
      const name = printed.name ?? ''
      const standing = { document, pointer: own, label: name, project: place.project }
      halves.set(half, makeIndicator({ indicator, half, printed, pointer, own, halves, vocabulary }, { ref: { pointer: own }, text: name, reading: indicator.reading, standing }))
    }
    return [...halves.values()]
  })
}

/** One half of an indicator row. */
interface Half {
  readonly indicator: Indicator
  readonly half: Phase
  readonly printed: NonNullable<Indicator['halves'][Phase]>
  /** Of the row. */
  readonly pointer: string
  /** Of the half. */
  readonly own: string
  readonly halves: ReadonlyMap<Phase, Item>
  readonly vocabulary: Vocabulary
}

const makeIndicator = itemsOf<Half>('indicator', {
  half: ({ half, own }) => textValue(half, { pointer: own }),
  category: ({ indicator, pointer }) => optionalText(indicator.level1, { pointer: `${pointer}/level1` }, pointer, indicator.reading),
  kind: ({ indicator, printed, own }) => optionalText(printed.kind, { pointer: `${own}/kind` }, own, indicator.reading),
  dimension: ({ indicator, printed, own, vocabulary }) => optionalText(dimensionOf(printed.kind, vocabulary), { pointer: `${own}/kind` }, own, indicator.reading),
  measure: ({ indicator, pointer }) => optionalText(indicator.unit, { pointer: `${pointer}/unit` }, pointer, indicator.reading),
  nature: ({ indicator, pointer }) => optionalText(indicator.nature, { pointer: `${pointer}/nature` }, pointer, indicator.reading),
  name: ({ indicator, printed, own }) => optionalText(printed.name, { pointer: `${own}/name` }, own, indicator.reading),
  subject: ({ indicator, printed, own, vocabulary }) => subjectValue(printed.name, `${own}/name`, vocabulary, indicator.reading),
  value: ({ indicator, printed, own }) => targetValue(indicator, printed.value, own),
  row: ({ indicator, pointer }) => numberValue(indicator.row, { pointer }),
  weight: ({ indicator, pointer }) => (indicator.weight === undefined ? absentValue('missing-value', pointer) : amountValue(indicator.weight, { pointer: `${pointer}/weight` }, undefined, indicator.reading)),
  score: ({ indicator, pointer }) => (indicator.score === undefined ? absentValue('missing-value', pointer) : amountValue(indicator.score, { pointer: `${pointer}/score` }, undefined, indicator.reading)),
  other: ({ half, halves, own }) => otherHalf(half, halves, own),
})

const BARE_FIGURE = /^\s*\d[\d,]*(?:\.\d+)?\s*$/u

/** A target. A bare figure states the sign and the unit of their columns as well. */
function targetValue({ nature = '', unit, reading }: Indicator, printed: string | number | undefined, own: string): Value {
  const value = optionalText(printed, { pointer: `${own}/value` }, own, reading)
  if (value.type !== 'text' || unit === undefined || unit.trim() === '' || !BARE_FIGURE.test(value.text)) return value
  const bound = parseQuantity(`${nature}${value.text}${unit}`)?.bound
  const sign = bound === undefined || bound === '=' ? '' : nature
  return { ...value, stated: `${sign}${value.text.trim()}${unit.trim()}` }
}

/** What an indicator counts: its name without the words of measuring. */
function subjectValue(name: string | undefined, pointer: string, vocabulary: Vocabulary, reading: Indicator['reading']): Value {
  const subject = name === undefined ? '' : subjectOf(name, vocabulary)
  return optionalText(subject === '' ? undefined : subject, { pointer }, pointer, reading)
}

/** The dimension a second-level label stands for, whatever its form of words; undefined for labels the vocabulary does not know. */
function dimensionOf(kind: string | undefined, vocabulary: Vocabulary): string | undefined {
  const label = kind?.replace(/\s+/gu, '')
  return Object.entries(vocabulary.lists.get('indicator-dimensions') ?? {}).find(([, labels]) => label !== undefined && labels.includes(label))?.[0]
}

function otherHalf(half: Phase, halves: ReadonlyMap<Phase, Item>, pointer: string): ReturnType<typeof itemValue> | ReturnType<typeof absentValue> {
  const pairs: Partial<Record<Phase, Phase>> = { period: 'annual', annual: halves.has('period') ? 'period' : 'actual', actual: 'annual' }
  const wanted = pairs[half]
  const other = wanted && halves.get(wanted)
  return other ? itemValue(other) : absentValue('missing-value', pointer)
}
