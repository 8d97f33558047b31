// Defects of the ten checks: each has the places where it can be planted, and no figure or sheet is spoilt twice.
import { amount, printed } from './base.mjs'
import { DOCUMENT_NUMBER, ROW_TOTALS, SUMMED } from './checks.mjs'
import { randomFrom } from './random.mjs'

const rowsOf = (document, role) => document.tables.filter((table) => table.role === role).flatMap(({ lanes }) => lanes.flatMap(({ rows }) => rows))
const raised = (cells, key, by) => () => void (cells[key] = printed(amount(cells[key]) + by))
/** Neither the total nor a leaf nor directly under the total: only the check of the row itself sees it. */
const between = (row, index, rows) => row.level === 2 && rows[index + 1]?.level === 3

/** For each check where it can be planted: what this takes, and how. One total a table: a row of totals that nearly all differ is not taken for one. */
function places(document, random) {
  const ofSheets = (spoil, fits = () => true) => document.projects.flatMap((sheet, index) => (fits(sheet) ? [{ takes: [index], spoil: () => spoil(sheet) }] : []))
  const ofValues = (pattern, value) => ofSheets(({ indicators }) => {
    const half = indicators.find(({ halves }) => pattern.test(halves.annual.value)).halves.annual
    half.value = value(half.value)
  }, ({ indicators }) => indicators.some(({ halves }) => pattern.test(halves.annual.value)))
  return {
    'leaf-sum': SUMMED.filter((role) => !ROW_TOTALS.includes(role)).flatMap((role) => rowsOf(document, role).slice(0, 1).flatMap(({ cells }) => Object.keys(cells).filter((key) => amount(cells[key]) > 0).map((key, at) => ({ takes: [role], spoil: raised(cells, key, 300 + at * 107) })))),
    'sheet-amount': ofSheets(({ funds }) => void (funds.total.annual = (Number(funds.total.annual.replaceAll(',', '')) + 10_000 * (1 + random(50))).toLocaleString('en-US'))),
    'indicator-year': ofValues(/2026年/, (value) => value.replace('2026年', '2023年')),
    'same-name': document.projects.slice(1).map((sheet, index) => ({ takes: [index, index + 1], spoil: () => void (sheet.name = document.projects[index].name) })),
    'required-fields': ofSheets((sheet) => void (sheet[['attribute', 'term', 'necessity', 'plan'][random(4)]] = '')),
    'same-headcount': document.overall.staffing.map((entry) => ({ takes: [entry], spoil: () => void (entry.text = entry.text.replace(/\d+(?=人)/, (figure) => String(Number(figure) + 1))) })),
    'percent-limit': ofValues(/^[≥≤]?\d+%$/, () => `${String(105 + random(90))}%`),
    'docnum-form': ofSheets((sheet) => void (sheet.basis = sheet.basis.replace('〔', '【').replace('〕', '】')), ({ basis }) => basis.match(DOCUMENT_NUMBER)?.length === 1),
    'row-total': ROW_TOTALS.flatMap((role) => rowsOf(document, role).filter(between).map((row, at) => ({ takes: [row], spoil: raised(row.cells, '合计', 500 + at * 113) }))),
    'income-expenditure': rowsOf(document, '收支总表').filter(({ label }) => label === '收入总计').map((row) => ({ takes: [row], spoil: raised(row.cells, '收入金额', 700) })),
  }
}

/** Spoils the document in place: the first of all with one defect of each check, every fifth not at all, others with up to 20. How often each check must fail. */
export function plant(document, index) {
  const random = randomFrom(index + 1_000_003)
  const all = places(document, random)
  const checks = Object.keys(all)
  const taken = new Set()
  const planted = {}
  const wanted = index === 0 ? checks : index % 5 === 4 ? [] : Array.from({ length: 1 + random(20) }, () => checks[random(checks.length)])
  for (const check of wanted) {
    const free = all[check].filter(({ takes }) => !takes.some((thing) => taken.has(thing)))
    if (free.length === 0) continue
    const { takes, spoil } = free[random(free.length)]
    spoil()
    for (const thing of takes) taken.add(thing)
    planted[check] = (planted[check] ?? 0) + 1
  }
  return planted
}
