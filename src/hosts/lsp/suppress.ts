import { isMap, isSeq, parseDocument } from 'yaml'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range } from 'vscode-languageserver'

/** An entry as the client is sent it and sends it back. */
export interface Dismissal {
  readonly rule: string
  readonly fingerprint: string
  readonly values: string
}

/** A suppressions file with one more entry, and where its reason is to be written. */
export interface SuppressionEdit {
  readonly text: string
  readonly reason: Range
}

/**
 * Adds an entry with an empty reason, which does not dismiss anything yet. Comments and order are kept. Undefined where the text is
 * no suppressions file that could be added to.
 */
export function addSuppression(before: string, { rule, fingerprint, values }: Dismissal): SuppressionEdit | undefined {
  const document = parseDocument(before)
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined
  const entry = document.createNode({ rule, fingerprint, reason: '', values })
  const list = document.get('suppressions')
  if (isSeq(list)) {
    list.flow = false
    list.add(entry)
  } else if (list === undefined || list === null) document.set('suppressions', document.createNode([{ rule, fingerprint, reason: '', values }]))
  else return undefined
  const text = document.toString({ lineWidth: 0 })
  const at = text.lastIndexOf('reason: ""') + 'reason: "'.length
  const position = TextDocument.create('', '', 0, text).positionAt(at)
  return { text, reason: { start: position, end: position } }
}

export function isDismissal(value: unknown): value is Dismissal {
  return typeof value === 'object' && value !== null && ['rule', 'fingerprint', 'values'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string')
}
