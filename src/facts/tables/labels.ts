import { rememberingTexts } from '../once.ts'

/** Depth a list number shows: 1 for a bare ideographic numeral, 2 bracketed, 3 a digit, 4 a bracketed digit, 5 circled. */
const NUMBERINGS: readonly (readonly [depth: number, form: RegExp])[] = [
  [2, /^[(]\p{Script=Han}{1,3}[)]/u],
  [1, /^\p{Script=Han}{1,3}、/u],
  [4, /^[(]\d{1,2}[)]/u],
  [3, /^\d{1,2}(?:、|[.](?!\d))/u],
  [5, /^[\u2460-\u2473]/u],
]

/** Whatever the form: full and half width are one, no blanks. Circled numbers stay circled. */
const compact = rememberingTexts((label) => label.replace(/[\uFF01-\uFF5E]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll(/\s+/gu, ''))

/** Whether the label opens with one of the words that make a row a part of the row above. */
export function saysPart(label: string, part: readonly string[]): boolean {
  const text = compact(label)
  return part.some((word) => text.startsWith(word))
}

function withoutPart(text: string, part: readonly string[]): string {
  const word = part.find((lead) => text.startsWith(lead))
  return word === undefined ? text : text.slice(word.length).replace(/^[:,、]+/u, '')
}

/** The list number a label opens with: its depth and its text; undefined without one. */
export function numbering(label: string, part: readonly string[] = []): { readonly depth: number; readonly number: string } | undefined {
  const text = withoutPart(compact(label), part)
  for (const [depth, form] of NUMBERINGS) {
    const found = form.exec(text)
    if (found) return { depth, number: found[0] }
  }
  return undefined
}

/** A label as a key: no blanks, one width, without its list number and its words for "of which". */
export function labelKey(label: string, part: readonly string[] = []): string {
  let text = withoutPart(compact(label), part)
  const number = numbering(text)
  if (number) text = withoutPart(text.slice(number.number.length), part)
  return text.replace(/[:]+$/u, '')
}

/** The key without bracketed remarks: units, in- and exclusions. */
export function bareKey(key: string): string {
  const bare = key.replaceAll(/[([{][^()[\]{}]*[)\]}]/gu, '')
  return bare === '' ? key : bare
}

/** What stands in the last brackets of a label: often its unit. */
export function lastRemark(label: string): string | undefined {
  return /[(]([^()]+)[)]$/u.exec(compact(label))?.[1]
}

/** Letters and digits only: how names of the vocabulary and printed labels are compared. Steps of a path stay apart. */
export const plainKey = rememberingTexts((key) => key.replaceAll(/[^\p{L}\p{N}/]/gu, ''))
