import { KINDS } from '../../facts/kinds.ts'
import type { Kind } from '../../facts/kinds.ts'
import type { SourceNode } from '../node.ts'
import type { Type } from '../types.ts'
import { slotTypes } from './attributes.ts'
import { checkConditions } from './conditions.ts'
import type { Context, Spot } from './context.ts'
import { isMap } from './expression.ts'
import { unknown } from './faults.ts'
import { checkPatternName } from './settings.ts'

const DOCUMENTS = ['previous', 'budget', 'final', 'units'] as const

export interface CheckedSource {
  readonly node: SourceNode
  /** What one item of it is. */
  readonly type: Type & { readonly is: 'item' }
}

function kindOf(written: unknown, key: string, spot: Spot, context: Context): Kind | undefined {
  if (typeof written === 'string' && Object.hasOwn(KINDS, written)) return written as Kind
  unknown(context.report, 'unknown-kind', String(written), Object.keys(KINDS), { path: [...spot.path, key] })
  return undefined
}

/** `{each: kind, where?, except?, from?}`; of a group the kind stands under `group`. Other keys of ranges are passed over. */
export function checkSource(written: unknown, spot: Spot, context: Context, key: 'each' | 'group' = 'each'): CheckedSource | undefined {
  if (!isMap(written) || !Object.hasOwn(written, key)) {
    context.report({ code: 'no-source', path: spot.path })
    return undefined
  }
  const kind = kindOf(written[key], key, spot, context)
  if (kind === undefined) return undefined
  const where = isMap(written['where']) ? written['where'] : {}
  if (written['where'] !== undefined && !isMap(written['where'])) context.report({ code: 'no-conditions', path: [...spot.path, 'where'] })
  const pattern = kind === 'match' ? patternOf(where, spot, context) : undefined
  const type: CheckedSource['type'] = { is: 'item', kind, ...(pattern !== undefined && { slots: slotTypes(pattern, context.vocabulary) }) }
  const from = DOCUMENTS.find((name) => name === written['from'])
  if (written['from'] !== undefined && from === undefined) unknown(context.report, 'wrong-choice', String(written['from']), DOCUMENTS, { path: [...spot.path, 'from'] })
  const conditions = checkConditions(where, type, { ...spot, path: [...spot.path, 'where'] }, context)
  const table = tableOf(where, kind)
  return {
    type,
    node: { kind, except: exceptOf(written['except'], kind, spot, context), conditions, ...(pattern !== undefined && { pattern }), ...(from && { from }), ...(table !== undefined && { table }) },
  }
}

function patternOf(where: Readonly<Record<string, unknown>>, spot: Spot, context: Context): string | undefined {
  const path = [...spot.path, 'where', 'pattern']
  if (where['pattern'] !== undefined) return checkPatternName(where['pattern'], path, context)
  context.report({ code: 'match-without-pattern', path: spot.path })
  return undefined
}

function exceptOf(written: unknown, kind: Kind, spot: Spot, context: Context): readonly string[] {
  if (written === undefined) return []
  const path = [...spot.path, 'except']
  if (kind !== 'match') context.report({ code: 'except-without-match', path, at: 'key' })
  if (Array.isArray(written)) return written.flatMap((name: unknown, index) => checkPatternName(name, [...path, index], context) ?? [])
  context.report({ code: 'wrong-setting', path, args: { wanted: 'settings:patterns', found: JSON.stringify(written) } })
  return []
}

function tableOf(where: Readonly<Record<string, unknown>>, kind: Kind): string | undefined {
  const written = kind === 'table' ? where['role'] : where['table']
  return typeof written === 'string' && !written.startsWith('$') ? written : undefined
}
