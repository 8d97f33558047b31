const LEVELS: readonly RegExp[] = [
  /^第[一二三四五六七八九十百]+(?:部分|篇|章)/,
  /^[一二三四五六七八九十]{1,3}\s*[、．.]/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^\d{1,2}\s*(?:[、．]|\.(?!\d))/,
  /^[（(]\d{1,2}[)）]|^[①-⑳]/,
]
const LONGEST_HEADING = 50
const SENTENCE_END = /[。；;！？!?，,]$/

/** Depth of the numbering a line starts with: 第一部分 1, 一、 2, （一） 3, 1. 4, (1) 5; undefined without one. */
export function numberingLevel(text: string): number | undefined {
  const level = LEVELS.findIndex((pattern) => pattern.test(text))
  return level < 0 ? undefined : level + 1
}

/** Whether the number a line starts with is the first of its list. */
export function isFirstNumber(text: string): boolean {
  return /^(?:第一|一|[（(]一|1(?!\d)|[（(]1(?!\d)|①)/.test(text)
}

/** A line without the number it starts with. */
export function withoutNumber(text: string): string {
  const level = LEVELS.find((pattern) => pattern.test(text))
  return level ? text.replace(level, '').trimStart() : text
}

/** Heading level of a line: a short numbered line that is no sentence. */
export function headingLevel(text: string): number | undefined {
  const level = numberingLevel(text)
  if (level === undefined || text.length > LONGEST_HEADING) return undefined
  return SENTENCE_END.test(text) || text.includes('。') || /[：:].{6,}/.test(text) ? undefined : level
}
