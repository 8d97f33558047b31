import type { Language } from '../../index.ts'

/** What a client can set: as `initializationOptions`, or as the section `disclint` of its configuration. */
export interface ServerSettings {
  readonly language: Language
  /** Globs of the texts that are disclosures, from the workspace folder. Without any, no text file is linted. */
  readonly textFiles: readonly string[]
  /** Completion and hover in YAML by our schemas; off where the editor does that by them itself. */
  readonly yamlHelp: boolean
  /** The user trusts the workspace: plugins of its configuration may run. */
  readonly trusted: boolean
}

export const STANDARD_SETTINGS: ServerSettings = { language: 'zh', textFiles: [], yamlHelp: true, trusted: false }

/** The settings of a client, as far as they are well-formed, over `before`. */
export function settingsFrom(value: unknown, before: ServerSettings): ServerSettings {
  if (typeof value !== 'object' || value === null) return before
  const { language, textFiles, yamlHelp } = value as Record<string, unknown>
  return {
    language: language === 'zh' || language === 'en' ? language : before.language,
    textFiles: Array.isArray(textFiles) ? textFiles.filter((glob) => typeof glob === 'string') : before.textFiles,
    yamlHelp: typeof yamlHelp === 'boolean' ? yamlHelp : before.yamlHelp,
    // What a folder's own settings say of trust counts for nothing.
    trusted: before.trusted,
  }
}
