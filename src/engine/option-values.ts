import { parseQuantity } from '../facts/amounts/index.ts'
import type { Value } from '../facts/value.ts'
import type { RuleDefinition } from '../ruleset/definition.ts'

/** `$options` of a rule: its defaults, overlaid with what the configuration sets. */
export function optionValues(definition: RuleDefinition, set: Readonly<Record<string, string | number | boolean>> = {}): Record<string, Value> {
  const options = Object.entries(definition.options ?? {})
  return Object.fromEntries(options.map(([name, { type, default: otherwise }]) => [name, valueOf(Object.hasOwn(set, name) ? (set[name] ?? otherwise) : otherwise, type)]))
}

function valueOf(setting: string | number | boolean, type: string): Value {
  if (typeof setting === 'boolean') return { type: 'boolean', value: setting }
  if (type === 'text') return { type: 'text', text: String(setting) }
  const quantity = parseQuantity(typeof setting === 'number' ? String(setting) : setting)
  return quantity ? { type: 'quantity', quantity, printed: String(setting) } : { type: 'text', text: String(setting) }
}
