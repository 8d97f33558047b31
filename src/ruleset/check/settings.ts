import { compileMatcher } from '../../facts/prose/index.ts'
import type { Node } from '../node.ts'
import { parsePair } from '../operators/balanced-pairs.ts'
import type { Setting, SettingKind } from '../operators/operator.ts'
import { ANY } from '../types.ts'
import type { Argument } from './arguments.ts'
import type { Context } from './context.ts'
import { checkAttributePath } from './expression.ts'
import type { YamlPath } from './faults.ts'
import { unknown } from './faults.ts'
import { patternFaultArgs } from './vocabulary-patterns.ts'

type Answer = Setting | undefined

function wrong(context: Context, path: YamlPath, kind: string, value: unknown): undefined {
  context.report({ code: 'wrong-setting', path, args: { wanted: `settings:${kind}`, found: typeof value === 'string' ? value : JSON.stringify(value) } })
  return undefined
}

/** The pattern or list `name` of the vocabulary, or a pattern written in the rule; refused ones are reported. */
export function checkPattern(name: string, path: YamlPath, context: Context): string {
  const compiled = compileMatcher(name, context.vocabulary)
  if (!compiled.ok) context.report({ code: 'wrong-pattern', path, args: patternFaultArgs(name, compiled.fault) })
  else if (isMisspelt(name, context)) unknown(context.report, 'unknown-pattern', name, [...context.names.lists, ...context.names.patterns], { path })
  return name
}

/** A name without any sign of a pattern that comes near a name of the vocabulary was meant to be that name. */
function isMisspelt(name: string, { names }: Context): boolean {
  return !names.lists.has(name) && !names.patterns.has(name) && /^[\p{L}\p{N}]{4,}$/u.test(name) && nearNames(name, [...names.lists, ...names.patterns])
}

function nearNames(name: string, known: readonly string[]): boolean {
  return known.some((other) => Math.abs(other.length - name.length) <= 1 && [...name].filter((letter) => !other.includes(letter)).length <= 1)
}

export function checkPatternName(value: unknown, path: YamlPath, context: Context): string | undefined {
  if (typeof value !== 'string') return wrong(context, path, 'patterns', value)
  if (!context.names.patterns.has(value)) unknown(context.report, 'unknown-pattern', value, context.names.patterns, { path })
  return value
}

function texts(value: unknown, path: YamlPath, kind: string, context: Context): readonly string[] | undefined {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value as readonly string[]
  return wrong(context, path, kind, value)
}

/** A setting of a call, checked for what its kind names or holds; undefined, and reported, when it is wrong. */
export function checkSetting(kind: SettingKind, { value, path }: Argument, operands: readonly Node[], context: Context): Answer {
  if (typeof kind === 'object') {
    if (typeof value === 'string' && kind.oneOf.includes(value)) return value
    unknown(context.report, 'wrong-choice', String(value), kind.oneOf, { path })
    return undefined
  }
  switch (kind) {
    case 'pattern': return typeof value === 'string' ? checkPattern(value, path, context) : wrong(context, path, kind, value)
    case 'patterns': return texts(value, path, kind, context)?.flatMap((name, index) => checkPatternName(name, [...path, index], context) ?? [])
    case 'pairs': {
      const pairs = texts(value, path, kind, context)
      pairs?.forEach((pair, index) => { if (!parsePair(pair)) wrong(context, [...path, index], 'pair', pair) })
      return pairs
    }
    case 'dictionary': {
      if (typeof value !== 'string') return wrong(context, path, kind, value)
      if (!context.names.dictionaries.has(value)) unknown(context.report, 'unknown-dictionary', value, context.names.dictionaries, { path })
      return value
    }
    case 'document': {
      const documents = ['previous', 'budget', 'final']
      if (typeof value === 'string' && documents.includes(value)) return value
      unknown(context.report, 'wrong-choice', String(value), documents, { path })
      return undefined
    }
    case 'step': return value === 'up' || (typeof value === 'number' && Number.isInteger(value) && value !== 0) ? value : wrong(context, path, kind, value)
    case 'integer': return value === 'any' || (typeof value === 'number' && Number.isInteger(value)) ? value : wrong(context, path, kind, value)
    case 'path': {
      const [of] = operands
      const type = of?.type.is === 'list' ? of.type.of : ANY
      return checkAttributePath(value, type, { path, visible: new Map(), depth: 0 }, context)?.path.join('.')
    }
  }
}
