import type { Bilingual } from '../../core/text.ts'
import type { CompiledMessage, MessagePart } from '../message.ts'
import { ANY, listOf, TEXT } from '../types.ts'
import type { Type } from '../types.ts'
import type { Context, Spot, Visible } from './context.ts'
import { checkPath } from './expression.ts'
import { unknown } from './faults.ts'

/** What a message can say of the deciding comparison, besides the names of the rule. */
const COMPARISON_NAMES: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['actual', ANY], ['expected', ANY], ['difference', ANY], ['odd', listOf(ANY)], ['majority', listOf(ANY)],
])

const PLACEHOLDER = /\{([^{}]*)\}/g

/** The parts of a template: literal texts and placeholders. Braces that hold no placeholder are reported. */
export function parseTemplate(text: string, spot: Spot, context: Context): readonly MessagePart[] {
  const parts: MessagePart[] = []
  let end = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push(text.slice(end, match.index))
    end = match.index + match[0].length
    const part = placeholder(match[1] ?? '', spot, context)
    if (part) parts.push(part)
  }
  if (end < text.length) parts.push(text.slice(end))
  if (parts.some((part) => typeof part === 'string' && /[{}]/.test(part))) context.report({ code: 'wrong-placeholder', path: spot.path, args: { name: text } })
  return parts
}

function placeholder(written: string, spot: Spot, context: Context): MessagePart | undefined {
  const [path = '', filter, ...more] = written.split('|')
  const [name = '', ...rest] = path.split('.')
  if (more.length > 0 || (filter !== undefined && filter !== 'count' && filter !== 'label')) {
    unknown(context.report, 'unknown-filter', filter ?? '', ['count', 'label'], { path: spot.path })
    return undefined
  }
  const type = spot.visible.get(name)
  if (type === undefined) {
    unknown(context.report, 'unknown-placeholder', name, spot.visible.keys(), { path: spot.path })
    return undefined
  }
  context.used.add(name === 'options' ? `options.${rest[0] ?? ''}` : name)
  if (rest.length > 0 && checkPath(type, rest, spot, { ...context, optional: new Map() }, name) === undefined) return undefined
  return { path: [name, ...rest], ...(filter !== undefined && { filter }) }
}

/** What a message can see: the names of the rule and those of the comparison. */
export function withComparison(visible: Visible): Visible {
  return new Map([...visible, ...COMPARISON_NAMES])
}

/** A message in both languages; a plain text stands for both. The spot must see the comparison too. */
export function checkMessage(written: Bilingual | string | undefined, spot: Spot, context: Context): CompiledMessage | undefined {
  if (written === undefined) return undefined
  const source = typeof written === 'string' ? { zh: written, en: written } : written
  if (source.zh === source.en) {
    const parts = parseTemplate(source.zh, spot, context)
    return { source, zh: parts, en: parts }
  }
  const parts = (language: 'zh' | 'en'): readonly MessagePart[] => parseTemplate(source[language], { ...spot, path: [...spot.path, language] }, context)
  return { source, zh: parts('zh'), en: parts('en') }
}

/** A suggestion's replacement: `{it.x}` is the text that is replaced. */
export function checkReplacement(written: string, of: Type, spot: Spot, context: Context): readonly MessagePart[] {
  const it = of.is === 'list' ? of.of : of
  return parseTemplate(written, { ...spot, visible: new Map([...spot.visible, ['it', it.is === 'nothing' ? TEXT : it]]) }, context)
}
