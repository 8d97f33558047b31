import type { Numbers, Suggestion, Trace } from '../core/finding.ts'
import type { Ref } from '../core/ref.ts'
import { convert, decimalOf } from '../facts/amounts/index.ts'
import type { Quantity } from '../facts/quantity.ts'
import type { Outcome, Value } from '../facts/value.ts'
import type { RawFinding } from '../findings/raw-finding.ts'
import type { CompiledCase, CompiledRule } from '../ruleset/compiled.ts'
import { inputsOf, members } from '../ruleset/operators/values.ts'
import type { Tested } from './evaluate.ts'
import { renderMessage, renderParts } from './message.ts'
import type { Told } from './message.ts'
import type { EngineOptions } from './options.ts'
import { documentOf } from './related.ts'
import { severityFor } from './severity.ts'
import { placesOf } from './sites.ts'

/** The finding of a check that failed or is worth listing; undefined where configuration switched it off at its address. */
export function makeFinding(rule: CompiledRule, entry: CompiledCase, tested: Tested, options: EngineOptions, compareRefs: (a: Ref, b: Ref) => number): RawFinding | undefined {
  const { outcome, diagnosis, reading } = tested
  const { definition } = rule
  const { sites, inputs } = placesOf(tested, entry, options, compareRefs)
  const configured = options.severityOf?.(definition.id, sites[0]?.address ?? '')
  if (configured === 'off') return undefined
  const told: Told = { environment: tested.environment, outcome, describe: options.describe, speech: options }
  const { message, args } = renderMessage(rule, entry.message, diagnosis?.say, told)
  const numbers = numbersOf(outcome)
  const trace = traceOf(tested, inputs)
  const suggestions = suggestionsOf(entry, told)
  return {
    ruleId: definition.id,
    ...(entry.id !== undefined && { caseId: entry.id }),
    ...(diagnosis && { causeId: diagnosis.id }),
    severity: severityFor(definition, { verdict: outcome.verdict, reading, diagnosed: diagnosis?.severity, configured }),
    verdict: outcome.verdict,
    category: definition.category,
    message,
    args,
    sites,
    ...(numbers && { numbers }),
    ...(trace && { trace }),
    ...(suggestions.length > 0 && { suggestions }),
    ...(definition.report?.mask && { mask: definition.report.mask }),
  }
}

/** Both sides and their difference as plain decimals in one unit, the first side's. */
function numbersOf({ actual, expected, difference }: Outcome): Numbers | undefined {
  const [left, right] = [quantityOf(actual), quantityOf(expected)]
  const unit = (left ?? right)?.unit
  if (!unit) return undefined
  const inUnit = (quantity: Quantity | undefined): string | undefined => {
    const converted = quantity && convert(quantity, unit)
    return converted && decimalOf(converted)
  }
  const [shown, wanted, apart] = [inUnit(left), inUnit(right), inUnit(difference)]
  return {
    ...(wanted !== undefined && { expected: wanted }),
    ...(shown !== undefined && { actual: shown }),
    ...(apart !== undefined && { difference: apart }),
    unit: unit.symbol,
  }
}

function quantityOf(value: Value | undefined): Quantity | undefined {
  return value?.type === 'quantity' ? value.quantity : undefined
}

/** The arithmetic of the reading that decided; where several were tried, each as a step. */
function traceOf({ outcome, tries }: Tested, inputs: readonly number[]): Trace | undefined {
  if (outcome.formula === undefined || outcome.formula === '') return undefined
  const steps = [...(outcome.steps ?? []), ...(tries ?? []).flatMap(({ formula }) => formula ?? [])]
  return { formula: outcome.formula, ...(steps.length > 0 && { steps }), ...(inputs.length > 0 && { inputs }) }
}

/** Edits at every text of `suggest.at` that does not already read so. Other documents are not edited. */
function suggestionsOf({ suggest }: CompiledCase, told: Told): Suggestion[] {
  if (!suggest) return []
  return members(suggest.at(told.environment)).flatMap((value) => {
    const input = inputsOf(value)[0]
    if (!input || input.ref.nearest || documentOf(input.ref) !== undefined) return []
    const { pointer, from = 0, to = from + input.text.length } = input.ref
    const replacement = renderParts(suggest.replace, { ...told, environment: told.environment.bind('it', value) })
    return replacement === input.text ? [] : [{ pointer, from, to, replacement, safe: suggest.safe }]
  })
}
