import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { QuantityValue, Value } from '../../value.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { anchors, slotOf, type Anchor } from './anchors.ts'
import { candidates, nearest } from './candidates.ts'
import { stageOf } from './composition-parts.ts'
import { computed, leaf, missing, negated, wordAt, type Claim } from './claim-item.ts'
import { isVague, sameLabel } from './label.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'
import { reasonAfter, type Reason } from './reasons.ts'

/** A movement that a sentence states, before its missing parts are looked for. */
export interface Movement {
  readonly anchor: Anchor
  readonly direction: string
  readonly directionSpan: Span
  readonly difference?: Figure
  readonly percent?: Figure
  readonly from?: Figure
  readonly baseline?: Span
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
    const [baseline, direction] = [slotOf(anchor, 'baseline'), slotOf(anchor, 'direction')]
    return !direction || !wordsOf(vocabulary, directionList(anchor)).test(units.slice(baseline?.to ?? anchor.from, direction.from))
  }
  return anchors(paragraph, 'change', vocabulary, { core: 'direction', accept }).flatMap((anchor) => {
    const span = slotOf(anchor, 'direction')
    const slot = anchor.slots.find((hit) => hit.slot.name === 'direction')
    if (!span || !slot) return []
    const printed = paragraph.shadow.text.slice(span.from, span.to)
    const list = vocabulary.lists.get(slot.slot.type)
    const direction = Object.keys(list ?? {}).find((key) => list?.[key]?.includes(printed)) ?? printed
    const [difference, percent, from] = ['difference', 'percent', 'from'].map((name) => figureIn(paragraph, slotOf(anchor, name)))
    const baseline = slotOf(anchor, 'baseline')
    if (difference) difference.role = 'difference'
    if (from) from.role = 'base'
    if (baseline) paragraph.compared.push({ from: baseline.from, to: span.from })
    return [{ anchor, direction, directionSpan: span, ...(difference && { difference }), ...(percent && { percent }), ...(from && { from }), ...(baseline && { baseline }) }]
  })
}

/** Marks figures that only explain a movement: they stand after words of reason, up to the end of the segment. */
export function markReasons(paragraph: Paragraph, vocabulary: Vocabulary): void {
  const words = wordsOf(vocabulary, 'reason-words')
  for (const segment of paragraph.segments) {
    const first = words.find(paragraph.shadow.text.slice(segment.from, segment.to))[0]
    if (!first) continue
    for (const figure of paragraph.figures) {
      if (figure.at >= segment.from + first.to && figure.at < segment.to && (figure.role === 'stated' || figure.role === 'difference')) figure.role = 'reason'
    }
  }
}

/** The words between the comparison and the direction, or before the movement in its clause: what is said to move. */
function subjectOf(paragraph: Paragraph, movement: Movement): string {
  const subject = slotOf(movement.anchor, 'subject')
  if (subject) return paragraph.shadow.text.slice(subject.from, subject.to)
  let from = movement.anchor.from
  while (from > 0 && !',;:\u3002\u3001()'.includes(paragraph.shadow.text[from - 1] ?? '') && !paragraph.figures.some((figure) => figure.at === from - 1)) from--
  return paragraph.shadow.text.slice(from, movement.anchor.from)
}

/** Whether the movement only explains another one. */
const explains = (paragraph: Paragraph, movement: Movement): boolean => [movement.difference, movement.percent].some((figure) => figure?.role === 'reason')
  || (movement.percent !== undefined && movement.difference === undefined && paragraph.figures.some((figure) => figure.segment === movement.percent?.segment && figure.role === 'reason' && figure.at < movement.percent.at))

