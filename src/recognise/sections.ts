import type { Section, TextBlock } from '../disclosure/model.ts'
import { numberingLevel } from '../source/numbering.ts'
import type { MappedText } from '../source/segment.ts'
import { textOf } from './draft.ts'
import type { Mapped } from './draft.ts'

interface Node {
  readonly heading: MappedText | ''
  readonly level: number
  readonly paragraphs: Mapped<TextBlock>[]
  readonly sections: Node[]
}

/** Builds the tree of sections from headings and paragraphs in document order. */
export class SectionTree {
  readonly #roots: Node[] = []
  readonly #open: Node[] = []

  heading(text: MappedText, level: number): void {
    while (this.#open.length > 0 && (this.#open.at(-1)?.heading === '' || (this.#open.at(-1)?.level ?? 0) >= level)) this.#open.pop()
    this.#enter({ heading: text, level, paragraphs: [], sections: [] })
  }

  /** A paragraph of the section that is open; before any heading, of a section without one. */
  paragraph(block: Mapped<TextBlock>): void {
    const level = numberingLevel(textOf(block.text))
    if (level !== undefined && level > 1) this.#closeTo(level)
    if (this.#open.length === 0) this.#enter({ heading: '', level: 1, paragraphs: [], sections: [] })
    this.#open.at(-1)?.paragraphs.push(block)
  }

  /** A numbered paragraph is no part of a section whose heading has the same kind of number. */
  #closeTo(level: number): void {
    const at = this.#open.findIndex((node) => node.level >= level && node.heading !== '' && numberingLevel(node.heading.text) === level)
    if (at > 0) this.#open.splice(at)
  }

  result(): readonly Mapped<Section>[] {
    return this.#roots
  }

  #enter(node: Node): void {
    const parent = this.#open.at(-1)
    ;(parent === undefined ? this.#roots : parent.sections).push(node)
    this.#open.push(node)
  }
}
