import type { MappedText, Segment } from './segment.ts'

/**
 * A text as written in the source from `offset` on (`raw`: with entities such as &amp;nbsp;, backslashes, \r\n) and as it is
 * meant (`text`): every character knows where it was written.
 */
export function mappedEscaped(text: string, raw: string, offset: number): MappedText {
  if (raw.length === text.length) return { text, segments: [{ from: 0, to: text.length, anchor: { kind: 'text', offset } }] }
  const segments: Segment[] = []
  let from = 0
  let at = 0
  let start = 0
  const close = (to: number): void => {
    if (to > from) segments.push({ from, to, anchor: { kind: 'text', offset: offset + start } })
  }
  for (let i = 0; i < text.length; ) {
    if (text[i] === raw[at]) {
      i += 1
      at += 1
      continue
    }
    close(i)
    const entity = /^&(?:#\d+|#x[\da-f]+|[a-z\d]+);?/i.exec(raw.slice(at, at + 40))
    if (entity === null) {
      if (at >= raw.length) break
      at += 1
    } else {
      const length = (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
      segments.push({ from: i, to: i + length, anchor: { kind: 'text', offset: offset + at } })
      at += entity[0].length
      i += length
    }
    from = i
    start = at
  }
  close(text.length)
  return { text, segments }
}
