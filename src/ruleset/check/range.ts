import type { Node, RangeNode } from '../node.ts'
import { fits, listOf, typeName } from '../types.ts'
import type { Type } from '../types.ts'
import { bindName } from './binding.ts'
import type { Context, Spot, Visible } from './context.ts'
import { inside } from './context.ts'
import { FAULTY, checkAttributePath, checkExpression, isMap } from './expression.ts'
import { unknown } from './faults.ts'
import { literalAs } from './literals.ts'
import { checkPair } from './pair.ts'
import { checkSource } from './source.ts'

export interface CheckedRange {
  readonly range: RangeNode
  readonly visible: Visible
}

type Written = Readonly<Record<string, unknown>>

const ONCE: RangeNode = { form: 'once' }

const KEYS: Readonly<Record<'each' | 'group' | 'pair', readonly string[]>> = {
  each: ['each', 'where', 'except', 'from', 'as'],
  group: ['group', 'where', 'except', 'from', 'by', 'near', 'atLeast', 'as'],
  pair: ['pair', 'match'],
}

/** What one check is about, and the names it binds. A faulty range leaves its names known, so that one fault is told once. */
export function checkRange(written: unknown, spot: Spot, context: Context): CheckedRange {
  if (written === undefined) return { range: ONCE, visible: spot.visible }
  if (typeof written === 'string') return namedRange(written, spot, context)
  if (!isMap(written)) return fault('no-range', spot, context)
  const forms = (['each', 'group', 'pair'] as const).filter((form) => Object.hasOwn(written, form))
  const [form] = forms
  if (form === undefined || forms.length > 1) return fault('no-range', spot, context)
  for (const key of Object.keys(written)) if (!KEYS[form].includes(key)) unknown(context.report, 'unknown-key', key, KEYS[form], { path: [...spot.path, key], at: 'key' })
  if (form === 'pair') return checkPair(written, spot, context)
  return form === 'each' ? checkEach(written, spot, context) : checkGroup(written, spot, context)
}

function fault(code: string, spot: Spot, context: Context): CheckedRange {
  context.report({ code, path: spot.path })
  return { range: ONCE, visible: spot.visible }
}

function namedRange(name: string, spot: Spot, context: Context): CheckedRange {
  const definition = context.vocabulary.ranges.get(name)
  if (isMap(definition)) return checkRange(definition, spot, context)
  unknown(context.report, 'unknown-range', name, context.names.ranges, { path: spot.path })
  return { range: ONCE, visible: spot.visible }
}

function as(written: Written, type: Type, spot: Spot, context: Context): { readonly name: string; readonly visible: Visible } {
  if (!Object.hasOwn(written, 'as')) context.report({ code: 'missing-key', path: spot.path, args: { name: 'as' } })
  else return bindName(written['as'], type, inside(spot, 'as'), context)
  return { name: '', visible: spot.visible }
}

function checkEach(written: Written, spot: Spot, context: Context): CheckedRange {
  const source = checkSource(written, spot, context)
  const { name, visible } = as(written, source?.type ?? { is: 'any' }, spot, context)
  return { range: source ? { form: 'each', source: source.node, as: name } : ONCE, visible }
}

function checkGroup(written: Written, spot: Spot, context: Context): CheckedRange {
  const source = checkSource(written, spot, context, 'group')
  const { name, visible } = as(written, listOf(source?.type ?? { is: 'any' }), spot, context)
  if (!source) return { range: ONCE, visible }
  const keys = written['by'] === undefined ? [] : Array.isArray(written['by']) ? (written['by'] as readonly unknown[]) : [written['by']]
  const by = keys.flatMap((key, index) => {
    const at = Array.isArray(written['by']) ? inside(spot, 'by', index) : inside(spot, 'by')
    const path = checkAttributePath(key, source.type, at, { ...context, optional: new Map() })?.path
    return path ? [path] : []
  })
  const near = written['near'] === undefined ? undefined : checkNear(written['near'], source.type, inside(spot, 'near'), context)
  if (keys.length === 0 && written['near'] === undefined) context.report({ code: 'group-without-key', path: spot.path })
  const atLeast = written['atLeast'] ?? 2
  if (typeof atLeast !== 'number' || !Number.isInteger(atLeast) || atLeast < 1) context.report({ code: 'wrong-setting', path: [...spot.path, 'atLeast'], args: { wanted: 'settings:integer', found: JSON.stringify(atLeast) } })
  return { range: { form: 'group', source: source.node, by, atLeast: typeof atLeast === 'number' ? atLeast : 2, as: name, ...(near && { near }) }, visible }
}

function checkNear(written: unknown, type: Type, spot: Spot, context: Context): (RangeNode & { readonly form: 'group' })['near'] {
  if (!isMap(written)) {
    context.report({ code: 'no-near', path: spot.path })
    return undefined
  }
  for (const key of Object.keys(written)) if (!['by', 'distance', 'longerThan'].includes(key)) unknown(context.report, 'unknown-key', key, ['by', 'distance', 'longerThan'], { path: [...spot.path, key], at: 'key' })
  const by = checkAttributePath(written['by'], type, inside(spot, 'by'), context)
  if (by && !fits(by.type, 'text')) context.report({ code: 'wrong-argument', path: [...spot.path, 'by'], args: { wanted: 'types:text', found: `types:${typeName(by.type)}` } })
  const number = (key: string): Node | undefined => (Object.hasOwn(written, key) ? checkNumber(written[key], inside(spot, key), context) : undefined)
  const longerThan = number('longerThan')
  if (!Object.hasOwn(written, 'distance')) context.report({ code: 'missing-key', path: spot.path, args: { name: 'distance' } })
  return by && { by: by.path, distance: number('distance') ?? FAULTY, ...(longerThan && { longerThan }) }
}

function checkNumber(written: unknown, spot: Spot, context: Context): Node {
  const node = checkExpression(written, spot, context)
  const settled = node.node === 'literal' ? (literalAs(node, 'quantity') ?? node) : node
  if (!fits(settled.type, 'quantity')) context.report({ code: 'wrong-argument', path: spot.path, args: { wanted: 'types:quantity', found: `types:${typeName(settled.type)}` } })
  return settled
}
