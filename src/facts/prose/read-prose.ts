import { numberingLevel } from '../../source/numbering.ts'
import type { Item } from '../item.ts'
import type { Value } from '../value.ts'
import type { ProseContext, ProseReading, ProseText } from './prose-text.ts'
import { markBounds } from './reading/apart.ts'
import { changeClaims, markReasons, movements, type Movement } from './reading/changes.ts'
import { changeScope } from './reading/change-scope.ts'
import { changeSumClaims } from './reading/change-sums.ts'
import { claimItem, type Claim } from './reading/claim-item.ts'
import { compositions } from './reading/compositions.ts'
import { crossParagraphCompositions, type UntoldItems } from './reading/cross-paragraph.ts'
import { enumerationClaims } from './reading/enumerations.ts'
import { equationClaim, equations } from './reading/equations.ts'
import { factItem, statedFacts, type StatedFact } from './reading/facts.ts'
import { itemsListed } from './reading/items-listed.ts'
import { listedBelow } from './reading/listed-below.ts'
import { movedBy, movedSumClaims, type Moved } from './reading/moved-sums.ts'
import type { Sum } from './reading/overfull.ts'
import { paragraphOf, type Figure, type Paragraph } from './reading/paragraph.ts'
import { productClaims } from './reading/products.ts'
import { restatementClaims } from './reading/restatements.ts'
import { markBases, shareClaims } from './reading/shares.ts'
import { settleSubjects } from './reading/subjects.ts'
import { lateSumClaims, lateSums } from './reading/sums.ts'

/** Paragraphs of the same section are looked back on at most this far for a figure a sentence refers to. */
const LOOK_BACK = 3

interface Marked {
  readonly paragraph: Paragraph
  readonly moved: readonly Movement[]
}

/** Figures get their roles here, before any claim looks for its parts: written-out arithmetic, movements, reasons. */
function mark(text: ProseText, context: ProseContext): Marked & { readonly written: ReturnType<typeof equations> } {
  const paragraph = paragraphOf(text)
  const written = equations(paragraph, context.vocabulary)
  markBounds(paragraph, context.vocabulary)
  const moved = movements(paragraph, context.vocabulary)
  markReasons(paragraph, context.vocabulary)
  markBases(paragraph, context.vocabulary)
  return { paragraph, written, moved }
}

/** Whether a text can state anything: it has a figure or could list names. */
const mayState = (text: ProseText): boolean => text.prose && text.tokenised.tokens.some((token) => token.quantity !== undefined)

/** The changes of a paragraph; those of which it is sure what changed are noted in `known`. */
function changesOf({ paragraph, moved }: Marked, before: readonly Paragraph[], facts: readonly StatedFact[], context: ProseContext, known: Map<Figure, Moved>): Item[] {
  return moved.flatMap((movement): Item[] => {
    const claims = changeClaims(paragraph, before, movement, context.vocabulary)
    const [likeliest, ...others] = claims
    const isSure = likeliest?.to && (others.length === 0 || /^,?$/u.test(paragraph.shadow.text.slice(likeliest.to.at + 1, movement.anchor.from)))
    const by = likeliest?.to && isSure ? movedBy(paragraph, movement, likeliest.to, context.vocabulary) : undefined
    if (likeliest?.to && by) known.set(likeliest.to, by)
    const withScope = claims.map((claim): Claim => {
      const fact = claim.to && facts.find((stated) => stated.figure === claim.to)
      const more: Readonly<Record<string, () => Value>> = fact ? changeScope(paragraph, movement, fact, context) : {}
      return { ...claim, attributes: { ...claim.attributes, ...more } }
    })
    const item = claimItem(withScope)
    return item ? [item] : []
  })
}

/**
 * Facts and claims that the sentences of a disclosure state, each part with its exact range in the original string.
 * Readings of a claim are ordered from the likeliest; where nothing is sure enough there is no claim. Linear in the texts.
 */
export function readProse(texts: readonly ProseText[], context: ProseContext): ProseReading {
  const { vocabulary, year } = context
  const reading: { -readonly [Key in keyof ProseReading]: Item[] } = { facts: [], compositions: [], equations: [], shares: [], changes: [], enumerations: [], restatements: [] }
  const items = (claims: readonly (readonly Claim[])[]): Item[] => claims.flatMap((readings) => claimItem(readings) ?? [])
  const stated: { paragraph: Paragraph; fact: StatedFact }[] = []
  const section: { group: string | undefined; paragraphs: Paragraph[] } = { group: undefined, paragraphs: [] }
  const narrative: Paragraph[] = []
  const untold: UntoldItems = { after: new Map(), before: new Map() }
  let level: number | undefined
  const sums: Sum[] = []
  const known = new Map<Figure, Moved>()
  const close = (): void => {
    const across = crossParagraphCompositions(section.paragraphs, vocabulary, untold)
    sums.push(...across.flatMap((composition) => composition.sums))
    reading.compositions.push(...items(across.map(({ claims }) => claims)))
    section.paragraphs = []
  }
  for (const text of texts) {
    if (!mayState(text)) {
      level = text.prose || text.field === 'heading' ? numberingLevel(text.tokenised.text) : undefined
      continue
    }
    const marked = mark(text, context)
    const { paragraph } = marked
    const last = section.paragraphs.at(-1)
    if (last && level !== undefined) untold.after.set(last, level)
    if (text.group === undefined || text.group !== section.group) close()
    section.group = text.group
    const before = [...section.paragraphs].reverse().slice(0, LOOK_BACK)
    section.paragraphs.push(paragraph)
    if (level !== undefined) untold.before.set(paragraph, level)
    level = undefined
    if (text.field === 'paragraph') narrative.push(paragraph)
    const facts = statedFacts(paragraph, context)
    const composed = compositions(paragraph, before, vocabulary)
    stated.push(...facts.map((fact) => ({ paragraph, fact })))
    reading.compositions.push(...items(composed.map((composition) => composition.claims)), ...items(changeSumClaims(paragraph, vocabulary).map((claim) => [claim])))
    reading.equations.push(...items(marked.written.map((equation) => [equationClaim(paragraph, equation, vocabulary)])), ...items(lateSums(paragraph, vocabulary).map((sum) => lateSumClaims(paragraph, sum, vocabulary))), ...items(productClaims(paragraph, vocabulary)))
    reading.shares.push(...items(shareClaims({ paragraph, before, narrative: text.field === 'paragraph' ? narrative : section.paragraphs, sums: composed.flatMap((composition) => composition.sums), moved: marked.moved, vocabulary })))
    sums.push(...composed.flatMap((composition) => composition.sums))
    reading.changes.push(...changesOf(marked, before, facts, context, known))
    reading.enumerations.push(...items(enumerationClaims(paragraph, vocabulary)))
    reading.restatements.push(...items(restatementClaims(paragraph, year, vocabulary).map((claim) => [claim])))
  }
  close()
  reading.enumerations.push(...items(listedBelow(texts, context)), ...items(itemsListed(texts, context)))
  reading.compositions.push(...items(movedSumClaims(sums, known, vocabulary).map((claim) => [claim])))
  reading.facts.push(...settleSubjects(stated).map(({ paragraph, fact }) => factItem(paragraph, fact)))
  return reading
}
