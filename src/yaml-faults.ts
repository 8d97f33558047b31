import { builtin } from 'virtual:disclint-builtin'
import type { Config } from './config/index.ts'
import type { Problem } from './core/problem.ts'
import { compileRules, patternFaults, type RuleFile } from './ruleset/index.ts'
import { parseYaml, type ParsedYaml } from './source/yaml.ts'
import { GROUPS } from './vocabulary/groups.ts'
import { loadVocabulary, type VocabularyFile } from './vocabulary/load.ts'

/** A rule or vocabulary file as its author is writing it. */
export interface DraftFile {
  readonly path: string
  readonly text: string
  /** It is one of the two, even where its YAML cannot be read. */
  readonly certain?: boolean
}

/**
 * What is wrong with a rule or vocabulary file, together with the built-in files and those of a configuration; undefined where the text is
 * neither. A file that is there already, under its path or with its id, is replaced by the draft.
 */
export function yamlFaults(draft: DraftFile, config?: Pick<Config, 'ruleFiles' | 'vocabulary'>): readonly Problem[] | undefined {
  const yaml = parseYaml(draft.text)
  const { ruleFiles = [], vocabulary: vocabularyFiles = [] } = config ?? {}
  const isDraft = ({ path }: { readonly path: string }): boolean => path === draft.path
  const listed = ruleFiles.some(isDraft) ? 'rule' : vocabularyFiles.some(isDraft) ? 'vocabulary' : undefined
  if (!yaml.ok) return draft.certain === true || listed ? yaml.problems : undefined
  const files: readonly RuleFile[] = builtin
  const inVocabulary = ({ path }: { readonly path: string }): boolean => path.startsWith('vocabulary/')
  // What a configuration names is what it is named as, whatever its keys; what only its place speaks for has to hold something of a vocabulary.
  const kind = kindOf(yaml.value) ?? listed ?? (draft.certain === true && groupsIn(yaml.value).length > 0 ? 'vocabulary' : undefined)
  if (kind === 'rule') {
    const { vocabulary } = loadVocabulary([...files.filter(inVocabulary), ...vocabularyFiles])
    const id = idOf(yaml.value)
    const others = [...files.filter(({ path }) => !inVocabulary({ path }) && !path.startsWith('wording/')), ...ruleFiles].filter(({ content, path }) => path !== draft.path && idOf(content) !== id)
    const known = others.flatMap(({ content }) => idOf(content) ?? [])
    return compileRules([{ path: draft.path, content: undefined, text: draft.text }], vocabulary, { alsoKnown: known }).faults
  }
  if (kind === 'vocabulary') {
    const own: VocabularyFile = { path: draft.path, content: yaml.value, locate: (yaml as ParsedYaml).locate }
    const others = [...files.filter(inVocabulary).filter(({ path }) => !draft.path.endsWith(`/${path}`)), ...vocabularyFiles.filter(({ path }) => path !== draft.path)]
    return loadVocabulary([...others, own], patternFaults).faults.filter(({ file }) => file === draft.path)
  }
  return undefined
}

function kindOf(value: unknown): 'rule' | 'vocabulary' | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if (idOf(value) !== undefined && ('assert' in value || 'title' in value || 'examples' in value)) return 'rule'
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => isGroup(key) || key === 'region' || key === '$schema') ? 'vocabulary' : undefined
}

const isGroup = (key: string): boolean => (GROUPS as readonly string[]).includes(key)
const groupsIn = (value: unknown): readonly string[] => (typeof value === 'object' && value !== null ? Object.keys(value).filter(isGroup) : [])

function idOf(content: unknown): string | undefined {
  const id = typeof content === 'object' && content !== null && 'id' in content ? content.id : undefined
  return typeof id === 'string' && id.includes('/') ? id : undefined
}
