import type { PlacedText } from './text-list.ts'

/** Marks that open and those that close them: brackets, quotation marks, title marks. */
const PAIRS = [['(\uff08', ')\uff09'], ['\u201c', '\u201d'], ['\u300a', '\u300b'], ['\u3010', '\u3011'], ['[\u3014', ']\u3015']] as const
const FIELDS: ReadonlySet<string> = new Set(['heading', 'paragraph', 'caption', 'note', 'extra'])
const LONGEST_LINE = 80
const REACH = 2
/** What closes a broken line stands near the beginning of the next, however long that is. */
const CLOSES_WITHIN = 40

/** Any mark of a pair: most texts have none and need no counting. */
const ANY_MARK = /[(\uff08)\uff09\u201c\u201d\u300a\u300b\u3010\u3011[\u3014\]\u3015]/u

/** How many of a pair a text leaves open (or, below zero, closes without having opened them). */
function balance(text: string, [open, close]: (typeof PAIRS)[number]): number {
  let left = 0
  for (const mark of text) left += open.includes(mark) ? 1 : close.includes(mark) ? -1 : 0
  return left
}

/** Whether the first mark of a pair in a text closes it. */
function closesFirst(text: string, [open, close]: (typeof PAIRS)[number]): boolean {
  const first = [...text].find((mark) => open.includes(mark) || close.includes(mark))
  return first !== undefined && close.includes(first)
}

/** Numbers of texts that are one line broken in two: a short one leaves a pair open that one of the next two closes. */
export function brokenPairs(texts: readonly PlacedText[]): ReadonlySet<number> {
  const found = new Set<number>()
  texts.forEach((text, at) => {
    if (!FIELDS.has(text.field) || text.original.length > LONGEST_LINE || !ANY_MARK.test(text.original)) return
    for (const pair of PAIRS) {
      if (balance(text.original, pair) !== 1) continue
      const end = texts.slice(at + 1, at + 1 + REACH).findIndex((next) => FIELDS.has(next.field) && balance(next.original, pair) !== 0)
      const closing = texts[at + 1 + end]
      if (end >= 0 && closing && closesFirst(closing.original.slice(0, CLOSES_WITHIN), pair) && balance(closing.original, pair) === -1) found.add(at).add(at + 1 + end)
    }
  })
  return found
}
