import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { isStated } from './candidates.ts'
import { addable } from './composition-parts.ts'
import { bare as bareLabel, holding, isVague } from './label.ts'
import type { Figure, Paragraph } from './paragraph.ts'
import { said } from './said-scope.ts'

const LEAST = 4
/** Words of the year at the head of a total's name, which another paragraph leaves out. */
const PERIOD = /^(?:[\u672c\u5f53\u5168]?\u5e74\u5ea6?(?![\u521d\u672b\u4e2d]))/u

/** The word before "year" may belong to the words of the share: 占本年…. */
const OWN_YEAR = /^[\u672c\u5f53]?\u5e74/u

/** Whether anything carried over from the year before is printed. */
const hasCarriedOver = (narrative: readonly Paragraph[], vocabulary: Vocabulary): boolean =>
  narrative.some(({ figures }) => figures.some((figure) => figure.quantity.digits !== 0n && isStated(figure) && wordsOf(vocabulary, 'carryover-inside').test(figure.label)))

/** Whether a figure is called by a name, with nothing before it that makes it the total of one fund. */
function isNamed(figure: Figure, name: string, vocabulary: Vocabulary): boolean {
  const bare = bareLabel(holding(figure.label, vocabulary))
  const verb = wordsOf(vocabulary, 'amount-verbs').find(bare).at(-1)
  const label = verb?.to === bare.length ? bare.slice(0, verb.from) : bare
  if (!label.endsWith(name)) return wordsOf(vocabulary, 'total-words').strip(label) === wordsOf(vocabulary, 'total-words').strip(name)
  return said('fund', label.slice(0, -name.length), vocabulary) === undefined
}

/** The figure that other paragraphs of the part call by exactly these words, if they all print one value. */
export function namedElsewhere(narrative: readonly Paragraph[], own: Paragraph, words: string, part: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const name = bareLabel(words).replace(PERIOD, '')
  if (name.length < LEAST) return isVague(words, vocabulary) ? totalOfSide(narrative, own, words, part, vocabulary) : []
  const named = allCalled(narrative, own, name, part, vocabulary)
  // Where money was carried over, "this year's expenditure" is not all that was called expenditure.
  const ofYear = OWN_YEAR.test(bareLabel(words)) && hasCarriedOver(narrative, vocabulary)
  const all = ofYear ? named.filter(({ label }) => bareLabel(label).endsWith(`\u5e74${name}`)) : named
  if (named.length > all.length && all.length === 0) return []
  if (all.length > 0) return onlyValue(all)
  return isVague(words, vocabulary) ? totalOfSide(narrative, own, words, part, vocabulary) : []
}

/** The figures of other paragraphs of the part that are called by a name. */
const allCalled = (narrative: readonly Paragraph[], own: Paragraph, name: string, part: Figure, vocabulary: Vocabulary): readonly Figure[] => narrative.filter((paragraph) => paragraph !== own)
  .flatMap((paragraph) => paragraph.figures.filter((figure) => figure.depth === 0 && isStated(figure) && addable(figure, part, vocabulary) && isNamed(figure, name, vocabulary)))

/** The last of figures that all print one value. */
const onlyValue = (all: readonly Figure[]): readonly Figure[] => (new Set(all.map(({ quantity: { digits, places, unit } }) => `${String(digits)} ${String(places)} ${unit.symbol}`)).size === 1 ? all.slice(-1) : [])

/** The figure that other paragraphs call by exactly the words of a base, whatever else is in sight. */
export function calledElsewhere(narrative: readonly Paragraph[], own: Paragraph, words: string, part: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const name = bareLabel(words).replace(PERIOD, '')
  return name.length < LEAST ? [] : onlyValue(allCalled(narrative, own, name, part, vocabulary).filter((figure) => bareLabel(holding(figure.label, vocabulary)).endsWith(name)))
}

/** The one total that other paragraphs of the part print for the side of the budget that the words speak of. */
function totalOfSide(narrative: readonly Paragraph[], own: Paragraph, words: string, part: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const side = said('side', words, vocabulary)
  const fund = said('fund', words, vocabulary)
  if (side === undefined) return []
  // "This year's expenditure" is not all that the year closes with, where both are printed.
  const name = bareLabel(words)
  const ofPeriod = PERIOD.test(name) ? allCalled(narrative, own, name, part, vocabulary).filter((figure) => bareLabel(figure.label).endsWith(name)) : []
  if (ofPeriod.length > 0) return onlyValue(ofPeriod)
  const all = narrative.filter((paragraph) => paragraph !== own).flatMap((paragraph) => paragraph.figures.filter((figure) => figure.depth === 0 && isStated(figure) && addable(figure, part, vocabulary)
    && isTotal(figure, fund, vocabulary) && said('side', figure.label, vocabulary) === side))
  return onlyValue(all)
}

/** Whether a figure is called nothing but a total of this money, of whomever. */
const isTotal = (figure: Figure, fund: string | undefined, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'side-totals').test(bareLabel(figure.label)) && said('fund', figure.label, vocabulary) === fund
