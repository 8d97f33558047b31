import type { Disclosure, Indicator, Printed, TotalScore } from '../../disclosure/model.ts'
import type { Item } from '../item.ts'
import type { ProjectPart } from '../items/projects.ts'
import type { Ground } from '../items/workspace.ts'
import type { Standing } from '../standing.ts'
import { parseQuantity } from '../amounts/index.ts'
import { add, compare, subtract, ZERO, type Rational } from '../amounts/rational.ts'
import { valueOf } from '../amounts/value.ts'
import { amountValue } from './amount-value.ts'
import { composition } from './compositions.ts'
import type { FormAmount } from './compositions.ts'

/** What is scored: the indicators, and in a self-evaluation the spending of the budget. */
interface Scored {
  readonly pointer: string
  readonly name: string
  readonly indicators: readonly Indicator[]
  readonly totalScore: TotalScore | undefined
  readonly funds: { readonly weight?: Printed; readonly score?: Printed }
  readonly standing: Pick<Standing, 'document' | 'project'>
}

/**
 * The points and scores of a sheet against the row that closes them (origins `weights`, `scores`). The points for spending may
 * stand among the indicators too.
 */
export function sheetScores({ project, index, head, ground: { document } }: ProjectPart): Item[] {
  return scoresOf({ ...project, totalScore: project.totalScore, pointer: `/projects/${String(index)}`, standing: { document, project: head } })
}

/** The same of the overall form. */
export function overallScores(overall: Disclosure['overall'], { document }: Ground): Item[] {
  return overall ? scoresOf({ pointer: '/overall', name: overall.unitName ?? '', indicators: overall.indicators, totalScore: overall.totalScore, funds: overall.execution ?? {}, standing: { document } }) : []
}

function scoresOf(form: Scored): Item[] {
  return hasUnreadRow(form) ? [] : (['weight', 'score'] as const).flatMap((column) => closed(form, column))
}

/**
 * Whether both points and scores lack as much as one more scored row may have: that of the spending may be printed in a way that was not
 * read. Nothing is said of the totals then.
 */
function hasUnreadRow({ funds, ...form }: Scored): boolean {
  if (funds.weight !== undefined || funds.score !== undefined) return false
  const [points, score] = [missing(form, 'weight'), missing(form, 'score')]
  return points !== undefined && score !== undefined && compare(score, ZERO) > 0 && compare(score, points) <= 0
}

/** What the rows lack of the total of a column. */
function missing({ indicators, totalScore }: Pick<Scored, 'indicators' | 'totalScore'>, column: 'weight' | 'score'): Rational | undefined {
  const printed = totalScore?.[column]
  const total = printed === undefined ? undefined : parseQuantity(String(printed))
  const parts = indicators.flatMap((indicator) => parseQuantity(String(indicator[column] ?? '')) ?? [])
  return total && subtract(valueOf(total), parts.reduce((sum, one) => add(sum, valueOf(one)), ZERO))
}

function closed(form: Scored, column: 'weight' | 'score'): Item[] {
  const printed = form.totalScore?.[column]
  if (printed === undefined) return []
  const amount = (text: Printed | undefined, pointer: string): FormAmount[] => (text === undefined ? [] : [{ label: '', labelPointer: pointer, value: amountValue(text, { pointer }) }])
  const spending = amount(form.funds[column], `${form.pointer}/funds/${column}`)
  const indicators = form.indicators.flatMap((indicator, i) => amount(indicator[column], `${form.pointer}/indicators/${String(i)}/${column}`))
  const pointer = `${form.pointer}/totalScore/${column}`
  const total = { label: form.name, labelPointer: `${form.pointer}/totalScore/label`, value: amountValue(printed, { pointer }) }
  return composition(total, [...spending, ...indicators], { ...form.standing, pointer, label: form.name }, { origin: `${column}s`, other: indicators })
}
