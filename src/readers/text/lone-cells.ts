import { splitCells, type TextLine } from './line.ts'

const LONGEST_CELL = 40

/**
 * Gives back to a table the rows of which only the first cell is left, because blanks at the ends of lines were cut off: a
 * short line right between two rows, in a text none of whose rows ends in a blank, or whose number comes after that of the line
 * above and before that of the line below.
 */
export function adoptLoneCells(lines: readonly TextLine[]): readonly TextLine[] {
  const keepBlanks = lines.some((line) => line.kind === 'cells' && line.cells.at(-1)?.text === '')
  const lone = ({ kind, text: { text } }: TextLine): boolean => kind === 'text' && text.length <= LONGEST_CELL && !/[。；：:]/.test(text)
  return lines.map((line, i) => {
    const [above, below] = [lines[i - 1], lines[i + 1]]
    if (!lone(line) || !above || !below) return line
    const between = above.kind === 'cells' && below.kind === 'cells'
    return keepBlanks ? (isCounted(above, line, below) && isInTable(lines, i, lone) ? asRow(line) : line) : between ? asRow(line) : line
  })
}

const asRow = (line: TextLine): TextLine => ({ ...line, kind: 'cells', cells: [line.text] })

const ORDINALS = '一二三四五六七八九十'

/** Whether the number a line opens with comes after that of the line above and before that of the line below. */
function isCounted(above: TextLine, line: TextLine, below: TextLine): boolean {
  const [before, own, after] = [above, line, below].map(({ text: { text } }) => (/^.[、.．]/.test(text) ? ORDINALS.indexOf(text[0] ?? '') : -1))
  return own !== undefined && own > 0 && before === own - 1 && after === own + 1
}

/** Whether rows stand above and below a line, with nothing but such lines between. */
function isInTable(lines: readonly TextLine[], at: number, lone: (line: TextLine) => boolean): boolean {
  const above = lines.slice(0, at).findLast((line) => !lone(line))
  const below = lines.slice(at + 1).find((line) => !lone(line))
  return above?.kind === 'cells' && below?.kind === 'cells'
}

const BAR = '|'
/** Lines between rows of a table, at most, that are such. */
const MOST_PAIRS = 4

/** Rows of two cells between rows of more or right between any two, or a label and its value right above them: a single bar in a line counts as a separator only there. */
export function adoptBarredPairs(lines: readonly TextLine[]): readonly TextLine[] {
  const barred = ({ kind, text }: TextLine): boolean => kind === 'cells' && text.text.split(BAR).length > 2
  const isLabelled = ({ text }: TextLine): boolean => /^[^\s。；，：:|]{2,12}\|[^。；|]+$/.test(text.text)
  const opensWithLabel = ({ text }: TextLine): boolean => /^[^\s。；，：:|]{2,12}\|\S/.test(text.text)
  const hasBar = (line: TextLine | undefined): boolean => line?.kind === 'cells' && line.text.text.includes(BAR)
  const isPair = ({ kind, text }: TextLine): boolean => kind === 'text' && text.text.split(BAR).length === 2
  return lines.map((line, i) => {
    if (!isPair(line)) return line
    if (opensWithLabel(line) && hasBar(lines[i - 1]) && hasBar(lines[i + 1])) return { ...line, kind: 'cells', cells: splitCells(line.text, BAR) }
    const before = lines.slice(Math.max(0, i - MOST_PAIRS), i).findLast((other) => !isPair(other))
    const after = lines.slice(i + 1, i + 1 + MOST_PAIRS).find((other) => !isPair(other))
    return after && barred(after) && (isLabelled(line) || (before && barred(before))) ? { ...line, kind: 'cells', cells: splitCells(line.text, BAR) } : line
  })
}
