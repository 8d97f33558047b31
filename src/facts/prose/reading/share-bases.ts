import type { Vocabulary } from '../../../vocabulary/types.ts'
import { compareValues } from '../../amounts/index.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { atStageOf, budgetsOf } from './budget-bases.ts'
import { anchors, slotOf, type Anchor } from './anchors.ts'
import { isTermOf, totalBefore, wholeBefore } from './apart.ts'
import { candidates, isStated } from './candidates.ts'
import { addable, ofOtherSide, stageOf } from './composition-parts.ts'
import type { Sum } from './overfull.ts'
import { bare as bareLabel, core, holding, isVague, sameLabel } from './label.ts'
import { openingBase } from './list-base.ts'
import { topicSaid } from './list-heads.ts'
import { calledElsewhere, namedElsewhere } from './named-elsewhere.ts'
import { namesMore } from './names-more.ts'
import { openedBy } from './opened-by.ts'
import type { Figure, Paragraph } from './paragraph.ts'
import { said } from './said-scope.ts'
import { hasBareShare, partOf, sentenceOf } from './share-part.ts'
import { isPlan } from './unprinted-base.ts'
import { isPartYear, isReached, ofItsYear, wholeNamed } from './within.ts'

/** What may stand between an amount and its share: a comma, a remark in brackets. */
const BETWEEN = /^(?:\([^()]*\))?[,\u3001(]?$/u

/** Whether a figure has a share of its own right after it: it is a member then, hardly a base. Asked of the same figures for every share, and told once. */
const isMember = (paragraph: Paragraph, figure: Figure, all: readonly Anchor[], vocabulary: Vocabulary): boolean => {
  const known = membersAmong.get(all) ?? new Map<Figure, boolean>()
  membersAmong.set(all, known)
  let member = known.get(figure)
  if (member === undefined) known.set(figure, (member = hasBareShare(paragraph, figure, vocabulary) || all.some((anchor) => isShareBeside(paragraph, figure, anchor, vocabulary))))
  return member
}
const membersAmong = new WeakMap<readonly Anchor[], Map<Figure, boolean>>()

function isShareBeside(paragraph: Paragraph, figure: Figure, anchor: Anchor, vocabulary: Vocabulary): boolean {
  if (anchor.from <= figure.at) return false
  const base = slotOf(anchor, 'base')
  const opens = base === undefined && lastBefore(paragraph, anchor) === figure && opensSegment(paragraph, figure, vocabulary)
  if (!opens && !BETWEEN.test(paragraph.shadow.text.slice(figure.at + 1, anchor.from))) return false
  return (base === undefined || isVague(paragraph.shadow.text.slice(base.from, base.to), vocabulary)) && figure.sentence === sentenceOf(paragraph, anchor)
}

/** The last amount stated before a share in its part of the sentence; what it moved by is none. */
function lastBefore(paragraph: Paragraph, anchor: Anchor): Figure | undefined {
  if (!lastOf.has(anchor)) {
    const segment = paragraph.segments.findIndex((span) => span.from <= anchor.from && anchor.from < span.to)
    lastOf.set(anchor, paragraph.figures.findLast((figure) => figure.at < anchor.from && figure.segment === segment && figure.depth === 0 && isStated(figure)))
  }
  return lastOf.get(anchor)
}
const lastOf = new WeakMap<Anchor, Figure | undefined>()

/** Whether a figure is said to be a share of what these words name: a part of it, not the thing itself. */
const isPartOf = ({ paragraph, all, vocabulary }: ShareReading, figure: Figure, words: string): boolean => all.some((anchor) => {
  const base = slotOf(anchor, 'base')
  if (base === undefined || anchor.from <= figure.at || bareLabel(paragraph.shadow.text.slice(base.from, base.to)) !== bareLabel(words)) return false
  // A part that the words before the share call by another name is the first amount of its part of the sentence.
  const part = partOf(paragraph, anchor, vocabulary)
  const segment = paragraph.segments.findIndex((span) => span.from <= anchor.from && anchor.from < span.to)
  return part === figure || (part === undefined && paragraph.figures.find((other) => other.segment === segment && isStated(other)) === figure)
})

/** Whether a figure is what each gets, and the words say nothing of each. */
const isEach = (label: string, words: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'per-head-words').test(label) && !wordsOf(vocabulary, 'per-head-words').test(words)

/** The earlier figure of the paragraph that the words of the base name best, the nearest of equals. */
function named(reading: ShareReading, words: string, part: Figure): readonly Figure[] {
  const { paragraph, vocabulary } = reading
  const all = paragraph.figures.filter((figure) => figure.at < part.at && figure.depth <= part.depth && isStated(figure) && addable(figure, part, vocabulary) && sameLabel(words, figure.label, vocabulary) && !isEach(figure.label, words, vocabulary)
    && !isPartOf(reading, figure, words) && !namesMore(figure.label, words, vocabulary) && !ofOtherSide(figure.label, words, vocabulary))
  // Its very words name it surely, whoever's it is; a longer name may be that of a part of what is meant.
  const same = all.filter((figure) => bareLabel(holding(figure.label, vocabulary)).endsWith(bareLabel(words)))
  if (same.length > 0) return mostAlike(same, part).map((figure) => atStageOf(paragraph, figure, part, vocabulary))
  // What only begins with them is a kind of it: procurement of services is not all procurement.
  const ending = all.filter((figure) => core(figure.label, vocabulary).endsWith(core(words, vocabulary)))
  const pool = ending.length > 0 ? ending : all
  const apart = (figure: Figure): number => Math.abs(core(figure.label, vocabulary).length - core(words, vocabulary).length)
  const least = Math.min(...pool.map(apart))
  return pool.filter((figure) => apart(figure) === least).slice(-1).map((figure) => atStageOf(paragraph, figure, part, vocabulary))
}

/** Of figures called by the same words the last of those whose label has the longest opening in common with the part's ("debt of the whole city"). */
function mostAlike(figures: readonly Figure[], part: Figure): readonly Figure[] {
  const own = bareLabel(part.label)
  const inCommon = ({ label }: Figure): number => {
    const words = bareLabel(label)
    const end = [...words].findIndex((_, at) => !own.includes(words.slice(0, at + 1)))
    return end < 0 ? words.length : end
  }
  const most = Math.max(...figures.map(inCommon))
  return figures.filter((figure) => inCommon(figure) === most).slice(-1)
}

/** The base that the share prints itself: "27% of the budget of 10". */
export const amountOf = (paragraph: Paragraph, anchor: Anchor): Figure | undefined => paragraph.figures.find((figure) => figure.at === slotOf(anchor, 'amount')?.from)

/** The words a share names its base by; none where it only says "of it". */
export function baseWords(paragraph: Paragraph, anchor: Anchor | undefined): string {
  const span = anchor && slotOf(anchor, 'base')
  return span ? paragraph.shadow.text.slice(span.from, span.to) : ''
}

export function basesOf(reading: ShareReading, anchor: Anchor, part: Figure): readonly Figure[] {
  const { paragraph, before, narrative, sums, all, vocabulary } = reading
  const printed = amountOf(paragraph, anchor)
  // A number is no share of a number of other things, nor of money.
  if (printed) return addable(printed, part, vocabulary) ? [printed] : []
  const elsewhere = (): readonly Figure[] => namedElsewhere(narrative, paragraph, words, part, vocabulary)
  const words = baseWords(paragraph, anchor)
  const places = anchor.template.take?.['base'] ?? []
  const topic = words === '' ? topicSaid(paragraph, part, vocabulary) : undefined
  const ofTopic = topic === undefined ? [] : paragraph.figures.filter((figure) => figure.at < topic.from && isStated(figure) && addable(figure, part, vocabulary) && sameLabel(topic.name, figure.label, vocabulary)).slice(-1)
  // What a part of a sentence says it is of and nothing is called by is not some other amount.
  if (ofTopic.length > 0 || (topic !== undefined && topic.from !== paragraph.sentences[part.sentence]?.from)) return ofTopic
  const ofYear = ofItsYear(paragraph, slotOf(anchor, 'base'), part, vocabulary)
  if (ofYear) return [ofYear]
  if (places.includes('named')) return budgetsOf(paragraph, words, part, vocabulary, anchor)
  const whole = words === '' ? (wholeNamed(paragraph.figures, part, vocabulary) ?? wholeBefore(paragraph, part, vocabulary)) : undefined
  if (whole && addable(whole, part, vocabulary)) return [whole]
  // Of a total with a share of its own the list may end before this part.
  const beside = (total: Figure): boolean => isMember(paragraph, total, all, vocabulary) && sums.some((sum) => sum.total === total && !sum.members.includes(part))
  const totals = sums.filter((sum) => sum.members.includes(part) && !beside(sum.total)).map((sum) => sum.total)
  if (words !== '' && !isVague(words, vocabulary)) {
    const exact = named(reading, words, part)
    const total = exact.length > 0 ? exact : openedBy(narrative, paragraph, words, part, vocabulary) ?? totals.filter((figure) => sameLabel(words, figure.label, vocabulary) && !namesMore(figure.label, words, vocabulary))
    return total.length > 0 ? total : elsewhere()
  }
  const inList = words === '' && isOneOfList(reading, part)
  const around = candidates({
    paragraph, before, at: part.at,
    accept: (figure) => addable(figure, part, vocabulary) && figure !== part && !(inList && figure.sentence === part.sentence) && figure.depth <= part.depth && !isMember(paragraph, figure, all, vocabulary) && !(words !== '' && isPartOf(reading, figure, words)) && !sums.some((sum) => sum.members.includes(figure)),
  }, places.filter((place) => place !== 'total'))
  const called = words === '' ? totalBefore(paragraph, part, vocabulary) : undefined
  const parallel = words === '' && totals.length === 0 ? parallelShare(reading, part) : undefined
  if (parallel) return basesOf(reading, parallel.anchor, parallel.part)
  const run = words === '' ? shareBeside(reading, part) : undefined
  // What an earlier part of the sentence breaks down may be the whole of what a later one opens with, but where it has a share itself: the two are of one list.
  const told = words === '' && opensSegment(paragraph, part, vocabulary) ? sums.filter(({ total, open }) => !open && total.at < part.at && total.sentence === part.sentence && total.segment !== part.segment && addable(total, part, vocabulary) && !isMember(paragraph, total, all, vocabulary)).map(({ total }) => total) : []
  const found = [...new Set([...(run ? basesOf(reading, run.anchor, run.part) : []), ...told, ...budgetsOf(paragraph, words, part, vocabulary), ...totals.filter((figure) => figure !== part && addable(figure, part, vocabulary)), ...(called ? [called] : []), ...around])]
  // Nothing is no whole of something.
  if (words === '') {
    const bases = [...(part.quantity.digits === 0n ? found : found.filter(({ quantity }) => quantity.digits !== 0n)).filter((figure) => !isTermOf(figure, part, vocabulary)), ...calledElsewhere(narrative, paragraph, baseWords(paragraph, sharedBefore(reading, part)), part, vocabulary)]
    const opening = bases.length === 0 ? openingBase(narrative, paragraph, part) : undefined
    return opening ? [opening] : bases
  }
  // What an amount rose or fell from is no whole of it; income is none of expenditure.
  const side = said('side', words, vocabulary)
  const sided = isReached(part, vocabulary) ? [] : found.filter((figure) => !ofOtherStage(figure, part, words, vocabulary)).filter((figure) => [undefined, side].includes(said('side', figure.label, vocabulary)) || side === undefined)
  // "Of all expenditure" is not of the money of one fund, unless the sentence speaks of that fund only.
  const fund = said('fund', words, vocabulary)
  const funded = fund !== undefined ? sided : sided.filter((figure) => said('fund', figure.label, vocabulary) === undefined || said('fund', part.label, vocabulary) === undefined)
  // Of a part of the year nothing is the share that is said of all of it.
  const fitting = funded.filter((figure) => !isPartYear(figure.label, vocabulary))
  if (funded.length > fitting.length && isPartYear(part.label, vocabulary)) return fitting
  // What another paragraph calls by just these words may be meant even where a total stands nearer.
  return fitting.length > 0 ? [...fitting, ...calledElsewhere(narrative, paragraph, words, part, vocabulary)] : elsewhere()
}

/** Whether a figure of the same part of the sentence is of another stage than the part, and the words of the base name none: the budget of an item is not the whole of what was spent. */
const ofOtherStage = (figure: Figure, part: Figure, words: string, vocabulary: Vocabulary): boolean => figure.segment === part.segment && stageOf(words, vocabulary) === undefined
  && ![undefined, stageOf(part.label, vocabulary)].includes(stageOf(figure.label, vocabulary)) && stageOf(part.label, vocabulary) !== undefined

/** Whether a figure opens its part of the sentence, as the first of what it counts or measures. */
const opensSegment = (paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean => figure.depth === 0 && paragraph.figures.find((other) => other.segment === figure.segment && addable(figure, other, vocabulary)) === figure

/** Whether a part is one of a list of amounts with their shares, one in each part of the sentence: none of them is the whole. */
function isOneOfList({ paragraph, all, vocabulary }: ShareReading, part: Figure): boolean {
  const head = paragraph.figures.find((figure) => figure.sentence === part.sentence)
  return head !== undefined && head.segment !== part.segment && opensSegment(paragraph, part, vocabulary) && isMember(paragraph, head, all, vocabulary)
}

/** The share before a part in its sentence that says of what it is one. */
const sharedBefore = ({ paragraph, all }: Pick<ShareReading, 'paragraph' | 'all'>, part: Figure): Anchor | undefined =>
  all.findLast((share) => share.from < part.at && slotOf(share, 'base') !== undefined && !isPlan(share) && sentenceOf(paragraph, share) === part.sentence)

/** The share whose percentage stands right before a part, set apart by a comma: the two are of one list and of one whole. */
function shareBeside({ paragraph, all, vocabulary }: Pick<ShareReading, 'paragraph' | 'all' | 'vocabulary'>, part: Figure): { readonly anchor: Anchor; readonly part: Figure } | undefined {
  const anchor = all.findLast((share) => share.to <= part.labelFrom && !isPlan(share) && sentenceOf(paragraph, share) === part.sentence)
  const other = anchor && /^[,\u3001]?$/u.test(paragraph.shadow.text.slice(anchor.to, part.labelFrom).slice(0, 1)) ? partOf(paragraph, anchor, vocabulary) : undefined
  const beside = anchor !== undefined && !paragraph.figures.some((figure) => figure.at >= anchor.to && figure.at < part.at && addable(figure, part, vocabulary)) && !anchors(paragraph, 'composition', vocabulary).some(({ from }) => from >= anchor.to && from < part.at)
  return beside && other && other.depth === part.depth && addable(other, part, vocabulary) ? { anchor, part: other } : undefined
}

/** The share before this one in the sentence that says of what, where both are those that their parts of the sentence open with. */
export function parallelShare({ paragraph, all, vocabulary }: Pick<ShareReading, 'paragraph' | 'all' | 'vocabulary'>, part: Figure): { readonly anchor: Anchor; readonly part: Figure } | undefined {
  const other = sharedBefore({ paragraph, all }, part)
  const whole = other && partOf(paragraph, other, vocabulary)
  return other && whole && addable(whole, part, vocabulary) && opensSegment(paragraph, part, vocabulary) && opensSegment(paragraph, whole, vocabulary) && whole.segment !== part.segment ? { anchor: other, part: whole } : undefined
}

/** Whether a base that no words name is less than the part, which is no more than all of it: whatever it is, it is not the whole. */
export function isTooSmall(paragraph: Paragraph, anchor: Anchor, { base, part, percent }: { readonly base: Figure; readonly part: Figure; readonly percent: Figure }, vocabulary: Vocabulary): boolean {
  if (isPlan(anchor) || amountOf(paragraph, anchor) || !isVague(baseWords(paragraph, anchor), vocabulary)) return false
  const { digits, places } = percent.quantity
  return compareValues(base.quantity, part.quantity) === -1 && digits <= 100n * 10n ** BigInt(places)
}

export interface ShareReading {
  readonly paragraph: Paragraph
  /** The narrative up to this paragraph. */
  readonly narrative: readonly Paragraph[]
  readonly before: readonly Paragraph[]
  readonly sums: readonly Sum[]
  readonly all: readonly Anchor[]
  readonly vocabulary: Vocabulary
}
