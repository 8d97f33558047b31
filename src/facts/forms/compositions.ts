import type { Reading } from '../../core/verdict.ts'
import type { Disclosure, OverallFund, Printed } from '../../disclosure/model.ts'
import { judgeTerms, leaf } from '../amounts/index.ts'
import type { Item } from '../item.ts'
import { PHASES } from '../items/phases.ts'
import type { ProjectPart } from '../items/projects.ts'
import type { Ground } from '../items/workspace.ts'
import { makeItem } from '../make-item.ts'
import type { Standing } from '../standing.ts'
import { labelKey, plainKey } from '../tables/labels.ts'
import type { QuantityValue, Value } from '../value.ts'
import { booleanValue, listValue, textValue } from '../values.ts'
import { amountValue } from './amount-value.ts'

/** An amount of a form with its printed label. */
export interface FormAmount {
  readonly label: string
  readonly labelPointer: string
  readonly value: Value
}

/** The sums a sheet states: its money by source in each half, and by each further list that breaks it down. A single named part is open: it does not claim to be all. */
export function sheetCompositions({ project, index, head, ground: { document } }: ProjectPart): Item[] {
  return PHASES.flatMap((phase) => {
    const pointer = `/projects/${String(index)}/funds`
    const total = project.funds.total[phase]
    if (total === undefined) return []
    const amount = (printed: Printed, at: string): Value => amountValue(printed, { pointer: at }, project.funds.unit, project.reading)
    const lists = [...new Set(project.funds.sources.map(({ list }) => list))]
    const partsOf = (list: string | undefined): FormAmount[] => project.funds.sources.flatMap((source, s): FormAmount[] => {
      const printed = source.amounts[phase]
      return printed === undefined || source.list !== list ? [] : [{ label: source.label, labelPointer: `${pointer}/sources/${String(s)}/label`, value: amount(printed, `${pointer}/sources/${String(s)}/amounts/${phase}`) }]
    })
    const own = { label: project.name, labelPointer: `/projects/${String(index)}/name`, value: amount(total, `${pointer}/total/${phase}`) }
    return lists.flatMap((list) => composition(own, partsOf(list), { document, pointer: `${pointer}/total/${phase}`, label: project.name, project: head }, { reading: project.reading }))
  })
}

/** The sums the overall form states: its money by source and by type with its levels. */
export function overallCompositions(overall: Disclosure['overall'], { document, tableWords }: Ground): Item[] {
  if (!overall) return []
  const words = tableWords()
  return (['bySource', 'byType'] as const).flatMap((list) => {
    const funds = overall.funds[list]
    const amounts = funds.map((fund, i): FormAmount => {
      const pointer = `/overall/funds/${list}/${String(i)}`
      return { label: fund.label, labelPointer: `${pointer}/label`, value: amountValue(fund.amount, { pointer: `${pointer}/amount` }, overall.funds.unit) }
    })
    const groups = byLevel(funds, (fund) => words.total.has(labelKey(fund.label, words.part)))
    return groups.flatMap(({ total, parts }) => {
      const own = amounts[total]
      return own ? composition(own, parts.flatMap((i) => amounts[i] ?? []), { document, pointer: own.labelPointer, label: own.label, project: undefined }) : []
    })
  })
}

/** Rows and the rows one level below them; a row labelled as total has all outermost ones. */
function byLevel(funds: readonly OverallFund[], isTotal: (fund: OverallFund) => boolean): { readonly total: number; readonly parts: readonly number[] }[] {
  const children = new Map<number, number[]>()
  const open: { readonly index: number; readonly level: number }[] = []
  const roots: number[] = []
  funds.forEach((fund, index) => {
    if (isTotal(fund)) return
    const level = fund.level ?? 1
    while ((open.at(-1)?.level ?? -1) >= level) open.pop()
    const parent = open.at(-1)
    if (parent) children.set(parent.index, [...(children.get(parent.index) ?? []), index])
    else roots.push(index)
    open.push({ index, level })
  })
  const total = funds.findIndex(isTotal)
  return [...(total >= 0 && roots.length > 0 ? [{ total, parts: roots }] : []), ...[...children].map(([index, parts]) => ({ total: index, parts }))]
}

interface CompositionOptions {
  readonly reading?: Reading | undefined
  readonly origin?: string
  /** Another set of parts that may be meant. */
  readonly other?: readonly FormAmount[]
}

/** A composition of printed amounts; `origin` says what they are. */
export function composition(total: FormAmount, parts: readonly FormAmount[], standing: Standing, { reading, origin = 'form', other }: CompositionOptions = {}): Item[] {
  if (total.value.type === 'text' || !parts.some((part) => part.value.type === 'quantity')) return []
  const pointer = total.value.type === 'quantity' ? (total.value.ref?.pointer ?? total.labelPointer) : total.labelPointer
  const build = (members: readonly FormAmount[], readings: readonly Item[]): Item => makeItem({
    kind: 'composition',
    ref: { pointer },
    text: total.label,
    reading,
    ...(readings.length > 0 && { readings }),
    standing,
    attributes: {
      total: () => total.value,
      parts: () => listValue(terms(members)),
      origin: () => textValue(origin),
      open: () => booleanValue(parts.length < 2),
      text: () => textValue(total.label, { pointer: total.labelPointer }),
    },
  })
  const outer = other ?? outermost(parts)
  return [build(parts, outer.length < parts.length ? [build(outer, [])] : [])]
}

/** Parts without those that break down the part before them: as many of the next ones as add up to it. */
function outermost(parts: readonly FormAmount[]): readonly FormAmount[] {
  const kept: FormAmount[] = []
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i]
    if (!part) continue
    kept.push(part)
    i += brokenDown(part, parts.slice(i + 1))
  }
  return kept
}

function brokenDown(part: FormAmount, next: readonly FormAmount[]): number {
  if (part.value.type !== 'quantity' || part.value.quantity.digits === 0n) return 0
  const sum: QuantityValue[] = []
  for (const [i, member] of next.entries()) {
    if (member.value.type === 'quantity') sum.push(member.value)
    if (sum.length === 0 || i === 0) continue
    const { verdict } = judgeTerms('equal', leaf(part.value.quantity), { op: 'sum', args: sum.map((value) => leaf(value.quantity)) })
    if (verdict === 'exact') return i + 1
  }
  return 0
}

function terms(parts: readonly FormAmount[]): Value[] {
  const unit = parts.flatMap((part) => (part.value.type === 'quantity' ? [part.value.quantity.unit] : []))[0]
  return parts.flatMap((part): Value[] => {
    if (part.value.type !== 'absent') return [part.value]
    const ref = part.value.near && { pointer: part.value.near.pointer }
    return unit ? [{ type: 'quantity', quantity: { digits: 0n, places: 0, unit, blankAsZero: true }, printed: '', ...(ref && { ref }) }] : []
  })
}

/** The name of a form's row as a key. */
export function formKey(label: string): string {
  return plainKey(labelKey(label))
}
