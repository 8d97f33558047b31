import type { Paragraph } from './paragraph.ts'

/** Paragraphs in order, up to one of them. What they are never changes; those of a longer narrative share its list. */
export class Narrative {
  static readonly NONE = new Narrative([], 0)

  readonly #list: Paragraph[]
  readonly #length: number

  private constructor(list: Paragraph[], length: number) {
    this.#list = list
    this.#length = length
  }

  get paragraphs(): readonly Paragraph[] {
    return this.#list.slice(0, this.#length)
  }

  /** The narrative that goes on with `paragraph`. */
  and(paragraph: Paragraph): Narrative {
    const list = this.#length > 0 && this.#list.length === this.#length ? this.#list : this.#list.slice(0, this.#length)
    list.push(paragraph)
    return new Narrative(list, list.length)
  }
}
