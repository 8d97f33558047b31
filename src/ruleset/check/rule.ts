import type { Vocabulary } from '../../vocabulary/types.ts'
import type { CompiledMessage } from '../message.ts'
import type { RuleDefinition } from '../definition.ts'
import { LIMITS } from '../limits.ts'
import type { Node, RangeNode } from '../node.ts'
import type { CaseOf } from '../shape.ts'
import { fits, typeName } from '../types.ts'
import type { Type } from '../types.ts'
import { bindName } from './binding.ts'
import { casesOf, compilable, substitute } from './cases.ts'
import type { RuleCase } from './cases.ts'
import type { Context, Spot, Visible } from './context.ts'
import { checkExpression } from './expression.ts'
import { checkExamples } from './examples.ts'
import type { Report } from './faults.ts'
import { checkForm } from './form.ts'
import { checkMessage, checkReplacement, withComparison } from './message.ts'
import type { Names } from './names.ts'
import { checkOptions, optionType } from './options.ts'
import { checkRange } from './range.ts'
import { TERMS } from '../wording.ts'

/** A rule with one set of case parameters, checked: what both engines compile. */
export type CheckedCase = CaseOf<Node, RangeNode>

export interface CheckedRule {
  readonly definition: RuleDefinition
  readonly cases: readonly CheckedCase[]
}

/** What a check of one file needs to know. */
export interface Ground {
  readonly vocabulary: Vocabulary
  readonly names: Names
  readonly shipped: boolean
}

/** The rule of a file, checked; undefined only where its form leaves nothing to check. */
export function checkRule(content: unknown, path: string, ground: Ground, report: Report): CheckedRule | undefined {
  const definition = checkForm(content, ground.shipped, report)
  if (!definition) return undefined
  const expected = path.replace(/^.*?([^/]+\/[^/]+)\.ya?ml$/, '$1')
  if (/\.ya?ml$/.test(path) && path.includes('/') && definition.id !== expected) report({ code: 'id-not-path', path: ['id'], args: { name: definition.id, wanted: expected } })
  if (TERMS.retired.includes(definition.id)) report({ code: 'retired-id', path: ['id'], args: { name: definition.id } })
  checkOptions(definition.options ?? {}, report)
  if (ground.shipped) checkExamples(definition, report)
  const used = { parameters: new Set<string>(), names: new Set<string>() }
  const ids = new Set<string>()
  const cases = casesOf(definition.cases).map((one, index) => {
    if (one.id !== undefined && ids.has(one.id)) report({ code: 'id-taken', path: ['cases', index, 'id'], args: { name: one.id } })
    ids.add(one.id ?? '')
    return checkCase(definition, one, ground, used, report)
  })
  checkUnused(definition, used, report)
  return { definition, cases }
}

interface Used {
  readonly parameters: Set<string>
  readonly names: Set<string>
}

function checkUnused(definition: RuleDefinition, used: Used, report: Report): void {
  for (const name of Object.keys(definition.options ?? {})) if (!used.names.has(`options.${name}`)) report({ code: 'unused-option', path: ['options', name], at: 'key', args: { name }, warning: true })
  const parameters = new Set((definition.cases ?? []).flatMap((one) => Object.keys(one)).filter((name) => name !== 'id'))
  for (const name of parameters) if (!used.parameters.has(name)) report({ code: 'unused-parameter', path: ['cases'], at: 'key', args: { name }, warning: true })
  for (const name of Object.keys(definition.let ?? {})) if (!used.names.has(name)) report({ code: 'unused-let', path: ['let', name], at: 'key', args: { name }, warning: true })
}

