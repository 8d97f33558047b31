import type { Recognition } from './core/finding.ts'
import type { Language } from './core/text.ts'
import type { Vocabulary } from './vocabulary/types.ts'

/** What the roles, concepts and patterns of a vocabulary are called in `language`; nothing in Chinese, where the names say it. */
export function namesIn(language: Language, { tables, concepts, patterns }: Vocabulary): ReadonlyMap<string, string> {
  if (language === 'zh') return new Map()
  return new Map([...patterns, ...concepts, ...tables].map(([id, { en }]) => [id, en]))
}

/** What was recognised, with the roles of tables in the language of `names`. */
export function recognitionIn(names: ReadonlyMap<string, string>, recognition: Recognition): Recognition {
  if (names.size === 0) return recognition
  return {
    ...recognition,
    tables: recognition.tables.map((table) => {
      const name = names.get(table.role)
      return name === undefined ? table : { ...table, name }
    }),
  }
}
