import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import { tokenShadow } from '../prose/pattern/shadow.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import { refOf, textValue } from '../prose/place.ts'
import type { QuantityValue } from '../value.ts'
import { listValue, numberValue, textValue as said } from '../values.ts'
import type { PlacedText } from './text-list.ts'
import { backwardPeriods, backwardWorks, timesOf, turned, type Backwards, type DateIn } from './time-order.ts'

/** Numbers that are to rise, as an item of kind `numbering`. */
export function risingItem(origin: string, numbers: readonly QuantityValue[], text: PlacedText): Item[] {
  const rising = numbers.filter(({ quantity }, at) => quantity.digits !== numbers[at - 1]?.quantity.digits)
  const [first] = rising
  if (!first?.ref || rising.length < 2) return []
  const { ref } = first
  return [makeItem({
    kind: 'numbering', ref, text: first.printed ?? '', reading: text.reading, standing: text.standing,
    attributes: { origin: () => said(origin, ref), style: () => said(origin, ref), text: () => said(text.original, { pointer: text.ref.pointer }), numbers: () => listValue(rising, ref) },
  })]
}

/** Periods that end before they begin (origins `periods`, and `open-periods` with a year unsaid). */
export function periodItems(vocabulary: Vocabulary, text: PlacedText): Item[] {
  return itemsOf([...backwardPeriods(text, vocabulary), ...labelledPeriods(vocabulary, [text])], text, ['periods', 'open-periods'])
}

/** Works done before those they follow (`works`, `open-works`), and quarters out of their order (`quarters`). */
export function workItems(vocabulary: Vocabulary, text: PlacedText): Item[] {
  return [...itemsOf(backwardWorks(text, vocabulary), text, ['works', 'open-works']), ...risingItem('quarters', quarters(text, vocabulary), text)]
}

/** Periods of a row of cells: one of begin and one of end, each beside its label. */
export function rowPeriodItems(vocabulary: Vocabulary, ...row: readonly PlacedText[]): Item[] {
  const [first] = row
  return first ? itemsOf(labelledPeriods(vocabulary, row), first, ['periods', 'open-periods']) : []
}

function itemsOf(found: readonly Backwards[], text: PlacedText, [sureOrigin, openOrigin]: readonly [string, string]): Item[] {
  return found.flatMap(({ sure, numbers }) => risingItem(sure ? sureOrigin : openOrigin, numbers, text))
}

function labelledPeriods(vocabulary: Vocabulary, row: readonly PlacedText[]): readonly Backwards[] {
  const labels = wordsOf(vocabulary, 'period-labels')
  if (!row.some(({ tokenised }) => labels.test(tokenShadow(tokenised).text))) return []
  const found: { readonly key: string; readonly date: DateIn }[] = []
  let label: string | undefined
  for (const text of row) {
    const shadow = tokenShadow(text.tokenised)
    const hits = labels.find(shadow.text)
    let from = 0
    for (const [at, placed] of timesOf(shadow)) {
      const last = hits.findLast((hit) => hit.to <= at && hit.from >= from)
      const lead = shadow.text.slice(last?.to ?? 0, at)
      const key = last?.key ?? (from === 0 ? label : undefined)
      if (key !== undefined && LABEL_END.test(lead)) found.push({ key, date: { text, placed } })
      from = at + 1
    }
    const open = hits.at(-1)
    label = open !== undefined && open.from >= from && LABEL_END.test(shadow.text.slice(open.to)) ? open.key : undefined
  }
  return found.flatMap(({ key, date }, at) => {
    const next = found[at + 1]
    return key === 'begin' && next?.key === 'end' ? turned(date, next.date) : []
  })
}

const LABEL_END = /^[:\s|]*$/u
const FEWEST_QUARTERS = 3

/** The quarters of a year told one after the other, the first of them first and each once: printed in turn, one at the head of each clause. */
function quarters(text: PlacedText, vocabulary: Vocabulary): readonly QuantityValue[] {
  const heads = wordsOf(vocabulary, 'quarter-heads')
  const shadow = tokenShadow(text.tokenised)
  if (wordsOf(vocabulary, 'out-of-order-words').test(shadow.text)) return []
  const found = heads.find(shadow.text).filter(({ from }) => from === 0 || CLAUSE_MARK.test(shadow.text[from - 1] ?? ''))
  const keys = found.map(({ key }) => Number(key))
  const falls = keys.filter((key, at) => key < (keys[at - 1] ?? 0)).length
  if (keys.length < FEWEST_QUARTERS || keys[0] !== 1 || falls !== 1 || new Set(keys).size < keys.length) return []
  if (found.length < heads.find(shadow.text).length) return []
  return found.map(({ from, to }, at) => {
    const [start, end] = [shadow.starts[from] ?? 0, shadow.ends[to - 1] ?? 0]
    return { ...numberValue(keys[at] ?? 0, refOf(text, start, end)), printed: textValue(text, start, end).text }
  })
}

const CLAUSE_MARK = /[,;:\u3001\u3002]/u
