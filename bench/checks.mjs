// The ten checks written by hand: the least code and time they can take. Each gives the places (keys from the root) where it fails;
// `k` moves a constant, so that copies of a check are not the same check.

export const SUMMED = ['收入总表', '支出总表', '一般公共预算支出表', '一般公共预算基本支出表', '三公经费表', '项目支出表']
export const ROW_TOTALS = ['支出总表', '一般公共预算支出表']
export const REQUIRED = ['name', 'fiscalYear', 'department', 'implementer', 'attribute', 'term', 'overview', 'basis', 'necessity', 'measures', 'plan']
export const DOCUMENT_NUMBER = /[〔【\[（(]\d{4}[〕】\]）)]\d{1,4}号/g
/** Hundredths that rounding of the rows may add up to. */
export const TOLERANCE = 5

export const hundredths = (text) => (text ? Math.round(Number(text.replaceAll(',', '')) * 100) : 0)
export const isLeaf = (row, index, rows) => (rows[index + 1]?.level ?? 0) <= (row.level ?? 0)
const percent = (value) => Number(/(\d+(?:\.\d+)?)%/.exec(value)?.[1])

function* lanesOf(document, roles) {
  for (const [t, table] of document.tables.entries()) if (roles.includes(table.role)) for (const [l, lane] of table.lanes.entries()) yield { lane, path: ['tables', t, 'lanes', l, 'rows'] }
}

function* indicatorValues(document) {
  for (const [p, { indicators }] of document.projects.entries()) for (const [i, { halves }] of indicators.entries()) for (const [phase, { value }] of Object.entries(halves)) if (value) yield { value, path: ['projects', p, 'indicators', i, 'halves', phase, 'value'] }
  for (const [i, { halves }] of (document.overall?.indicators ?? []).entries()) for (const [phase, { value }] of Object.entries(halves)) if (value) yield { value, path: ['overall', 'indicators', i, 'halves', phase, 'value'] }
}

function paragraphs(sections, path = ['sections']) {
  return sections.flatMap((section, s) => [...(section.paragraphs ?? []).map(({ text }, p) => ({ text, path: [...path, s, 'paragraphs', p, 'text'] })), ...paragraphs(section.sections ?? [], [...path, s, 'sections'])])
}

function* leafSum(document, k) {
  for (const { lane: { columns, rows }, path } of lanesOf(document, SUMMED)) {
    const leaves = rows.filter((row, index) => index > 0 && isLeaf(row, index, rows))
    if (leaves.length === 0) continue
    for (const { key } of columns) {
      const total = rows[0].cells[key]
      if (!total || hundredths(total) <= k) continue
      const sum = leaves.reduce((so_far, { cells }) => so_far + hundredths(cells[key]), 0)
      if (Math.abs(hundredths(total) - sum) > TOLERANCE) yield [...path, 0, 'cells', key]
    }
  }
}

function* sheetAmount(document, k) {
  const sheets = new Map()
  document.projects.forEach(({ name }, index) => void (sheets.has(name) || sheets.set(name, index)))
  for (const { lane: { rows } } of lanesOf(document, ['项目支出表'])) {
    for (const { label, cells } of rows.slice(1)) {
      const index = sheets.get(label)
      if (index === undefined || hundredths(cells['合计']) <= k) continue
      const { funds } = document.projects[index]
      if (Math.round(hundredths(funds.total.annual) / 10_000) !== hundredths(cells['合计'])) yield ['projects', index, 'funds', 'total', 'annual']
    }
  }
}

function* indicatorYear(document, k) {
  for (const { value, path } of indicatorValues(document)) {
    for (const [, year] of value.matchAll(/(\d{4})年/g)) if (Number(year) !== document.fiscalYear && Number(year) > 1900 + k) yield path
  }
}

function* sameName(document, k) {
  const seen = new Map()
  for (const [index, { name }] of document.projects.entries()) if (name.length < 200 + k) seen.set(name, [...(seen.get(name) ?? []), index])
  for (const [, again] of [...seen.values()].filter(({ length }) => length > 1)) yield ['projects', again, 'name']
}

function* requiredFields(document, k) {
  for (const [index, sheet] of document.projects.entries()) {
    if (sheet.name.length < 200 + k && (REQUIRED.some((field) => !sheet[field]) || !sheet.signoff.responsible)) yield ['projects', index]
  }
}

const HEADCOUNTS = [[/编制人数(\d+)人/, /人员编制数(\d+)人/], [/在职人员(\d+)人/, /在职人数(\d+)人/]]

function* sameHeadcount(document, k) {
  const texts = paragraphs(document.sections)
  for (const [said, form] of HEADCOUNTS) {
    const stated = texts.flatMap(({ text }) => said.exec(text)?.[1] ?? []).map(Number)[0]
    for (const [index, { text }] of (document.overall?.staffing ?? []).entries()) {
      const again = form.exec(text)?.[1]
      if (stated !== undefined && again && Number(again) !== stated && Number(again) < 100_000 + k) yield ['overall', 'staffing', index, 'text']
    }
  }
}

function* percentLimit(document, k) {
  for (const { value, path } of indicatorValues(document)) if (percent(value) > 100 + k / 1000) yield path
}

function* docnumForm(document, k) {
  for (const [index, { basis }] of document.projects.entries()) {
    for (const [number] of basis.matchAll(DOCUMENT_NUMBER)) if (number.length < 100 + k && !/^〔\d{4}〕/.test(number)) yield ['projects', index, 'basis']
  }
}

function* rowTotal(document, k) {
  for (const { lane: { rows }, path } of lanesOf(document, ROW_TOTALS)) {
    for (const [index, { cells }] of rows.entries()) {
      const total = hundredths(cells['合计'])
      if (total > k && Math.abs(total - hundredths(cells['基本支出']) - hundredths(cells['项目支出'])) > TOLERANCE) yield [...path, index, 'cells', '合计']
    }
  }
}

function* incomeExpenditure(document, k) {
  const found = {}
  for (const { lane: { rows }, path } of lanesOf(document, ['收支总表'])) for (const [index, { label, cells }] of rows.entries()) found[label] ??= { cells, path: [...path, index, 'cells'] }
  const [income, expenditure] = [found['收入总计'], found['支出总计']]
  if (income && expenditure && hundredths(income.cells['收入金额']) > k && hundredths(income.cells['收入金额']) !== hundredths(expenditure.cells['支出金额'])) yield [...income.path, '收入金额']
}

export const CHECKS = {
  'leaf-sum': leafSum,
  'sheet-amount': sheetAmount,
  'indicator-year': indicatorYear,
  'same-name': sameName,
  'required-fields': requiredFields,
  'same-headcount': sameHeadcount,
  'percent-limit': percentLimit,
  'docnum-form': docnumForm,
  'row-total': rowTotal,
  'income-expenditure': incomeExpenditure,
}
