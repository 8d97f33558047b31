import type { Indicator, Phase } from '../../disclosure/model.ts'
import { parseQuantity } from '../amounts/index.ts'
import { amountValue } from '../forms/amount-value.ts'
import type { Item } from '../item.ts'
import type { Value } from '../value.ts'
import { absentValue, itemValue, numberValue, optionalText, textValue } from '../values.ts'
import { lazyItem } from './lazy-item.ts'
import { PHASES } from './projects.ts'
import { subjectOf } from './stem.ts'
import { commonAttributes } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** Where a list of indicators stands. */
export interface IndicatorPlace {
  readonly pointer: string
  readonly project?: Item
}

/** One item for each half of an indicator row; `other` is the row's other half (period against annual). */
export function indicatorItems(indicators: readonly Indicator[], place: IndicatorPlace, workspace: Workspace): Item[] {
  return indicators.flatMap((indicator, index) => {
    const halves = new Map<Phase, Item>()
    for (const half of PHASES) {
      if (indicator.halves[half]) halves.set(half, halfItem({ indicator, half, pointer: `${place.pointer}/${String(index)}` }, place, halves, workspace))
    }
    return [...halves.values()]
  })
}

interface Half {
  readonly indicator: Indicator
  readonly half: Phase
  readonly pointer: string
}

function halfItem({ indicator, half, pointer }: Half, place: IndicatorPlace, halves: ReadonlyMap<Phase, Item>, workspace: Workspace): Item {
  const printed = indicator.halves[half] ?? {}
  const own = `${pointer}/halves/${half}`
  const { reading } = indicator
  const name = printed.name ?? ''
  return lazyItem({
    kind: 'indicator',
    ref: { pointer: own },
    text: name,
    reading,
    attributes: () => ({
      ...commonAttributes(workspace.document, own, { label: name, project: place.project }),
      half: () => textValue(half, { pointer: own }),
      category: () => optionalText(indicator.level1, { pointer: `${pointer}/level1` }, pointer, reading),
      kind: () => optionalText(printed.kind, { pointer: `${own}/kind` }, own, reading),
      dimension: () => optionalText(dimensionOf(printed.kind, workspace), { pointer: `${own}/kind` }, own, reading),
      measure: () => optionalText(indicator.unit, { pointer: `${pointer}/unit` }, pointer, reading),
      nature: () => optionalText(indicator.nature, { pointer: `${pointer}/nature` }, pointer, reading),
      name: () => optionalText(printed.name, { pointer: `${own}/name` }, own, reading),
      subject: () => subjectValue(printed.name, `${own}/name`, workspace, reading),
      value: () => targetValue(indicator, printed.value, own),
      row: () => numberValue(indicator.row, { pointer }),
      weight: () => (indicator.weight === undefined ? absentValue('missing-value', pointer) : amountValue(indicator.weight, { pointer: `${pointer}/weight` }, undefined, reading)),
      score: () => (indicator.score === undefined ? absentValue('missing-value', pointer) : amountValue(indicator.score, { pointer: `${pointer}/score` }, undefined, reading)),
      other: () => otherHalf(half, halves, own),
    }),
  })
}

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
function subjectValue(name: string | undefined, pointer: string, { vocabulary }: Workspace, reading: Indicator['reading']): Value {
  const subject = name === undefined ? '' : subjectOf(name, vocabulary)
  return optionalText(subject === '' ? undefined : subject, { pointer }, pointer, reading)
}

/** The dimension a second-level label stands for, whatever its form of words; undefined for labels the vocabulary does not know. */
function dimensionOf(kind: string | undefined, { vocabulary }: Workspace): string | undefined {
  const label = kind?.replace(/\s+/gu, '')
  return Object.entries(vocabulary.lists.get('indicator-dimensions') ?? {}).find(([, labels]) => label !== undefined && labels.includes(label))?.[0]
}

function otherHalf(half: Phase, halves: ReadonlyMap<Phase, Item>, pointer: string): ReturnType<typeof itemValue> | ReturnType<typeof absentValue> {
  const pairs: Partial<Record<Phase, Phase>> = { period: 'annual', annual: halves.has('period') ? 'period' : 'actual', actual: 'annual' }
  const wanted = pairs[half]
  const other = wanted && halves.get(wanted)
  return other ? itemValue(other) : absentValue('missing-value', pointer)
}
