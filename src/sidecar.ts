import type { Place } from './core/place.ts'
import type { Ref } from './core/ref.ts'
import { mapOfFile } from './source/file-map.ts'
import { lineIndex, lineIndexOf } from './source/lines.ts'
import type { Segment, SourceMap } from './source/segment.ts'
import { textLocator } from './source/text-locator.ts'

/** What `import` writes beside a disclosure JSON: where each of its strings was read. */
interface Sidecar {
  readonly version: 1
  /** SHA-256 of the disclosure JSON that it belongs to. */
  readonly disclosure: string
  readonly files: readonly SidecarFile[]
  /** By JSON pointer. */
  readonly strings: Readonly<Record<string, readonly Segment[]>>
}

interface SidecarFile {
  readonly file: string
  readonly sha256: string
  /** Where the lines of a text start, and how long it is; absent where places do not count in lines. */
  readonly lines?: { readonly starts: readonly number[]; readonly length: number }
}

/** A document a disclosure was imported from. */
export interface ImportedFile {
  readonly file: string
  readonly sha256: string
  /** '' where places do not count in lines. */
  readonly text: string
}

/** The sidecar of a disclosure JSON, as text: deterministic. */
export function sidecarText(map: SourceMap | undefined, files: readonly ImportedFile[], disclosure: string): string {
  const sidecar: Sidecar = {
    version: 1,
    disclosure,
    files: files.map(({ file, sha256, text }) => ({ file, sha256, ...(text !== '' && { lines: { starts: lineIndex(text).starts, length: text.length } }) })),
    strings: Object.fromEntries(map?.strings ?? []),
  }
  return `${JSON.stringify(sidecar)}\n`
}

/** Where a value of a disclosure JSON stood in the document it was imported from. */
export type Origins = (ref: Ref) => { readonly origin?: Place; readonly originFile?: string }

/** Reads a sidecar; undefined where it is none, or belongs to another state of the JSON than the one with this SHA-256. */
export function originsOf(text: string, sha256: string): Origins | undefined {
  const sidecar = parse(text)
  const [first] = sidecar?.files ?? []
  if (sidecar === undefined || first === undefined || sidecar.disclosure !== sha256) return undefined
  const strings = new Map(Object.entries(sidecar.strings))
  const map: SourceMap = { file: first.file, sha256: first.sha256, strings }
  const locators = new Map(sidecar.files.map(({ file, lines }) => [file, textLocator(mapOfFile(map, file), lineIndexOf(lines?.starts ?? [0], lines?.length ?? 0))]))
  return (ref) => {
    const originFile = strings.get(ref.pointer)?.[0]?.file ?? first.file
    const origin = locators.get(originFile)?.locate(ref)
    return origin === undefined ? {} : { origin, originFile }
  }
}

function parse(text: string): Sidecar | undefined {
  try {
    const value = JSON.parse(text) as Partial<Sidecar> | null
    const shaped = value?.version === 1 && Array.isArray(value.files) && typeof value.strings === 'object' && Object.values(value.strings).every((segments) => Array.isArray(segments) && segments.every((segment) => segment?.anchor?.kind === 'text' || segment?.anchor?.kind === 'place'))
    return shaped ? (value as Sidecar) : undefined
  } catch {
    return undefined
  }
}
