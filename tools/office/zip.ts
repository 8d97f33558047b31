import { strToU8, zipSync } from 'fflate'

/** A zip of files that is the same whenever it is made. */
export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const large = Object.values(parts).some((content) => content.length > 4_000_000)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])), { level: large ? 1 : 9, mtime: '2026-01-01T00:00:00' })
}

/** Characters of a text as XML has them. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A relationships part: type, target and, if need be, identifier of each. */
export function relationships(...targets: readonly (readonly [type: string, target: string, id?: string])[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target, id], i) => `<Relationship Id="${id ?? `rId${i + 1}`}" Type="${type.startsWith('http') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`
}

/** The list of a package's parts. */
export function contentTypes(...parts: readonly (readonly [part: string, type: string])[]): string {
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`
}

/** An XML part with its head. */
export function part(xml: string): string {
  return `${HEAD}${xml}`
}
