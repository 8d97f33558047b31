import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { editsOf, type Language } from '../../index.ts'
import { rangeOf } from './diagnostics.ts'
import { findingsIn, type FindingAt } from './finding-at.ts'
import type { Linted } from './session.ts'
import { wordsIn } from './words.ts'

export const COMMANDS = { suppress: 'disclint.suppress', explain: 'disclint.explain', goTo: 'disclint.goTo' } as const

/** What can be done about the findings at a range: apply a suggestion, go to another side, explain, dismiss. */
export function actionsFor(params: CodeActionParams, linted: Linted | undefined, language: Language): CodeAction[] {
  if (!linted?.report) return []
  const { uri } = params.textDocument
  return findingsIn(linted.report, params.range).flatMap((at) => {
    const diagnostics = params.context.diagnostics.filter(({ code }) => code === at.finding.ruleId)
    return [...suggestions(at, { uri, linted, diagnostics, language }), ...others(at, uri, diagnostics, language)]
  })
}

interface Around {
  readonly uri: string
  readonly linted: Linted
  readonly diagnostics: Diagnostic[]
  readonly language: Language
}

function suggestions({ finding }: FindingAt, { uri, linted, diagnostics, language }: Around): CodeAction[] {
  const words = wordsIn(language)
  const document = TextDocument.create(uri, '', linted.version, linted.text)
  return (finding.suggestions ?? []).flatMap((suggestion) => {
    const edits = editsOf(linted.text, [suggestion], linted.report?.file ?? '').map(({ from, to, text }): TextEdit => ({ range: { start: document.positionAt(from), end: document.positionAt(to) }, newText: text }))
    if (edits.length === 0) return []
    const title = `${words.apply(suggestion.text ?? '', suggestion.replacement)}${suggestion.safe ? '' : words.check}`
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: suggestion.safe, edit: { changes: { [uri]: edits } } }]
  })
}

function others({ finding, site }: FindingAt, uri: string, diagnostics: Diagnostic[], language: Language): CodeAction[] {
  const words = wordsIn(language)
  const command = (title: string, name: string, ...args: unknown[]): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: name, arguments: args } })
  const sides = finding.sites.filter((other) => other !== site && other.place?.kind === 'text')
  return [
    ...sides.slice(0, MOST_SIDES).map((other) => command(words.goTo(`${other.label} ${other.text}`.trim()), COMMANDS.goTo, uri, rangeOf(other.place))),
    command(words.explain(finding.ruleId), COMMANDS.explain, finding.ruleId),
    command(words.suppress(finding.ruleId), COMMANDS.suppress, uri, { rule: finding.ruleId, fingerprint: finding.fingerprint, values: finding.valueHash }),
  ]
}

/** A menu of more is no help. */
const MOST_SIDES = 5
