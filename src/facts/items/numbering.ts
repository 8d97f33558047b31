import type { Reading } from '../../core/verdict.ts'
import { readNumeral } from '../amounts/numerals.ts'
import type { Item } from '../item.ts'
import { tokenise } from '../tokens/index.ts'
import { listValue, numberValue, textValue } from '../values.ts'
import { makeItem } from '../make-item.ts'
import type { PlacedSection } from './sections.ts'
import { scheduleItems } from './stages.ts'
import { periodItems, rowPeriodItems } from './time-items.ts'
import type { PlacedText } from './text-list.ts'
import type { Standing } from '../standing.ts'
import type { Ground, Workspace } from './workspace.ts'

/** A list number where it is printed. */
interface Ordinal {
  readonly value: number
  /** How it is written, its figure masked: `#.`, `(#)` of one kind of numerals. */
  readonly style: string
  readonly pointer: string
  readonly from: number
  readonly to: number
  /** The text it stands in. */
  readonly within: string
}

interface Run {
  readonly origin: 'text' | 'headings' | 'tasks'
  readonly numbers: readonly Ordinal[]
  readonly reading?: Reading | undefined
  readonly standing: Standing | undefined
}

const DIGITS = /\d+/u
const LETTERS = /\p{L}+/u
const CIRCLED_ONE = 0x2460
const LAST_CIRCLED = 0x2473

/** Numbers above this are no numbers of a list. */
const LARGEST = 60

function ordinals(text: string, pointer: string): Ordinal[] {
  return tokenise(text).tokens.flatMap((token): Ordinal[] => {
    if (token.type !== 'list-number') return []
    const read = valueOf(text.slice(token.from, token.to))
    return read && read.value <= LARGEST ? [{ ...read, pointer, from: token.from, to: token.to, within: text }] : []
  })
}

function valueOf(printed: string): Pick<Ordinal, 'value' | 'style'> | undefined {
  const code = printed.charCodeAt(0)
  if (code >= CIRCLED_ONE && code <= LAST_CIRCLED) return { value: code - CIRCLED_ONE + 1, style: 'circled' }
  const folded = printed.normalize('NFKC').replace(/\s/gu, '')
  const digits = DIGITS.exec(folded)?.[0]
  if (digits !== undefined) return folded.replace(digits, '').length <= 2 && !/\d/u.test(folded.replace(digits, '')) ? { value: Number(digits), style: folded.replace(digits, '#') } : undefined
  const letters = LETTERS.exec(folded)?.[0]
  const numeral = letters === undefined ? undefined : readNumeral(letters)
  return letters !== undefined && numeral?.places === 0 ? { value: Number(numeral.digits), style: folded.replace(letters, 'n') } : undefined
}

/** Runs of one style in one text, which the next text may go on with: a 1 opens a new one. What opens a paragraph of the narrative belongs to its neighbours, not to it. */
function numberingsOfText(text: PlacedText, next: PlacedText | undefined): Item[] {
  const leading = text.field === 'paragraph' || text.field === 'overall.task'
  const all = ordinals(text.original, text.ref.pointer)
  const opens = ({ from }: Ordinal): boolean => NOTHING.test(text.original.slice(0, from))
  // A one that the paragraph itself goes on from is of a list within it.
  const own = all.filter((number, at) => !leading || !opens(number) || (number.value === 1 && all[at + 1]?.value === 2 && all[at + 1]?.style === number.style))
  const runs: { style: string; numbers: Ordinal[] }[] = []
  for (const number of own) {
    const open = runs.findLast(({ style }) => style === number.style)
    if (open && number.value !== 1) open.numbers.push(number)
    else runs.push({ style: number.style, numbers: [number] })
  }
  const last = runs.at(-1)
  const [following] = next && last ? firstOrdinal(next.original, next.ref.pointer) : []
  if (last && following && following.style === last.style && following.value === (last.numbers.at(-1)?.value ?? 0) + 1) last.numbers.push(following)
  // What goes on from the number the paragraph opens with is of its neighbours' list as well.
  const opening = leading ? all.find(opens) : undefined
  const ofNeighbours = ([first]: readonly Ordinal[]): boolean => opening !== undefined && opening.value > 1 && first?.style === opening.style && first.value === opening.value + 1
  return runItems(runs.filter(({ numbers }) => !ofNeighbours(numbers)).map(({ numbers }) => ({ origin: 'text', numbers: filled(numbers, text), reading: text.reading, standing: text.standing })))
}

/**
 * A run with the numbers that only stand where the tokeniser sees no list number (right after a word): a number that is printed
 * somewhere in the text in the run's own way is no gap.
 */
