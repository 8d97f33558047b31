import { numberingLevel } from '../../../source/numbering.ts'
import { joinMapped, sliceMapped, trimMapped } from '../../../source/mapped-text.ts'
import type { MappedText } from '../../../source/segment.ts'
import type { TextLine } from '../line.ts'
import { besides, codeOf } from './beside.ts'
import { joinedCodes } from './joined-codes.ts'
import { pairedRows } from './paired.ts'
import { codesOf, isAmount, wordLine } from './words.ts'
import type { Word, WordLine } from './words.ts'

/** A line of a stretch, taken apart. */
export interface LooseLine extends WordLine {
  readonly at: number
  /** Lines above with the parts of its code. */
  readonly joins?: readonly number[]
  readonly line: TextLine
}

/** A row put together from the lines it was broken into. */
export interface LooseRow {
  /** A label with its code and the figures right of it; several of them where tables stand side by side. */
  readonly groups: readonly LooseGroup[]
  /** Numbers of its lines. */
  readonly lines: readonly number[]
  /** Which lines belong to it is a guess. */
  readonly doubtful?: true
}

export interface LooseGroup {
  readonly code?: MappedText
  readonly label: MappedText
  readonly figures: readonly Word[]
}

const LONGEST_TAIL = 14

/** A line taken apart. */
export function looseLine(line: TextLine, at: number): LooseLine {
  return { ...wordLine(line), at, line }
}

/** Rows of the lines of a stretch; undefined where figures stand that belong to none. Of a table that goes on, or whose headings stand below a caption (`known`), one row is enough. `above` is the line above. */
export function assembled(printed: readonly LooseLine[], known = false, above?: LooseLine): readonly LooseRow[] | undefined {
  const lines = joinedCodes(printed)
  const coded = lines.filter(({ codes }) => codes.length > 0).length
  const paired = lines.some((line) => line.paired)
  const isCoded = coded >= 2 || (coded === 1 && lines.length <= 3)
  const rows = isCoded && paired ? codedPairs(lines) : isCoded ? codedRows(lines) : paired ? pairedRows(lines, above) : labelledRows(lines)
  if (rows === undefined) return undefined
  const strong = rows.filter(({ groups }) => {
    const figures = groups.flatMap((group) => group.figures)
    return figures.some(({ text }) => isAmount(text.text)) && (figures.length >= 2 || isCodedRow({ groups }))
  })
  const codedOnes = rows.filter(isCodedRow)
  const complete = codedOnes.filter(({ groups }) => groups.some(({ figures }) => figures.length > 0))
  const enough = codedOnes.length > 0 ? strong.length >= 1 && complete.length >= codedOnes.length * COMPLETE : strong.length >= (known ? 1 : FEWEST_STRONG)
  return enough ? rows : undefined
}

/** Whether a row has a code. */
export const isCodedRow = ({ groups }: Pick<LooseRow, 'groups'>): boolean => groups.some(({ code }) => code !== undefined)

const FEWEST_STRONG = 3
const COMPLETE = 0.6

interface Draft {
  code?: MappedText
  labels: MappedText[]
  figures: Word[]
  lines: number[]
  doubtful?: true
}

/** Each row begins with a code or is a total; what stands before its figures is its name, a short line after them the rest of the name. */
function codedRows(lines: readonly LooseLine[]): readonly LooseRow[] | undefined {
  const rows: Draft[] = []
  for (const [i, line] of lines.entries()) {
    const last = rows.at(-1)
    const label = labelOf(line)
    const open = last !== undefined && last.figures.length === 0
    if (line.paired) return undefined
    if (line.codes.length > 0) rows.push({ code: codeOf(line.codes), labels: label ? [label] : [], figures: [...line.figures], lines: [...(line.joins ?? []), line.at] })
    else if (label === undefined) {
      if (last === undefined || (!open && last.lines.length === 1 && lines[i - 1]?.figures.length !== lines[i - 1]?.words.length)) return undefined
      last.figures.push(...line.figures)
      last.lines.push(line.at)
    } else if (line.figures.length > 0 && !(open && last.code !== undefined)) rows.push({ labels: [label], figures: [...line.figures], lines: [line.at] })
    else if (last === undefined || (!open && label.text.length > LONGEST_TAIL)) rows.push({ labels: [label], figures: [], lines: [line.at] })
    else {
      const next = lines[i + 1]
      if (!open && next !== undefined && next.codes.length === 0 && next.texts.length === 0) rows.push({ labels: [label], figures: [], lines: [line.at] })
      else {
        last.labels.push(label)
        last.figures.push(...line.figures)
        last.lines.push(line.at)
      }
    }
  }
  return rows.map(({ code, labels, figures, lines: own }) => ({ groups: [{ ...(code && { code }), label: joinMapped(labels), figures }], lines: own }))
}

