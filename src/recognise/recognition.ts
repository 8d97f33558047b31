import type { Recognition } from '../core/finding.ts'
import type { Disclosure, Row } from '../disclosure/model.ts'
import { sectionsOf } from './identity.ts'

/** Counts what was recognised, what was not, and how many rows are doubtful. */
export function countRecognition(disclosure: Disclosure): Recognition {
  const tables = disclosure.tables.map((table) => {
    const rows = table.lanes.reduce<readonly Row[]>((longest, lane) => (lane.rows.length > longest.length ? lane.rows : longest), [])
    const doubtful = Math.max(0, ...table.lanes.map((lane) => lane.rows.filter((row) => row.reading === 'doubtful').length))
    return { role: table.role, title: table.title, rows: rows.length, doubtful }
  })
  const indicators = [...disclosure.projects, ...(disclosure.overall === undefined ? [] : [disclosure.overall])].flatMap((form) => form.indicators)
  const paragraphs = [...sectionsOf(disclosure.sections)].reduce((sum, section) => sum + section.paragraphs.length, 0)
  return {
    tables,
    sheets: disclosure.projects.length,
    paragraphs,
    unrecognised: (disclosure.extra ?? []).map((extra) => {
      const text = extra.text ?? (extra.grid ?? []).map((row) => row.filter((cell) => cell !== '').join(' ')).join('\n')
      return { text, amounts: (text.match(/\d[\d,]*\.\d+|\d[\d,]*(?=\s*(?:万元|亿元|元))/g) ?? []).length }
    }),
    rows: tables.reduce((sum, table) => sum + table.rows, indicators.length),
    doubtful: tables.reduce((sum, table) => sum + table.doubtful, indicators.filter((indicator) => indicator.reading === 'doubtful').length),
  }
}
