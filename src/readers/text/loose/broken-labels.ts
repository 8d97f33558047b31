import { joinMapped } from '../../../source/mapped-text.ts'
import type { MappedText } from '../../../source/segment.ts'
import type { LooseGroup, LooseLine, LooseRow } from './assemble.ts'
import { besides, codeOf } from './beside.ts'
import { codesOf, isAmount, isCodeShaped } from './words.ts'
import type { Word } from './words.ts'

/** Rows whose labels were broken around the line with their code and figures, and the lines they are made of. */
interface Anchor {
  readonly line: LooseLine
  readonly groups: readonly AnchorGroup[]
  /** A group with a code lacks its label: it stands in the lines around. */
  readonly bare: boolean
  readonly fixed: boolean
}

interface AnchorGroup {
  readonly code?: readonly Word[]
  readonly labels: readonly Word[]
  readonly figures: readonly Word[]
}

const FEWEST_CODED = 2
const MOST_HEAD_LINES = 4
const LONGEST_PIECE = 24
const SHORTEST_CODE = 3

/**
 * Rows of a table of codes some of whose labels are broken over lines, with the code and the figures on the line in the middle:
 * as many lines of the label stand above it as below. `above` and `below` are lines around the stretch, of which the first and
 * the last row may take some. Undefined where no code stands without a label, or the lines cannot be divided so.
 */
export function brokenRows(stretch: readonly LooseLine[], above: readonly LooseLine[], below: readonly LooseLine[]): readonly LooseRow[] | undefined {
  if (!printsAmounts(stretch)) return undefined
  const parsed = stretch.map((line) => ({ line, groups: groupsOf(line) }))
  const anchors: Anchor[] = parsed.filter(({ groups }) => isAnchor(groups)).map((one) => ({ ...one, bare: bareGroups(one.groups).length > 0, fixed: one.groups.every(({ code }) => code === undefined) }))
  const full = anchors.filter(({ groups }) => groups.some(({ code, labels }) => code !== undefined && labels.length > 0)).length
  if (full < FEWEST_CODED || !anchors.some(({ bare }) => bare)) return undefined
  const gaps: LooseLine[][] = [above.slice(-MOST_HEAD_LINES)]
  for (const { line, groups } of parsed) {
    if (isAnchor(groups)) gaps.push([])
    else gaps.at(-1)?.push(line)
  }
  const inner = gaps.slice(1).flat()
  // Lines before the first row of the stretch begin with a code or figures: then they are no pieces of a label.
  const first = parsed.findIndex(({ groups }) => isAnchor(groups))
  if (first !== 0 || inner.some(({ words, line }) => words.some(({ kind }) => kind === 'figure') || line.text.text.length > LONGEST_PIECE)) return undefined
  gaps[gaps.length - 1] = [...(gaps.at(-1) ?? []), ...below]
  const shares = divided(anchors, gaps.map((gap) => gap.length))
  if (shares === undefined) return undefined
  const rows = anchors.map((anchor, i) => {
    const [before = [], after = []] = gaps.slice(i, i + 2)
    const { heads = 0, tails = 0, unsure = false } = shares[i] ?? {}
    return rowOf(anchor, { heads: before.slice(before.length - heads), tails: after.slice(0, tails), unsure })
  })
  return rows.some(({ groups }) => groups.length > 1) ? besides(rows) : rows
}

/** The stretch prints money with separators or decimals: a plain number of three, five or seven digits is no figure of it. */
function printsAmounts(stretch: readonly LooseLine[]): boolean {
  const figures = stretch.flatMap(({ words }) => words.filter(({ kind, text }) => kind === 'figure' && /[1-9]/.test(text.text) && !isCodeShaped(text.text)))
  return figures.length > 0 && figures.every(({ text }) => isAmount(text.text) || /^\d{1,2}$/.test(text.text))
}

const isAnchor = (groups: readonly AnchorGroup[]): boolean => groups.some(({ code, figures }) => code !== undefined || figures.length > 0)

const bareGroups = (groups: readonly AnchorGroup[]): readonly AnchorGroup[] => groups.filter(({ code, labels }) => code !== undefined && labels.length === 0)

/** The words of a line as codes, labels and figures of the tables that stand side by side. */
function groupsOf({ words }: LooseLine): readonly AnchorGroup[] {
  const groups: { code?: readonly Word[]; labels: Word[]; figures: Word[] }[] = []
  for (let at = 0; at < words.length; ) {
    const last = groups.at(-1)
    const named = codesOf(words.slice(at))
    const word = words[at] as Word
    const code = named.length > 0 ? named : isBareCode(words, at) ? [word] : []
    if (code.length > 0 && (last === undefined || last.figures.length > 0 || last.code !== undefined)) groups.push({ code, labels: [], figures: [] })
    else if (word.kind === 'figure' && last !== undefined) last.figures.push(word)
    else if (word.kind === 'figure' || last === undefined || last.figures.length > 0) groups.push({ labels: word.kind === 'figure' ? [] : [word], figures: word.kind === 'figure' ? [word] : [] })
    else last.labels.push(word)
    at += Math.max(1, code.length)
  }
  return groups
}

