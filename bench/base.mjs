// What every document of the bench is made of: an invented fixture, its sheets cut down to one half and to a number that gives about 128 KB.
import { readFileSync } from 'node:fs'

const SHEETS = 31
const fixture = JSON.parse(readFileSync(new URL('../fixtures/unit-budget.clean.disclosure.json', import.meta.url), 'utf8'))

const annual = ({ halves, ...row }) => ({ ...row, halves: { annual: halves.annual } })
const projects = fixture.projects.slice(0, SHEETS).map((sheet) => ({ ...sheet, indicators: sheet.indicators.filter(({ halves }) => halves.annual.value).map(annual) }))
const names = new Set(projects.map(({ name }) => name))

/** An amount as printed, blank or with separators, in hundredths; and the other way. */
export const amount = (text) => Math.round(Number((text || '0').replaceAll(',', '')) * 100)
export const printed = (hundredths) => (hundredths / 100).toFixed(2)

/** A table of projects with these rows below its total, which is their sum in every column. */
export function projectTable(table, rows) {
  const [lane] = table.lanes
  const [total] = lane.rows
  const cells = Object.fromEntries(Object.keys(total.cells).map((key) => {
    const sum = rows.reduce((so_far, row) => so_far + amount(row.cells[key]), 0)
    return [key, sum ? printed(sum) : '']
  }))
  return { ...table, lanes: [{ ...lane, rows: [{ ...total, cells }, ...rows] }] }
}

/** The tables, those of projects with the rows alone that have a sheet. */
const tables = fixture.tables.map((table) => (table.role === '项目支出表' ? projectTable(table, table.lanes[0].rows.slice(1).filter(({ label }) => names.has(label))) : table))

/** A fresh copy. */
export const base = () => structuredClone({ ...fixture, tables, projects })
