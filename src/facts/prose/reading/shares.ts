import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Value } from '../../value.ts'
import { anchors, slotOf, type Anchor } from './anchors.ts'
import { alongside } from './alongside.ts'
import { otherWholes } from './borne-out.ts'
import { isStated } from './candidates.ts'
import { signOf, type Movement } from './changes.ts'
import { missing, nameOf, signAt, wordAt, type Claim } from './claim-item.ts'
import { addable } from './composition-parts.ts'
import { bare as bareLabel, isVague, sameLabel } from './label.ts'
import { listBase } from './list-base.ts'
import { isRatio, operandsOf, ratioClaims } from './ratios.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'
import { isOfAnotherBudget } from './planned.ts'
import { headedYear } from './said-scope.ts'
import { partOf, sentenceOf, subjectOf } from './share-part.ts'
import { budgetBehind, isPlan, spentAndLeft } from './unprinted-base.ts'
import { amountOf, basesOf, baseWords, isTooSmall, parallelShare } from './share-bases.ts'
import type { ShareReading } from './share-bases.ts'

const READINGS = 4
/** How many paragraphs above a list of shares its total may stand, in whatever section. */
const LOOK_BACK = 3

/** Marks the bases that shares print: they are no amounts of their own. */
export function markBases(paragraph: Paragraph, vocabulary: Vocabulary): void {
  for (const anchor of anchors(paragraph, 'share', vocabulary, { core: 'percent' })) {
    const base = amountOf(paragraph, anchor)
    if (base) base.role = 'base'
  }
}

/** A rate of completion among the shares and movements of its paragraph. */
interface Completion {
  readonly paragraph: Paragraph
  readonly anchor: Anchor
  readonly part: Figure
  readonly all: readonly Anchor[]
  readonly moved: readonly Movement[]
  readonly vocabulary: Vocabulary
}

/** The movement against the plan that follows a rate of completion, before the next one and at most one sentence on. */
function outcomeAfter({ paragraph, anchor, part, all, moved, vocabulary }: Completion): Movement | undefined {
  const next = all.find((other) => other.from > anchor.from)?.from ?? paragraph.shadow.text.length
  const sentence = sentenceOf(paragraph, anchor)
  const found = moved.find((movement) => movement.anchor.from >= anchor.to && movement.anchor.from < next && isPlan(movement.anchor) && sentenceOf(paragraph, movement.anchor) <= sentence + 1)
  if (!found || isOfAnotherBudget(paragraph, anchor, paragraph.shadow.text.slice(found.anchor.from, found.anchor.to), vocabulary)) return undefined
  // The sentence after it may speak of the whole that this was a part of.
  const subject = subjectOf(paragraph, found.anchor)
  return sentenceOf(paragraph, found.anchor) === sentence || isVague(subject, vocabulary) || isVague(part.label, vocabulary) || sameLabel(subject, part.label, vocabulary) ? found : undefined
}

