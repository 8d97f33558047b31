import type { ExampleDefinition, RuleDefinition } from '../definition.ts'
import type { Report } from './faults.ts'

/** Operators whose results depend on printed precision: a rule that uses one needs a boundary example. */
const COMPUTING = new Set(['sum', 'minus', 'times', 'ratio', 'growth', 'rounded'])

type Kind = ExampleDefinition['is']

/** Each entry: one of these kinds must be among the examples. */
const NEEDED: readonly (readonly Kind[])[] = [['pass', 'explainable'], ['fail', 'implausible'], ['not-applicable', 'not-evaluated']]
const BOUNDARY: readonly Kind[] = ['explainable', 'implausible', 'rounding']

function computes(expression: unknown): boolean {
  if (Array.isArray(expression)) return expression.some(computes)
  if (typeof expression !== 'object' || expression === null) return false
  return Object.entries(expression).some(([key, value]) => COMPUTING.has(key) || computes(value))
}

/** A shipped rule needs pass, fail, not-applicable or not-evaluated, and a boundary if it computes. */
export function checkExamples(definition: RuleDefinition, report: Report): void {
  const kinds = new Set(definition.examples.map((example) => example.is))
  const needed = computes([definition.assert, definition.let ?? {}]) ? [...NEEDED, BOUNDARY] : NEEDED
  for (const choices of needed) {
    if (!choices.some((kind) => kinds.has(kind))) report({ code: 'missing-example', path: ['examples'], at: 'key', args: { name: choices.join(' / ') } })
  }
  definition.examples.forEach((example, index) => {
    const cause = example.cause
    const causes = (definition.diagnose ?? []).map((one) => one.id)
    if (cause !== undefined && !causes.includes(cause)) report({ code: 'unknown-cause', path: ['examples', index, 'cause'], args: { name: cause } })
  })
}
