import type { Disclosure, Funds, Phased, Printed, Scoring } from '../../disclosure/model.ts'
import type { Reading } from '../../core/verdict.ts'
import type { Item } from '../item.ts'
import { amountValue } from '../forms/amount-value.ts'
import { itemsOf } from '../make-item.ts'
import type { Standing } from '../standing.ts'
import type { Value } from '../value.ts'
import { absentValue, textValue } from '../values.ts'
import type { ProjectPart } from './projects.ts'
import type { Ground } from './workspace.ts'

/** Where a table of money budgeted and spent stands, and whose it is. */
interface Place {
  readonly pointer: string
  /** What its total row is of. */
  readonly name: string
  readonly standing: Omit<Standing, 'pointer' | 'label'>
  readonly reading?: Reading | undefined
}

/** A row of such a table: what was budgeted, what of it was spent, and the rate that is printed for it. */
interface Row extends Place {
  readonly funds: Funds
  readonly amounts: Phased<Printed>
  readonly amountsAt: string
  readonly scoring: Scoring
}

/** A number up to one without a sign of percent may be a share or a percentage. */
const EITHER = /^\s*[01](?:\.\d+)?\s*$/u
const FIGURE = /\d/u

/** One item for each row of money of a sheet that prints a rate of execution: the total and its sources. */
export function sheetExecutions({ project, index, head, ground: { document } }: ProjectPart): Item[] {
  return executionsOf(project.funds, { pointer: `/projects/${String(index)}/funds`, name: project.name, standing: { document, project: head }, reading: project.reading })
}

/** The same of the overall form. */
export function overallExecutions(overall: Disclosure['overall'], { document }: Ground): Item[] {
  return overall?.execution === undefined ? [] : executionsOf(overall.execution, { pointer: '/overall/execution', name: overall.unitName ?? overall.title ?? '', standing: { document } })
}

function executionsOf(funds: Funds, place: Place): Item[] {
  const rows: Row[] = [
    { ...place, funds, amounts: funds.total, amountsAt: `${place.pointer}/total`, scoring: funds },
    ...funds.sources.map((source, at): Row => {
      const pointer = `${place.pointer}/sources/${String(at)}`
      return { ...place, pointer, name: source.label, funds, amounts: source.amounts, amountsAt: `${pointer}/amounts`, scoring: source }
    }),
  ]
  return rows.filter(({ scoring: { rate } }) => FIGURE.test(String(rate ?? ''))).map((row) => makeExecution(row, {
    ref: { pointer: `${row.pointer}/rate` }, text: row.name, reading: row.reading, standing: { ...row.standing, pointer: row.pointer, label: row.name },
  }))
}

/** The printed rate as a percentage. */
function rateOf({ scoring: { rate = '' }, pointer, reading }: Row): Value {
  const at = `${pointer}/rate`
  return EITHER.test(String(rate)) ? absentValue('ambiguous', at) : amountValue(rate, { pointer: at }, '%', reading)
}

function amountOf({ funds: { unit }, amounts, amountsAt, reading }: Row, phase: 'budget' | 'adjusted' | 'executed'): Value {
  const printed = amounts[phase]
  return printed === undefined ? absentValue('missing-value', amountsAt) : amountValue(printed, { pointer: `${amountsAt}/${phase}` }, unit, reading)
}

const makeExecution = itemsOf<Row>('execution', {
  name: ({ name, pointer }) => textValue(name, { pointer }),
  budget: (row) => amountOf(row, 'budget'),
  adjusted: (row) => amountOf(row, 'adjusted'),
  executed: (row) => amountOf(row, 'executed'),
  rate: rateOf,
})
