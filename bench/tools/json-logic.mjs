// The ten checks as JSON Logic, run by json-logic-js in a bare loop. What it cannot say (amounts with separators, the rows of a
// role, hits of an expression) are host operators, as any project that uses it would add.
import jsonLogic from 'json-logic-js'
import { DOCUMENT_NUMBER, REQUIRED, ROW_TOTALS, SUMMED, TOLERANCE, hundredths, isLeaf } from '../checks.mjs'

const lanes = (document, roles) => document.tables.filter(({ role }) => roles.includes(role)).flatMap((table) => table.lanes)
const indicators = (document) => [...document.projects, document.overall].flatMap((sheet) => sheet.indicators).flatMap(({ halves }) => Object.values(halves))
const paragraphs = (sections) => sections.flatMap((section) => [...section.paragraphs, ...paragraphs(section.sections)])

jsonLogic.add_operation('amount', (text) => hundredths(text))
jsonLogic.add_operation('abs', Math.abs)
jsonLogic.add_operation('length', (list) => list?.length ?? 0)
jsonLogic.add_operation('hits', (text, source) => [...(text ?? '').matchAll(new RegExp(source, 'g'))].map(([hit, group]) => group ?? hit))
jsonLogic.add_operation('number', Number)

/** What each check is about: the items its logic is asked of, each with all it needs beside it. */
const ABOUT = {
  totals: (document) => lanes(document, SUMMED).flatMap(({ columns, rows }) => {
    const leaves = rows.filter((row, index) => index > 0 && isLeaf(row, index, rows))
    return leaves.length === 0 ? [] : columns.flatMap(({ key }) => (rows[0].cells[key] ? [{ total: rows[0].cells[key], parts: leaves.map(({ cells }) => cells[key] ?? '') }] : []))
  }),
  rowsWithSheet: (document) => {
    const sheets = new Map(document.projects.map((sheet) => [sheet.name, sheet]).reverse())
    return lanes(document, ['项目支出表']).flatMap(({ rows }) => rows.slice(1)).flatMap((row) => (sheets.has(row.label) ? [{ listed: row.cells['合计'], sheet: sheets.get(row.label).funds.total.annual }] : []))
  },
  indicators,
  names: (document) => [...byName(document.projects)].map((sheets) => ({ name: sheets[0].name, sheets })),
  projects: (document) => document.projects,
  headcounts: (document) => {
    const said = paragraphs(document.sections).map(({ text }) => text).join('\n')
    return document.overall.staffing.map(({ text }) => ({ text, said }))
  },
  rows: (document) => lanes(document, ROW_TOTALS).flatMap(({ rows }) => rows).map(({ cells }) => ({ total: cells['合计'], basic: cells['基本支出'], projects: cells['项目支出'] })),
  balance: (document) => {
    const find = (label) => lanes(document, ['收支总表']).flatMap(({ rows }) => rows).find((row) => row.label === label)
    return [{ income: find('收入总计').cells['收入金额'], expenditure: find('支出总计').cells['支出金额'] }]
  },
}

function byName(sheets) {
  const found = new Map()
  for (const sheet of sheets) found.set(sheet.name, [...(found.get(sheet.name) ?? []), sheet])
  return found.values()
}

const v = (path) => ({ var: path })
const amount = (path) => ({ amount: [v(path)] })
const near = (a, b) => ({ '<=': [{ abs: [{ '-': [a, b] }] }, TOLERANCE] })
const first = (text, source) => ({ reduce: [{ hits: [v(text), source] }, { if: [v('accumulator'), v('accumulator'), v('current')] }, ''] })
const same = (form, said, k) => ({ or: [{ '!': [first('text', form)] }, { '>=': [{ number: [first('text', form)] }, 100_000 + k] }, { '==': [first('text', form), first('said', said)] }] })

/** For each check what it is about and what must be true of each. The year stands in the rule: within `some` nothing outside is seen. */
export const LOGIC = {
  'leaf-sum': (k) => ({ about: 'totals', holds: { or: [{ '<=': [amount('total'), k] }, near(amount('total'), { reduce: [v('parts'), { '+': [{ amount: [v('current')] }, v('accumulator')] }, 0] })] } }),
  'sheet-amount': (k) => ({ about: 'rowsWithSheet', holds: { or: [{ '<=': [amount('listed'), k] }, { '<=': [{ abs: [{ '-': [{ '/': [amount('sheet'), 10_000] }, amount('listed')] }] }, 0.5] }] } }),
  'indicator-year': (k) => ({ about: 'indicators', holds: { '!': [{ some: [{ filter: [{ hits: [v('value'), '(\\d{4})年'] }, { '>': [{ number: [v('')] }, 1900 + k] }] }, { '!': [{ in: [v(''), '2026'] }] }] }] } }),
  'same-name': (k) => ({ about: 'names', holds: { or: [{ '>=': [{ length: [v('name')] }, 200 + k] }, { '<=': [{ length: [v('sheets')] }, 1] }] } }),
  'required-fields': (k) => ({ about: 'projects', holds: { or: [{ '>=': [{ length: [v('name')] }, 200 + k] }, { '!': [{ missing: [...REQUIRED, 'signoff.responsible'] }] }] } }),
  'same-headcount': (k) => ({ about: 'headcounts', holds: { and: [same('人员编制数(\\d+)人', '编制人数(\\d+)人', k), same('在职人数(\\d+)人', '在职人员(\\d+)人', k)] } }),
  'percent-limit': (k) => ({ about: 'indicators', holds: { '!': [{ some: [{ hits: [v('value'), '(\\d+(?:\\.\\d+)?)%'] }, { '>': [{ number: [v('')] }, 100 + k / 1000] }] }] } }),
  'docnum-form': (k) => ({ about: 'projects', holds: { all: [{ merge: [{ hits: [v('basis'), DOCUMENT_NUMBER.source] }, ['〔2026〕1号']] }, { or: [{ '>=': [{ length: [v('')] }, 100 + k] }, { length: [{ hits: [v(''), '^〔\\d{4}〕'] }] }] }] } }),
  'row-total': (k) => ({ about: 'rows', holds: { or: [{ '<=': [amount('total'), k] }, near(amount('total'), { '+': [amount('basic'), amount('projects')] })] } }),
  'income-expenditure': (k) => ({ about: 'balance', holds: { or: [{ '<=': [amount('income'), k] }, { '==': [amount('income'), amount('expenditure')] }] } }),
}

/** The checks `copies` times: for a document, how often each fails. */
export function jsonLogicChecks(copies) {
  const rules = copies.flatMap((k) => Object.entries(LOGIC).map(([id, make]) => ({ id, ...make(k) })))
  return (document, count) => {
    for (const { id, about, holds } of rules) for (const item of ABOUT[about](document)) if (!jsonLogic.apply(holds, item)) count(id)
  }
}
