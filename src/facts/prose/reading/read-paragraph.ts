import { wordsOf } from '../pattern/word-list.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Item } from '../../item.ts'
import { once } from '../../once.ts'
import type { Value } from '../../value.ts'
import type { ProseContext, ProseText } from '../prose-text.ts'
import { markBounds } from './apart.ts'
import { changeScope } from './change-scope.ts'
import { changeSumClaims } from './change-sums.ts'
import { changeClaims, movements, type Movement } from './changes.ts'
import { claimItem, type Claim } from './claim-item.ts'
import { compositions } from './compositions.ts'
import { crossParagraphCompositions } from './cross-paragraph.ts'
import { enumerationClaims } from './enumerations.ts'
import { equationClaim, equations } from './equations.ts'
import type { StatedFact } from './facts.ts'
import { movedBy, type Moved } from './moved-sums.ts'
import type { Narrative } from './narrative.ts'
import type { Sum } from './overfull.ts'
import { parallelClaim, parallelSums } from './parallel-items.ts'
import { paragraphOf, type Figure, type Paragraph } from './paragraph.ts'
import { productClaims } from './products.ts'
import { markReasons } from './reasons.ts'
import { restClaims } from './rest-counts.ts'
import { restatementClaims } from './restatements.ts'
import { markBases, shareClaims } from './shares.ts'
import { lateSumClaims, lateSums } from './sums.ts'

/** A paragraph with what is found before any claim looks for its parts. */
export interface Marked {
  readonly paragraph: Paragraph
  readonly moved: readonly Movement[]
  readonly written: ReturnType<typeof equations>
}

/** Figures get their roles here and nowhere else: written-out arithmetic, movements, reasons. */
export function markParagraph(text: ProseText, vocabulary: Vocabulary): Marked {
  const paragraph = paragraphOf(text)
  const written = equations(paragraph, vocabulary)
  markBounds(paragraph, vocabulary)
  const moved = movements(paragraph, vocabulary)
  markCompared(paragraph, vocabulary)
  markReasons(paragraph, vocabulary)
  markBases(paragraph, vocabulary)
  return { paragraph, written, moved }
}

/** "Compared with the 68 of last year", "3 above the 68 planned": what something is compared with, whatever moved, and by how much it is apart. */
function markCompared({ figures, shadow: { text } }: Paragraph, vocabulary: Vocabulary): void {
  const [heads, ends] = [wordsOf(vocabulary, 'compared-heads'), wordsOf(vocabulary, 'compared-ends')]
  const beyond = wordsOf(vocabulary, 'compared-openers')
  for (const [at, figure] of figures.entries()) {
    const before = figures[at - 1]
    // "Above the budget of 142 by 3": by how much, right behind what it is compared with.
    if (figure.role === 'stated' && before?.at === figure.at - 1 && before.quantity.unit.dimension === figure.quantity.unit.dimension && beyond.test(before.label)) figure.role = 'difference'
  }
  for (const figure of figures) if (figure.role === 'stated' && heads.test(figure.label) && ends.test(text.slice(figure.at + 1, figure.at + COMPARED))) figure.role = 'base'
}

/** How far after a figure the words may end that compare with it. */
const COMPARED = 6

/** What a paragraph states, as far as that hangs on itself and the few paragraphs before it: each kind is looked for when it is first asked for. */
export interface ReadParagraph {
  readonly marked: Marked
  readonly sums: () => readonly Sum[]
  readonly compositions: () => readonly Item[]
  readonly equations: () => readonly Item[]
  readonly changes: () => readonly Item[]
  readonly enumerations: () => readonly Item[]
  readonly restatements: () => readonly Item[]
  /** Figures of which it is sure by how much they changed. */
  readonly moved: () => readonly (readonly [Figure, Moved])[]
}

const items = (claims: readonly (readonly Claim[])[]): Item[] => claims.flatMap((readings) => claimItem(readings) ?? [])

