import type { Ref } from '../../src/core/ref.ts'
import type { Reading } from '../../src/core/verdict.ts'
import type { Disclosure } from '../../src/disclosure/model.ts'
import { parseQuantity } from '../../src/facts/amounts/index.ts'
import type { Item, Model } from '../../src/facts/item.ts'
import type { Kind } from '../../src/facts/kinds.ts'
import { makeItem } from '../../src/facts/make-item.ts'
import type { QuantityValue, Value } from '../../src/facts/value.ts'
import type { CompiledCase, CompiledRule, CompiledSource } from '../../src/ruleset/compiled.ts'
import type { CompiledMessage } from '../../src/ruleset/message.ts'
import type { RuleDefinition } from '../../src/ruleset/definition.ts'
import { engineWording, runRules } from '../../src/engine/index.ts'
import type { EngineOptions } from '../../src/engine/index.ts'
import { builtin } from 'virtual:disclint-builtin'

export function text(value: string, ref?: Ref): Value {
  return { type: 'text', text: value, ...(ref && { ref }) }
}

/** A printed figure at a pointer. */
export function figure(printed: string, pointer: string, unit = '', reading?: Reading): QuantityValue {
  const quantity = parseQuantity(printed, unit === '' ? {} : { unit })
  if (!quantity) throw new Error(`no quantity: ${printed}`)
  return { type: 'quantity', quantity, printed, ref: { pointer }, ...(reading && { reading }) }
}

interface Parts {
  readonly reading?: Reading
  readonly readings?: readonly Item[]
  readonly text?: string
  readonly from?: number
  readonly to?: number
}

/** An item with ready attributes. */
export function item(kind: Kind, pointer: string, attributes: Readonly<Record<string, Value>>, parts: Parts = {}): Item {
  const { from, to } = parts
  return makeItem({
    kind,
    ref: { pointer, ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    text: parts.text ?? pointer,
    reading: parts.reading,
    readings: parts.readings,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, () => value])),
  })
}

export const DISCLOSURE: Disclosure = { kind: 'budget', fiscalYear: 2026, entity: { name: '示例单位', level: 'unit' }, extent: 'whole', tables: [], sections: [], projects: [] }

interface Contents {
  readonly items?: Partial<Record<Kind, readonly Item[]>>
  readonly matches?: Readonly<Record<string, readonly Item[]>>
  readonly disclosure?: Partial<Disclosure>
  readonly related?: Model['related']
}

export function model({ items = {}, matches = {}, disclosure = {}, related = {} }: Contents = {}): Model {
  return {
    disclosure: { ...DISCLOSURE, ...disclosure },
    document: item('document', '', { fiscalYear: figure('2026', '/fiscalYear') }),
    items: (kind) => items[kind] ?? [],
    matches: (pattern) => matches[pattern] ?? [],
    cell: () => ({ type: 'absent', reason: 'missing-table' }),
    related,
  }
}

export function source(kind: Kind, more: Partial<CompiledSource> = {}): CompiledSource {
  return { kind, except: [], conditions: [], ...more }
}

/** A message out of parts: strings, and placeholders as `['处']` or `['处', 'concept']`. */
export function message(...parts: readonly (string | readonly string[])[]): CompiledMessage {
  const compiled = parts.map((part) => (typeof part === 'string' ? part : { path: part.filter((name) => !name.startsWith('|')), ...(part.at(-1)?.startsWith('|') === true && { filter: part.at(-1)?.slice(1) as 'count' | 'label' }) }))
  return { source: { zh: '', en: '' }, zh: compiled, en: compiled }
}

type Listed = 'lets' | 'diagnose' | 'also' | 'logic' | 'needs'
type CasePart = Omit<CompiledCase, Listed> & Partial<Pick<CompiledCase, Listed>>

interface RuleParts {
  readonly cases: readonly CasePart[]
  readonly definition?: Partial<RuleDefinition>
  readonly needs?: readonly string[]
}

export function rule(id: string, { cases, definition = {}, needs = [] }: RuleParts): CompiledRule {
  const words = { zh: '标题', en: 'title' }
  return {
    definition: { id, severity: 'error', category: '表文一致', title: words, why: words, howToFix: words, source: [], assert: true, examples: [], ...definition },
    needs,
    kinds: [],
    cases: cases.map((entry) => ({ ...entry, lets: entry.lets ?? [], diagnose: entry.diagnose ?? [], also: entry.also ?? [], logic: entry.logic ?? (() => true), needs: entry.needs ?? needs })),
  }
}

export const wording = engineWording(builtin)

export function options(more: Partial<EngineOptions> = {}): EngineOptions {
  return { language: 'zh', wording, describe: { label: ({ pointer }) => `标签${pointer}`, address: ({ pointer }) => `地址${pointer}` }, ...more }
}

export function run(rules: readonly CompiledRule[] | CompiledRule, of: Model, more: Partial<EngineOptions> = {}): ReturnType<typeof runRules> {
  return runRules('cases' in rules ? [rules] : rules, of, options(more))
}
