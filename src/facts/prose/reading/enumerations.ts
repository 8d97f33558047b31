import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { TextValue } from '../../value.ts'
import { textValue } from '../place.ts'
import { wordsOf, type WordFinder } from '../pattern/word-list.ts'
import { anchors, slotOf, type Anchor } from './anchors.ts'
import { boolean, list, type Claim } from './claim-item.ts'
import { isFigure, textSpan, type Figure, type Paragraph, type Span } from './paragraph.ts'

const END = /[\u3002!?;)\]"\u201d]/u
/** A name may be this long; longer stretches are sentences. */
const LONGEST = 40

/** Splits a list of names at its marks, outside parentheses and quotation marks. */
function split(text: string, within: Span, marks: string): readonly Span[] {
  const spans: Span[] = []
  let [from, depth] = [within.from, 0]
  for (let at = within.from; at < within.to; at++) {
    const mark = text[at] ?? ''
    if ('(\u201c\u300a['.includes(mark)) depth++
    if (')\u201d\u300b]'.includes(mark)) depth--
    if (depth > 0 || !marks.includes(mark)) continue
    spans.push({ from, to: at })
    from = at + 1
  }
  spans.push({ from, to: within.to })
  return spans.filter((span) => span.to > span.from)
}

/** The list proper: up to the word that leaves it open, or a clause that says what there is none of or explains the name before it, without what follows. */
function listSpan(paragraph: Paragraph, names: Span, open: readonly string[], asides: readonly WordFinder[]): { readonly span: Span; readonly open: boolean } {
  const text = paragraph.shadow.text.slice(names.from, names.to)
  const at = open.map((word) => text.lastIndexOf(word)).filter((index) => index > 0 && index > text.length - 8)
  const negated = split(text, { from: 0, to: text.length }, ',').find((part) => part.from > 0 && asides.some((words) => words.find(text.slice(part.from, part.to))[0]?.from === 0))
  const cut = Math.min(...at, negated ? negated.from - 1 : text.length)
  const reachesEnd = names.to === paragraph.shadow.text.length
  return { span: { from: names.from, to: names.from + cut }, open: at.length > 0 || (reachesEnd && !END.test(paragraph.shadow.text.at(-1) ?? '')) }
}

const FEWEST = 3

/** Ways to split the list: at enumeration commas, also at commas, and with the last two joined by "and" apart. */
function readings(paragraph: Paragraph, span: Span, vocabulary: Vocabulary): readonly (readonly Span[])[] {
  const text = paragraph.shadow.text
  const [byPause, byComma] = [split(text, span, '\u3001'), split(text, span, '\u3001,')]
  const found: (readonly Span[])[] = byPause.length > 1 ? [byPause] : []
  if (byComma.length > byPause.length) found.push(byComma)
  for (const items of [...found]) {
    const last = items.at(-1)
    const and = last && wordsOf(vocabulary, 'and-words').find(text.slice(last.from + 1, last.to - 1)).at(-1)
    if (last && and && !namesOne(text, items, last.from + 1 + and.from, vocabulary)) found.push([...items.slice(0, -1), { from: last.from, to: last.from + 1 + and.from }, { from: last.from + 1 + and.to, to: last.to }])
  }
  const bySemicolon = atSemicolons(paragraph, span)
  return bySemicolon.length > 1 ? [...found, bySemicolon] : found
}

/**
 * Whether "and" stands within the last name ("office of science and training"): all the other names end as those of divisions and bodies do, and what is
 * before the "and" does not.
 */
function namesOne(text: string, items: readonly Span[], and: number, vocabulary: Vocabulary): boolean {
  const ends = wordsOf(vocabulary, 'division-name-ends')
  const isName = ({ from, to }: Span): boolean => ends.test(text.slice(from, to).replace(/\([^()]*\)/gu, ''))
  const last = items.at(-1)
  return items.length >= FEWEST && last !== undefined && items.every(isName) && !isName({ from: last.from, to: and })
}

/** Where a semicolon ends the first item after a colon, the list goes on with every part of its sentence. */
function atSemicolons(paragraph: Paragraph, span: Span): readonly Span[] {
  const end = paragraph.sentences.find(({ from, to }) => from <= span.from && span.from < to)?.to ?? span.to
  return paragraph.shadow.text[span.to] === ';' && paragraph.shadow.text[span.from - 1] === ':' ? split(paragraph.shadow.text, { from: span.from, to: end }, ';') : []
}

/** The count right before the list, and earlier ones of its sentence in the same measure: the list may be of what they divide. */
function counts(paragraph: Paragraph, anchor: Anchor): readonly Figure[] {
  const stated = paragraph.figures.find((figure) => figure.at === slotOf(anchor, 'stated')?.from)
  if (!stated) return []
  return [stated, ...paragraph.figures.filter((figure) => figure.at < stated.at && figure.sentence === stated.sentence && figure.quantity.unit.symbol === stated.quantity.unit.symbol)]
}

