import type { Vocabulary } from '../../../vocabulary/types.ts'
import { compareValues, sameDimension } from '../../amounts/index.ts'
import type { QuantityValue, Value } from '../../value.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { anchors, slotOf, type Anchor } from './anchors.ts'
import { otherBases } from './borne-out.ts'
import { candidates, isStated, nearest } from './candidates.ts'
import { isRelative, stageOf } from './composition-parts.ts'
import { computed, leaf, missing, nameOf, negated, signAt, wordAt, type Claim } from './claim-item.ts'
import { bare, core, isVague, sameLabel } from './label.ts'
import { afterCompared, reckoned, sided, yearBefore } from './moved-amounts.ts'
import { figuresNamed } from './named-total.ts'
import { laterBase, openingBase, pairBefore, yearOf } from './year-pairs.ts'
import { sentenceAt, type Figure, type Paragraph, type Span } from './paragraph.ts'
import { plannedPair, type Plan } from './planned.ts'
import { reasonAfter, reasonNaming, reasonShared, type Reason } from './reasons.ts'

/** A movement that a sentence states, before its missing parts are looked for. */
export interface Movement {
  readonly anchor: Anchor
  readonly direction: string
  readonly directionSpan: Span
  readonly difference?: Figure
  readonly percent?: Figure
  /** Direction of the rate, where it has a word of its own. */
  readonly rateDirection?: string
  readonly from?: Figure
  /** The new amount, where the movement prints it: "from 10 to 12". */
  readonly to?: Figure
  readonly baseline?: Span
  /** The movement without figures right before it: "A is as planned, but more than last year by …" speaks of A twice. */
  readonly after?: Movement
}

export type Sign = '+' | '-' | '0' | 'mixed'

/** The sign of a canonical direction word. */
export function signOf(direction: string, vocabulary: Vocabulary): Sign | undefined {
  const signs = vocabulary.lists.get('direction-sign') ?? {}
  return (Object.keys(signs) as Sign[]).find((sign) => signs[sign]?.includes(direction))
}

const directionList = (anchor: Anchor): string => anchor.slots.find((hit) => hit.slot.name === 'direction')?.slot.type ?? ''

const figureIn = (paragraph: Paragraph, span: Span | undefined): Figure | undefined => (span ? paragraph.figures.find((figure) => figure.at === span.from) : undefined)

/** Movements of a paragraph. Their figures are marked: a difference or base is never a total, member or new amount. */
export function movements(paragraph: Paragraph, vocabulary: Vocabulary): readonly Movement[] {
  const units = paragraph.shadow.text
  // Of several directions in a row the first is meant: a hit must not read over one.
  const accept = (anchor: Anchor): boolean => {
    const [baseline, direction, from] = ['baseline', 'direction', 'from'].map((name) => slotOf(anchor, name))
    // Nothing else says what a bare movement is of than the figures of two years right before it.
    if (anchor.template.take?.['to']?.includes('pair') && !pairBefore(paragraph, anchor.from, vocabulary)) return false
    // A figure said to have moved by is no figure of the year before, whatever the word for moving is.
    if (baseline && from && wordsOf(vocabulary, 'moved-words').test(units.slice(baseline.to, from.from))) return false
    // A rate may stand before its amount: "up 5 %, by 20".
    const rate = slotOf(anchor, 'percent')
    const start = rate && direction && rate.to < direction.from ? rate.to : (baseline?.to ?? anchor.from)
    return !direction || !wordsOf(vocabulary, directionList(anchor)).test(units.slice(start, direction.from))
  }
  const anchored = anchors(paragraph, 'change', vocabulary, { core: 'direction', accept })
  const found = anchored.filter((anchor) => !anchored.some((other) => other !== anchor && other.from <= anchor.from && anchor.to < other.to)).flatMap((anchor): Movement[] => {
    const span = slotOf(anchor, 'direction')
    const slot = anchor.slots.find((hit) => hit.slot.name === 'direction')
    if (!span || !slot) return []
    const canonical = (at: Span, type: string): string => {
      const printed = paragraph.shadow.text.slice(at.from, at.to)
      const list = vocabulary.lists.get(type)
      return Object.keys(list ?? {}).find((key) => list?.[key]?.includes(printed)) ?? printed
    }
    const direction = canonical(span, slot.slot.type)
    const rate = anchor.slots.find((hit) => hit.slot.name === 'rateDirection')
    const [difference, percent, from, to] = ['difference', 'percent', 'from', 'to'].map((name) => figureIn(paragraph, slotOf(anchor, name)))
    const baseline = slotOf(anchor, 'baseline')
    if (difference) difference.role = 'difference'
    if (from) from.role = 'base'
    if (baseline) paragraph.compared.push({ from: baseline.from, to: span.from })
    return [{ anchor, direction, directionSpan: span, ...(difference && { difference }), ...(percent && { percent }), ...(rate && { rateDirection: canonical(rate, rate.slot.type) }), ...(from && { from }), ...(to && { to }), ...(baseline && { baseline }) }]
  })
  return found.reduce<Movement[]>((all, movement) => {
    const last = all.at(-1)
    const after = last && last.anchor.to === movement.anchor.from - 1 && !last.difference && !last.percent && !last.from ? last : undefined
    return [...all, after ? { ...movement, after } : movement]
  }, [])
}

