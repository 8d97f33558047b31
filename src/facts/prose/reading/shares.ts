import type { Vocabulary } from '../../../vocabulary/types.ts'
import { anchors, slotOf, type Anchor } from './anchors.ts'
import { candidates, isStated } from './candidates.ts'
import { missing, type Claim } from './claim-item.ts'
import { addable, stageOf } from './composition-parts.ts'
import type { Sum } from './compositions.ts'
import { isVague, sameLabel } from './label.ts'
import { isFigure, type Figure, type Paragraph } from './paragraph.ts'

const READINGS = 5

/** The words between the figure before the share and the share: a subject of its own, if there are any. */
function subjectOf(paragraph: Paragraph, anchor: Anchor): string {
  const text = paragraph.shadow.text
  let from = anchor.from
  while (from > 0 && !',;:\u3002()\n'.includes(text[from - 1] ?? '') && !isFigure(text, from - 1)) from--
  return text.slice(from, anchor.from)
}

function partOf(paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): Figure | undefined {
  const earlier = paragraph.figures.filter((figure) => figure.at < anchor.from && isStated(figure))
  const segment = paragraph.segments.findIndex((span) => span.from <= anchor.from && anchor.from < span.to)
  const near = earlier.findLast((figure) => figure.segment === segment)
  const subject = subjectOf(paragraph, anchor)
  if (subject === '' || isVague(subject, vocabulary)) return near ?? earlier.find((figure) => figure.sentence === sentenceOf(paragraph, anchor) && figure.depth === 0)
  return earlier.findLast((figure) => figure.segment === segment && sameLabel(subject, figure.label, vocabulary))
}

/** Whether a figure has a share of its own right after it: it is a member then, hardly a base. */
const isMember = (paragraph: Paragraph, figure: Figure, all: readonly Anchor[]): boolean =>
  all.some((anchor) => anchor.from > figure.at && anchor.from - figure.at <= 2 && !slotOf(anchor, 'base') && figure.sentence === sentenceOf(paragraph, anchor))

const sentenceOf = (paragraph: Paragraph, anchor: Anchor): number => paragraph.sentences.findIndex((span) => span.from <= anchor.from && anchor.from < span.to)

/** The nearest earlier figure of the paragraph with the words of the base. */
function named(paragraph: Paragraph, words: string, part: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const best = paragraph.figures.findLast((figure) => figure.at < part.at && figure.depth <= part.depth && isStated(figure) && addable(figure, part) && sameLabel(words, figure.label, vocabulary))
  return best ? [best] : []
}

/** Earlier figures of the same part of the sentence that state another stage than the part does: its budget, adjusted budget. */
function budgetsOf(paragraph: Paragraph, words: string, part: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const said = stageOf(words, vocabulary)
  if (said === undefined) return []
  const others = paragraph.figures.filter((figure) => figure.at < part.at && figure.segment === part.segment && figure.depth === part.depth && isStated(figure) && addable(figure, part))
    .filter((figure) => ![undefined, stageOf(part.label, vocabulary)].includes(stageOf(figure.label, vocabulary)))
  const exact = others.filter((figure) => stageOf(figure.label, vocabulary) === said)
  return (exact.length > 0 ? exact : others).slice(-1)
}

function basesOf(reading: ShareReading, anchor: Anchor, part: Figure): readonly Figure[] {
  const { paragraph, before, sums, all, vocabulary } = reading
  const span = slotOf(anchor, 'base')
  const words = span ? paragraph.shadow.text.slice(span.from, span.to) : ''
  const places = anchor.template.take?.['base'] ?? []
  if (places.includes('named')) return budgetsOf(paragraph, words, part, vocabulary)
  const others = (figures: readonly Figure[]): readonly Figure[] => figures.filter((figure) => figure !== part && addable(figure, part))
  const totals = sums.filter((sum) => sum.members.includes(part)).map((sum) => sum.total)
  if (words !== '' && !isVague(words, vocabulary)) {
    const exact = named(paragraph, words, part, vocabulary)
    return exact.length > 0 ? exact : totals.filter((total) => sameLabel(words, total.label, vocabulary))
  }
  const around = candidates({
    paragraph, before, at: part.at,
    accept: (figure) => addable(figure, part) && figure !== part && figure.depth <= part.depth && !isMember(paragraph, figure, all),
  }, places.filter((place) => place !== 'total'))
  return [...new Set([...others(totals), ...around])]
}

interface ShareReading {
  readonly paragraph: Paragraph
  readonly before: readonly Paragraph[]
  readonly sums: readonly Sum[]
  readonly all: readonly Anchor[]
  readonly vocabulary: Vocabulary
}

/** Shares of a paragraph, each with its readings (one a base). A share whose base is not printed near has none. */
export function shareClaims(paragraph: Paragraph, before: readonly Paragraph[], sums: readonly Sum[], vocabulary: Vocabulary): readonly (readonly Claim[])[] {
  const all = anchors(paragraph, 'share', vocabulary, { core: 'percent' })
  return all.flatMap((anchor): (readonly Claim[])[] => {
    const percent = paragraph.figures.find((figure) => figure.at === slotOf(anchor, 'percent')?.from)
    const part = percent && partOf(paragraph, anchor, vocabulary)
    if (!percent || !part) return []
    const near = missing(paragraph, anchor)
    const bases = basesOf({ paragraph, before, sums, all, vocabulary }, anchor, part).slice(0, READINGS)
    const claim = (base: Figure | undefined): Claim => ({
      kind: 'share', paragraph, span: { from: part.at, to: anchor.to },
      attributes: { part: () => part.value, percent: () => percent.value, base: () => base?.value ?? near },
    })
    return [bases.length === 0 ? [claim(undefined)] : bases.map(claim)]
  })
}