function filled(numbers: readonly Ordinal[], { original, ref }: PlacedText): readonly Ordinal[] {
  const [first] = numbers
  const shape = first && shapeOf(original.slice(first.from, first.to))
  if (!first || !shape) return numbers
  const last = Math.max(...numbers.map(({ value }) => value))
  const printed = [...original.matchAll(shape)].flatMap((match): Ordinal[] => {
    const read = valueOf(match[0])
    return read && read.style === first.style ? [{ ...read, pointer: ref.pointer, from: match.index, to: match.index + match[0].length, within: original }] : []
  })
  const missing = Array.from({ length: last + 1 }, (_, at) => at + 1).filter((value) => !numbers.some((number) => number.value === value))
  const found = missing.flatMap((value) => printed.find((number) => number.value === value && number.from > first.from) ?? [])
  return found.length === 0 ? numbers : [...numbers, ...found].sort((a, b) => a.from - b.from)
}

/** What numbers printed like this one look like. */
function shapeOf(printed: string): RegExp | undefined {
  const escaped = printed.trim().replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  // "3.20" is no third item.
  if (/\d/u.test(escaped)) return new RegExp(`${String.raw`(?<![\d.,])`}${escaped.replace(/\d+/u, String.raw`\d{1,2}`)}${String.raw`(?!\d)`}`, 'gu')
  return /\p{L}/u.test(escaped) ? new RegExp(escaped.replace(/\p{L}+/u, String.raw`\p{L}{1,3}`), 'gu') : undefined
}

/** Blanks, and the marks of emphasis of plain text, before a number. */
const NOTHING = /^[\s*_]*$/u

type Making = Pick<Workspace, 'ground' | 'memory'>

/** A heading that is the title of a table. */
const TITLE_OF_TABLE = /\u8868\s*$/u

/** Headings side by side; a number that is missing among them may open a paragraph between them. */
function numberingsOfHeadings(sections: readonly PlacedSection[], { ground, memory }: Making): Item[] {
  const opening = (text: string, pointer: string): readonly Ordinal[] => memory.keep(`ordinal ${pointer}`, firstOrdinal, text, pointer)
  const byParent = new Map<string, PlacedSection[]>()
  for (const placed of sections) {
    const parent = placed.pointer.slice(0, placed.pointer.lastIndexOf('/'))
    byParent.set(parent, [...(byParent.get(parent) ?? []), placed])
  }
  return [...byParent].flatMap(([parent, siblings]) => {
    const headingOf = ({ section, pointer }: PlacedSection): readonly Ordinal[] => opening(section.heading, `${pointer}/heading`)
    const paragraphsOf = ({ section, pointer }: PlacedSection): readonly Ordinal[] => section.paragraphs.flatMap(({ text }, at) => opening(text, `${pointer}/paragraphs/${String(at)}/text`))
    const outer = sections.find(({ pointer }) => `${pointer}/sections` === parent)
    const between = [...(outer ? [outer] : []), ...siblings].flatMap(paragraphsOf)
    const inOrder = [...(outer ? paragraphsOf(outer) : []), ...siblings.flatMap((placed) => [...headingOf(placed), ...paragraphsOf(placed)])]
    const own = withoutContinued(siblings.flatMap(headingOf), inOrder)
    const label = siblings[0]?.headings.at(-2) ?? ''
    return [...new Set(own.map(({ style }) => style))].flatMap((style) => nestedRuns(own.filter((number) => number.style === style)).flatMap((printed, at) => {
      // Of the titles of tables, those that are captions of tables bear the other numbers.
      if (printed.every(({ value, within }) => value > 1 && TITLE_OF_TABLE.test(within))) return []
      const filling = between.filter((number) => number.style === style && !printed.some(({ value }) => value === number.value))
      return memory.keep(`numbering of ${parent} ${style} ${String(at)}`, numberingOfHeadings, ground, parent, label, ...[...printed, ...filling].sort((a, b) => a.value - b.value))
    }))
  })
}

function numberingOfHeadings({ document }: Ground, pointer: string, label: string, ...numbers: readonly Ordinal[]): Item[] {
  return runItems([{ origin: 'headings', numbers, standing: { document, pointer, label, section: label } }])
}

/** Headings without those that go on from the numbers of the paragraphs right before them, where the headings themselves wait for another number: they are of that list. */
function withoutContinued(headings: readonly Ordinal[], inOrder: readonly Ordinal[]): Ordinal[] {
  const kept: Ordinal[] = []
  const states = new Map<string, { readonly last: number; readonly inner: boolean; readonly waits: number }>()
  for (const number of inOrder) {
    const { style, value } = number
    const { last, inner: continues, waits } = states.get(style) ?? { last: 0, inner: false, waits: 1 }
    const heading = headings.find(({ pointer }) => pointer === number.pointer)
    // A paragraph with the number that the headings wait for is one of them.
    const inner = value !== waits && (heading === undefined || (continues && last + 1 === value))
    if (heading && !inner) kept.push(heading)
    states.set(style, { last: value, inner, waits: inner ? waits : value + 1 })
  }
  return kept
}