/** A number that looks like a code, at the beginning of a table, with figures or nothing right of it. */
function isBareCode(words: readonly Word[], at: number): boolean {
  const [word, next, after] = words.slice(at)
  if (word === undefined || !isCodeShaped(word.text.text)) return false
  // After a label without a figure the table beside begins with its code; a number of three digits may be part of the label.
  if (at > 0 && words[at - 1]?.kind === 'text') return word.text.text.length > SHORTEST_CODE && isAmount(next?.text.text ?? '') && isCodeShaped(words[0]?.text.text ?? '')
  if (next === undefined) return at === 0
  return isAmount(next.text.text) || next.text.text === '0' || (isCodeShaped(next.text.text) && after?.kind === 'text')
}

interface Share {
  readonly heads: number
  readonly tails: number
  readonly unsure: boolean
}

const IMPOSSIBLE = 1000

/** What it costs to believe that so many lines of a row's label stand above and below the line of its figures. */
function costOf({ bare, fixed }: Anchor, heads: number, tails: number): number {
  if (fixed) return heads + tails === 0 ? 0 : IMPOSSIBLE
  if (bare && heads === 0) return IMPOSSIBLE
  if (heads === tails) return 0
  if (!bare && heads === 0) return tails
  return heads === tails + 1 && bare ? 2 : IMPOSSIBLE
}

/** Divides the lines between rows so that it costs least; rows that another division as cheap reads otherwise are unsure. */
function divided(anchors: readonly Anchor[], gaps: readonly number[]): readonly Share[] | undefined {
  const low = cheapest(anchors, gaps, false)
  const high = cheapest(anchors, gaps, true)
  return low?.map(({ heads, tails }, i) => ({ heads, tails, unsure: heads !== high?.[i]?.heads || tails !== high[i]?.tails }))
}

function cheapest(anchors: readonly Anchor[], gaps: readonly number[], most: boolean): readonly { heads: number; tails: number }[] | undefined {
  // For each row and number of lines above its figures, what it and the rows below it cost at the least.
  const costs: number[][] = anchors.map(() => [])
  const tailsAt: number[][] = anchors.map(() => [])
  for (let i = anchors.length - 1; i >= 0; i -= 1) {
    const isLast = i === anchors.length - 1
    for (let heads = 0; heads <= (gaps[i] ?? 0); heads += 1) {
      let best = Infinity
      const available = gaps[i + 1] ?? 0
      for (let tails = 0; tails <= available; tails += 1) {
        const rest = isLast ? 0 : (costs[i + 1]?.[available - tails] ?? Infinity)
        const cost = costOf(anchors[i] as Anchor, heads, tails) + rest
        if (cost < best || (most && cost === best)) {
          best = cost
          ;(tailsAt[i] as number[])[heads] = tails
        }
      }
      ;(costs[i] as number[])[heads] = best
    }
  }
  const starts = costs[0] ?? []
  const best = Math.min(...starts)
  if (best >= IMPOSSIBLE) return undefined
  let heads = most ? starts.lastIndexOf(best) : starts.indexOf(best)
  return anchors.map((_, i) => {
    const tails = tailsAt[i]?.[heads] ?? 0
    const own = { heads, tails }
    heads = (gaps[i + 1] ?? 0) - tails
    return own
  })
}

interface Pieces {
  readonly heads: readonly LooseLine[]
  readonly tails: readonly LooseLine[]
  readonly unsure: boolean
}

/** A row with the pieces of its label: they belong to the one group that has none, or each word to one of them. */
function rowOf({ line, groups }: Anchor, { heads, tails, unsure }: Pieces): LooseRow {
  const bare = bareGroups(groups)
  const pieces = [...heads, ...tails]
  const perGroup = bare.length > 1 && pieces.every(({ words }) => words.length === bare.length)
  const owner = bare.length > 0 ? bare[0] : groups.length === 1 ? groups[0] : undefined
  const doubtful = unsure || (pieces.length > 0 && owner === undefined) || (bare.length > 1 && !perGroup)
  const taking = owner ?? groups[0]
  const textOf = ({ line: { text }, words }: LooseLine, group: AnchorGroup): MappedText | undefined => (perGroup ? words[bare.indexOf(group)]?.text : text)
  const read = groups.map((group): LooseGroup => {
    const takes = perGroup ? bare.includes(group) : group === taking
    const around = (lines: readonly LooseLine[]): MappedText[] => (takes ? lines.map((piece) => textOf(piece, group)).filter((text) => text !== undefined) : [])
    return { ...(group.code && { code: codeOf(group.code) }), label: joinMapped([...around(heads), ...group.labels.map(({ text }) => text), ...around(tails)]), figures: group.figures }
  })
  return { groups: read, lines: [...heads, line, ...tails].map(({ at }) => at), ...(doubtful && { doubtful: true as const }) }
}
