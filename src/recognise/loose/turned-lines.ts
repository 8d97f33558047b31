import type { MappedText } from '../../source/segment.ts'
import { sliceMapped } from '../../source/mapped-text.ts'
import type { TableRole } from '../../vocabulary/types.ts'
import { foldText } from '../label.ts'
import { blank } from '../matrix.ts'
import type { Matrix } from '../matrix.ts'
import { figureValue, lastPlace } from './figures.ts'
import type { Evidence } from './settle.ts'
import { onlyReading } from './turned-figures.ts'
import type { TurnedItem } from './turned-figures.ts'

/** A table of one line of figures below headings that name its items, and how many lines it takes. */
export interface TurnedLines {
  readonly matrix: Matrix
  readonly lines: number
}

const FEWEST_FIGURES = 5
const FEWEST_ITEMS = 4

/**
 * Reads a table whose items are its columns from the lines of its headings, broken as they come, and its one line of figures, or a line for each: if the
 * items' sums, and what is said of them elsewhere, leave one order of the columns. Undefined where they do not.
 */
export function turnedLines(lines: readonly MappedText[], role: TableRole, evidence: Evidence): TurnedLines | undefined {
  const at = lines.findIndex(isFigures)
  const end = lines.findIndex((line, i) => i > at && !(isFigures(line) && isLone(line)))
  const own = at < 0 ? [] : lines.slice(at, isLone(lines[at] as MappedText) ? (end < 0 ? lines.length : end) : at + 1)
  const figures = own.flatMap(wordsOf)
  if (role.transposable !== true || figures.length < FEWEST_FIGURES) return undefined
  const heads = lines.slice(0, at).map(wordsOf)
  const stages = stagesOf(heads.at(-1) ?? [], role)
  const items = itemsOf(stages === undefined ? heads : heads.slice(0, -1), role)
  const columns = stages?.keys ?? [Object.entries(role.columns).find(([, { is }]) => is === 'amount')?.[0] ?? '']
  if (items === undefined || items.length < FEWEST_ITEMS || (stages !== undefined && stages.count !== items.length)) return undefined
  const place = figures.map(({ text }) => lastPlace(text)).reduce((a, b) => (a > b ? a : b))
  const read = onlyReading(items, figures.map(({ text }) => figureValue(text) ?? 0n), { role, stages: columns.length, says: (item, value) => evidence(namesOf(item.key, role), value, place, items.flatMap(({ key }) => (key === item.key ? [] : namesOf(key, role)))) })
  if (read === undefined) return undefined
  const label = Object.entries(role.columns).find(([, { is }]) => is === 'label')?.[0] ?? ''
  const plain = (text: string): MappedText => ({ text, segments: [] })
  const rows = read.map(({ item, figures: own }) => ({ cells: [item.label, ...own.map((figure) => (figure === undefined ? blank() : (figures[figure] ?? blank())))], reading: 'inferred' as const }))
  return { lines: at + own.length, matrix: { ruled: false, headings: 1, width: columns.length + 1, rows: [{ cells: [label, ...columns].map(plain) }, ...rows] } }
}

const isFigures = (line: MappedText): boolean => wordsOf(line).every(({ text }) => /^[\d,.—-]+$/.test(text) && figureValue(text) !== undefined)
const isLone = (line: MappedText): boolean => wordsOf(line).length === 1

const key = (text: string): string => foldText(text).replace(/[()]/g, '')

function namesOf(item: string, role: TableRole): readonly string[] {
  return [item, ...(role.rows?.names?.[item] ?? [])].map(key).filter((name) => !name.includes('/') && name.length > 2)
}

/** Columns that the lowest headings name over and over: 预算数 决算数 预算数 决算数. */
function stagesOf(words: readonly MappedText[], role: TableRole): { readonly keys: readonly string[]; readonly count: number } | undefined {
  const found = words.map(({ text }) => Object.entries(role.columns).find(([name, { is, names = [] }]) => is === 'amount' && [name, ...names].some((one) => key(one) === key(text)))?.[0])
  const keys = [...new Set(found)]
  const regular = keys.length > 1 && found.every((one, i) => one !== undefined && one === keys[i % keys.length]) && found.length % keys.length === 0
  return regular ? { keys: keys as string[], count: found.length / keys.length } : undefined
}

/** The items that headings name; pieces of their names may stand around. Undefined where a word is neither. */
function itemsOf(heads: readonly (readonly MappedText[])[], role: TableRole): readonly TurnedItem[] | undefined {
  const names = Object.entries(role.rows?.names ?? {}).map(([item, words]) => ({ item, words: [item, ...words].map(key) }))
  const items = new Map<string, TurnedItem>()
  const rest: string[] = []
  // Headings a line each, from the total on, are one line that was broken.
  const total = heads.findIndex((words) => words.length === 1 && words.some((word) => role.rows?.total?.includes(word.text)))
  for (const [at, words] of heads.entries()) {
    const line = total >= 0 && at > total && words.length === 1 ? total : at
    for (const word of words) {
      const own = names.find((one) => one.words.includes(key(word.text)))
      if (own === undefined) rest.push(key(word.text))
      // A total is named by its own word rather than by the heading over all columns.
      else if (!items.has(own.item) || role.rows?.total?.includes(word.text)) items.set(own.item, { key: own.item, label: word, line })
    }
  }
  const subtotal = [...items.keys()].some((item) => role.rows?.sums?.[item]?.every((part) => items.has(part)))
  const isPiece = (word: string): boolean => names.some(({ item, words }) => items.has(item) && words.some((name) => name.includes(word) || word.endsWith(name)))
  return subtotal && rest.every(isPiece) ? [...items.values()] : undefined
}

function wordsOf(line: MappedText): readonly MappedText[] {
  return [...line.text.matchAll(/\S+/g)].map((word) => sliceMapped(line, word.index, word.index + word[0].length))
}