/** The words between the comparison and the direction, or before the movement in its clause: what is said to move. */
function subjectOf(paragraph: Paragraph, movement: Movement): string {
  const subject = slotOf(movement.anchor, 'subject')
  if (subject) return paragraph.shadow.text.slice(subject.from, subject.to)
  let from = movement.anchor.from
  while (from > 0 && !',;:\u3002\u3001()'.includes(paragraph.shadow.text[from - 1] ?? '') && !paragraph.figures.some((figure) => figure.at === from - 1)) from--
  const words = paragraph.shadow.text.slice(from, movement.anchor.from)
  return words === '' && movement.after ? subjectOf(paragraph, movement.after) : words
}

/** Whether the movement only explains another one. */
const explains = (paragraph: Paragraph, movement: Movement): boolean => [movement.difference, movement.percent].some((figure) => figure?.role === 'reason')
  || (movement.percent !== undefined && movement.difference === undefined && paragraph.figures.some((figure) => figure.segment === movement.percent?.segment && figure.role === 'reason' && figure.at < movement.percent.at))

/** Readings of a movement by its words: one more may be by its figures. */
const READINGS = 4
const SHORTEST_NAME = 4
/** Names without the words every total has may be shorter. */
const SHORTEST_CORE = 3

/** Figures of earlier sentences that bear the very words of what is said to move: they outdo the figures nearby. */
function sameWords(paragraph: Paragraph, movement: Movement, subject: string): readonly Figure[] {
  const words = bare(subject)
  const sentence = sentenceAt(paragraph, movement.anchor.from)
  return words.length < SHORTEST_NAME ? [] : paragraph.figures.filter((figure) => figure.sentence < sentence && isStated(figure) && bare(figure.label).endsWith(words))
}

/**
 * Where the paragraph prints no such figure: those of the nearest paragraph above that are called the same, of the same
 * stage, in a sentence that names no year.
 */
function namedAbove(before: readonly Paragraph[], subject: string, accept: (figure: Figure) => boolean, vocabulary: Vocabulary): readonly Figure[] {
  const words = core(subject, vocabulary)
  if (words.length < SHORTEST_CORE) return []
  const stage = stageOf(subject, vocabulary)
  const named = (above: Paragraph): readonly Figure[] => above.figures.filter((figure) => isStated(figure) && accept(figure) && core(figure.label, vocabulary) === words
    && stageOf(figure.label, vocabulary) === stage && yearOf(above, { from: above.sentences[figure.sentence]?.from ?? 0, to: figure.at }, vocabulary) === undefined)
  return before.map(named).find((figures) => figures.length > 0) ?? []
}

