import type { TextLine } from './line.ts'

const OPEN_SHARE = 0.5
const SPACED_SHARE = 0.6
const FEWEST_LINES = 10
const SHORTEST = 15

/**
 * Takes out the blank lines of a text that has one below every line (type set with wide spacing comes out so): they part no
 * paragraphs. Seen by long lines that do not end a sentence though a blank line follows.
 */
export function withoutDoubleSpacing(lines: readonly TextLine[]): readonly TextLine[] {
  const long = lines.flatMap((line, i) => (line.kind === 'text' && line.text.text.length >= SHORTEST ? [i] : []))
  const spaced = long.filter((i) => isLoneBlank(lines, i + 1))
  const open = spaced.filter((i) => !/[。；！：;!:”）)]$/.test(lines[i]?.text.text ?? ''))
  if (long.length < FEWEST_LINES || spaced.length < long.length * SPACED_SHARE || open.length < spaced.length * OPEN_SHARE) return lines
  return lines.filter((_, i) => !isLoneBlank(lines, i))
}

/** One blank line between two lines of text on one page. */
function isLoneBlank(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at]
  return line?.kind === 'blank' && !line.endsPage && lines[at - 1]?.kind === 'text' && lines[at + 1]?.kind === 'text'
}
