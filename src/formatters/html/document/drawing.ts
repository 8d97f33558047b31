import type { Place } from '../../../core/place.ts'
import type { Printed } from '../../../disclosure/model.ts'
import type { Anchors } from '../anchors.ts'
import { html, type Content, type Markup } from '../markup.ts'
import type { SheetWords } from '../words.ts'

/** What every part of the document needs to draw itself. */
export interface Drawing {
  readonly anchors: Anchors
  readonly words: SheetWords
  readonly placeText: (place: Place | undefined) => string
}

const FIGURE = /^[-−—△(（]?\s*\d[\d,，.\s]*\s*[%％)）]?$/

/** A table cell with the printed text of a value. */
export function cell({ anchors }: Drawing, pointer: string, value: Printed | undefined, span: Markup | '' = ''): Markup {
  const text = value === undefined ? '' : String(value)
  return html`<td${anchors.whole(pointer, FIGURE.test(text.trim()) ? 'figure' : undefined)}${span}>${anchors.text(pointer, text)}</td>`
}

/** A label of ours or of the form, with the text of the value it names beside it. */
export function labelled(drawing: Drawing, label: Content, pointer: string, value: Printed | undefined, span: Markup | '' = ''): Markup {
  return html`<th scope="row">${label}</th>${cell(drawing, pointer, value, span)}`
}
