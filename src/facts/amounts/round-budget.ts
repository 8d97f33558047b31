import type { Quantity, Term } from '../quantity.ts'
import { leaf } from './compare-terms.ts'
import { compare, roundedSteps, decimal } from './rational.ts'
import { YUAN } from './units.ts'
import { valueOf } from './value.ts'

/** The last place a table in ten thousands prints: figures were entered as multiples of 100. */
const STEP: Quantity = { digits: 100n, places: 0, unit: YUAN }

/**
 * A budget in the base unit of money that was entered as the table's figure in ten thousands: when it is a multiple of 100
 * and equal to that figure, it stands for ± 50 against prose that computes it. Any other amount stands for itself.
 */
export function roundBudget(budget: Quantity, tableFigure: Quantity): Term {
  const value = valueOf(budget)
  const isRound = budget.unit.symbol === YUAN.symbol && compare(decimal(roundedSteps(value, valueOf(STEP)), 2), value) === 0
  const isTables = tableFigure.unit.dimension === 'money' && tableFigure.unit.exponent > 0 && compare(value, valueOf(tableFigure)) === 0
  return isRound && isTables ? { op: 'rounded', args: [leaf(budget)], step: STEP } : leaf(budget)
}
