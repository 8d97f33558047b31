import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { QuantityValue, Value } from '../../value.ts'
import { finderOf, wordsOf } from '../pattern/word-list.ts'
import { slotOf, type Anchor } from './anchors.ts'
import { computed, leaf, missing, nameOf, wordAt, type Claim } from './claim-item.ts'
import { addable } from './composition-parts.ts'
import { bare } from './label.ts'
import { isMark, isOtherwise, OWN_NAME, ownOperands } from './own-rate.ts'
import type { Figure, Paragraph } from './paragraph.ts'
import { opens } from './rest-counts.ts'

/** What an amount is to a rate with a name of its own: the part, its base, or what of the base is left or has been added to. */
type Place = 'part' | 'base' | 'left' | 'raised'

/** Amounts that may be counted in from the best grade down: those content, those very content with them … */
const READINGS_OF_LADDER = 3

const READINGS = 4

/** Whether a share template names the words its part and its base have: a rate saved, paid out, cut by an audit. */
export const isRatio = (anchor: Anchor): boolean => anchor.template.take?.['part'] !== undefined && anchor.template.take['of'] !== undefined

/** What the words before a figure make it: the last word of the template counts. */
function placeOf(anchor: Anchor, figure: Figure, vocabulary: Vocabulary): Place | undefined {
  const { part = [], of = [], left = [], raised = [] } = anchor.template.take ?? {}
  const lists = listsOf.get(anchor.template) ?? { part, base: of, left, raised }
  listsOf.set(anchor.template, lists)
  return finderOf(lists, vocabulary).find(figure.label).at(-1)?.key as Place | undefined
}

const listsOf = new WeakMap<object, Readonly<Record<Place, readonly string[]>>>()

/** Figures whose own words are the grades of a template's ladder, the best first; nothing unless there are several in a row. */
function ladderOf(anchor: Anchor, figures: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] {
  const grades = (anchor.template.take?.['ladder'] ?? []).map((word) => ({ [word]: [word] }))
  const known = gradesOf.get(anchor.template) ?? grades
  gradesOf.set(anchor.template, known)
  const found = known.flatMap((grade) => figures.find((figure) => finderOf(grade, vocabulary).test(bare(figure.label))) ?? [])
  return new Set(found).size > 1 ? [...new Set(found)] : []
}

const gradesOf = new WeakMap<object, readonly Readonly<Record<string, readonly string[]>>[]>()

interface Operands {
  /** Parts that are added up, each sum a reading of its own. */
  readonly ladder?: readonly Figure[]
  readonly percent: Figure
  readonly part?: Figure
  /** What the part is the difference to, where it is not printed. */
  readonly other?: { readonly figure: Figure; readonly raised: boolean }
  readonly bases: readonly Figure[]
}

/** Whether a figure between an amount and its rate is called a total of amounts like it. */
const totalAfter = (figures: readonly Figure[], like: Figure, vocabulary: Vocabulary): boolean =>
  figures.some((figure) => figure.at > like.at && figure.depth === like.depth && figure.quantity.unit.symbol === like.quantity.unit.symbol && wordsOf(vocabulary, 'total-words').covers(bare(figure.label)) && figure.label !== '')

/** The amounts a rate is of: of its sentence, nearest first; a base may stand in the sentence before. */
export function operandsOf(paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): Operands | undefined {
  const percent = paragraph.figures.find((figure) => figure.at === slotOf(anchor, 'percent')?.from)
  if (!percent || isMark(paragraph, percent, vocabulary)) return undefined
  // By how much a plan was passed is the part of no rate.
  const earlier = paragraph.figures.filter((figure) => figure.at < anchor.from && figure.depth <= percent.depth && figure.role !== 'factor' && figure.role !== 'percent' && figure.role !== 'rate' && !opens(figure, 'beyond-plan', vocabulary)).reverse()
  const own = earlier.filter((figure) => figure.sentence === percent.sentence)
  const of = (figures: readonly Figure[], place: Place): readonly Figure[] => figures.filter((figure) => placeOf(anchor, figure, vocabulary) === place)
  // What stands before the semicolon is of a rate of its own.
  const beside = own.filter((figure) => figure.segment === percent.segment)
  if (anchor.template.take?.['part']?.includes(OWN_NAME)) {
    const operands = ownOperands(paragraph, anchor, percent, beside, vocabulary)
    return operands && !isOtherwise(percent, operands.part, vocabulary) && !totalAfter(beside, operands.part, vocabulary) ? { percent, ...operands, bases: operands.bases.slice(0, READINGS) } : undefined
  }
  const ladder = ladderOf(anchor, beside.filter((figure) => figure.quantity.unit.dimension === 'count'), vocabulary)
  const [part, left, raised] = [ladder[0] ?? of(beside, 'part')[0], of(beside, 'left')[0], of(beside, 'raised')[0]]
  const like = part ?? left ?? raised
  // After a total of several such amounts the rate is of the total, not of the last of them.
  if (!like || isOtherwise(percent, like, vocabulary) || totalAfter(beside, like, vocabulary)) return undefined
  const fitting = (figures: readonly Figure[]): readonly Figure[] => of(figures, 'base').filter((figure) => figure !== like && addable(figure, like, vocabulary))
  const near = fitting(own)
  const bases = (near.length > 0 ? near : fitting(earlier.filter((figure) => figure.sentence === percent.sentence - 1))).slice(0, READINGS)
  if (bases.length === 0) return undefined
  const other = part ? undefined : left ? { figure: left, raised: false } : raised && { figure: raised, raised: true }
  return { percent, bases, ...(ladder.length > 0 && { ladder }), ...(part && { part }), ...(other && { other }) }
}

/** The share that a named rate states: one reading a base it may have. */
export function ratioClaims(paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): readonly Claim[] {
  const operands = operandsOf(paragraph, anchor, vocabulary)
  if (!operands) return []
  const { percent, part, other, bases, ladder = [] } = operands
  const from = Math.min(percent.at, ...[part, other?.figure, ...bases].flatMap((figure) => (figure?.sentence === percent.sentence ? [figure.labelFrom] : [])))
  const span = { from, to: percent.at + 1 }
  const added = ladder.slice(1, READINGS_OF_LADDER).map((_, at) => ladder.slice(0, at + 2))
  const parts: readonly (readonly Figure[] | undefined)[] = [...added.reverse(), undefined]
  return parts.flatMap((sum) => bases.map((base): Claim => {
    const partValue = (): Value => (sum ? computed({ op: 'sum', args: sum.map(({ quantity }) => leaf(quantity)) }, sum.map(({ value }) => value), missing(paragraph, span)) : undefined) ?? part?.value ?? (other ? between(base.value, other.figure.value, other.raised) : missing(paragraph, span))
    const between = (whole: QuantityValue, rest: QuantityValue, raised: boolean): Value => {
      const [more, less] = raised ? [rest, whole] : [whole, rest]
      return computed({ op: 'minus', args: [leaf(more.quantity), leaf(less.quantity)] }, [more, less], missing(paragraph, span))
    }
    return {
      kind: 'share', paragraph, span,
      attributes: {
        part: partValue, percent: () => percent.value, base: () => base.value,
        against: () => wordAt(paragraph, span, 'ratio'), sign: () => missing(paragraph, span),
        name: () => nameOf(paragraph, percent, { from: percent.labelFrom, to: percent.at }, vocabulary), baseName: () => nameOf(paragraph, base, span, vocabulary),
      },
    }
  }))
}
