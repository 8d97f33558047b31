import type { FileReport, Finding, Suggestion } from './core/finding.ts'
import { detectFormat } from './readers/format.ts'
import { parseJson } from './source/json.ts'
import { valueAt } from './source/json-pointer.ts'
import { lineIndex } from './source/lines.ts'

/** A replacement in a text; offsets in UTF-16 code units, half open. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The safe suggestions of a report's findings, consequences included; what is dismissed is left alone. */
export function safeSuggestions({ findings }: Pick<FileReport, 'findings'>): readonly Suggestion[] {
  const all = ({ suppressed, suggestions = [], causeOf = [] }: Finding): readonly Suggestion[] => (suppressed ? [] : [...suggestions.filter(({ safe }) => safe), ...causeOf.flatMap(all)])
  return findings.flatMap(all)
}

/**
 * The edits that carry out suggestions in the file they were made for. A suggestion whose original does not stand in `source`
 * exactly where the report says (a figure broken over two lines, a masked number, a newer version of the file), and the later one of two that overlap,
 * gives none. In JSON the replacement is escaped, and a number stays a number.
 */
export function editsOf(source: string, suggestions: readonly Suggestion[], file: string): readonly Edit[] {
  const parsed = detectFormat(source, file) === 'json' ? parseJson(source) : undefined
  const index = lineIndex(source)
  const edits: Edit[] = []
  for (const { place, text, pointer, replacement } of suggestions) {
    if (place?.kind !== 'text' || place.approximate || text === undefined) continue
    const from = index.lineStart(place.line) + place.column - 1
    const to = index.lineStart(place.endLine) + place.endColumn - 1
    const printed = parsed === undefined ? replacement : parsed.ok ? inJson(valueAt(parsed.value, pointer), replacement) : undefined
    const stands = parsed === undefined ? source.slice(from, to) === text : unescaped(source.slice(from, to)) === text
    if (printed !== undefined && stands && edits.every((edit) => to <= edit.from || from >= edit.to)) edits.push({ from, to, text: printed })
  }
  return edits.sort((a, b) => a.from - b.from)
}

function inJson(value: unknown, replacement: string): string | undefined {
  if (typeof value === 'number') return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(replacement) ? replacement : undefined
  return JSON.stringify(replacement).slice(1, -1)
}

function unescaped(slice: string): string | undefined {
  try {
    return JSON.parse(`"${slice}"`) as string
  } catch {
    return undefined
  }
}

/** `source` with the edits of `editsOf` made. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let at = 0
  let done = ''
  for (const { from, to, text } of edits) {
    done += source.slice(at, from) + text
    at = to
  }
  return done + source.slice(at)
}
