import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic, Range } from 'vscode-languageserver'
import type { Language } from '../../index.ts'
import { wordsIn } from './words.ts'

/** Diagnostics of an earlier text, moved to where they now stand and marked as old; those in what was edited are gone. */
export function staleDiagnostics(diagnostics: readonly Diagnostic[], before: string, now: string, language: Language): Diagnostic[] {
  const changed = changeBetween(before, now)
  const [old, current] = [TextDocument.create('', '', 0, before), TextDocument.create('', '', 0, now)]
  return diagnostics.flatMap((diagnostic) => {
    const range = moved(diagnostic.range, old, current, changed)
    if (!range) return []
    const { relatedInformation, ...rest } = diagnostic
    const related = relatedInformation?.flatMap(({ location, message }) => {
      const at = moved(location.range, old, current, changed)
      return at ? [{ location: { ...location, range: at }, message }] : []
    })
    return [{ ...rest, range, message: `${diagnostic.message}${wordsIn(language).stale}`, data: { stale: true }, ...(related && { relatedInformation: related }) }]
  })
}

interface Change {
  readonly from: number
  readonly to: number
  readonly by: number
}

/** The stretch of `before` outside which nothing changed, and by how much what follows moved. */
function changeBetween(before: string, now: string): Change {
  const most = Math.min(before.length, now.length)
  let head = 0
  while (head < most && before[head] === now[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  return { from: head, to: before.length - tail, by: now.length - before.length }
}

function moved(range: Range, old: TextDocument, current: TextDocument, { from, to, by }: Change): Range | undefined {
  const [start, end] = [old.offsetAt(range.start), old.offsetAt(range.end)]
  if (end <= from) return range
  if (start < to) return undefined
  return { start: current.positionAt(start + by), end: current.positionAt(end + by) }
}