/**
 * Headings of one style in document order as runs: a one after two or more opens a list within the list, and the number an
 * outer list waits for goes on with that.
 */
function nestedRuns(numbers: readonly Ordinal[]): Ordinal[][] {
  const runs: Ordinal[][] = []
  for (const number of numbers) {
    const waiting = runs.findLast((run) => (run.at(-1)?.value ?? 0) + 1 === number.value)
    const last = runs.at(-1)
    if (waiting) waiting.push(number)
    else if (!last || (number.value === 1 && last.length > 1)) runs.push([number])
    else last.push(number)
  }
  return runs
}

const TASK = /^\s*(\p{L}{1,4}?)\s*(\d{1,2}|\p{L}{1,3})\s*[:：]/u

/** The numbers in the labels of the overall form's tasks, one word after which all of them are counted. */
function numberingsOfTasks(...texts: readonly PlacedText[]): Item[] {
  const runs = new Map<string, Ordinal[]>()
  for (const { original, ref } of texts) {
    const [label = '', word = '', printed = ''] = TASK.exec(original) ?? []
    const number = valueOf(printed)
    if (!number) continue
    const from = original.indexOf(printed, original.indexOf(word) + word.length)
    runs.set(word, [...(runs.get(word) ?? []), { value: number.value, style: label.replace(printed, '#'), pointer: ref.pointer, from, to: from + printed.length, within: original }])
  }
  const standing = texts[0]?.standing
  return runItems([...runs.values()].filter((numbers) => numbers.length > 1).map((numbers) => ({ origin: 'tasks', numbers, standing })))
}

function firstOrdinal(text: string, pointer: string): Ordinal[] {
  const [first] = ordinals(text, pointer)
  return first && NOTHING.test(text.slice(0, first.from)) ? [first] : []
}

/** Items of kind `numbering`: the list numbers of one style that follow each other in a text or among headings. */
export function numberingItems(texts: readonly PlacedText[], sections: readonly PlacedSection[], { ground, memory }: Making): readonly Item[] {
  return memory.list('numberings', [
    ...numberingsOfHeadings(sections, { ground, memory }),
    ...memory.keep('numberings of tasks', numberingsOfTasks, ...texts.filter(({ field }) => field === 'overall.task')),
    ...texts.flatMap((text, at) => (text.prose ? memory.keep(`numberings of ${text.ref.pointer}`, numberingsOfText, text, texts[at + 1]) : [])),
    ...texts.flatMap((text) => (text.prose ? memory.keep(`schedules of ${text.ref.pointer}`, scheduleItems, ground.vocabulary, text) : [])),
    ...texts.flatMap((text) => (SHORT_FIELDS.has(text.field) && !text.prose ? memory.keep(`periods of ${text.ref.pointer}`, periodItems, ground.vocabulary, text) : [])),
    ...rowsOf(texts).flatMap((row) => memory.keep(`periods of row ${row[0]?.ref.pointer ?? ''}`, rowPeriodItems, ground.vocabulary, ...row)),
  ])
}

/** Fields that are no prose and name a period. */
const SHORT_FIELDS = new Set(['term', 'extra', 'indicator.value'])

/** The cells of each row of a grid that was not recognised, where there are several. */
function rowsOf(texts: readonly PlacedText[]): readonly (readonly PlacedText[])[] {
  const rows = new Map<string, PlacedText[]>()
  for (const text of texts) {
    if (text.field !== 'extra') continue
    const row = text.ref.pointer.slice(0, text.ref.pointer.lastIndexOf('/'))
    rows.set(row, [...(rows.get(row) ?? []), text])
  }
  return [...rows.values()].filter((row) => row.length > 1)
}

function runItems(runs: readonly Run[]): Item[] {
  return runs.flatMap(({ origin, numbers, reading, standing }) => {
    const [first] = numbers
    if (!first) return []
    const ref = { pointer: first.pointer, from: first.from, to: first.to }
    return [makeItem({
      kind: 'numbering', ref, text: first.within.slice(first.from, first.to), reading, standing,
      attributes: {
        origin: () => textValue(origin, ref),
        style: () => textValue(first.style, ref),
        text: () => textValue(first.within, { pointer: first.pointer }),
        numbers: () => listValue(numbers.map(({ value, pointer, from, to }) => numberValue(value, { pointer, from, to })), ref),
      },
    })]
  })
}