function targets(paragraph: Paragraph, before: readonly Paragraph[], movement: Movement, vocabulary: Vocabulary): readonly Figure[] {
  const like = movement.difference ?? movement.from
  const places = movement.anchor.template.take?.to ?? []
  const found = candidates({
    paragraph, before, at: movement.anchor.from,
    accept: (figure) => (like ? figure.quantity.unit.dimension === like.quantity.unit.dimension : figure.quantity.unit.dimension === 'money' || figure.quantity.unit.dimension === 'count'),
  }, places)
  const subject = subjectOf(paragraph, movement)
  const fitting = subject === '' || isVague(subject, vocabulary) ? found : found.filter((figure) => sameLabel(subject, figure.label, vocabulary))
  const near = nearest(paragraph, fitting, movement.anchor.from)
  // An outturn is compared with an outturn, where both are printed.
  const stage = movement.baseline && stageOf(paragraph.shadow.text.slice(movement.baseline.from, movement.directionSpan.from), vocabulary)
  const alike = stage === undefined ? [] : near.filter((figure) => stageOf(figure.label, vocabulary) === stage)
  return alike.length > 0 ? alike : near
}

/** The figure that a "named" base means: the nearest earlier one in the sentence whose label has the template's words. */
function named(paragraph: Paragraph, movement: Movement): Figure | undefined {
  const place = movement.anchor.template.take?.from
  if (!place?.includes('named')) return undefined
  const { sentence } = paragraph.figures.find((figure) => figure === movement.difference) ?? { sentence: -1 }
  const inSentence = paragraph.figures.filter((figure) => figure.sentence === sentence && figure.at < movement.anchor.from && figure.role === 'stated')
  return inSentence.length >= 2 ? inSentence.at(-2) : undefined
}

/** Readings of one movement as claims; the first is the likeliest. */
export function changeClaims(paragraph: Paragraph, before: readonly Paragraph[], movement: Movement, vocabulary: Vocabulary): readonly (Claim & { readonly to?: Figure })[] {
  if (explains(paragraph, movement)) return []
  const found = targets(paragraph, before, movement, vocabulary)
  const reason = reasonAfter(paragraph, movement.anchor.to, vocabulary)
  const make = (to: Figure | undefined): Claim & { readonly to?: Figure } => ({
    kind: 'change', paragraph, span: movement.anchor, ...(to && { to }), attributes: attributesOf({ paragraph, movement, to, vocabulary, reason }),
  })
  return found.length === 0 ? [make(undefined)] : found.map(make)
}

interface Parts {
  readonly paragraph: Paragraph
  readonly movement: Movement
  readonly to: Figure | undefined
  readonly vocabulary: Vocabulary
  readonly reason: Reason | undefined
}

function attributesOf({ paragraph, movement, to, vocabulary, reason }: Parts): Readonly<Record<string, () => Value>> {
  const near = missing(paragraph, movement.anchor)
  const { difference, percent } = movement
  const from = movement.from ?? named(paragraph, movement)
  const sign = signOf(movement.direction, vocabulary)
  const signed = (value: QuantityValue | undefined): Value => (value === undefined || sign === undefined || sign === 'mixed' ? near : sign === '-' ? negated(value) : value)
  const base = (): Value => {
    if (from) return from.value
    if (to && sign === '0') return to.value
    if (!to || !difference || (sign !== '+' && sign !== '-')) return near
    return computed({ op: sign === '+' ? 'minus' : 'sum', args: [leaf(to.quantity), leaf(difference.quantity)] }, [to.value, difference.value], near)
  }
  const optional = (value: Value | undefined) => (): Value => value ?? near
  return {
    to: optional(to?.value), from: optional(from?.value), base,
    difference: optional(difference?.value), signed: () => signed(difference?.value),
    percent: optional(percent?.value), signedPercent: () => signed(percent?.value),
    direction: () => wordAt(paragraph, movement.directionSpan, movement.direction),
    reason: optional(reason && wordAt(paragraph, reason.span)),
    reasonDirection: optional(reason?.direction === undefined ? undefined : wordAt(paragraph, reason.directionSpan ?? reason.span, reason.direction)),
    concept: () => near,
  }
}
