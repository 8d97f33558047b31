import { mappedEscaped } from '../../source/escaped.ts'
import { joinMapped, sliceMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'

const SPACE: MappedText = { text: ' ', segments: [] }

/** Running text of a web page as it is shown: white space closed up, none between Chinese characters over a line end. */
export class InlineText {
  #parts: MappedText[] = []
  #gap = ''

  /** Adds characters of the source, which starts them at `offset` as `raw`. */
  add(value: string, raw: string, offset: number): void {
    const mapped = mappedEscaped(value, raw, offset)
    for (const match of value.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
      if (/^[ \t\r\n\f]/.test(match[0])) this.#gap += match[0]
      else {
        const word = sliceMapped(mapped, match.index, match.index + match[0].length)
        this.#close(word)
        this.#parts.push(word)
      }
    }
  }

  break(): void {
    this.#gap = ''
    this.#parts.push({ text: '\n', segments: [] })
  }

  /** What was added since the last call. */
  take(): MappedText {
    const text = joinMapped(this.#parts)
    this.#parts = []
    this.#gap = ''
    return text
  }

  #close(next: MappedText): void {
    const before = this.#parts.at(-1)?.text ?? ''
    const wrapped = /\n/.test(this.#gap) && /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]$/.test(before) && /^[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(next.text)
    if (this.#gap !== '' && before !== '' && before !== '\n' && !wrapped) this.#parts.push(SPACE)
    this.#gap = ''
  }
}
