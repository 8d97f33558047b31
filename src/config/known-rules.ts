import type { KnownRule, OptionValue } from './types.ts'

/** What rule files declare: ids, tiers, options. Files of vocabulary and wording, and what is no rule, are passed over. */
export function knownRules(files: readonly { readonly path: string; readonly content: unknown }[]): readonly KnownRule[] {
  return files.flatMap(({ path, content }) => {
    if (/(^|\/)(vocabulary|wording)\//.test(path) || !isRecord(content) || typeof content['id'] !== 'string') return []
    const { id, tier, options } = content
    return [{ id, ...(tier === 'all' && { tier }), ...(isRecord(options) && { options: declared(options) }) }]
  })
}

function declared(options: Readonly<Record<string, unknown>>): NonNullable<KnownRule['options']> {
  return Object.fromEntries(Object.entries(options).flatMap(([name, option]) => (isRecord(option) && typeof option['type'] === 'string' ? [[name, { type: option['type'], default: option['default'] as OptionValue }]] : [])))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
