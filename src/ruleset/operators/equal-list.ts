import type { Outcome, QuantityValue, Value } from '../../facts/value.ts'
import { compareMany, exactly } from '../../facts/amounts/index.ts'
import type { Environment } from '../compiled.ts'
import { NOT_APPLICABLE } from '../combine.ts'
import { isFailure } from '../verdicts.ts'
import { printed, statesQuantity } from './compare-texts.ts'
import { equalPair } from './equal-pair.ts'
import { isBlank, numberIn, plainNumber } from './numbers.ts'
import { gap, inputsOf, members, printedCount, stated } from './values.ts'

interface Split {
  readonly majority: readonly Value[]
  readonly odd: readonly Value[]
}

/** Members in groups of equal ones, the largest first; members without a printed value are left out before. */
function split(values: readonly Value[], environment: Environment): Split | undefined {
  const groups: Value[][] = []
  for (const value of values) {
    const group = groups.find(([first]) => first !== undefined && !isFailure(equalPair(first, value, environment)))
    if (group) group.push(value)
    else groups.push([value])
  }
  const largest = groups.reduce((best, group) => (group.length > best.length ? group : best))
  return largest.length * 2 > values.length ? { majority: largest, odd: groups.filter((group) => group !== largest).flat() } : undefined
}

function quantities(values: readonly Value[]): readonly QuantityValue[] | undefined {
  const numbers = values.map((value) => (stated(value).type === 'quantity' ? numberIn(value) : undefined))
  return numbers.every((value): value is QuantityValue => value?.type === 'quantity') ? numbers : undefined
}

function listFormula(values: readonly Value[], same: boolean): string {
  const told = [...new Set(values.map((value) => printed(stated(value))))].slice(0, 5)
  return told.join(same ? ' = ' : ' ≠ ')
}

/** What a list of equal values must be: all printed members the same; a strict majority is right, the others head the places. */
export function equalList(list: Value, environment: Environment, needsMajority: boolean): Outcome {
  if (list.type === 'absent') return gap(list.reason, [list])
  const all = members(list)
  const there = all.filter((value) => stated(value).type !== 'absent')
  const missing = all.find((value) => stated(value).type === 'absent')
  const blank = environment.blank === 'error' ? all.find((value) => stated(value).type === 'absent' && isBlank(numberIn(value))) : undefined
  if (blank) return { type: 'verdict', verdict: 'violated', inputs: [blank, ...there].flatMap(inputsOf) }
  if (there.length < 2) {
    const absent = missing && stated(missing)
    return absent?.type === 'absent' ? gap(absent.reason, all) : NOT_APPLICABLE
  }
  const numbers = quantities(there)
  const counted = numbers?.map((value) => (value.ref ? value.quantity : exactly(value.quantity)))
  return counted ? equalQuantities(there, compareMany(counted), needsMajority) : equalOthers(there, environment, needsMajority)
}

function equalQuantities(values: readonly Value[], comparison: ReturnType<typeof compareMany>, needsMajority: boolean): Outcome {
  if (comparison.verdict === 'not-evaluated') return gap(comparison.reason ?? 'units-differ', values)
  const at = (indices: readonly number[]): Value[] => indices.flatMap((index) => values[index] ?? [])
  const found = comparison.majority.length > 0 ? { majority: at(comparison.majority), odd: at(comparison.odd) } : undefined
  return listOutcome(comparison.verdict, values, found, needsMajority, comparison)
}

function equalOthers(values: readonly Value[], environment: Environment, needsMajority: boolean): Outcome {
  const [first, ...rest] = values
  const outcomes = first ? rest.map((value) => equalPair(first, value, environment)) : []
  const unclear = outcomes.find((outcome) => outcome.verdict === 'not-evaluated')
  const failed = outcomes.find(isFailure)
  if (failed === undefined && unclear) return gap(unclear.reason ?? 'missing-value', values)
  if (failed === undefined) return listOutcome('exact', values, undefined, false, {})
  return listOutcome(failed.verdict, values, split(values, environment), needsMajority, failed)
}

function listOutcome(verdict: Outcome['verdict'], values: readonly Value[], found: Split | undefined, needsMajority: boolean, from: Pick<Outcome, 'difference' | 'slip'>): Outcome {
  const passed = verdict === 'exact' || verdict === 'explainable'
  if (passed) return { type: 'verdict', verdict, inputs: values.flatMap(inputsOf), formula: listFormula(values, true), compared: printedCount(values) }
  if (needsMajority && found === undefined) return gap('no-majority', values)
  const ordered = found ? [...found.odd, ...found.majority] : values
  const [actual, expected] = found ? [found.odd[0], found.majority[0]] : ordered
  return {
    type: 'verdict',
    verdict,
    inputs: ordered.flatMap(inputsOf),
    formula: listFormula(ordered, false),
    compared: printedCount(values),
    odd: found?.odd ?? values,
    ...(found && { majority: found.majority }),
    ...(actual && { actual: stated(actual) }),
    ...(expected && { expected: stated(expected) }),
    ...(from.difference && { difference: from.difference }),
    ...(from.slip !== undefined && { slip: from.slip }),
  }
}

/** How many different members a list has, members equal as `equal` means it counted once. */
export function differentMembers(values: readonly Value[], environment: Environment): readonly Value[] {
  const kept: Value[] = []
  const texts = new Set<string>()
  for (const value of values) {
    // A text that states no quantity equals only itself.
    if (value.type === 'text' && !statesQuantity(value)) {
      if (!texts.has(value.text)) kept.push(value)
      texts.add(value.text)
    } else if (!kept.some((known) => !isFailure(equalPair(known, value, environment)))) kept.push(value)
  }
  return kept
}

/** The number of members as a quantity that knows what it counted. */
export function countOf(values: readonly Value[], counted: readonly Value[] = values): QuantityValue {
  return { ...plainNumber(BigInt(values.length)), counted }
}
