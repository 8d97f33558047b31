import type { CheckedCase, CheckedRule } from '../check/rule.ts'
import type { CompiledCase, CompiledRule } from '../compiled.ts'
import { caseLogic } from '../logic/to-logic.ts'
import type { CompileNode } from './expression.ts'
import { isFixed, memoised } from './fixed.ts'
import { kindsRead } from './kinds-read.ts'
import { compileRange, needsOf } from './source.ts'

function compileCase(checked: CheckedCase, compile: CompileNode): CompiledCase {
  const condition = compile.condition ?? compile
  const { id, when, message, at, suggest } = checked
  return {
    range: compileRange(checked.range, compile),
    lets: compileLets(checked.lets, compile),
    assert: compile(checked.assert),
    diagnose: checked.diagnose.map((cause) => ({ ...cause, if: condition(cause.if) })),
    also: checked.also.map(compile),
    needs: needsOf(checked.range),
    logic: () => caseLogic(checked),
    ...(id !== undefined && { id }),
    ...(when && { when: condition(when) }),
    ...(message && { message }),
    ...(at && { at: compile(at) }),
    ...(suggest && { suggest: { ...suggest, at: compile(suggest.at) } }),
  }
}

/** Names of `let`; those made of the document and the options alone are worked out once in a run. */
function compileLets(lets: CheckedCase['lets'], compile: CompileNode): CompiledCase['lets'] {
  const fixed = new Set<string>()
  return lets.map(([name, node]) => {
    const expression = memoised(node, compile(node), fixed)
    if (isFixed(node, fixed)) fixed.add(name)
    else fixed.delete(name)
    return [name, expression] as const
  })
}

/** A checked rule, ready to run. What every case needs, the rule needs. */
export function compileRule({ definition, cases }: CheckedRule, compile: CompileNode): CompiledRule {
  const compiled = cases.map((one) => compileCase(one, compile))
  const [first, ...others] = compiled.map((one) => one.needs)
  const shared = (first ?? []).filter((need) => others.every((needs) => needs.includes(need)))
  const kinds = [...new Set(cases.flatMap(kindsRead))]
  return { definition, needs: [...new Set([...(definition.needs ?? []), ...shared])], kinds, cases: compiled }
}