/** `facts`: those the paragraph states. `before`: paragraphs before it in its section, nearest first. */
export function readParagraph(marked: Marked, facts: readonly StatedFact[], context: ProseContext, ...before: readonly Paragraph[]): ReadParagraph {
  const { paragraph, written } = marked
  const { vocabulary, year } = context
  const composed = once(() => compositions(paragraph, before, vocabulary))
  const changed = once(() => changesOf(marked, before, facts, context))
  return {
    marked,
    sums: () => composed().flatMap((composition) => composition.sums),
    compositions: once(() => [...items(composed().map((composition) => composition.claims)), ...items(changeSumClaims(paragraph, vocabulary).map((claim) => [claim])), ...items(parallelSums(paragraph, vocabulary).filter((sum) => !composed().some(({ sums }) => sums.some(({ total }) => total === sum.total))).map((sum) => [parallelClaim(paragraph, sum, vocabulary)]))]),
    equations: once(() => [...items(written.map((equation) => [equationClaim(paragraph, equation, vocabulary)])), ...items(lateSums(paragraph, vocabulary).map((sum) => lateSumClaims(paragraph, sum, vocabulary))), ...items(productClaims(paragraph, vocabulary)), ...items(restClaims(paragraph, vocabulary))]),
    changes: () => changed().changes,
    moved: () => changed().moved,
    enumerations: once(() => items(enumerationClaims(paragraph, vocabulary))),
    restatements: once(() => items(restatementClaims(paragraph, year, vocabulary).map((claim) => [claim]))),
  }
}

function changesOf({ paragraph, moved }: Marked, before: readonly Paragraph[], facts: readonly StatedFact[], context: ProseContext): { readonly changes: readonly Item[]; readonly moved: readonly (readonly [Figure, Moved])[] } {
  const known: (readonly [Figure, Moved])[] = []
  const changes = moved.flatMap((movement): Item[] => {
    const claims = changeClaims(paragraph, before, movement, context.vocabulary)
    const [likeliest, ...others] = claims
    const isSure = likeliest?.to && (others.length === 0 || /^,?$/u.test(paragraph.shadow.text.slice(likeliest.to.at + 1, movement.anchor.from)))
    const by = likeliest?.to && isSure ? movedBy(paragraph, movement, likeliest.to, context.vocabulary) : undefined
    if (likeliest?.to && by) known.push([likeliest.to, by])
    const withScope = claims.map((claim): Claim => {
      const fact = claim.to && facts.find((stated) => stated.figure === claim.to)
      const more: Readonly<Record<string, () => Value>> = fact ? changeScope(paragraph, movement, fact, context) : {}
      return { ...claim, attributes: { ...claim.attributes, ...more } }
    })
    const item = claimItem(withScope)
    return item ? [item] : []
  })
  return { changes, moved: known }
}

/** The shares of a paragraph: their bases may stand anywhere in what is told up to it. */
export function readShares({ marked: { paragraph, moved }, sums }: ReadParagraph, told: Narrative, vocabulary: Vocabulary, ...before: readonly Paragraph[]): readonly Item[] {
  return items(shareClaims({ paragraph, before, narrative: told.paragraphs, sums: sums(), moved, vocabulary }))
}

/** A paragraph of a section, with the levels of numbered lines right before and after it that state nothing. */
export interface PlacedParagraph {
  readonly paragraph: Paragraph
  readonly before: number | undefined
  readonly after: number | undefined
}

/** What only the paragraphs of a section together state. */
export function readSection(vocabulary: Vocabulary, ...placed: readonly PlacedParagraph[]): { readonly sums: readonly Sum[]; readonly compositions: readonly Item[] } {
  const levels = (side: 'before' | 'after') => new Map(placed.flatMap(({ paragraph, [side]: level }) => (level === undefined ? [] : [[paragraph, level] as const])))
  const across = crossParagraphCompositions(placed.map(({ paragraph }) => paragraph), vocabulary, { before: levels('before'), after: levels('after') })
  return { sums: across.flatMap((composition) => composition.sums), compositions: items(across.map(({ claims }) => claims)) }
}