function checkCase(definition: RuleDefinition, one: RuleCase, { vocabulary, names }: Ground, used: Used, report: Report): CheckedCase {
  const content = compilable(definition)
  const rule = (one.id === undefined ? content : substitute(content, one, used.parameters, report)) as typeof content
  const context: Context = { vocabulary, names, report, used: used.names, guarded: new Set(), optional: new Map() }
  const options: Type = { is: 'record', fields: Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, optionType(option.type)])) }
  const outside: Visible = new Map<string, Type>([['doc', { is: 'item', kind: 'document' }], ['options', options]])
  const { range, visible: bound } = checkRange(rule.for, { path: ['for'], visible: outside, depth: 0 }, context)
  const { lets, visible } = checkLets(rule.let ?? {}, bound, context)
  const told = withComparison(visible)
  const at = (...path: readonly (string | number)[]): Spot => ({ path, visible, depth: 0 })
  const saying = (...path: readonly (string | number)[]): Spot => ({ path, visible: told, depth: 0 })
  const verdict = (written: unknown, ...path: readonly (string | number)[]): Node => checkVerdict(written, at(...path), context)
  const when = rule.when === undefined ? undefined : verdict(rule.when, 'when')
  const assert = verdict(rule.assert, 'assert')
  const diagnose = (rule.diagnose ?? []).map((cause, index) => ({
    id: cause.id,
    // A cause is only tried: that it may not be decided needs no warning.
    if: checkVerdict(cause.if, at('diagnose', index, 'if'), { ...context, optional: new Map() }),
    say: checkMessage(cause.say, saying('diagnose', index, 'say'), context) ?? EMPTY,
    ...(cause.severity && { severity: cause.severity }),
  }))
  const message = checkMessage(rule.message, saying('message'), context)
  const place = rule.report?.at === undefined ? undefined : checkExpression(rule.report.at, at('report', 'at'), context)
  const also = (rule.report?.also ?? []).map((written, index) => checkExpression(written, at('report', 'also', index), context))
  const suggest = rule.suggest && checkSuggestion(rule.suggest, at('suggest'), context)
  warnOfOptional(context)
  return { range, lets, assert, diagnose, also, ...(one.id !== undefined && { id: one.id }), ...(when && { when }), ...(message && { message }), ...(place && { at: place }), ...(suggest && { suggest }) }
}

const EMPTY: CompiledMessage = { source: { zh: '', en: '' }, zh: [], en: [] }

function checkLets(written: Readonly<Record<string, unknown>>, bound: Visible, context: Context): { readonly lets: CheckedCase['lets']; readonly visible: Visible } {
  let visible = bound
  const entries = Object.entries(written)
  if (entries.length > LIMITS.lets) context.report({ code: 'too-large', path: ['let'] })
  const lets = entries.slice(0, LIMITS.lets).map(([name, expression]) => {
    const node = checkExpression(expression, { path: ['let', name], visible, depth: 0 }, context)
    visible = bindName(name, node.type, { path: ['let', name], visible, depth: 0 }, context).visible
    return [name, node] as const
  })
  return { lets, visible }
}

function checkVerdict(written: unknown, spot: Spot, context: Context): Node {
  const node = checkExpression(written, spot, context)
  if (!fits(node.type, 'verdict')) context.report({ code: 'not-a-verdict', path: spot.path, args: { found: `types:${typeName(node.type)}` } })
  return node
}

function checkSuggestion(written: NonNullable<RuleDefinition['suggest']>, spot: Spot, context: Context): NonNullable<CheckedCase['suggest']> {
  const at = checkExpression(written.at, { ...spot, path: [...spot.path, 'at'] }, context)
  return { at, replace: checkReplacement(written.replace, at.type, { ...spot, path: [...spot.path, 'replace'] }, context), safe: written.safe ?? false }
}

/** Optional attributes that nothing guards: a rule may be silent where its author thinks it speaks. */
function warnOfOptional({ optional, guarded, report }: Context): void {
  for (const [name, path] of optional) {
    const [, ...rest] = name.split('.')
    if (guarded.has(name) || guarded.has(`.${rest.join('.')}`)) continue
    report({ code: 'unguarded', path, args: { name: `$${name}` }, warning: true })
  }
}

