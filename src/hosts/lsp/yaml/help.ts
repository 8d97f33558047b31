import { CompletionItemKind, MarkupKind, type CompletionItem, type Hover, type Position } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Language, ReportRule } from '../../../index.ts'
import { pathAt, typingPlace, type TypingPlace } from './place.ts'
import { descriptionsAt, schemasAt, type Path, type SchemaNode } from './schema-node.ts'
import { SCHEMAS, yamlKind, type YamlKind } from './schemas.ts'

/** A YAML document, and what is known about what may stand in it. */
export interface YamlText {
  readonly path: string
  readonly text: string
  readonly rules: readonly ReportRule[]
  readonly language: Language
}

/** What can be typed at a position of a rule, vocabulary, configuration or suppressions file. */
export function completionsAt(yaml: YamlText, position: Position): readonly CompletionItem[] {
  const { path, text, rules, language } = yaml
  const kind = yamlKind(path, text)
  const document = TextDocument.create('', 'yaml', 0, text)
  const place = kind && typingPlace(text, document.offsetAt(position))
  if (!kind || !place) return []
  const range = { start: document.positionAt(place.from), end: document.positionAt(place.to) }
  const item = ({ label, newText, about, kind: of }: Offer): CompletionItem => ({ label, kind: of, textEdit: { range, newText }, ...(about !== undefined && { documentation: { kind: MarkupKind.PlainText, value: about } }) })
  return [...keys(kind, place), ...values(kind, place), ...ruleIds({ kind, place, rules, language })].map(item)
}

/** What the schema says of the key or value at a position; of a rule's id, what the rule checks. */
export function yamlHoverAt(yaml: YamlText, position: Position): Hover | undefined {
  const kind = yamlKind(yaml.path, yaml.text)
  const document = TextDocument.create('', 'yaml', 0, yaml.text)
  const at = kind && pathAt(yaml.text, document.offsetAt(position))
  if (!kind || !at) return undefined
  const word = yaml.text.slice(at.from, at.to)
  const rule = kind === 'config' || kind === 'suppressions' ? yaml.rules.find(({ id }) => id === word) : undefined
  const said = rule ? [`${rule.title[yaml.language]}\n\n${rule.why[yaml.language]}`] : descriptionsAt(SCHEMAS[kind], at.path)
  if (said.length === 0) return undefined
  return { contents: { kind: MarkupKind.PlainText, value: said.join('\n\n') }, range: { start: document.positionAt(at.from), end: document.positionAt(at.to) } }
}

interface Offer {
  readonly label: string
  readonly newText: string
  readonly kind: CompletionItemKind
  readonly about?: string | undefined
}

function keys(kind: YamlKind, { key }: TypingPlace): readonly Offer[] {
  if (!key) return []
  const root = SCHEMAS[kind]
  const names = new Set(schemasAt(root, key.path).flatMap(({ properties = {} }) => Object.keys(properties)))
  return [...names].filter((name) => !key.taken.includes(name)).map((name) => ({
    label: name,
    newText: key.colon ? name : `${name}:${holdsOnlyParts(root, [...key.path, name]) ? '' : ' '}`,
    kind: CompletionItemKind.Property,
    about: descriptionsAt(root, [...key.path, name]).join('\n\n') || undefined,
  }))
}

/** Whether what stands there begins on the next line. */
function holdsOnlyParts(root: SchemaNode, path: Path): boolean {
  const types = schemasAt(root, path).flatMap(({ type = [], enum: values, const: value }) => (values || value !== undefined ? ['string'] : type))
  return types.length > 0 && types.every((type) => type === 'object' || type === 'array')
}

function values(kind: YamlKind, { value: path }: TypingPlace): readonly Offer[] {
  if (!path) return []
  const nodes = schemasAt(SCHEMAS[kind], path)
  const fixed = nodes.flatMap(({ enum: several = [], const: one }) => (one === undefined ? several : [...several, one]))
  const truths = nodes.some(({ type }) => type === 'boolean') && fixed.length === 0 ? [true, false] : []
  const about = descriptionsAt(SCHEMAS[kind], path)[0]
  return [...new Set([...fixed, ...truths].map(String))].map((label) => ({ label, newText: label, kind: CompletionItemKind.EnumMember, about }))
}

/** Ids of rules, where a configuration sets them or an entry names one. */
function ruleIds({ kind, place: { key, value }, rules, language }: { kind: YamlKind; place: TypingPlace; rules: readonly ReportRule[]; language: Language }): readonly Offer[] {
  const isKey = kind === 'config' && key?.path.at(-1) === 'rules'
  const isValue = kind === 'suppressions' && value?.at(-1) === 'rule'
  if (!isKey && !isValue) return []
  const end = isKey && !key.colon ? ': ' : ''
  return rules.filter(({ id }) => !isKey || !key.taken.includes(id)).map(({ id, title, why }) => ({ label: id, newText: `${id}${end}`, kind: CompletionItemKind.Reference, about: `${title[language]}\n\n${why[language]}` }))
}
