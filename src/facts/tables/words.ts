import type { Vocabulary } from '../../vocabulary/types.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import { bareKey, labelKey, plainKey } from './labels.ts'

/**
 * What labels of any table say, whatever its role: the vocabulary's forms `grid` and `caption` (which the recogniser
 * reads too) and its list `table-words`.
 */
export interface TableWords {
  /** Labels of a row or column that is the total of the others; like all of these words as plain keys (labels.ts). */
  readonly total: ReadonlySet<string>
  /** Labels of a row or column that is the total of its group only. */
  readonly subtotal: ReadonlySet<string>
  /** Last words of labels that are the total of what stands before them. */
  readonly closing: ReadonlySet<string>
  /** Column headings of a difference and of a rate against the columns before them. */
  readonly difference: ReadonlySet<string>
  readonly rate: ReadonlySet<string>
  /** Column headings that count things. */
  readonly count: ReadonlySet<string>
  /** Column headings that say how many months, days or times each of what is counted is paid for. */
  readonly times: ReadonlySet<string>
  /** Column headings of an amount that a number and a price make. */
  readonly product: ReadonlySet<string>
  /** Headings of a price, a rate or another figure for one thing: such figures do not add up. */
  isForEach(heading: string): boolean
  /** The unit that the figures under a heading have, where it is not the table's. */
  unitOf(heading: string): string | undefined
  /** Headings of a column that adds up another one as it goes down. */
  isRunning(heading: string): boolean
  /** Lead words of a row that is part of the row above it. */
  readonly part: readonly string[]
  /** Words in a note that declare a table empty. */
  readonly empty: readonly string[]
  /** Last words of the names of organisations. */
  readonly organisation: readonly string[]
}

/** The words of `vocabulary`; a vocabulary without them knows none. */
export function tableWords(vocabulary: Vocabulary): TableWords {
  const list = vocabulary.lists.get('table-words') ?? {}
  const grid = vocabulary.forms.get('grid')?.fields ?? {}
  const part = [...new Set([...(grid['within'] ?? []), ...(list['part'] ?? [])])]
  const keys = (words: readonly string[]): Set<string> => new Set(words.map((word) => plainKey(labelKey(word, part))))
  const subtotal = keys(list['subtotal'] ?? [])
  return {
    total: new Set([...keys([...(grid['total'] ?? []), ...(list['total'] ?? [])])].filter((key) => !subtotal.has(key))),
    subtotal,
    closing: keys(list['closing'] ?? []),
    difference: keys(list['difference'] ?? []),
    rate: keys(list['rate'] ?? []),
    count: keys(list['count'] ?? []),
    times: keys(list['times'] ?? []),
    product: keys(list['product'] ?? []),
    isForEach: (heading) => wordsOf(vocabulary, 'price-words').test(heading) || wordsOf(vocabulary, 'price-headings').test(bareKey(labelKey(heading))),
    unitOf: (heading) => wordsOf(vocabulary, 'heading-units').find(bareKey(labelKey(heading)))[0]?.key,
    isRunning: (heading) => wordsOf(vocabulary, 'running-headings').test(heading),
    part,
    empty: [...(vocabulary.forms.get('caption')?.fields['empty'] ?? []), ...(list['empty'] ?? [])],
    organisation: list['organisation'] ?? [],
  }
}
