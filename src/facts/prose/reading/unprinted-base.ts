import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Value } from '../../value.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { isStated } from './candidates.ts'
import { signOf, type Movement } from './changes.ts'
import { computed, leaf, missing } from './claim-item.ts'
import { addable } from './composition-parts.ts'
import { bare } from './label.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** Whether a template's share or movement is measured against the budget. */
export const isPlan = (anchor: Anchor): boolean => [anchor.template.take?.['from'], anchor.template.take?.['base']].some((places) => places?.includes('named'))

/** A budget that is not printed, from the outturn and its stated difference to the budget in the same sentence. */
export function budgetBehind(paragraph: Paragraph, moved: readonly Movement[], part: Figure, vocabulary: Vocabulary): Value | undefined {
  const stated = moved.find((movement) => isPlan(movement.anchor) && movement.difference?.sentence === part.sentence)
  const difference = stated?.difference
  const sign = stated && signOf(stated.direction, vocabulary)
  if (!difference || (sign !== '+' && sign !== '-') || !addable(part, difference, vocabulary)) return undefined
  const value = computed({ op: sign === '+' ? 'minus' : 'sum', args: [leaf(part.quantity), leaf(difference.quantity)] }, [part.value, difference.value], missing(paragraph, { from: part.at, to: difference.at + 1 }))
  return value.type === 'quantity' ? value : undefined
}

const READINGS = 4

/** Whether a name says nothing but that the amount was left over. */
export const isLeft = (name: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'left-cores').test(name) && wordsOf(vocabulary, 'left-words').covers(name)

/**
 * What a rate of execution may be of where no budget is printed beside it: what was spent and what is left, said in one sentence;
 * with it the budgets that earlier sentences print, for the rate may be of those. Nothing where no rest is said.
 */
export function spentAndLeft(paragraph: Paragraph, narrative: readonly Paragraph[], part: Figure, vocabulary: Vocabulary): readonly Value[] {
  const like = (figure: Figure): boolean => figure !== part && figure.depth === 0 && addable(figure, part, vocabulary)
  const left = paragraph.figures.filter((figure) => like(figure) && figure.sentence === part.sentence && isStated(figure) && isLeft(bare(figure.label), vocabulary))
  const [rest, ...more] = left
  if (!rest || more.length > 0 || part.depth > 0) return []
  const both = computed({ op: 'sum', args: [leaf(part.quantity), leaf(rest.quantity)] }, [part.value, rest.value], missing(paragraph, { from: part.at, to: rest.at + 1 }))
  const earlier = [...narrative.filter((other) => other !== paragraph), paragraph].flatMap((other) => other.figures.filter((figure) => like(figure) && (other !== paragraph || figure.at < part.at) && wordsOf(vocabulary, 'planned-words').test(figure.label)))
  return [both, ...earlier.slice(-READINGS).map(({ value }) => value)]
}
