// Disclosures to measure with: valid, of about 128 KB, the same bytes in every run; and how many defects of each check each of them has.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { amount, base, printed, projectTable } from './base.mjs'
import { plant } from './defects.mjs'
import { randomFrom } from './random.mjs'

const PLACES = ['示例省', '清河', '青石', '清财', '青文旅']
const SURNAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']

/** Other places, and the money of every project a whole number of times over: no two documents share many texts. */
function varied(index) {
  const random = randomFrom(index)
  const name = (place, at) => place.slice(0, -1) + SURNAMES[(index + at * 3) % 10] + SURNAMES[Math.floor(index / 10 + at) % 10] + place.slice(-1)
  const document = JSON.parse(PLACES.reduce((text, place, at) => text.replaceAll(place, name(place, at)), JSON.stringify(base())))
  const times = new Map(document.projects.map((sheet) => [sheet.name, 1 + random(9)]))
  document.projects = document.projects.map((sheet) => moreMoney(sheet, times.get(sheet.name)))
  document.tables = document.tables.map((table) => (table.role === '项目支出表' ? projectTable(table, table.lanes[0].rows.slice(1).map((row) => listed(row, document.projects))) : table))
  return document
}

const grouped = (text, times) => (Number(text.replaceAll(',', '')) * times).toLocaleString('en-US', { useGrouping: text.includes(','), minimumFractionDigits: text.split('.')[1]?.length ?? 0 })

/** The row of a sheet in the table of projects: its money in ten thousands, in the columns that had it. */
function listed(row, sheets) {
  const total = printed(Math.round(amount(sheets.find(({ name }) => name === row.label).funds.total.annual) / 10_000))
  return { ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([key, text]) => [key, text ? total : text])) }
}

/** Every amount of a sheet `times` over. */
function moreMoney(sheet, times) {
  const inText = (text) => text.replace(/\d[\d,]*(?:\.\d+)?(?=万?元)/g, (figure) => grouped(figure, times))
  const deep = (value) => (typeof value === 'string' ? inText(value) : Array.isArray(value) ? value.map(deep) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)])) : value)
  const phases = (amounts) => Object.fromEntries(Object.entries(amounts).map(([phase, text]) => [phase, text && grouped(text, times)]))
  return { ...deep(sheet), name: sheet.name, funds: { ...sheet.funds, total: phases(sheet.funds.total), sources: sheet.funds.sources.map((source) => ({ ...source, amounts: phases(source.amounts) })) } }
}

/** The project sheets, their rows of the table of projects and the sections `times` over. */
function enlarged(document, times) {
  const copies = Array.from({ length: times }, (_, index) => index)
  const named = (name, copy) => (copy === 0 ? name : `${name}${copy}号`)
  return {
    ...document,
    tables: document.tables.map((table) => (table.role === '项目支出表' ? projectTable(table, copies.flatMap((copy) => table.lanes[0].rows.slice(1).map((row) => ({ ...row, label: named(row.label, copy) })))) : table)),
    sections: copies.flatMap(() => document.sections),
    projects: copies.flatMap((copy) => document.projects.map((sheet) => ({ ...structuredClone(sheet), name: named(sheet.name, copy) }))),
  }
}

/** Writes `count` disclosures: their paths, and how often each check must fail in each. Every fifth is clean; the first has one defect of each. */
export function disclosures(folder, count) {
  mkdirSync(folder, { recursive: true })
  const made = Array.from({ length: count }, (_, index) => written(folder, `${String(index).padStart(5, '0')}.disclosure.json`, varied(index), index))
  return { folder, paths: made.map(({ path }) => path), planted: Object.fromEntries(made.map(({ name, planted }) => [name, planted])) }
}

/** Writes one disclosure `times` as large, with one defect of each check. */
export function large(folder, times) {
  mkdirSync(folder, { recursive: true })
  const { path, name, planted } = written(folder, `x${times}.disclosure.json`, enlarged(varied(0), times), 0)
  return { folder, paths: [path], planted: { [name]: planted } }
}

function written(folder, name, document, index) {
  const path = join(folder, name)
  const planted = plant(document, index)
  writeFileSync(path, JSON.stringify(document))
  return { path, name, planted }
}
