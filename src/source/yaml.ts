import { LineCounter, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml'
import type { Document, Node, Pair } from 'yaml'
import type { TextPlace } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'
import { duplicateMessage, yamlMessage } from './yaml-messages.ts'

/** Keys and element numbers from the root; numbers may be written as texts. */
export type YamlPath = readonly (string | number)[]

export interface ParsedYaml {
  readonly ok: true
  readonly value: unknown
  /** Place of the value at `path`; where there is none, of its nearest ancestor's key, marked approximate. */
  locate(path: YamlPath): TextPlace | undefined
  /** Place of the key at `path`. */
  locateKey(path: YamlPath): TextPlace | undefined
}

/**
 * Parses one YAML 1.2 document with places. Syntax faults, duplicate keys and several documents in one text are problems
 * with line and column; so are nesting and aliases without end. An empty text is null.
 */
export function parseYaml(text: string): ParsedYaml | { readonly ok: false; readonly problems: readonly Problem[] } {
  const lines = new LineCounter()
  const place = (from: number, to: number): TextPlace => {
    const start = lines.linePos(Math.min(from, text.length))
    const end = lines.linePos(Math.min(Math.max(from, to), text.length))
    return { kind: 'text', line: Math.max(1, start.line), column: Math.max(1, start.col), endLine: Math.max(1, end.line), endColumn: Math.max(1, end.col) }
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false })
    const faults = [...document.errors, ...document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED')]
    const problems = faults.map((fault): Problem => ({ code: 'yaml-syntax', message: yamlMessage(fault.code, fault.message), place: place(fault.pos[0], fault.pos[1]) }))
    problems.push(...keyFaults(document, place), ...undefinedAliases(document, place))
    if (problems.length > 0) return { ok: false, problems }
    const locator = yamlLocator(document, place)
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) as unknown, ...locator }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problems: [{ code: 'yaml-nesting', message: { zh: '层次太深，无法读取', en: 'too deeply nested to be read' }, place: place(0, 0) }] }
    if (error instanceof ReferenceError) return { ok: false, problems: [{ code: 'yaml-alias', message: { zh: '别名（*）引用过多，无法读取', en: 'too many aliases (*) to be read' }, place: place(0, 0) }] }
    throw error
  }
}

/** Keys that are no text, and keys given twice. The parser's own check compares every key with every other; this one stays linear. */
function keyFaults(document: Document, place: (from: number, to: number) => TextPlace): readonly Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Map(_, map) {
      const first = new Map<string, number>()
      for (const { key } of map.items) {
        if (isCollection(key)) problems.push({ code: 'yaml-syntax', message: yamlMessage('NON_STRING_KEY', 'a key must be text'), place: place(key.range?.[0] ?? 0, key.range?.[1] ?? 0) })
        if (!isScalar(key) || !key.range) continue
        const name = String(key.value)
        const before = first.get(name)
        if (before === undefined) first.set(name, key.range[0])
        else problems.push({ code: 'duplicate-key', message: duplicateMessage(name, place(before, before).line), place: place(key.range[0], key.range[1]) })
      }
    },
  })
  return problems
}

function undefinedAliases(document: Document, place: (from: number, to: number) => TextPlace): readonly Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Alias(_, alias) {
      if (alias.range && !alias.resolve(document)) problems.push({ code: 'yaml-syntax', message: yamlMessage('UNDEFINED_ALIAS', `undefined alias *${alias.source}`), place: place(alias.range[0], alias.range[1]) })
    },
  })
  return problems
}

function yamlLocator(document: Document, place: (from: number, to: number) => TextPlace): Pick<ParsedYaml, 'locate' | 'locateKey'> {
  const ofNode = (node: unknown): TextPlace | undefined => {
    const range = (node as Partial<Node> | null)?.range
    return range ? place(range[0], range[1]) : undefined
  }
  const find = (path: YamlPath): { readonly key?: unknown; readonly value?: unknown; readonly depth: number } => {
    let found: { key?: unknown; value?: unknown; depth: number } = { value: document.contents, depth: 0 }
    for (const step of path) {
      const pair = member(found.value, step)
      if (!pair) break
      found = { ...pair, depth: found.depth + 1 }
    }
    return found
  }
  const near = (found: { readonly key?: unknown; readonly value?: unknown }): TextPlace | undefined => {
    const first = isCollection(found.value) ? firstNode(found.value.items[0]) : undefined
    const known = ofNode(found.key) ?? ofNode(first) ?? ofNode(found.value)
    return known && { ...known, approximate: true }
  }
  return {
    locate: (path) => {
      const found = find(path)
      return found.depth === path.length ? (ofNode(found.value) ?? ofNode(found.key)) : near(found)
    },
    locateKey: (path) => {
      const found = find(path)
      return found.depth === path.length ? (ofNode(found.key) ?? ofNode(found.value)) : near(found)
    },
  }
}

function member(value: unknown, step: string | number): { readonly key?: unknown; readonly value: unknown } | undefined {
  if (isSeq(value)) {
    const items: readonly unknown[] = value.items
    return Number(step) in items ? { value: items[Number(step)] } : undefined
  }
  if (!isMap(value)) return undefined
  const pair = value.items.find((item: Pair) => String(isScalar(item.key) ? item.key.value : item.key) === String(step))
  return pair && { key: pair.key, value: pair.value }
}

function firstNode(item: unknown): unknown {
  return isPair(item) ? item.key : item
}
