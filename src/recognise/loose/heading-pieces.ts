import { joinMapped, sliceMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import { foldText } from '../label.ts'

/** Headings whose pieces were put together. */
export interface MendedHeadings {
  readonly parts: readonly MappedText[]
  /** Headings no piece of which stands among the others: where their column is nobody can say. */
  readonly floating: readonly MappedText[]
}

/** What is known of the words of headings. */
export interface HeadingWords {
  /** Whether all of a text are names of columns or other words of headings. */
  readonly isKnown: (folded: string) => boolean
  /** Whether a text is the name of one column of figures. */
  readonly isFigure: (folded: string) => boolean
  /** Whether the name of a column of figures begins so. */
  readonly begins: (folded: string) => boolean
  /** Names of columns of codes and labels: pieces of them tell nothing of figures. */
  readonly others: readonly string[]
}

interface Piece {
  readonly line: number
  readonly at: number
  readonly text: MappedText
  readonly folded: string
}

const MOST_PIECES = 4

/**
 * Puts headings together whose pieces stand above each other, so that they come line by line: 附属 单位 over 上缴 收入. A heading has at
 * most one piece a line; it stands where its piece in the line with most headings stands, if it has one there.
 */
export function mendedHeadings(lines: readonly MappedText[], words: HeadingWords): MendedHeadings {
  const rows = withoutRepeats(lines).map((text, line) => wordsOf(text).map((word, at): Piece => ({ line, at, text: word, folded: foldText(word.text) })))
  const main = rows.reduce((best, row, i) => (figuresIn(row, words) > figuresIn(rows[best] ?? [], words) ? i : best), 0)
  const used = new Set<Piece>()
  const placed = new Map<Piece, MappedText>()
  const floating: MappedText[] = []
  for (const piece of rows.flat()) {
    if (used.has(piece) || words.isKnown(piece.folded)) continue
    const found = joined(piece, rows, { used, words })
    if (found === undefined) continue
    for (const one of found) used.add(one)
    const whole = joinMapped(found.map(({ text }) => text))
    const anchor = found.find(({ line }) => line === main)
    if (anchor !== undefined) placed.set(anchor, whole)
    else if (words.isFigure(foldText(whole.text))) floating.push(whole)
    else placed.set(piece, whole)
  }
  const isOther = ({ folded }: Piece): boolean => !words.isKnown(folded) && words.others.some((name) => name.includes(folded))
  const parts = rows.map((row) => row.flatMap((piece) => placed.get(piece) ?? (used.has(piece) || isOther(piece) ? [] : [piece.text])))
  return { parts: parts.filter((row) => row.length > 0).map((row) => joinMapped(row, ' ')), floating }
}

function figuresIn(row: readonly Piece[], { isFigure }: HeadingWords): number {
  return row.filter(({ folded }) => isFigure(folded)).length
}

interface Joining {
  readonly used: ReadonlySet<Piece>
  readonly words: HeadingWords
}

/** The fewest pieces that make a known heading with the first. */
function joined(first: Piece, rows: readonly (readonly Piece[])[], context: Joining): readonly Piece[] | undefined {
  for (let most = 2; most <= MOST_PIECES; most += 1) {
    const found = longer([first], rows, { ...context, most })
    if (found !== undefined) return found
  }
  return undefined
}

/** Pieces with one of a line below added, until they are a heading: unknown words before known ones. */
function longer(own: readonly Piece[], rows: readonly (readonly Piece[])[], context: Joining & { readonly most: number }): readonly Piece[] | undefined {
  const { used, words, most } = context
  const text = own.map(({ folded }) => folded).join('')
  if (own.length > 1 && (words.isFigure(text) || words.others.includes(text))) return own
  if (own.length >= most) return undefined
  const below = rows.slice((own.at(-1)?.line ?? 0) + 1).flat().filter((piece) => !used.has(piece))
  const [unknown, known] = [below.filter(({ folded }) => !words.isKnown(folded)), below.filter(({ folded }) => words.isKnown(folded))]
  for (const next of [...unknown, ...known]) {
    const isName = words.begins(text + next.folded) || words.others.some((name) => name.startsWith(text + next.folded))
    const found = isName ? longer([...own, next], rows, context) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** Headings that come again right below themselves: the page ended after them. */
function withoutRepeats(lines: readonly MappedText[]): readonly MappedText[] {
  const keys = lines.map(({ text }) => foldText(text))
  for (let length = Math.floor(lines.length / 2); length >= 2; length -= 1) {
    const [last, before] = [keys.slice(-length), keys.slice(-2 * length, -length)]
    if (last.join('\n') === before.join('\n')) return lines.slice(0, -length)
  }
  return lines
}

function wordsOf(line: MappedText): readonly MappedText[] {
  return [...line.text.matchAll(/\S+/g)].map((word) => sliceMapped(line, word.index, word.index + word[0].length))
}