/** Shares of a paragraph, each with its readings (one a base). A share whose base is not printed near has none. */
export function shareClaims(reading: Omit<ShareReading, 'all'> & { readonly moved: readonly Movement[] }): readonly (readonly Claim[])[] {
  const { paragraph, before, sums, moved, vocabulary } = reading
  // Under a heading of another year an amount of the same name is another one.
  const narrative = reading.narrative.filter((other) => [undefined, headedYear(paragraph)].includes(headedYear(other)) || headedYear(paragraph) === undefined)
  // A rate with a name of its own whose amounts are not printed may still be another share.
  const accept = (anchor: Anchor): boolean => !isRatio(anchor) || operandsOf(paragraph, anchor, vocabulary) !== undefined
  const found = anchors(paragraph, 'share', vocabulary, { core: 'percent', accept })
  const all = found.filter((anchor) => !isRatio(anchor))
  const ratios = found.filter(isRatio).map((anchor) => ratioClaims(paragraph, anchor, vocabulary))
  const read = all.flatMap((anchor) => {
    const percent = paragraph.figures.find((figure) => figure.at === slotOf(anchor, 'percent')?.from)
    const last = percent && partOf(paragraph, anchor, vocabulary)
    const part = last && alongside(paragraph, last, percent, vocabulary)
    return percent && part ? [{ anchor, percent, part, bases: basesOf({ paragraph, before, narrative, sums, all, vocabulary }, anchor, part).filter((base) => !isTooSmall(paragraph, anchor, { base, part, percent }, vocabulary)).slice(0, READINGS) }] : []
  })
  const lone = read.filter(({ anchor, bases }) => bases.length === 0 && !isPlan(anchor))
  const isBare = ({ anchor }: (typeof read)[number]): boolean => slotOf(anchor, 'base') === undefined
  const leaders = new Set(lone.filter(isBare).map(({ part }) => parallelShare({ paragraph, all, vocabulary }, part)?.anchor))
  const bare = lone.filter((share) => isBare(share) || leaders.has(share.anchor))
  const [first] = bare
  const above = first ? narrative.filter((other) => other !== paragraph).slice(-LOOK_BACK).reverse().flatMap(({ figures }) => figures.filter((figure) => figure.depth === 0 && isStated(figure) && addable(figure, first.part, vocabulary))) : []
  const listed = listBase(paragraph, bare, above)
  // After the last of a list the share may be that of the whole list, where no other member has one.
  const ofAnother = (anchor: Anchor, total: Figure): boolean => amountOf(paragraph, anchor) !== undefined || (!isVague(baseWords(paragraph, anchor), vocabulary) && !sameLabel(baseWords(paragraph, anchor), total.label, vocabulary))
  const listOf = ({ anchor, part }: (typeof read)[number]): Figure | undefined => sums.find((sum) => sum.members.length > 1 && sum.members.at(-1) === part && ofAnother(anchor, sum.total) && !all.some((other) => other !== anchor && other.from > sum.total.at && other.from < anchor.from))?.total
  // Where the very words name an amount, only another one of this name may be meant.
  const nameSaid = ({ anchor, bases }: (typeof read)[number]): string | undefined => {
    const words = bareLabel(baseWords(paragraph, anchor))
    return words.length > 1 && bases.some(({ label }) => bareLabel(label).endsWith(words)) ? words : undefined
  }
  return [...ratios, ...read.map((share): readonly Claim[] => {
    const { anchor, percent, part, bases } = share
    const near = missing(paragraph, anchor)
    const [called, plan] = [slotOf(anchor, 'base'), isPlan(anchor)]
    const derived = (): Value => (plan ? budgetBehind(paragraph, moved, part, vocabulary) : bare.includes(share) ? listed : undefined) ?? near
    const outcome = plan ? outcomeAfter({ paragraph, anchor, part, all, moved, vocabulary }) : undefined
    const span: Span = { from: part.at, to: anchor.to }
    const claim = (base: Figure | undefined, unprinted?: Value, whole: Figure = part): Claim => ({
      kind: 'share', paragraph, span,
      attributes: {
        part: () => whole.value, percent: () => percent.value, base: () => base?.value ?? unprinted ?? derived(),
        against: () => wordAt(paragraph, span, plan ? 'plan' : 'whole'),
        sign: () => (outcome ? signAt(paragraph, outcome.directionSpan, signOf(outcome.direction, vocabulary)) : near),
        name: () => nameOf(paragraph, whole, span, vocabulary), baseName: () => (base ? nameOf(paragraph, base, span, vocabulary) : called ? wordAt(paragraph, called) : near),
      },
    })
    const list = listOf(share)
    if (bases.length > 0) return [...bases.map((base) => claim(base)), ...(list ? bases.map((base) => claim(base, undefined, list)) : []), ...otherWholes([paragraph, ...before], { ...share, name: nameSaid(share) }, vocabulary).map((base) => claim(base))]
    const behind = plan && called === undefined ? spentAndLeft(paragraph, narrative, part, vocabulary) : []
    return behind.length > 0 ? behind.map((value) => claim(undefined, value)) : [claim(undefined)]
  })]
}
