import type { Site } from '../../core/finding.ts'
import { valueAt } from '../../source/json-pointer.ts'
import type { Look } from './look.ts'
import type { Listed } from './listing.ts'
import { attributes, html, type Content, type Markup } from './markup.ts'
import { quote } from './quote.ts'

/** Places shown at once; the rest are one click away. */
const SHOWN = 8
const LONG_TEXT = 60

/** One side, or several that stand in one text: a sentence is quoted once with all its figures. */
interface Place {
  readonly sites: readonly { readonly site: Site; readonly index: number }[]
  readonly text: string | undefined
}

/** Every side of a finding: where it stands, what it says, with a button that shows it in the document. */
export function drawSides(look: Look, listed: Listed): Markup | false {
  const places = placesOf(listed)
  if (places.length === 0) return false
  const shared = sharedLabel(places.flatMap(({ sites }) => sites[0]?.site ?? []))
  const rows = places.map((place) => drawPlace(look, listed, place, shared.length))
  const rest = rows.length > SHOWN + 1 && rows.slice(SHOWN)
  const list = (items: readonly Content[]) => html`<ol class="sides">${items}</ol>`
  return html`${shared.length > 0 && html`<p class="shared">${shared.join(' › ')}</p>`}${list(rest ? rows.slice(0, SHOWN) : rows)}${rest && html`<details class="more"><summary>${look.words.morePlaces(rest.length)}</summary>${list(rest)}</details>`}`
}

function placesOf({ finding, file }: Listed): readonly Place[] {
  const quoted = new Map<string, { site: Site; index: number }[]>()
  const places: Place[] = []
  finding.sites.forEach((site, index) => {
    const text = textAround(file.content?.disclosure, site)
    const known = text === undefined ? undefined : quoted.get(site.pointer ?? '')
    if (known) known.push({ site, index })
    else {
      const sites = [{ site, index }]
      if (text !== undefined) quoted.set(site.pointer ?? '', sites)
      places.push({ sites, text })
    }
  })
  return places
}

/** The whole text that a side is a part of. */
function textAround(disclosure: object | undefined, { pointer, range }: Site): string | undefined {
  if (!disclosure || pointer === undefined || !range) return undefined
  const value = valueAt(disclosure, pointer)
  return typeof value === 'string' && range[1] - range[0] < value.length ? value : undefined
}

/** What the labels of all places begin with, so that it is said once. */
function sharedLabel(sites: readonly Site[]): string[] {
  if (sites.length < 2) return []
  const labels = sites.map(({ label }) => label.split(' › '))
  const first = labels[0] ?? []
  let length = 0
  while (length < first.length - 1 && labels.every((label) => label.length > length + 1 && label[length] === first[length])) length++
  return first.slice(0, length)
}

function drawPlace(look: Look, { id, file }: Listed, { sites, text }: Place, shared: number): Markup | false {
  const [first] = sites
  if (!first) return false
  const { site } = first
  const label = site.label.split(' › ').slice(shared).join(' › ') || site.role
  const value = text === undefined && !site.label.includes(site.text) ? valueText(site) : undefined
  const long = value !== undefined && value.length > LONG_TEXT
  const where = `${site.file && site.file !== file.file ? `${site.file} ` : ''}${look.placeText(site.place)}`
  const go = attributes({ 'data-go': `${id}.${first.index}`, 'data-pointer': site.pointer, 'data-label': `${where} · ${site.label}` })
  const below: Content = text !== undefined ? quote(text, sites.map(({ site: { range }, index }) => ({ from: range?.[0] ?? 0, to: range?.[1] ?? 0, number: sites.length > 1 ? index + 1 : undefined }))) : long && html`<span class="quote">${value}</span>`
  return html`<li><button type="button" class="go"${go}><span class="no" aria-hidden="true">${sites.length === 1 ? first.index + 1 : '·'}</span><span class="label">${label}</span>${value !== undefined && !long && html`<span class="value">${value}</span>`}<span class="at">${where}</span>${below}</button></li>
`
}

/** The printed text, with its unit where the text does not say it itself. */
function valueText({ text, unit }: Site): string {
  return unit && /\d\s*$/.test(text) ? `${text} ${unit}` : text
}