function targets(paragraph: Paragraph, before: readonly Paragraph[], movement: Movement, base: Figure | undefined, vocabulary: Vocabulary): readonly Figure[] {
  const like = movement.difference ?? movement.from
  const places = movement.anchor.template.take?.to ?? []
  // What each gets is not what an amount in a greater unit was taken from.
  const isEach = (figure: Figure): boolean => wordsOf(vocabulary, 'per-head-words').test(figure.label)
  const ofAll = paragraph.figures.some((figure) => figure.at < movement.anchor.from && figure.sentence === sentenceAt(paragraph, movement.anchor.from) && isStated(figure) && figure.quantity.unit.symbol === like?.quantity.unit.symbol && !isEach(figure))
  const perHead = (figure: Figure): boolean => like !== undefined && isEach(figure) && (ofAll || figure.quantity.unit.symbol !== like.quantity.unit.symbol)
  const accept = (figure: Figure): boolean => figure !== base && !isRelative(figure.label, vocabulary) && !perHead(figure) && (like ? figure.quantity.unit.dimension === like.quantity.unit.dimension : figure.quantity.unit.dimension === 'money' || figure.quantity.unit.dimension === 'count')
  const subject = subjectOf(paragraph, movement)
  // "Nothing, as last year": a bare nought is what did not change.
  const nought = paragraph.figures.findLast((figure) => figure.at < movement.anchor.from)
  if (subject === '' && nought && nought.quantity.digits === 0n && nought.quantity.unit.dimension === 'number' && nought.label !== '' && !accept(nought)) return []
  const found = withOutturns(paragraph, candidates({ paragraph, before, at: movement.anchor.from, accept }, places), vocabulary)
  const named = sameWords(paragraph, movement, subject).filter(accept)
  // What stands after "of which" with a longer name is a part of what that name is part of.
  const opened = anchors(paragraph, 'composition', vocabulary).findLast((anchor) => anchor.to <= movement.anchor.from && sentenceAt(paragraph, anchor.from) === sentenceAt(paragraph, movement.anchor.from))
  const opener = opened ? paragraph.shadow.text.slice(opened.from, opened.to) : ''
  const own = opener !== '' && subject.startsWith(opener) ? subject.slice(opener.length) : subject
  const isSame = (figure: Figure): boolean => (opened && figure.at < opened.from ? core(own, vocabulary) === core(figure.label, vocabulary) : sameLabel(subject, figure.label, vocabulary))
  const fitting = named.length > 0 ? named : subject === '' || isVague(subject, vocabulary) ? sided({ paragraph, movement, accept }, subject, found, vocabulary) : found.filter(isSame)
  // A paragraph that opens with a movement of what the paragraph before it stated names it.
  const above = fitting.length > 0 || isVague(subject, vocabulary) ? [] : headNamed(paragraph, before[0], movement, subject, vocabulary).filter(accept)
  const near = above.length > 0 ? above : fitting.length > 0 ? nearest(paragraph, fitting, movement.anchor.from) : namedAbove(before, subject, accept, vocabulary)
  // An outturn is compared with an outturn, where both are printed.
  const stage = movement.baseline && stageOf(paragraph.shadow.text.slice(movement.baseline.from, movement.directionSpan.from), vocabulary)
  // Compared with the budget itself, not with that of another year, is what is not the budget.
  const other = stage !== undefined && movement.baseline && yearOf(paragraph, movement.baseline, vocabulary) === undefined
  const alike = stage === undefined ? [] : near.filter((figure) => (other ? stageOf(figure.label, vocabulary) !== stage : [undefined, stage].includes(stageOf(figure.label, vocabulary))))
  const compared = alike.length > 0 ? [] : likeBase(paragraph, movement, stage, vocabulary).filter(accept)
  return alike.length > 0 ? alike : compared.length > 0 ? compared : near
}

/** Before each budget the outturn that stands beside it in its sentence: what is spent is compared with what was spent. */
function withOutturns(paragraph: Paragraph, figures: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] {
  const isOf = (stages: string, figure: Figure): boolean => wordsOf(vocabulary, stages).covers(stageOf(figure.label, vocabulary) ?? ' ')
  return [...new Set(figures.flatMap((figure) => {
    const next = paragraph.figures.find((other) => other.at > figure.at && other.depth === figure.depth && isStated(other) && sameDimension(other.quantity.unit, figure.quantity.unit))
    return next && next.segment === figure.segment && isOf('budget-stages', figure) && isOf('outturn-stages', next) ? [next, figure] : [figure]
  }))]
}

/** Amounts of the sentence before that are called what the amount compared with is called, or are of its stage: "spent 9; compared with 8 spent last year". */
function likeBase(paragraph: Paragraph, movement: Movement, stage: string | undefined, vocabulary: Vocabulary): readonly Figure[] {
  if (!movement.baseline || !movement.from) return []
  const name = bare(paragraph.shadow.text.slice(movement.baseline.to, movement.from.at))
  const sentence = sentenceAt(paragraph, movement.anchor.from)
  if (paragraph.sentences[sentence]?.from !== movement.anchor.from) return []
  const all = paragraph.figures.filter((figure) => figure.sentence === sentence - 1 && figure.depth === 0 && isStated(figure))
  const named = all.filter((figure) => name.length > 1 && bare(figure.label).endsWith(name))
  return named.length > 0 || stage === undefined ? named : all.filter((figure) => stageOf(figure.label, vocabulary) === stage)
}