/** Coded tables side by side: a code at the beginning of a line starts a row, one within a line the table beside. */
function codedPairs(lines: readonly LooseLine[]): readonly LooseRow[] | undefined {
  const rows: { groups: { code?: MappedText; labels: MappedText[]; figures: Word[] }[]; lines: number[] }[] = []
  for (const { words, at, texts, codes } of lines) {
    const starts = codes.length > 0 || (texts[0] !== undefined && texts[0] === words[0] && isComplete(rows.at(-1)))
    if (starts) rows.push({ groups: [], lines: [] })
    const row = rows.at(-1)
    if (row === undefined) return undefined
    row.lines.push(at)
    let rest = words
    while (rest.length > 0) {
      const code = codesOf(rest)
      const last = row.groups.at(-1)
      const [word] = rest
      if (code.length > 0) row.groups.push({ code: codeOf(code), labels: [], figures: [] })
      else if (word?.kind === 'figure') {
        if (last === undefined) return undefined
        last.figures.push(word)
      } else if (word !== undefined && (last === undefined || last.figures.length > 0)) row.groups.push({ labels: [word.text], figures: [] })
      else if (word !== undefined) last?.labels.push(word.text)
      rest = rest.slice(Math.max(1, code.length))
    }
  }
  return besides(rows.map(({ groups, lines: own }) => ({ groups: groups.map(({ labels, ...group }) => ({ ...group, label: joinMapped(labels) })), lines: own })))
}

function isComplete(row: { readonly groups: readonly { readonly figures: readonly Word[] }[] } | undefined): boolean {
  return row === undefined || row.groups.at(-1)?.figures.length !== 0
}

/** Each line is a row, but a label broken before its figures; whether a label without figures goes on is told by its number alone. */
function labelledRows(lines: readonly LooseLine[]): readonly LooseRow[] | undefined {
  const rows: Draft[] = []
  for (const line of lines) {
    const last = rows.at(-1)
    const label = labelOf(line)
    const open = last !== undefined && last.figures.length === 0
    if (label === undefined) {
      if (!open) return undefined
      last.figures.push(...line.figures)
      last.lines.push(line.at)
    } else if (open && numberingLevel(label.text) === undefined && goesOnWith(last, line)) {
      last.labels.push(label)
      last.figures.push(...line.figures)
      last.lines.push(line.at)
    } else {
      const unclear = open && numberingLevel(label.text) === undefined && line.figures.length > 0
      rows.push({ labels: [label], figures: [...line.figures], lines: [line.at], ...(unclear && { doubtful: true as const }) })
    }
  }
  return rows.map(({ labels, figures, lines: own, doubtful }) => ({ groups: [{ label: joinMapped(labels), figures }], lines: own, ...(doubtful && { doubtful }) }))
}

function goesOnWith(last: Draft, line: LooseLine): boolean {
  return numberingLevel(last.labels[0]?.text ?? '') !== undefined && line.figures.length === 0
}

/** The label of a line, blanks inside it kept. */
function labelOf({ texts, line }: WordLine & { readonly line: TextLine }): MappedText | undefined {
  const [first] = texts
  const last = texts.at(-1)
  if (first === undefined || last === undefined) return undefined
  const lead = line.lead?.length ?? 0
  return trimMapped(sliceMapped(line.text, first.narrow.from - lead, last.narrow.to - lead))
}
