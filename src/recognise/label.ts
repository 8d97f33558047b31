const REMEMBERED = 20_000
const LONGEST_REMEMBERED = 60

/** The same labels are printed over and over: what is made of short ones is made once. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return make(text)
    const hit = known.get(text)
    if (hit !== undefined || known.has(text)) return hit as T
    if (known.size >= REMEMBERED) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** A text with one blank for each run of white space: lines aligned by blanks are no longer than what they say. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** Half-width letters, digits and brackets; no white space, no quotation marks. */
export const foldText = remembered((text) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff"'“”‘’「」]/g, '')
    .replace(/[【〔[]/g, '(')
    .replace(/[】〕\]]/g, ')'),
)

/** A printed label reduced to what identifies it: half-width, without spaces, quotes, numbering and final colon. */
export const labelKey = remembered((text) => stripNumbering(foldText(text)).replace(/[:：。]+$/, ''))

/** `labelKey` without what stands in brackets: 项目资金（元） → 项目资金. */
export const bareLabel = remembered((text) => {
  const key = labelKey(text)
  return key.replace(/\([^()]*\)/g, '').replace(/:+$/, '') || key
})

/** A label without the list number before it. */
export function stripNumbering(folded: string): string {
  const without = folded.replace(/^(?:[一二三四五六七八九十]{1,3}[、.]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,2}(?:[、]|\.(?!\d))|[①-⑳])+/, '')
  return without === '' ? folded : without
}

/** A title without year, number, bracketed remarks: what remains is compared with title families. */
export function titleKey(text: string, fillers: readonly string[]): string {
  let key = foldText(text).replace(/\([^()]*\)|、/g, '').replace(/(?:19|20)\d\d年?度?/g, '')
  for (const filler of fillers) key = key.replaceAll(filler, '')
  return key
}

/** A column heading without year and bracketed unit: 2026年合计（万元） → 合计. */
export const headingKey = remembered((text) => {
  const folded = foldText(text)
  const key = folded.replace(/\([^()]*\)/g, '').replace(/(?:19|20)\d\d年?度?/g, '').replace(/[:：]+$/, '').replace(/^其中[:：]?(?=.)/, '')
  return stripNumbering(key)
})