/** The amount that the paragraph before opens with, where the subject of a movement names it and no other year is spoken of. */
function headNamed(paragraph: Paragraph, previous: Paragraph | undefined, movement: Movement, subject: string, vocabulary: Vocabulary): readonly Figure[] {
  const head = previous?.figures.find((figure) => figure.depth === 0 && isStated(figure))
  if (!previous || !head) return []
  const sentence = paragraph.sentences[sentenceAt(paragraph, movement.anchor.from)]
  const [own, other] = [sentence && yearOf(paragraph, { from: sentence.from, to: movement.anchor.from }, vocabulary), yearOf(previous, { from: 0, to: head.at }, vocabulary)]
  const base = movement.baseline && yearOf(paragraph, movement.baseline, vocabulary)
  // Where the movement names no year of its own, that of the amount must come after the one it is compared with.
  const later = own === undefined && Number(other) > Number(base)
  return own === other || later ? figuresNamed(previous, subject, head.at + 1, vocabulary) : []
}

const isPlanned = (movement: Movement): boolean => movement.anchor.template.take?.['from']?.includes('named') ?? false

/** Figures stated before a movement, in its unit's dimension. */
function statedBefore(paragraph: Paragraph, movement: Movement): readonly Figure[] {
  const dimension = movement.difference?.quantity.unit.dimension ?? 'money'
  return paragraph.figures.filter((figure) => figure.at < movement.anchor.from && figure.role === 'stated' && figure.quantity.unit.dimension === dimension)
}

/** The plan and what came of it that a movement speaks of. */
function planned(paragraph: Paragraph, movement: Movement, vocabulary: Vocabulary): Plan | undefined {
  const sentence = sentenceAt(paragraph, movement.anchor.from)
  const inSentence = (which: number): readonly Figure[] => statedBefore(paragraph, movement).filter((figure) => figure.sentence === which)
  const said = paragraph.shadow.text.slice(movement.anchor.from, movement.anchor.to)
  return plannedPair(said, { own: inSentence(sentence), earlier: inSentence(sentence - 1) }, movement.difference !== undefined, vocabulary)
}

/** The figure a movement is measured from when the movement does not print it: an earlier figure whose words name the same year and stage as the comparison. */
function baseFigure(paragraph: Paragraph, movement: Movement, vocabulary: Vocabulary): Figure | undefined {
  const sentence = sentenceAt(paragraph, movement.anchor.from)
  const stage = (figure: Figure): string | undefined => stageOf(figure.label, vocabulary)
  const stated = statedBefore(paragraph, movement)
  if (!movement.baseline) return undefined
  const compared = { from: movement.baseline.from, to: movement.directionSpan.from }
  const year = yearOf(paragraph, compared, vocabulary)
  const said = stageOf(paragraph.shadow.text.slice(compared.from, compared.to), vocabulary)
  if (said === undefined) return undefined
  if (year === undefined) {
    const [only, ...more] = stated.filter((figure) => figure.sentence === sentence && figure.depth === 0 && stage(figure) === said)
    return more.length === 0 && stated.some((figure) => figure !== only && figure.sentence === sentence && stage(figure) !== said) ? only : undefined
  }
  return stated.findLast((figure) => figure.sentence === sentence && figure.depth === 0 && stage(figure) === said && yearOf(paragraph, { from: figure.labelFrom, to: figure.at }, vocabulary) === year)
}

/** Of several amounts that may have moved those that can have risen so much: last year's was not less than nothing. */
function possible(figures: readonly Figure[], { direction, difference }: Movement, vocabulary: Vocabulary): readonly Figure[] {
  if (!difference || signOf(direction, vocabulary) !== '+') return figures
  const rose = figures.filter(({ quantity }) => compareValues(quantity, difference.quantity) !== -1)
  return rose.length > 0 ? rose : figures
}

