import { joinMapped, sliceMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { TableColumn, TableRole } from '../../vocabulary/types.ts'
import { foldText } from '../label.ts'
import type { Lexicon } from '../lexicon.ts'
import { mendedHeadings } from './heading-pieces.ts'
import type { MendedHeadings } from './heading-pieces.ts'

/** The columns of figures that headings name, in order, for each lane; the headings of codes and labels where they are printed. */
export interface HeadingPlan {
  readonly lanes: readonly LanePlan[]
}

export interface LanePlan {
  readonly code?: MappedText
  readonly label?: MappedText
  readonly figures: readonly Heading[]
}

/** A printed heading and the column of the role it names. */
export interface Heading {
  readonly text: MappedText
  readonly key: string
  /** The name is also that of a group of columns, and may be meant so. */
  readonly group?: true
  /** It was printed in pieces above and below the others: where its column stands among theirs is not known. */
  readonly floating?: true
}

interface Named {
  readonly folded: string
  readonly key?: string
  readonly is: TableColumn['is'] | 'group' | 'filler'
}

interface Found extends Named {
  readonly text: MappedText
}

/**
 * Reads the headings of a table out of their bare text, where lines and blanks no longer say how they are divided: known names
 * of the role's columns, the longest first. Undefined where anything printed is not known: then nobody can count the columns.
 */
export function headingPlan(parts: readonly MappedText[], { role, lexicon, inColumns }: HeadingContext): HeadingPlan | undefined {
  const names = namesOf(role, lexicon)
  const { parts: whole, floating } = inColumns ? { parts, floating: [] } : mended(parts, names)
  const scanned = scan(joinMapped(whole, '\n'), names)
  const found = scanned === undefined || inColumns ? scanned : unlevelled(scanned, role)
  if (found === undefined || (!inColumns && isJumbled(found, role))) return undefined
  const lanes: { code?: MappedText; label?: MappedText; figures: Heading[] }[] = [{ figures: [] }]
  const fixed = role.lanes?.length ?? 1
  for (const one of found) {
    const last = lanes.at(-1)
    if (last === undefined || one.is === 'group' || one.is === 'filler' || one.is === 'text') continue
    if (one.is === 'code' || one.is === 'label') {
      const printed = one.is === 'code' ? last.code : last.label
      // Headings come back for a lane that stands beside; else they are printed below those of the figures.
      if (last.figures.length > 0 && (printed !== undefined || fixed > 1)) lanes.push({ [one.is]: one.text, figures: [] })
      else last[one.is] ??= one.text
      continue
    }
    const key = laneKey(one, role, lanes.length - 1)
    const group = childrenOf(one.folded, role).size > 0
    if (key === undefined && !group) return undefined
    if (key === undefined) continue
    // Of two names for one column in a lane, one is that of a group: a word for totals never is.
    const again = last.figures.findIndex((heading) => heading.key === key)
    if (again >= 0 && isTotalWord(last.figures[again]?.text.text ?? '', lexicon)) continue
    if (again >= 0) last.figures.splice(again, 1)
    last.figures.push({ text: one.text, key, ...(group && { group: true as const }) })
  }
  if (fixed === 1 && lanes.at(-1)?.figures.length === 0) lanes.pop()
  const complete = (fixed === 1 || lanes.length === fixed) && lanes.length > 0 && lanes.every(({ figures }) => figures.length > 0 && totalsFirst(figures, role, inColumns))
  const alike = fixed > 1 || lanes.every(({ figures }) => figures.map(({ key }) => key).join() === lanes[0]?.figures.map(({ key }) => key).join())
  if (!complete || !alike) return undefined
  return floating.length === 0 ? { lanes } : withFloating(lanes, floating, { role, names })
}

function mended(parts: readonly MappedText[], names: readonly Named[]): MendedHeadings {
  const figures = names.filter(({ is, key }) => key !== undefined && isFigure(is))
  const others = names.filter(({ is }) => is === 'code' || is === 'label').map(({ folded }) => folded)
  return mendedHeadings(parts, {
    others,
    isKnown: (folded) => scan({ text: folded, segments: [] }, names) !== undefined,
    isFigure: (folded) => figures.some((name) => name.folded === folded),
    begins: (folded) => figures.some((name) => name.folded.startsWith(folded)),
  })
}

/** The plan with headings whose place is not known: they are put where the role has them, and marked. */
function withFloating(lanes: readonly LanePlan[], floating: readonly MappedText[], { role, names }: { readonly role: TableRole; readonly names: readonly Named[] }): HeadingPlan | undefined {
  const [lane, ...more] = lanes
  if (lane === undefined || more.length > 0) return undefined
  const order = Object.keys(role.columns)
  const figures = [...lane.figures]
  for (const text of floating) {
    const key = names.find(({ folded, key }) => key !== undefined && folded === foldText(text.text))?.key
    if (key === undefined || figures.some((heading) => heading.key === key)) return undefined
    const before = figures.findIndex((heading, i) => i > 0 && order.indexOf(heading.key) > order.indexOf(key))
    figures.splice(before < 0 ? figures.length : before, 0, { text, key, floating: true })
  }
  return { lanes: [{ ...lane, figures }] }
}

function isTotalWord(text: string, lexicon: Lexicon): boolean {
  return lexicon.words('grid', 'total').has(foldText(text))
}

/** What a heading is read for. */
export interface HeadingContext {
  readonly role: TableRole
  readonly lexicon: Lexicon
  /** The headings were told apart by their columns, so that their order is that of the columns. */
  readonly inColumns: boolean
}

/**
 * Headings of a lower level that were copied after those of the upper one, put where the heading above them stands. Undefined where
 * not all that was copied after the first of them is known to stand below some heading.
 */
function unlevelled(found: readonly Found[], role: TableRole): readonly Found[] | undefined {
  let all = found
  for (const one of found) {
    if (one.key !== undefined) continue
    const children = childrenOf(one.folded, role)
    const rest = all.slice(all.indexOf(one) + 1)
    const figures = rest.filter(({ is }) => isFigure(is))
    const first = figures.findIndex(({ folded }) => children.has(folded))
    if (first <= 0) continue
    if (!figures.slice(first).every((other) => found.some(({ folded, key }) => key === undefined && childrenOf(folded, role).has(other.folded)))) return undefined
    const own = figures.filter(({ folded }) => children.has(folded))
    all = [...all.slice(0, all.indexOf(one) + 1), ...own, ...rest.filter((other) => !own.includes(other))]
  }
  return all
}

/**
 * Whether headings of several levels may have been copied level by level: then their order is not that of the columns. Seen by a
 * group whose parts are not printed right after it, and by words of a group after the first heading of figures.
 */
function isJumbled(found: readonly Found[], role: TableRole): boolean {
  const first = found.findIndex(({ is }) => isFigure(is))
  return found.some((one, i) => {
    if (one.is === 'filler') return first >= 0 && i > first
    const children = childrenOf(one.folded, role)
    const own = found.flatMap((other, k) => (k > i && isFigure(other.is) && children.has(other.folded) ? [k] : []))
    const last = own.at(-1)
    return last !== undefined && found.slice(i + 1, last).some((other) => isFigure(other.is) && !children.has(other.folded))
  })
}

const isFigure = (is: Named['is']): boolean => is !== 'group' && is !== 'filler' && is !== 'text' && is !== 'code' && is !== 'label'

/** A total stands left of its parts, and of all other figures where headings have lost their columns. */
function totalsFirst(figures: readonly Heading[], role: TableRole, inColumns: boolean): boolean {
  const partsAfter = figures.every(({ key }, i) => figures.slice(0, i).every((before) => !role.columns[key]?.sumOf?.includes(before.key)))
  return partsAfter && (inColumns || figures.slice(1).every(({ key }) => role.columns[key]?.sumOf === undefined || figures[0]?.key === figureTotal(role)))
}

/** The column of a role that is the total of all: its first total. */
function figureTotal(role: TableRole): string | undefined {
  return Object.entries(role.columns).find(([key, column]) => column.is === 'amount' && (column.sumOf !== undefined || role.rows?.total?.includes(key)))?.[0]
}

/** The same heading may be a column of either lane (收入/决算数, 支出/决算数). */
function laneKey(found: Found, role: TableRole, lane: number): string | undefined {
  const own = role.lanes?.[lane]?.columns
  if (own === undefined) return found.key
  return Object.entries(role.columns).find(([key, column]) => own.includes(key) && column.is !== 'label' && leaves(key, column).includes(found.folded))?.[0]
}

/** Headings that stand below a heading of a group. */
function childrenOf(folded: string, role: TableRole): ReadonlySet<string> {
  if (role.lanes?.some(({ label }) => foldText(label) === folded)) return new Set()
  const paths = Object.values(role.columns).flatMap((column) => (column.names ?? []).filter((name) => name.includes('/')).map((name) => name.split('/').map(foldText)))
  return new Set(paths.flatMap((path) => (path[0] === folded ? path.slice(1) : [])))
}

function leaves(key: string, column: TableColumn): readonly string[] {
  return [key, ...(column.names ?? [])].flatMap((name) => [foldText(name.split('/').at(-1) ?? ''), foldText(name.replaceAll('/', ''))])
}

/** All that may stand in the headings of a role: its columns, groups of them, lanes, and words any table has. */
function namesOf(role: TableRole, lexicon: Lexicon): readonly Named[] {
  const columns = Object.entries(role.columns).flatMap(([key, column]) => leaves(key, column).map((folded): Named => ({ folded, key, is: column.is })))
  const groups = Object.values(role.columns).flatMap((column) => (column.names ?? []).flatMap((name) => name.split('/').slice(0, -1)))
  const grid = lexicon.vocabulary.forms.get('grid')?.fields ?? {}
  const words = Object.entries(grid).flatMap(([kind, list]) => list.map((word): Named => ({ folded: foldText(word), is: kind === 'code' ? 'code' : kind === 'label' ? 'label' : kind === 'text' ? 'text' : kind === 'index' ? 'index' : kind === 'lane' ? 'filler' : 'group' })))
  const lanes = (role.lanes ?? []).map(({ label }) => label)
  const funds = Object.values(role.scope ?? {}).flatMap((word) => [word, ...lanes.map((lane) => `${word}${lane}`)])
  const spans = [...lanes, ...groups, ...funds, ...role.titles.map((title) => title.slice(0, -1))].map((word): Named => ({ folded: foldText(word), is: 'group' }))
  const fillers = lexicon.fillers.map((word): Named => ({ folded: foldText(word), is: 'filler' }))
  const known = new Map<string, Named>()
  for (const name of [...columns, ...spans, ...words, ...fillers]) if (name.folded !== '' && !known.has(name.folded)) known.set(name.folded, name)
  return [...known.values()].sort((a, b) => b.folded.length - a.folded.length)
}

const YEAR = /^(?:19|20)\d\d年?度?/
const BRACKETED = /^\([^()]*\)/
const SKIPPED = /^[\d+=\-、:,，。.*/]/

function scan(text: MappedText, names: readonly Named[]): readonly Found[] | undefined {
  const { folded, at } = foldedWithPlaces(text.text)
  const found: Found[] = []
  for (let i = 0; i < folded.length; ) {
    const rest = folded.slice(i)
    const skipped = YEAR.exec(rest) ?? BRACKETED.exec(rest)
    const name = names.find((one) => rest.startsWith(one.folded))
    if (name === undefined && skipped === null && !SKIPPED.test(rest)) return undefined
    const length = name?.folded.length ?? skipped?.[0].length ?? 1
    if (name !== undefined) found.push({ ...name, text: withoutBreaks(sliceMapped(text, at[i] ?? 0, (at[i + length - 1] ?? 0) + 1)) })
    i += length
  }
  return found
}

/** A heading broken over lines, in one piece. */
function withoutBreaks(text: MappedText): MappedText {
  if (!/\s/.test(text.text)) return text
  return joinMapped([...text.text.matchAll(/\S+/g)].map((piece) => sliceMapped(text, piece.index, piece.index + piece[0].length)))
}

/** A text as it is compared, and where each of its characters stands. */
function foldedWithPlaces(text: string): { readonly folded: string; readonly at: readonly number[] } {
  let folded = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    for (const character of foldText(text[i] ?? '')) {
      folded += character
      at.push(i)
    }
  }
  return { folded, at }
}
