import type { Disclosure } from '../../src/disclosure/model.ts'
import { shifted, swappedDigits, wrongDigit } from './digits.ts'
import { editing, spots } from './make.ts'
import { cells, isLeaf, isTotal, type CellPlace, type Place } from './places.ts'
import type { Random } from './random.ts'
import type { Mutation, Mutator } from './types.ts'

/** A slip of the hand that copies a figure; undefined where the figure has no room for it. */
type Slip = (printed: string, random: Random) => string | undefined

/** What happens to one figure when a table is typed over. */
export const slips: Readonly<Record<string, Slip>> = {
  transposed: swappedDigits,
  digit: wrongDigit,
  point: (printed, random) => (/[1-9]/.test(printed) ? shifted(printed, random.below(2) === 0 ? 1 : -1) : undefined),
  unit: (printed, random) => (/[1-9]/.test(printed) ? shifted(printed, random.below(2) === 0 ? 4 : -4) : undefined),
  sign: (printed) => (/[1-9]/.test(printed) && !printed.startsWith('-') ? `-${printed}` : undefined),
}

/** Amounts of the tables, of the sheets' funds and of the overall form; no zeros (one 元 in a zero is within the rounding of a sum), shares, line numbers or codes. */
export function amounts(disclosure: Disclosure): readonly Place[] {
  const printed = (pointer: string, text: unknown): readonly Place[] => (/[1-9]/.test(String(text ?? '')) ? [{ pointer, text: String(text) }] : [])
  const funds = disclosure.projects.flatMap(({ funds: { total, sources } }, at) => [
    ...Object.entries(total).flatMap(([phase, text]) => printed(`/projects/${at}/funds/total/${phase}`, text)),
    ...sources.flatMap((source, index) => Object.entries(source.amounts).flatMap(([phase, text]) => printed(`/projects/${at}/funds/sources/${index}/amounts/${phase}`, text))),
  ])
  const overall = (['bySource', 'byType'] as const).flatMap((list) => (disclosure.overall?.funds[list] ?? []).flatMap(({ amount }, at) => printed(`/overall/funds/${list}/${at}/amount`, amount)))
  return [...cells(disclosure).filter((cell) => /[1-9]/.test(cell.text) && isAmount(cell)), ...funds, ...overall]
}