/** Readings of one movement as claims; the first is the likeliest. */
export function changeClaims(paragraph: Paragraph, before: readonly Paragraph[], movement: Movement, vocabulary: Vocabulary): readonly (Claim & { readonly to?: Figure })[] {
  if (explains(paragraph, movement)) return []
  // The two years' figures side by side right before it are what it speaks of.
  const pair = movement.from || movement.to || isPlanned(movement) ? undefined : pairBefore(paragraph, movement.anchor.from, vocabulary)
  const plan = isPlanned(movement) ? planned(paragraph, movement, vocabulary) : undefined
  const printed = movement.from ?? pair?.from ?? (isPlanned(movement) ? plan?.from : baseFigure(paragraph, movement, vocabulary) ?? yearBefore(paragraph, movement, vocabulary))
  const to = movement.to ?? pair?.to ?? plan?.to
  const found = to ? [to] : reckoned(statedBefore(paragraph, movement), movement, possible(afterCompared(paragraph, targets(paragraph, before, movement, printed, vocabulary), movement, vocabulary), movement, vocabulary))
  const from = printed ?? (found[0] && movement.baseline ? (laterBase(paragraph, { end: movement.anchor.to, to: found[0] }, vocabulary) ?? openingBase(paragraph, movement.baseline, found[0], vocabulary)) : undefined)
  const reason = reasonAfter(paragraph, movement.anchor.to, vocabulary) ?? reasonNaming(paragraph, subjectOf(paragraph, movement), movement.anchor.to, vocabulary) ?? reasonShared(paragraph, movement.anchor.to, vocabulary)
  const make = (to: Figure | undefined): Claim & { readonly to?: Figure } => ({
    kind: 'change', paragraph, span: movement.anchor, ...(to && { to }), attributes: attributesOf({ paragraph, movement, to, from, vocabulary, reason }),
  })
  if (found.length === 0) return [make(undefined)]
  const other = otherBases([paragraph, ...before], { movement, from, found, sign: signOf(movement.direction, vocabulary) }).map((start): Claim & { readonly to?: Figure } => {
    const claim = make(start.to)
    return { ...claim, attributes: { ...claim.attributes, from: () => start.from.value, base: () => start.from.value, ...(start.reached && { to: () => start.reached ?? missing(paragraph, movement.anchor) }) } }
  })
  return [...found.slice(0, READINGS).map(make), ...other]
}

interface Parts {
  readonly paragraph: Paragraph
  readonly movement: Movement
  readonly to: Figure | undefined
  readonly from: Figure | undefined
  readonly vocabulary: Vocabulary
  readonly reason: Reason | undefined
}

function attributesOf({ paragraph, movement, to, from, vocabulary, reason }: Parts): Readonly<Record<string, () => Value>> {
  const near = missing(paragraph, movement.anchor)
  const { difference, percent } = movement
  const sign = signOf(movement.direction, vocabulary)
  const signed = (value: QuantityValue | undefined, by: Sign | undefined): Value => (value === undefined || by === undefined || by === 'mixed' ? near : by === '-' ? negated(value) : value)
  const rateSign = movement.rateDirection === undefined ? sign : signOf(movement.rateDirection, vocabulary)
  const base = (): Value => {
    if (from) return from.value
    if (to && sign === '0') return to.value
    if (!to || !difference || (sign !== '+' && sign !== '-')) return near
    return computed({ op: sign === '+' ? 'minus' : 'sum', args: [leaf(to.quantity), leaf(difference.quantity)] }, [to.value, difference.value], near)
  }
  const optional = (value: Value | undefined) => (): Value => value ?? near
  return {
    to: optional(to?.value), from: optional(from?.value), base,
    difference: optional(difference?.value), signed: () => signed(difference?.value, sign),
    percent: optional(percent?.value), signedPercent: () => signed(percent?.value, rateSign),
    direction: () => wordAt(paragraph, movement.directionSpan, movement.direction),
    sign: () => signAt(paragraph, movement.directionSpan, sign),
    against: () => wordAt(paragraph, movement.directionSpan, isPlanned(movement) ? 'plan' : 'earlier'),
    name: () => nameOf(paragraph, to && paragraph.figures.includes(to) ? to : undefined, movement.anchor, vocabulary),
    reason: optional(reason && wordAt(paragraph, reason.span)),
    reasonDirection: optional(reason?.direction === undefined ? undefined : wordAt(paragraph, reason.directionSpan ?? reason.span, reason.direction)),
    reasonSign: () => (reason?.direction === undefined ? near : signAt(paragraph, reason.directionSpan ?? reason.span, signOf(reason.direction, vocabulary))),
    concept: () => near,
  }
}
