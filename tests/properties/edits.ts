import fc from 'fast-check'

/** One thing a person does to the text of a document; `at` and `to` are shares of it, from 0 to 1. */
export interface Edit {
  readonly kind: keyof typeof EDITS
  readonly at: number
  readonly to: number
  readonly typed: string
}

interface Given extends Edit {
  readonly text: string
  /** The versions before, oldest first. */
  readonly before: readonly string[]
}

const TYPED = ['x', '1', '0', '.5', ',', '，', '。', '；', '（', '）', '万元', '元', '%', '增长', '减少', '其中：', '一、', '2', '2019年', ' ', '\t', '\n', '"', '项目', '合计', '无', '人']

/** A place near a share of the text, or the nearest after it where `what` stands. */
function place(text: string, share: number, what?: RegExp): number {
  const at = Math.floor(share * text.length)
  if (!what) return at
  const found = text.slice(at).search(what)
  return found >= 0 ? at + found : text.search(what)
}

const spliced = (text: string, at: number, remove: number, add: string): string => text.slice(0, at) + add + text.slice(at + remove)

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]
}

const nth = (count: number, share: number): number => Math.min(count - 1, Math.floor(share * count))

function lines({ text, at, to }: Given, change: (lines: readonly string[], at: number, to: number) => readonly string[]): string {
  const all = text.split('\n')
  return change(all, nth(all.length, at), nth(all.length, to)).join('\n')
}

/** The lists of a disclosure that people add to, take from and put in another order, by where they are. */
function lists(value: unknown, found: unknown[][] = []): unknown[][] {
  if (Array.isArray(value)) found.push(value as unknown[])
  if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) lists(member, found)
  return found
}

/** A disclosure with one of its lists (rows, paragraphs, sheets, indicators …) changed; any other text as it is. */
function listChanged({ text, at, to }: Given, change: (list: unknown[], at: number) => unknown[]): string {
  let disclosure: unknown
  try {
    disclosure = JSON.parse(text)
  } catch {
    return text
  }
  const all = lists(disclosure).filter((list) => list.length > 0)
  const list = all[nth(all.length, at)]
  list?.splice(0, list.length, ...change([...list], nth(list.length, to)))
  return JSON.stringify(disclosure, undefined, 1)
}

export const EDITS = {
  insert: ({ text, at, typed }: Given) => spliced(text, place(text, at), 0, typed),
  insertBeforeFigure: ({ text, at, typed }: Given) => spliced(text, place(text, at, /\d/u), 0, typed),
  insertAmongWords: ({ text, at, typed }: Given) => spliced(text, place(text, at, /\p{Script=Han}{2}/u) + 1, 0, typed),
  delete: ({ text, at }: Given) => spliced(text, place(text, at), 1, ''),
  deleteSome: ({ text, at, to }: Given) => spliced(text, place(text, at), 1 + Math.floor(to * 12), ''),
  deleteFigure: ({ text, at }: Given) => spliced(text, place(text, at, /\d/u), 1, ''),
  digit: ({ text, at, to }: Given) => spliced(text, place(text, at, /\d/u), 1, String(Math.floor(to * 9.99))),
  replace: ({ text, at, typed }: Given) => spliced(text, place(text, at, /\p{Script=Han}/u), 1, typed),
  deleteLine: (given: Given) => lines(given, (all, at) => all.filter((_, index) => index !== at)),
  repeatLine: (given: Given) => lines(given, (all, at) => [...all.slice(0, at), ...all.slice(at, at + 1), ...all.slice(at)]),
  moveLine: (given: Given) => lines(given, (all, at, to) => moved(all, at, to)),
  joinLines: ({ text, at }: Given) => spliced(text, place(text, at, /\n/u), 1, ''),
  removeMember: (given: Given) => listChanged(given, (list, at) => list.filter((_, index) => index !== at)),
  repeatMember: (given: Given) => listChanged(given, (list, at) => [...list, list[at]]),
  moveMember: (given: Given) => listChanged(given, (list, at) => moved(list, list.length - 1, at)),
  year: ({ text, to }: Given) => text.replace(/20[23]\d/u, () => String(2020 + Math.floor(to * 12))),
  everyYear: ({ text, to }: Given) => text.replaceAll(/20[23]\d(?=年)/gu, () => String(2020 + Math.floor(to * 12))),
  name: ({ text, typed }: Given) => text.replace(/清河市|示例省|示例/u, (name) => `${name}${typed.trim()}`),
  everyName: ({ text }: Given) => text.replaceAll('清河市', '临江市'),
  break: ({ text, at }: Given) => spliced(text, place(text, at, /[\]}"]/u), 1, ''),
  undo: ({ text, before }: Given) => before.at(-1) ?? text,
  back: ({ text, before, at }: Given) => before[nth(before.length, at)] ?? text,
} as const

const share = fc.double({ min: 0, max: 1, noNaN: true })

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[])), at: share, to: share, typed: fc.constantFrom(...TYPED) }),
  { minLength: 1, maxLength: 8 },
)

/** Every version of a text, as it is first and after each edit. */
export function versions(text: string, made: readonly Edit[]): readonly string[] {
  const all = [text]
  for (const edit of made) all.push(EDITS[edit.kind]({ ...edit, text: all.at(-1) ?? '', before: all.slice(0, -1) }))
  return all
}
