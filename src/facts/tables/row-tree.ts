import type { Vocabulary } from '../../vocabulary/types.ts'
import { codesByLabel } from './codes-by-label.ts'
import { numbering } from './labels.ts'
import type { Entry, Strand } from './strand.ts'

/** Which row stands under which. */
export interface RowTree {
  parent(entry: Entry): Entry | undefined
  children(entry: Entry): readonly Entry[]
  /** Whether the children are all there are: false where only some rows are named as parts. */
  exhaustive(entry: Entry): boolean
  /** The numbered row above a row without number: it may break that row down, or stand beside it. */
  looseParent(entry: Entry): Entry | undefined
  /** Whether codes or class names make the tree, which leaves no doubt about it. */
  readonly sure: boolean
}

/** Makes the tree of a strand from codes, from class names, or from the depth of numbering. */
export function rowTree(strand: Strand, vocabulary: Vocabulary): RowTree {
  const known = trees.get(strand) ?? madeTree(strand, vocabulary)
  trees.set(strand, known)
  return known
}

/** By the strand, whose table is read under one vocabulary. */
const trees = new WeakMap<Strand, RowTree>()

function madeTree(strand: Strand, vocabulary: Vocabulary): RowTree {
  const { entries } = strand
  const printed = entries.filter((entry) => entry.row.code !== undefined).length >= 2
  const codes = printed ? new Map(entries.flatMap((entry) => (entry.row.code === undefined ? [] : [[entry, entry.row.code] as const]))) : codesByLabel(entries, vocabulary)
  const parents = codes ? parentsByCode(entries, codes, printed) : parentsByDepth(entries, strand.table.words.part)
  const loose = codes ? new Map<Entry, Entry>() : looseParents(entries, parents)
  const children = new Map<Entry, Entry[]>()
  for (const [child, parent] of parents) {
    // Rows that count other things than their group states are statistics under a heading, no parts of it.
    if (child.row.unit !== parent.row.unit) {
      parents.delete(child)
      continue
    }
    const list = children.get(parent)
    if (list) list.push(child)
    else children.set(parent, [child])
  }
  for (const list of children.values()) list.sort((a, b) => a.at - b.at)
  return {
    parent: (entry) => parents.get(entry),
    children: (entry) => children.get(entry) ?? [],
    exhaustive: (entry) => !(children.get(entry) ?? []).some((child) => child.row.kind === 'part'),
    looseParent: (entry) => loose.get(entry),
    sure: codes !== undefined,
  }
}

const summing = (entry: Entry): boolean => entry.row.kind === 'total' || entry.row.kind === 'subtotal'

/** The longest code that is a proper prefix, in the same organisation's block: above if there, else below. */
function parentsByCode(entries: readonly Entry[], codes: ReadonlyMap<Entry, string>, printed: boolean): Map<Entry, Entry> {
  const parents = new Map<Entry, Entry>()
  const blocks = organisationBlocks(entries, codes, printed, parents)
  for (const block of blocks) {
    const byCode = new Map<string, Entry[]>()
    for (const entry of block.entries) {
      const code = codes.get(entry)
      if (code === undefined) continue
      const list = byCode.get(code)
      if (list) list.push(entry)
      else byCode.set(code, [entry])
    }
    for (const entry of block.entries) {
      const code = codes.get(entry)
      const parent = code === undefined ? undefined : nearestPrefix(entry, code, byCode)
      if (parent) parents.set(entry, parent)
      else if (block.head && block.head !== entry && !summing(entry)) parents.set(entry, block.head)
    }
  }
  return parents
}

function nearestPrefix(entry: Entry, code: string, byCode: ReadonlyMap<string, readonly Entry[]>): Entry | undefined {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const found = byCode.get(code.slice(0, length))
    if (found) return found.findLast((other) => other.at < entry.at) ?? found[0]
  }
  return undefined
}

interface Block {
  readonly head: Entry | undefined
  readonly entries: Entry[]
}

/** Rows of one organisation: a row without code that a coded row follows is the head of those below it. */
function organisationBlocks(entries: readonly Entry[], codes: ReadonlyMap<Entry, string>, printed: boolean, parents: Map<Entry, Entry>): Block[] {
  const blocks: Block[] = [{ head: undefined, entries: [] }]
  let outer: Entry | undefined
  entries.forEach((entry, i) => {
    const next = entries[i + 1]
    const uncoded = printed && !codes.has(entry) && !summing(entry) && entry.row.key !== '' && entry.row.kind !== 'part'
    const heads = uncoded && next !== undefined && next.lane === entry.lane && (codes.has(next) || headsBelow(entries, i, codes))
    if (heads && !codes.has(next)) {
      if (outer) parents.set(entry, outer)
      outer = entry
    } else if (heads) {
      if (outer) parents.set(entry, outer)
      blocks.push({ head: entry, entries: [entry] })
    } else blocks.at(-1)?.entries.push(entry)
  })
  return blocks
}

/** Whether after this uncoded row comes one more uncoded row and then a coded one: a department above its units. */
function headsBelow(entries: readonly Entry[], i: number, codes: ReadonlyMap<Entry, string>): boolean {
  const next = entries[i + 1]
  const second = entries[i + 2]
  return next !== undefined && second !== undefined && !codes.has(next) && !summing(next) && next.row.key !== '' && codes.has(second)
}

/**
 * By the depth of numbering or of the recogniser. A row without depth ends a list; where the list after it starts anew
 * with a number it had before, that list breaks the row down. Rows led by "of which" stay with the row above.
 */
function parentsByDepth(entries: readonly Entry[], part: readonly string[]): Map<Entry, Entry> {
  const parents = new Map<Entry, Entry>()
  const open: Entry[] = []
  const seen = new Set<string>()
  let head: Entry | undefined
  for (const entry of entries) {
    const { depth, kind } = entry.row
    const number = numbering(entry.row.label, part)?.number
    if (summing(entry) || kind === 'unit') {
      open.length = 0
      head = undefined
    } else if (depth === undefined || (number === undefined && open.length === 0 && seen.size > 0)) {
      const above = open.at(-1)
      if (kind === 'part' && above) parents.set(entry, above)
      if (kind === 'part') continue
      open.length = 0
      const next = entries[entry.at + 1]
      const restart = next && next.lane === entry.lane ? numbering(next.row.label, part)?.number : undefined
      head = restart !== undefined && seen.has(restart) ? entry : undefined
    } else {
      while (open.length > 0 && (open.at(-1)?.row.depth ?? 0) >= depth) open.pop()
      const above = open.at(-1) ?? head
      if (above) parents.set(entry, above)
      open.push(entry)
      if (number !== undefined) seen.add(number)
    }
  }
  return parents
}

function looseParents(entries: readonly Entry[], parents: ReadonlyMap<Entry, Entry>): Map<Entry, Entry> {
  const loose = new Map<Entry, Entry>()
  let above: Entry | undefined
  for (const entry of entries) {
    if (summing(entry) || entry.row.kind === 'unit') above = undefined
    else if (entry.row.depth !== undefined) above = entry
    else if (above && above.lane === entry.lane && entry.row.kind === 'item' && !parents.has(entry)) loose.set(entry, above)
  }
  return loose
}
