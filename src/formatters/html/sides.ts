import type { Site } from '../../core/finding.ts'
import { valueAt } from '../../source/json-pointer.ts'
import type { Look } from './look.ts'
import type { Listed } from './listing.ts'
import { attributes, html, type Markup } from './markup.ts'

/** Sides shown at once; the rest are one click away. */
const SHOWN = 8
/** Characters of the sentence around a figure. */
const AROUND = 26
const LONG_TEXT = 60

/** Every side of a finding: where it stands, what it says, with a button that shows it in the document. */
export function drawSides(look: Look, listed: Listed): Markup | false {
  const { sites } = listed.finding
  if (sites.length === 0) return false
  const shared = sharedLabel(sites)
  const rows = sites.map((site, index) => drawSide(look, listed, site, { index, shared: shared.length }))
  const rest = rows.length > SHOWN + 1 && rows.slice(SHOWN)
  const list = (items: readonly Markup[]) => html`<ol class="sides">${items}</ol>`
  return html`${shared.length > 0 && html`<p class="shared">${shared.join(' › ')}</p>`}${list(rest ? rows.slice(0, SHOWN) : rows)}${rest && html`<details class="more"><summary>${look.words.morePlaces(rest.length)}</summary>${list(rest)}</details>`}`
}

/** What the labels of all sides begin with, so that it is said once. */
function sharedLabel(sites: readonly Site[]): string[] {
  if (sites.length < 2) return []
  const labels = sites.map(({ label }) => label.split(' › '))
  const first = labels[0] ?? []
  let length = 0
  while (length < first.length - 1 && labels.every((label) => label.length > length + 1 && label[length] === first[length])) length++
  return first.slice(0, length)
}

function drawSide(look: Look, { id, file }: Listed, site: Site, { index, shared }: { readonly index: number; readonly shared: number }): Markup {
  const label = site.label.split(' › ').slice(shared).join(' › ')
  const quote = quoteOf(file.content?.disclosure, site)
  const text = quote ? undefined : valueText(site)
  const long = text !== undefined && text.length > LONG_TEXT
  const where = `${site.file && site.file !== file.file ? `${site.file} ` : ''}${look.placeText(site.place)}`
  return html`<li><button type="button" class="go"${attributes({ 'data-go': `${id}.${index}`, 'data-pointer': site.pointer })}><span class="no" aria-hidden="true">${index + 1}</span><span class="label">${label || site.role}</span>${text !== undefined && !long && html`<span class="value">${text}</span>`}<span class="at">${where}</span>${quote ?? (long && html`<span class="quote">${text}</span>`)}</button></li>
`
}

/** The printed text, with its unit where the text does not say it itself. */
function valueText({ text, unit }: Site): string {
  return unit && /\d\s*$/.test(text) ? `${text} ${unit}` : text
}

/** The sentence around a side that is part of a longer text. */
function quoteOf(disclosure: object | undefined, { pointer, range }: Site): Markup | undefined {
  if (!disclosure || pointer === undefined || !range) return undefined
  const value = valueAt(disclosure, pointer)
  if (typeof value !== 'string' || range[1] - range[0] >= value.length) return undefined
  const from = Math.max(0, range[0] - AROUND)
  const to = Math.min(value.length, range[1] + AROUND)
  return html`<span class="quote">${from > 0 && '…'}${value.slice(from, range[0])}<b>${value.slice(range[0], range[1])}</b>${value.slice(range[1], to)}${to < value.length && '…'}</span>`
}
