import { html, type Content, type Markup } from './markup.ts'

/** Characters of a text shown before, after and between the parts that are quoted. */
const AROUND = 26

export interface QuotedPart {
  readonly from: number
  readonly to: number
  /** Number of the side, where several share the quotation. */
  readonly number: number | undefined
}

/** A text around its parts, the parts standing out; what lies far from all of them is left out. */
export function quote(text: string, parts: readonly QuotedPart[]): Markup {
  const pieces: Content[] = []
  let done = 0
  for (const { from, to, number } of [...parts].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (to <= done) continue
    const start = Math.max(from, done)
    pieces.push(between(text, done, start), html`<b>${number !== undefined && html`<i>${number}</i>`}${text.slice(start, to)}</b>`)
    done = to
  }
  const end = cut(text, Math.min(text.length, done + AROUND), 1)
  return html`<span class="quote">${pieces}${text.slice(done, end)}${end < text.length && '…'}</span>`
}

function between(text: string, from: number, to: number): Content {
  const first = from === 0
  if (to - from <= (first ? AROUND : 2 * AROUND)) return text.slice(from, to)
  const end = first ? from : cut(text, from + AROUND, 1)
  return [text.slice(from, end), '…', text.slice(cut(text, to - AROUND, -1), to)]
}

/** Moves a cut out of a figure and out of a surrogate pair. */
function cut(text: string, at: number, step: 1 | -1): number {
  let end = at
  while (end > 0 && end < text.length && (/^[\d.,％%][\d.,％%]$/.test(text.slice(end - 1, end + 1)) || /^[\ud800-\udbff]$/.test(text[end - 1] ?? ''))) end += step
  return end
}
