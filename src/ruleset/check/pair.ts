import type { RangeNode } from '../node.ts'
import type { Round } from '../shape.ts'
import { comparable, fits, typeName } from '../types.ts'
import type { Type } from '../types.ts'
import { bindName } from './binding.ts'
import type { Context, Spot, Visible } from './context.ts'
import { inside } from './context.ts'
import { checkPath, isMap } from './expression.ts'
import { unknown } from './faults.ts'
import { checkSource } from './source.ts'

/** How alike two names must be for `near` when a round does not say. */
const NEAR_AT_LEAST = 0.6

const ONCE: RangeNode = { form: 'once' }

/** `{pair: {a: source, b: source}, match: [round…]}`. */
export function checkPair(written: Readonly<Record<string, unknown>>, spot: Spot, context: Context): { readonly range: RangeNode; readonly visible: Visible } {
  const sides = isMap(written['pair']) ? Object.entries(written['pair']) : []
  if (sides.length !== 2) context.report({ code: 'no-pair', path: [...spot.path, 'pair'] })
  let visible = spot.visible
  const named = sides.slice(0, 2).map(([name, source]) => {
    const at = inside(spot, 'pair', name)
    const checked = checkSource(source, at, context)
    visible = bindName(name, checked?.type ?? { is: 'any' }, { ...at, visible }, context).visible
    return checked && { name, source: checked.node, type: checked.type }
  })
  const [a, b] = named
  if (!a || !b) return { range: ONCE, visible }
  const written_ = written['match']
  if (!Array.isArray(written_) || written_.length === 0) {
    context.report({ code: 'no-rounds', path: [...spot.path, 'match'] })
    return { range: ONCE, visible }
  }
  const rounds = written_.map((round: unknown, index) => checkRound(round, { a, b }, inside({ ...spot, visible }, 'match', index), context))
  return { range: { form: 'pair', a: { name: a.name, source: a.source }, b: { name: b.name, source: b.source }, rounds }, visible }
}

interface Sides {
  readonly a: { readonly name: string; readonly type: Type }
  readonly b: { readonly name: string; readonly type: Type }
}

function checkRound(written: unknown, sides: Sides, spot: Spot, context: Context): Round {
  if (!isMap(written) || (written['same'] === undefined && written['near'] === undefined)) {
    context.report({ code: 'no-round', path: spot.path })
    return { same: [] }
  }
  for (const key of Object.keys(written)) if (!['same', 'near', 'atLeast'].includes(key)) unknown(context.report, 'unknown-key', key, ['same', 'near', 'atLeast'], { path: [...spot.path, key], at: 'key' })
  const couples = Array.isArray(written['same']) ? (written['same'] as readonly unknown[]) : []
  const same = couples.flatMap((couple, index) => checkCouple(couple, sides, inside(spot, 'same', index), context) ?? [])
  const near = written['near'] === undefined ? undefined : checkCouple(written['near'], sides, inside(spot, 'near'), context, 'text')
  const atLeast = written['atLeast'] ?? NEAR_AT_LEAST
  if (typeof atLeast !== 'number' || atLeast <= 0 || atLeast > 1) context.report({ code: 'wrong-setting', path: [...spot.path, 'atLeast'], args: { wanted: 'settings:share', found: JSON.stringify(atLeast) } })
  return { same, ...(near && { near: { ...near, atLeast: Number(atLeast) } }) }
}

/** `[$a.path, $b.path]`, in either order. */
function checkCouple(written: unknown, { a, b }: Sides, spot: Spot, context: Context, wanted?: 'text'): Round['same'][number] | undefined {
  const texts = Array.isArray(written) && written.length === 2 && written.every((one) => typeof one === 'string') ? (written as readonly string[]) : []
  const read = (side: Sides['a']): { readonly path: readonly string[]; readonly type: Type } | undefined => {
    const text = texts.find((one) => one === `$${side.name}` || one.startsWith(`$${side.name}.`))
    if (text === undefined) return undefined
    context.used.add(side.name)
    const path = text.split('.').slice(1)
    const type = checkPath(side.type, path, spot, { ...context, optional: new Map() }, side.name)
    return type && { path, type }
  }
  if (texts.length !== 2 || ![a, b].every((side) => texts.some((one) => one === `$${side.name}` || one.startsWith(`$${side.name}.`)))) {
    context.report({ code: 'no-couple', path: spot.path, args: { a: `$${a.name}`, b: `$${b.name}` } })
    return undefined
  }
  const [left, right] = [read(a), read(b)]
  if (!left || !right) return undefined
  const misfit = wanted ? [left, right].find((side) => !fits(side.type, wanted)) : undefined
  if (misfit || !comparable(left.type, right.type)) context.report({ code: 'not-comparable', path: spot.path, args: { a: `types:${typeName(left.type)}`, b: `types:${typeName(right.type)}` } })
  return { a: left.path, b: right.path }
}
