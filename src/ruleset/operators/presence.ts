import type { GapReason } from '../../core/verdict.ts'
import type { AbsentValue, Outcome, Value } from '../../facts/value.ts'
import { VERDICT } from '../types.ts'
import { FAILS, HOLDS } from '../verdicts.ts'
import type { PlainOperator } from './operator.ts'
import { gap, inputsOf, members, printedCount, stated } from './values.ts'

/** Reasons that leave open whether the value exists: they make no absence. */
const UNKNOWN: ReadonlySet<GapReason> = new Set<GapReason>(['doubtful-reading', 'excerpt', 'scope-unclear', 'year-unclear', 'missing-document', 'ambiguous'])

/** A cell that prints nothing is as little there as a blank text. */
function missing(value: Value): AbsentValue | undefined {
  const read = stated(value)
  if (read.type === 'absent') return read
  return read.type === 'text' && read.text.trim() === '' ? { type: 'absent', reason: 'blank', ...(read.ref && { near: read.ref }) } : undefined
}

/** Every operand and member; an empty list stands for one thing that is not there. */
function things(operands: readonly Value[]): readonly Value[] {
  // Most rules ask after one value.
  if (operands.length === 1 && operands[0]?.type !== 'list') return operands
  return operands.flatMap((operand): readonly Value[] => {
    const found = members(operand)
    return found.length === 0 ? [{ type: 'absent', reason: 'missing-value', ...(operand.type === 'list' && operand.ref && { near: operand.ref }) }] : found
  })
}

export const present: PlainOperator = {
  style: 'plain',
  name: 'present',
  group: 'presence',
  parameters: [{ name: 'values', takes: 'any' }],
  variadic: { least: 1 },
  writing: { bare: true, list: true },
  gives: VERDICT,
  apply(operands): Outcome {
    const all = things(operands)
    const lacking = all.flatMap((value) => missing(value) ?? [])
    const known = lacking.find((value) => !UNKNOWN.has(value.reason))
    if (known) return { type: 'verdict', verdict: 'violated', inputs: [...lacking, ...all.filter((value) => !missing(value))].flatMap(inputsOf), compared: 2 }
    if (lacking[0]) return gap(lacking[0].reason, all)
    return { type: 'verdict', verdict: 'exact', inputs: all.flatMap(inputsOf), compared: Math.max(2, printedCount(all)) }
  },
  judge(operands) {
    const lacking = things(operands).flatMap((value) => missing(value) ?? [])
    return lacking.some((value) => !UNKNOWN.has(value.reason)) ? FAILS : lacking[0] ? gap(lacking[0].reason) : HOLDS
  },
}

export const absence: PlainOperator = {
  style: 'plain',
  name: 'absent',
  group: 'presence',
  parameters: [{ name: 'values', takes: 'any' }],
  variadic: { least: 1 },
  writing: { bare: true, list: true },
  gives: VERDICT,
  apply(operands): Outcome {
    const all = things(operands)
    const found = all.filter((value) => !missing(value))
    if (found.length > 0) return { type: 'verdict', verdict: 'violated', inputs: found.flatMap(inputsOf), compared: 2, ...(found[0] && { actual: found[0] }) }
    const unknown = all.flatMap((value) => missing(value) ?? []).find((value) => UNKNOWN.has(value.reason))
    return unknown ? gap(unknown.reason, all) : { type: 'verdict', verdict: 'exact', inputs: all.flatMap(inputsOf), compared: 2 }
  },
  judge(operands) {
    const lacking = things(operands).map(missing)
    if (lacking.includes(undefined)) return FAILS
    const unknown = lacking.find((value) => value && UNKNOWN.has(value.reason))
    return unknown ? gap(unknown.reason) : HOLDS
  },
}
