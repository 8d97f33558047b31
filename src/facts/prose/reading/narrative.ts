import type { Paragraph } from './paragraph.ts'

/** Paragraphs in order, up to one of them. All narratives of one beginning share a list: only the last way it went on counts. */
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
    const list = this.#length > 0 ? this.#list : []
    // What went on otherwise was an earlier version, which nobody asks any more.
    list.length = this.#length
    list.push(paragraph)
    return new Narrative(list, list.length)
  }
}
