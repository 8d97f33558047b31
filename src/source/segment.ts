import type { Place } from '../core/place.ts'

/**
 * Where a stretch of a string comes from. `text` anchors are linear: character `from + k` of the value stands at source
 * offset `offset + k`. A `place` anchor covers the whole stretch (a cell, a box); of a paragraph, character `from + k` is its
 * character `place.from + k`.
 */
export type Anchor = { readonly kind: 'text'; readonly offset: number } | { readonly kind: 'place'; readonly place: Place }

/** Characters `from`..`to` (UTF-16, half open) of a value. A paragraph joined over a page break has two segments. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly anchor: Anchor
  /** Set where several files were read as one, and this is not the map's `file`. */
  readonly file?: string
}

/** A string that knows where each of its characters was read. */
export interface MappedText {
  readonly text: string
  readonly segments: readonly Segment[]
}

/** For each string of the disclosure JSON (by pointer) its segments in the source file `file`. */
export interface SourceMap {
  readonly file: string
  readonly sha256: string
  readonly strings: ReadonlyMap<string, readonly Segment[]>
}

/** Answers "where is this pointer?" for one linted file; undefined only where nothing near is known either. */
export interface Locator {
  locate(ref: { readonly pointer: string; readonly from?: number; readonly to?: number; readonly nearest?: true }): Place | undefined
}
