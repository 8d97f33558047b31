import type { FileReport, Site } from '../../core/finding.ts'
import type { Place } from '../../core/place.ts'
import { withoutControls } from '../printable.ts'
import { placeText } from '../place-text.ts'
import type { Wording } from '../finding-text.ts'

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A path as a relative URI: segments percent-encoded, so that no name of a file is taken for a scheme, query or fragment. */
export function uriOf(file: string): string {
  const path = withoutControls(file).replaceAll('\\', '/').replace(LONE_SURROGATE, '\ufffd')
  return path.split('/').map((segment) => encodeURIComponent(segment)).join('/')
}

type Located = Pick<Site, 'label' | 'text' | 'file' | 'place' | 'pointer'>

/** A site as a SARIF location: a region where the file has lines, and what a reader calls the place as logical location. */
export function sarifLocation(site: Located, file: FileReport, { words }: Wording): object {
  const logical = logicalLocation(site, placeText(site.place, words))
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(site.file ?? file.file) }, ...(site.place?.kind === 'text' && { region: region(site.place) }) },
    ...(logical && { logicalLocations: [logical] }),
    ...(site.place?.approximate && { properties: { approximate: true } }),
  }
}

function region({ line, column, endLine, endColumn }: Extract<Place, { kind: 'text' }>): object {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

function logicalLocation({ label, place, pointer }: Located, placed: string): object | undefined {
  const kind = place === undefined || place.kind === 'text' ? undefined : place.kind
  if (label === '' && kind === undefined) return undefined
  return {
    name: withoutControls(kind === undefined ? label : placed),
    ...(label !== '' && { fullyQualifiedName: withoutControls(label) }),
    ...(kind !== undefined && { kind, decoratedName: withoutControls(`${placed} ${label}`.trim()) }),
    ...((pointer !== undefined || kind !== undefined) && { properties: { ...(pointer !== undefined && { pointer }), ...(place && kind !== undefined && { place }) } }),
  }
}
