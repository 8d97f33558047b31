import config from '../../../../schemas/config.schema.json' with { type: 'json' }
import rule from '../../../../schemas/rule.schema.json' with { type: 'json' }
import suppressions from '../../../../schemas/suppressions.schema.json' with { type: 'json' }
import vocabulary from '../../../../schemas/vocabulary.schema.json' with { type: 'json' }
import type { SchemaNode } from './schema-node.ts'

export type YamlKind = 'config' | 'rule' | 'suppressions' | 'vocabulary'

export const SCHEMAS = { config, rule, suppressions, vocabulary } as unknown as Readonly<Record<YamlKind, SchemaNode>>

/** What a YAML file is for, by its name or place, or because it says the id of a rule; undefined for YAML that is none of our business. */
export function yamlKind(path: string, text: string): YamlKind | undefined {
  if (/(^|\/)disclint\.config\.ya?ml$/.test(path)) return 'config'
  if (/(^|\/)disclint-suppressions\.ya?ml$/.test(path)) return 'suppressions'
  if (/\/vocabulary\/[^/]+\.ya?ml$/.test(path)) return 'vocabulary'
  const saysRule = /^id:\s*[a-z0-9-]+\/[a-z0-9-]+\s*$/m.test(text)
  // Folders called rules are common: there, only a file that could become a rule.
  return saysRule || (/\/rules\/[^/]+\/[^/]+\.ya?ml$/.test(path) && /^\s*(i|id|id:.*)?\s*$/.test(text)) ? 'rule' : undefined
}
