import type { CompiledRule, Language } from '../../index.ts'

type Options = NonNullable<CompiledRule['definition']['options']>

/** The JSON schema of a rule's options as ESLint checks them: the rule's own, and `unsure`. */
export function optionSchema(options: Options, language: Language): object {
  const own = Object.entries(options).map(([name, { type, default: standard, title }]) => [name, { ...valueSchema(type, standard), description: title[language], default: standard }] as const)
  return { type: 'object', additionalProperties: false, properties: { ...Object.fromEntries(own), unsure: { type: 'boolean' } } }
}

function valueSchema(type: string, standard: string | number | boolean): object {
  switch (type) {
    case 'boolean': case 'integer': case 'number': return { type }
    case 'percent': return { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*[%％]$' }
    case 'text': return { type: 'string' }
    default: return { type: typeof standard }
  }
}
