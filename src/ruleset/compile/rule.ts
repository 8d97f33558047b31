import type { CheckedCase, CheckedRule } from '../check/rule.ts'
import type { CompiledCase, CompiledRule } from '../compiled.ts'
import { caseLogic } from '../logic/to-logic.ts'
import type { CompileNode } from './expression.ts'
import { compileRange, needsOf } from './source.ts'

function compileCase(checked: CheckedCase, compile: CompileNode): CompiledCase {
  const { id, when, message, at, suggest } = checked
  return {
    range: compileRange(checked.range, compile),
    lets: checked.lets.map(([name, node]) => [name, compile(node)] as const),
    assert: compile(checked.assert),
    diagnose: checked.diagnose.map((cause) => ({ ...cause, if: compile(cause.if) })),
    also: checked.also.map(compile),
    needs: needsOf(checked.range),
    logic: () => caseLogic(checked),
    ...(id !== undefined && { id }),
    ...(when && { when: compile(when) }),
    ...(message && { message }),
    ...(at && { at: compile(at) }),
    ...(suggest && { suggest: { ...suggest, at: compile(suggest.at) } }),
  }
}

/** A checked rule, ready to run. What every case needs, the rule needs. */
export function compileRule({ definition, cases }: CheckedRule, compile: CompileNode): CompiledRule {
  const compiled = cases.map((one) => compileCase(one, compile))
  const [first, ...others] = compiled.map((one) => one.needs)
  const shared = (first ?? []).filter((need) => others.every((needs) => needs.includes(need)))
  return { definition, needs: [...new Set([...(definition.needs ?? []), ...shared])], cases: compiled }
}
