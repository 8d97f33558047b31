import { expect } from 'vitest'
import { parse } from 'yaml'
import { parseQuantity } from '../../src/facts/amounts/index.ts'
import type { Item, Model } from '../../src/facts/item.ts'
import type { Kind } from '../../src/facts/kinds.ts'
import { makeItem } from '../../src/facts/make-item.ts'
import type { Outcome, Value } from '../../src/facts/value.ts'
import { bindLets, compileRules, rootEnvironment } from '../../src/ruleset/index.ts'
import type { CompileOptions, CompiledRuleSet } from '../../src/ruleset/index.ts'
import { checkExpression } from '../../src/ruleset/check/expression.ts'
import type { Fault } from '../../src/ruleset/check/faults.ts'
import { namesOf } from '../../src/ruleset/check/names.ts'
import { compileNode } from '../../src/ruleset/compile/expression.ts'
import type { Environment } from '../../src/ruleset/compiled.ts'
import { referenceCompiler } from '../../src/ruleset/logic/reference.ts'
import type { Type } from '../../src/ruleset/types.ts'
import { isFailure, isPass } from '../../src/ruleset/verdicts.ts'
import type { Vocabulary } from '../../src/vocabulary/types.ts'

const table = (columns: readonly string[]): Vocabulary['tables'] extends ReadonlyMap<string, infer T> ? T : never => ({ id: '', en: '', titles: [], columns: Object.fromEntries(columns.map((column) => [column, {}])) })

/** A small vocabulary: what rules of these tests may name. */
export const VOCABULARY: Vocabulary = {
  tables: new Map([['支出总表', table(['科目编码', '科目名称', '合计', '基本支出'])], ['项目支出表', table(['项目名称', '合计'])]]),
  forms: new Map(), sections: new Map(), documents: new Map(), units: new Map(), claims: new Map(),
  scopes: new Map([['fund', { id: 'fund', closed: true, values: {} }]]),
  concepts: new Map([['编制人数', { id: '编制人数', en: 'approved posts', family: '人数' }]]),
  patterns: new Map([
    ['手机号码', { id: '手机号码', en: 'mobile number', text: '手机1[3-9][0-9]{9}' }],
    ['文号', { id: '文号', en: 'document number', text: '{no:docnum}' }],
    ['序号括号', { id: '序号括号', en: 'list number', text: '[0-9][)]' }],
  ]),
  lists: new Map([['增减词', { 增: ['增加', '增长'], 减: ['减少', '下降'] }], ['比率类指标名', { '': ['覆盖率', '完成率'] }]]),
  dictionaries: new Map([['科目', { id: '科目', complete: false, entries: { 2026: { 208: '社会保障支出' }, 甲: '乙' } }]]),
  ranges: new Map([['项目', { each: 'project', as: '项目' }]]),
}

let places = 0

export function text(value: string): Value {
  return { type: 'text', text: value, ref: { pointer: `/t/${places++}` } }
}

/** A printed figure: `12.30万元`. */
export function figure(printed: string): Value {
  const quantity = parseQuantity(printed)
  if (!quantity) throw new Error(`no quantity: ${printed}`)
  return { type: 'quantity', quantity, printed, ref: { pointer: `/q/${places++}` } }
}

export function list(...values: Value[]): Value {
  return { type: 'list', values }
}

export function item(kind: Kind, name: string, attributes: Readonly<Record<string, Value>> = {}): Item {
  return makeItem({ kind, ref: { pointer: `/${kind}/${places++}` }, text: name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, () => value])) })
}

export const thing = (of: Item): Value => ({ type: 'item', item: of })

export const BLANK: Value = { type: 'absent', reason: 'blank', near: { pointer: '/blank', nearest: true } }
export const MISSING: Value = { type: 'absent', reason: 'missing-row', near: { pointer: '/near', nearest: true } }

export function modelOf(items: readonly Item[], cells: Readonly<Record<string, Value>> = {}, related: Model['related'] = {}): Model {
  return {
    disclosure: { tables: items.filter(({ kind }) => kind === 'table').map((table) => { const role = table.get('role'); return { role: role.type === 'text' ? role.text : '' } }) } as unknown as Model['disclosure'],
    document: item('document', '', { fiscalYear: figure('2026') }),
    items: (kind) => items.filter((one) => one.kind === kind),
    matches: (pattern) => items.filter((one) => { const value = one.get('pattern'); return one.kind === 'match' && value.type === 'text' && value.text === pattern }),
    cell: (...address) => cells[address.join('/')] ?? { type: 'absent', reason: 'missing-row' },
    related,
  }
}

const ANY_TYPE: Type = { is: 'any' }

export interface Run {
  readonly bind?: Readonly<Record<string, Value>>
  readonly types?: Readonly<Record<string, Type>>
  readonly blank?: Environment['blank']
  readonly model?: Model
}

/** Evaluates an expression written as in YAML, by closures and by json-logic-js; both must agree. */
export function evaluate(written: unknown, run: Run = {}): Value {
  const faults: Fault[] = []
  const visible = new Map<string, Type>([['doc', { is: 'item', kind: 'document' }], ...Object.keys(run.bind ?? {}).map((name) => [name, run.types?.[name] ?? ANY_TYPE] as const)])
  const context = { vocabulary: VOCABULARY, names: namesOf(VOCABULARY), report: (fault: Fault) => faults.push(fault), used: new Set<string>(), guarded: new Set<string>(), optional: new Map() }
  const node = checkExpression(written, { path: [], visible, depth: 0 }, context)
  expect(faults.filter((fault) => !fault.warning)).toEqual([])
  const environment = Object.entries(run.bind ?? {}).reduce<Environment>((outer, [name, value]) => outer.bind(name, value), rootEnvironment(run.model ?? modelOf([]), run.blank ?? 'skip'))
  const value = compileNode(node)(environment)
  expect(referenceCompiler(VOCABULARY)(node)(environment)).toEqual(value)
  if (value.type === 'verdict') expect(truthOf(compileNode.condition?.(node)(environment))).toEqual(truthOf(value))
  return value
}

/** What counts where a verdict is a condition: that it holds, that it fails, or why it is unknown. */
function truthOf(value: Value | undefined): string | undefined {
  if (value?.type !== 'verdict') return value?.type
  return isPass(value) ? 'holds' : isFailure(value) ? 'fails' : (value.reason ?? value.verdict)
}

export function verdictOf(written: unknown, run: Run = {}): Outcome {
  const value = evaluate(written, run)
  if (value.type !== 'verdict') throw new Error(`no verdict: ${value.type}`)
  return value
}

/** A rule file around the given parts. */
export function ruleText(parts: string): string {
  const given = parse(parts) as Record<string, unknown>
  const heads = { id: 'group/thing', severity: 'error', category: '表文一致', title: '题', assert: '{equal: [1, 1]}' }
  return Object.entries(heads).filter(([key]) => !(key in given)).map(([key, value]) => `${key}: ${value}\n`).join('') + parts
}

export function compile(parts: string, options: CompileOptions = {}, path = 'group/thing.yaml'): CompiledRuleSet {
  const source = ruleText(parts)
  return compileRules([{ path, content: parse(source), text: source }], VOCABULARY, options)
}

export { bindLets }
