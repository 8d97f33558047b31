import { unzipSync, type UnzipFileInfo } from 'fflate'
import { damaged, tooLarge, UnreadableFile } from '../problem.ts'
import { attribute, childrenNamed, parseXml, type XmlElement, type XmlOptions } from './xml.ts'

const MEGABYTE = 1024 * 1024
/** What the parts read from one file may come to, inflated. A disclosure of a province's department has about 5 MB. */
const MOST_INFLATED = 64 * MEGABYTE
/** XML of office files shrinks to a tenth, at most to a fiftieth. */
const MOST_RATIO = 200
const RATIO_COUNTS_FROM = 8 * MEGABYTE
const MOST_PARTS = 10_000

/** A part another part refers to. */
export interface Relationship {
  readonly id: string
  /** Last word of its type: styles, sharedStrings … */
  readonly type: string
  /** Name of the part in the package. */
  readonly target: string
}

/** The XML parts of an office file (.docx, .xlsx): a zip, read with limits. */
export class OfficePackage {
  readonly #parts: Readonly<Record<string, Uint8Array>>

  constructor(parts: Readonly<Record<string, Uint8Array>>) {
    this.#parts = parts
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#parts, name)
  }

  /** Root element of a part; undefined where the file has none of that name. */
  xml(name: string, options: XmlOptions = {}): XmlElement | undefined {
    const bytes = this.has(name) ? this.#parts[name] : undefined
    return bytes === undefined ? undefined : parseXml(bytes, name, options)
  }

  /** What a part refers to; '' is the package itself. */
  relationships(name: string): readonly Relationship[] {
    const slash = name.lastIndexOf('/') + 1
    const root = this.xml(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`)
    return childrenNamed(root, 'Relationship').flatMap((element) => {
      if (attribute(element, 'TargetMode') === 'External') return []
      const target = attribute(element, 'Target') ?? ''
      return [{ id: attribute(element, 'Id') ?? '', type: (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '', target: resolve(name.slice(0, slash), target) }]
    })
  }

  /** Name of the part a part refers to by type. */
  related(name: string, type: string): string | undefined {
    return this.relationships(name).find((relationship) => relationship.type === type)?.target
  }
}

/** Opens the zip of an office file. Throws UnreadableFile for a damaged one and for one that inflates beyond measure. */
export function openPackage(bytes: Uint8Array): OfficePackage {
  let inflated = 0
  let parts = 0
  const filter = ({ name, originalSize, size }: UnzipFileInfo): boolean => {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) return false
    parts += 1
    inflated += originalSize
    if (parts > MOST_PARTS) throw tooLarge(`> ${MOST_PARTS} parts`)
    if (inflated > MOST_INFLATED) throw tooLarge(`${name}: > ${MOST_INFLATED / MEGABYTE} MB`)
    if (originalSize > RATIO_COUNTS_FROM && originalSize > size * MOST_RATIO) throw tooLarge(`${name}: ${Math.round(originalSize / Math.max(1, size))} : 1`)
    return true
  }
  try {
    return new OfficePackage(unzipSync(bytes, { filter }))
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw damaged('zip', error)
  }
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
