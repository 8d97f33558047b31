/** A half-open UTF-16 range. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Full stop, exclamation and question mark, semicolon, line break. A Latin full stop ends nothing: it stands in numbers. */
const ENDS = new Set(['\u3002', '\uff01', '!', '\uff1f', '?', '\uff1b', ';', '\n', '\r'])
const CLOSING = new Set(['\u201d', '\u2019', '\u300d', '\u300f', '"'])
const BLANK = /[\s\u3000]/u

/** The sentences of a text as ranges without surrounding blanks, end mark included; a closing quotation mark belongs to its sentence. */
export function sentences(text: string): readonly Range[] {
  const found: Range[] = []
  let start = 0
  const close = (end: number): void => {
    let [from, to] = [start, end]
    while (from < to && BLANK.test(text[from] ?? '')) from++
    while (to > from && BLANK.test(text[to - 1] ?? '')) to--
    if (to > from) found.push({ from, to })
    start = end
  }
  for (let at = 0; at < text.length; at++) {
    if (!ENDS.has(text[at] ?? '')) continue
    while (ENDS.has(text[at + 1] ?? '') || CLOSING.has(text[at + 1] ?? '')) at++
    close(at + 1)
  }
  close(text.length)
  return found
}