function claimOf(paragraph: Paragraph, anchor: Anchor, stated: Figure, items: readonly Span[], open: boolean): Claim {
  const names = items.map((item): TextValue => {
    const { from, to } = textSpan(paragraph, item)
    return textValue(paragraph.text, from, to)
  })
  return {
    kind: 'enumeration', paragraph, span: { from: Math.min(stated.at, items[0]?.from ?? stated.at), to: Math.max(anchor.to, items.at(-1)?.to ?? anchor.to) },
    attributes: { stated: () => stated.value, items: () => list(names), open: () => boolean(open) },
  }
}

/** Whether a list of names ends in "and": what follows is one more of it, no count of them. */
const endsInAnd = (names: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'and-words').find(names).at(-1)?.to === names.length

/** Whether a list of names goes on from a count of others: "six offices and the east squad, the west squad, in all …". */
function goesOn(paragraph: Paragraph, names: Span, vocabulary: Vocabulary): boolean {
  const { text } = paragraph.shadow
  const first = split(text, names, '\u3001,')[0]
  const before = paragraph.figures.findLast((figure) => figure.at < names.from && figure.quantity.unit.dimension === 'count')
  return before !== undefined && first !== undefined && !/[,:;\u3002()]/u.test(text.slice(before.at, names.from)) && wordsOf(vocabulary, 'and-words').test(text.slice(first.from, first.to))
}

/**
 * Whether names in a bracket right after a count are what it counts: three or more names that are no short words for the same thing ("12 streets
 * (towns, development zones)"), as many as the count, or one more or less.
 */
function namesBodies(paragraph: Paragraph, span: Span, stated: Span | undefined, vocabulary: Vocabulary): boolean {
  const { text } = paragraph.shadow
  const count = paragraph.figures.find((figure) => figure.at === stated?.from)
  const items = split(text, span, '\u3001')
  if (!count || !wordsOf(vocabulary, 'body-measures').covers(count.quantity.unit.symbol) || /[,:()]/u.test(text.slice(span.from, span.to))) return false
  const apart = count.quantity.digits - BigInt(items.length)
  return items.length >= FEWEST && apart >= -1n && apart <= 1n && items.every(({ from, to }) => to - from >= FEWEST) && !wordsOf(vocabulary, 'open-bracket-words').test(text.slice(span.from, span.to))
}

/** Whether one thing is counted, and the words after it are set apart by commas only: they tell of it, they are no names. */
function isOne(paragraph: Paragraph, anchor: Anchor, names: Span): boolean {
  const stated = paragraph.figures.find((figure) => figure.at === slotOf(anchor, 'stated')?.from)
  return stated?.quantity.digits === 1n && !paragraph.shadow.text.slice(names.from, names.to).includes('\u3001')
}

/** Stated counts with the names they count, each with its readings. Lists of figures are compositions, not names. */
export function enumerationClaims(paragraph: Paragraph, vocabulary: Vocabulary): readonly (readonly Claim[])[] {
  return anchors(paragraph, 'enumeration', vocabulary).flatMap((anchor): (readonly Claim[])[] => {
    const names = slotOf(anchor, 'items')
    if (!names) return []
    if (isOne(paragraph, anchor, names)) return []
    // Points told one by one ("first …, second …") are sentences, not names.
    if (wordsOf(vocabulary, 'point-openers').find(paragraph.shadow.text.slice(names.from, names.to))[0]?.from === 0) return []
    // A count with an enumeration comma after it is the end of a name in the list ("second division").
    const stated = slotOf(anchor, 'stated')
    if (stated && stated.from > names.from && (paragraph.shadow.text[stated.to] === '\u3001' || endsInAnd(paragraph.shadow.text.slice(names.from, names.to), vocabulary))) return []
    if (goesOn(paragraph, names, vocabulary)) return []
    // What is done to the things counted is spelt out then, not they.
    if (stated && stated.to <= names.from && wordsOf(vocabulary, 'acting-words').test(paragraph.shadow.text.slice(stated.to, names.from))) return []
    const { span, open: leftOpen } = listSpan(paragraph, names, anchor.template.open ?? [], [wordsOf(vocabulary, 'denial-words'), wordsOf(vocabulary, 'explaining-words')])
    for (let at = span.from; at < span.to; at++) if (isFigure(paragraph.shadow.text, at)) return []
    const inBracket = paragraph.shadow.text[names.from - 1] === '('
    if (inBracket && !namesBodies(paragraph, span, stated, vocabulary)) return []
    const plausible = readings(paragraph, span, vocabulary).filter((items) => items.every((item) => item.to - item.from <= LONGEST))
    const counted = inBracket ? counts(paragraph, anchor).slice(0, 1) : counts(paragraph, anchor)
    // The word that leaves it open may stand between the list and its number.
    const open = leftOpen || (anchor.template.open ?? []).some((word) => paragraph.shadow.text.startsWith(word, names.to))
    const claims = counted.flatMap((stated) => plausible.map((items) => claimOf(paragraph, anchor, stated, items, open)))
    return claims.length > 0 ? [claims] : []
  })
}
