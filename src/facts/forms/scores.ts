import type { Disclosure, Indicator, Printed, TotalScore } from '../../disclosure/model.ts'
import type { Item } from '../item.ts'
import { parseQuantity } from '../amounts/index.ts'
import { add, compare, ZERO } from '../amounts/rational.ts'
import { valueOf } from '../amounts/value.ts'
import { amountValue } from './amount-value.ts'
import { composition } from './compositions.ts'
import type { FormAmount, FormStanding } from './compositions.ts'

/** What is scored: the indicators, and in a self-evaluation the spending of the budget. */
interface Scored {
  readonly pointer: string
  readonly name: string
  readonly indicators: readonly Indicator[]
  readonly totalScore: TotalScore | undefined
  readonly funds: { readonly weight?: Printed; readonly score?: Printed }
  readonly project?: number
}

/**
 * The points and scores of a form against the row that closes them (origins `weights`, `scores`). The points for spending may
 * stand among the indicators too.
 */
export function scoreCompositions({ projects, overall }: Disclosure, standing: FormStanding): Item[] {
  const forms: Scored[] = [
    ...projects.map((project, i) => ({ ...project, totalScore: project.totalScore, pointer: `/projects/${String(i)}`, project: i })),
    ...(overall ? [{ pointer: '/overall', name: overall.unitName ?? '', indicators: overall.indicators, totalScore: overall.totalScore, funds: {} }] : []),
  ]
  return forms.filter((form) => form.project !== undefined || isComplete(form)).flatMap((form) => (['weight', 'score'] as const).flatMap((column) => closed(form, column, standing)))
}

/** Whether the points come to their total: those of the overall form may stand in a row of its funds too, which is not among the indicators. */
function isComplete({ indicators, totalScore }: Scored): boolean {
  const total = totalScore?.weight === undefined ? undefined : parseQuantity(String(totalScore.weight))
  const points = indicators.flatMap(({ weight }) => (weight === undefined ? [] : (parseQuantity(String(weight)) ?? [])))
  return total === undefined || compare(points.reduce((sum, one) => add(sum, valueOf(one)), ZERO), valueOf(total)) === 0
}

function closed(form: Scored, column: 'weight' | 'score', standing: FormStanding): Item[] {
  const printed = form.totalScore?.[column]
  if (printed === undefined) return []
  const amount = (text: Printed | undefined, pointer: string): FormAmount[] => (text === undefined ? [] : [{ label: '', labelPointer: pointer, value: amountValue(text, { pointer }) }])
  const spending = amount(form.funds[column], `${form.pointer}/funds/${column}`)
  const indicators = form.indicators.flatMap((indicator, i) => amount(indicator[column], `${form.pointer}/indicators/${String(i)}/${column}`))
  const pointer = `${form.pointer}/totalScore/${column}`
  const total = { label: form.name, labelPointer: `${form.pointer}/totalScore/label`, value: amountValue(printed, { pointer }) }
  return composition(total, [...spending, ...indicators], standing(pointer, form.name, form.project), { origin: `${column}s`, other: indicators })
}