function isAmount({ column, row }: CellPlace): boolean {
  return !/行次|编码|名称|^[类款项]$|%|率|人数|数量/.test(column.key) && !/[（(](个|辆|人|批|次|台|套)/.test(row.label)
}

/** One figure slipped; undefined where it has no room for the slip or the slip leaves it as it is. */
export function slipped(disclosure: Disclosure, place: Place, name: string, random: Random): Mutation | undefined {
  const to = slips[name]?.(place.text, random)
  if (to === undefined || to === place.text) return undefined
  return editing([`slip-${name}`, 'sum', 'every relation of the cell'], (e) => {
    e.set(place.pointer, to)
    return { at: spots(place.pointer), note: `${place.pointer} ${place.text} → ${to}` }
  }).make(disclosure, random)
}

const rowOf = (place: CellPlace): string => `/tables/${place.tableAt}/lanes/${place.laneAt}/rows/${place.rowAt}`
const functional = (place: CellPlace): boolean => isLeaf(place) && /^2\d{6}$/.test(place.row.code ?? '') && Number(place.text) >= 10

/** Rows above a row: those whose code begins its code, and the totals of the lane. */
function above(place: CellPlace): readonly number[] {
  return place.lane.rows.flatMap((row, at) => (isTotal({ ...place, row }) || (row.code !== undefined && row.code !== place.row.code && place.row.code?.startsWith(row.code)) ? [at] : []))
}

/** What an auditor looks for in a table that was typed over from another. */
export const transcriptionMutators: readonly Mutator[] = [
  ...Object.keys(slips).map((name): Mutator => ({
    kind: `slip-${name}`, family: name === 'unit' ? 'unit-scale' : 'sum', ruleHint: 'every relation of the cell',
    make(disclosure, random) {
      const place = random.pick(amounts(disclosure).filter(({ text }) => /[1-9]/.test(text) && (name !== 'transposed' || swappedDigits(text) !== undefined)))
      return place && slipped(disclosure, place, name, random)
    },
  })),
  editing(['slip-row-dropped', 'sum', 'code-hierarchy-sum'], (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => one.row.code !== undefined && isLeaf(one) && one.row.code.length > 3 && Number(one.text) >= 10 && one.lane.rows.some((row) => row.code !== one.row.code && row.code?.length === one.row.code?.length && row.code?.slice(0, -2) === one.row.code?.slice(0, -2))))
    if (!place) return undefined
    const siblings = place.lane.rows.flatMap((row, at) => (at !== place.rowAt && row.code?.length === place.row.code?.length && row.code?.slice(0, -2) === place.row.code?.slice(0, -2) ? [at] : []))
    const seen = [...above(place), ...siblings].map((at) => (at > place.rowAt ? at - 1 : at))
    e.remove(rowOf(place))
    return { at: spots(...seen.flatMap((at) => Object.keys(place.row.cells).map((key) => `/tables/${place.tableAt}/lanes/${place.laneAt}/rows/${at}/cells/${key}`))), note: `${place.table.title} 少 ${place.row.label} 一行` }
  }),
  editing(['slip-row-duplicated', 'sum', 'code-hierarchy-sum'], (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => one.row.code !== undefined && isLeaf(one) && Number(one.text) >= 10))
    if (!place) return undefined
    const copy = e.copy(rowOf(place), place.rowAt + 1)
    return { at: spots(...[copy, rowOf(place)].flatMap((row) => [`${row}/label`, ...Object.keys(place.row.cells).map((key) => `${row}/cells/${key}`)])), note: `${place.table.title} ${place.row.label} 两行` }
  }),
  editing(['slip-row-neighbour', 'cross-table', 'same row in another table'], (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => {
      const next = one.lane.rows[one.rowAt + 1]
      return functional(one) && one.column.key === '合计' && one.table.role !== '收入决算表' && one.table.lanes.length === 1 && /^2\d{6}$/.test(next?.code ?? '') && String(next?.cells['合计'] ?? '') !== one.text
    }))
    if (!place) return undefined
    const next = `/tables/${place.tableAt}/lanes/${place.laneAt}/rows/${place.rowAt + 1}`
    const keys = place.lane.columns.map(({ key }) => key).filter((key) => place.row.cells[key] !== place.lane.rows[place.rowAt + 1]?.cells[key] && !/编码|名称|^[类款项]$/.test(key))
    const kept = keys.map((key) => [e.text(`${rowOf(place)}/cells/${key}`), e.text(`${next}/cells/${key}`)] as const)
    kept.forEach(([own, other], at) => {
      e.set(`${rowOf(place)}/cells/${keys[at]}`, other)
      e.set(`${next}/cells/${keys[at]}`, own)
    })
    return { at: spots(...keys.flatMap((key) => [`${rowOf(place)}/cells/${key}`, `${next}/cells/${key}`])), consistent: true, note: `${place.table.title} ${place.row.label} 与下一行的数对调` }
  }),
  editing(['slip-total-stale', 'sum', 't1-column-sum'], (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => functional(one) && one.column.key === '合计' && one.table.lanes.length === 1 && ['基本支出', '项目支出'].some((key) => /\d/.test(String(one.row.cells[key] ?? '')))))
    const part = place && ['基本支出', '项目支出'].find((key) => /\d/.test(String(place.row.cells[key] ?? '')))
    if (!place || part === undefined) return undefined
    const lane = `/tables/${place.tableAt}/lanes/${place.laneAt}/rows`
    const rows = [place.rowAt, ...above(place)]
    for (const row of rows.filter((at) => place.lane.rows[at]?.code !== undefined)) {
      for (const key of ['合计', part]) e.set(`${lane}/${row}/cells/${key}`, (Number(e.text(`${lane}/${row}/cells/${key}`)) + 11.3).toFixed(2))
    }
    return { at: spots(...rows.flatMap((row) => ['合计', part].map((key) => `${lane}/${row}/cells/${key}`))), note: `${place.table.title} ${place.row.label} 改了，合计没有改` }
  }),
  editing(['slip-year', 'year-date', 'publication-metadata'], (e, disclosure, random) => {
    const year = String(disclosure.fiscalYear ?? '')
    const places = [
      ...disclosure.tables.map(({ title }, at) => ({ pointer: `/tables/${at}/title`, text: title })),
      ...(disclosure.toc ?? []).map(({ text }, at) => ({ pointer: `/toc/${at}/text`, text })),
      ...disclosure.sections.map(({ heading }, at) => ({ pointer: `/sections/${at}/heading`, text: heading })),
      ...(disclosure.cover ?? []).map(({ text }, at) => ({ pointer: `/cover/${at}/text`, text })),
    ].filter(({ text }) => year !== '' && text.includes(`${year}年`))
    const place = random.pick(places)
    if (!place) return undefined
    e.replace(place.pointer, year, String(Number(year) + (random.below(2) === 0 ? 1 : -1)))
    return { at: spots(place.pointer), note: `${place.text} → ${e.text(place.pointer)}` }
  }),
  editing(['slip-name', 'name-mismatch', 'name of one code'], (e, disclosure, random) => {
    const named = (code: string | undefined): number => disclosure.tables.filter(({ lanes }) => lanes.some(({ rows }) => rows.some((row) => row.code === code))).length
    const place = random.pick(cells(disclosure).filter((one) => functional(one) && one.row.label.length > 3 && named(one.row.code) > 2))
    if (!place) return undefined
    const at = 1 + random.below(place.row.label.length - 2)
    const to = `${place.row.label.slice(0, at)}${place.row.label.slice(at + 1)}`
    e.set(`${rowOf(place)}/label`, to)
    return { at: spots(`${rowOf(place)}/label`), note: `${place.table.title} ${place.row.label} → ${to}` }
  }),
]
