import type { Quantity, Term } from '../quantity.ts'
import { divides } from './compare-rate.ts'
import type { Comparison, Relation } from './comparison.ts'
import { nominal } from './nominal.ts'
import { decimalOf, printQuantity } from './print-quantity.ts'
import { compare } from './rational.ts'
import { figuresOf } from './variables.ts'

/** A sum longer than this is shown by its ends. */
const MOST_MEMBERS = 30
const SHOWN_ENDS = 10

export interface FormulaOptions {
  /** Whether units are printed; by default only where figures of several units or rates meet. */
  readonly units?: boolean
}

/** A term in figures: `31200 + 18000 + 3500`, `(200.10万元 − 180.00万元) ÷ 180.00万元`. Zero members of a sum are left out. */
export function formula(term: Term, options: FormulaOptions = {}): string {
  return write(term, options.units ?? needsUnits([term]), false)
}

/** The term and what it comes to: `31200 + 18000 + 3500 = 52700`. */
export function formulaWithResult(term: Term, result: Quantity, options: FormulaOptions = {}): string {
  const units = options.units ?? needsUnits([term])
  return `${write(term, units, false)} = ${figure(result, units)}`
}

/**
 * A whole relation in figures, the actual side first: `56300 ≠ 31200 + 18000 + 3500 = 52700`. Inequalities say how the
 * printed figures stand to each other, whether or not that was asked for.
 */
export function traceOf(relation: Relation, actual: Term, expected: Term, comparison: Comparison): string {
  const units = needsUnits([actual, expected])
  return `${side(actual, comparison.actual, units)} ${sign(relation, actual, expected, comparison)} ${write(expected, units, false)}${isExact(comparison, actual) ? '' : result(expected, comparison.expected, units)}`
}

const isExact = (comparison: Comparison, actual: Term): boolean => comparison.verdict === 'exact' && actual.op === 'leaf'
const side = (term: Term, value: Quantity | undefined, units: boolean): string => write(term, units, false) + result(term, value, units)
const result = (term: Term, value: Quantity | undefined, units: boolean): string => (term.op === 'leaf' || !value ? '' : ` = ${figure(value, units)}`)

function sign(relation: Relation, actual: Term, expected: Term, { verdict }: Comparison): string {
  if (relation === 'equal') return verdict === 'exact' ? '=' : verdict === 'explainable' || verdict === 'rounding' ? '≈' : '≠'
  const [a, e] = [nominal(actual), nominal(expected)]
  return a && e ? (['<', '=', '>'][compare(a, e) + 1] ?? '=') : '?'
}

function needsUnits(terms: readonly Term[]): boolean {
  const symbols = new Set(figuresOf(...terms).map(({ unit }) => unit.symbol))
  return symbols.size > 1 || terms.some(divides) || terms.every(({ op }) => op === 'leaf')
}

const figure = (quantity: Quantity, units: boolean): string => (units || quantity.unit.dimension === 'percent' || quantity.unit.dimension === 'points' || quantity.approximate ? printQuantity(quantity) : decimalOf(quantity))

/** A term in figures; `tight` where a stronger operator stands beside it, so that a computation gets brackets. */
function write(term: Term, units: boolean, tight: boolean): string {
  const brackets = (text: string): string => (tight ? `(${text})` : text)
  switch (term.op) {
    case 'leaf': return figure(term.quantity, units)
    case 'rounded': return write(term.args[0], units, tight)
    case 'sum': return brackets(chain(term.args, units, '+'))
    case 'minus': return brackets(chain(term.args, units, '−'))
    case 'times': return brackets(term.args.map((arg) => write(arg, units, true)).join(' × '))
    case 'ratio': return brackets(term.args.map((arg) => write(arg, units, true)).join(' ÷ '))
    case 'growth': {
      const [from, to] = term.args
      if (!from || !to) return ''
      const difference: Term = { op: 'minus', args: [to, from] }
      return brackets(`${write(difference, units, true)} ÷ ${write(from, units, true)}`)
    }
  }
}

const isChain = (term: Term): boolean => term.op === 'sum' || term.op === 'minus'

function chain(args: readonly Term[], units: boolean, operator: '+' | '−'): string {
  const [first, ...others] = args
  if (!first) return '0'
  const isNothing = (arg: Term): boolean => arg.op === 'leaf' && arg.quantity.digits === 0n
  const members = operator === '+' ? args.filter((arg) => !isNothing(arg)) : [first, ...others.filter((arg) => !isNothing(arg))]
  if (members.length === 0) return write(first, units, false)
  const written = members.map((arg, index) => {
    const negative = arg.op === 'leaf' && arg.quantity.digits < 0n
    if (index === 0) return write(arg, units, false)
    const text = negative ? figure({ ...arg.quantity, digits: -arg.quantity.digits }, units) : write(arg, units, isChain(arg) && (operator === '−' || arg.op === 'minus'))
    return `${negative === (operator === '+') ? '−' : '+'} ${text}`
  })
  return written.length > MOST_MEMBERS ? [...written.slice(0, SHOWN_ENDS), '+ …', ...written.slice(-SHOWN_ENDS)].join(' ') : written.join(' ')
}
