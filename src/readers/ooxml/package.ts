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

/** Counts what was inflated of one file, packages inside it included. Throws UnreadableFile beyond measure. */
export class Inflation {
  #bytes = 0
  #parts = 0

  add({ name, originalSize, size }: Pick<UnzipFileInfo, 'name' | 'originalSize' | 'size'>): void {
    this.#parts += 1
    this.#bytes += originalSize
    if (this.#parts > MOST_PARTS) throw tooLarge(`> ${MOST_PARTS} parts`)
    if (this.#bytes > MOST_INFLATED) throw tooLarge(`${name}: > ${MOST_INFLATED / MEGABYTE} MB`)
    if (originalSize > RATIO_COUNTS_FROM && originalSize > size * MOST_RATIO) throw tooLarge(`${name}: ${Math.round(originalSize / Math.max(1, size))} : 1`)
  }
}

/** The parts of an office file (.docx, .xlsx): a zip, read with limits. */
export class OfficePackage {
  readonly #zip: Uint8Array
  readonly #inflation: Inflation
  /** Its XML. */
  readonly #parts: Readonly<Record<string, Uint8Array>>
  readonly #relationships = new Map<string, readonly Relationship[]>()

  constructor(zip: Uint8Array, inflation: Inflation) {
    this.#zip = zip
    this.#inflation = inflation
    this.#parts = unzipped(zip, inflation, (name) => /\.(?:xml|rels|vml)$/i.test(name))
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#parts, name)
  }

  /** Any part as it is stored, counted anew each time; undefined where the file has none of that name. */
  bytes(name: string): Uint8Array | undefined {
    const known = this.has(name) ? this.#parts[name] : undefined
    if (known !== undefined) this.#inflation.add({ name, originalSize: known.length, size: known.length })
    const parts = known !== undefined ? this.#parts : unzipped(this.#zip, this.#inflation, (own) => own === name)
    return Object.hasOwn(parts, name) ? parts[name] : undefined
  }

  /** Root element of a part; undefined where the file has none of that name. */
  xml(name: string, options: XmlOptions = {}): XmlElement | undefined {
    const bytes = this.has(name) ? this.#parts[name] : undefined
    return bytes === undefined ? undefined : parseXml(bytes, name, options)
  }

  /** What a part refers to; '' is the package itself. */
  relationships(name: string): readonly Relationship[] {
    const known = this.#relationships.get(name) ?? this.#readRelationships(name)
    this.#relationships.set(name, known)
    return known
  }

  #readRelationships(name: string): readonly Relationship[] {
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

/**
 * Opens the zip of an office file; one inside another counts what it inflates to that one. Throws UnreadableFile for a damaged one and for one
 * that inflates beyond measure.
 */
export function openPackage(bytes: Uint8Array, inflation = new Inflation()): OfficePackage {
  return new OfficePackage(bytes, inflation)
}

function unzipped(zip: Uint8Array, inflation: Inflation, wanted: (name: string) => boolean): Readonly<Record<string, Uint8Array>> {
  const filter = (info: UnzipFileInfo): boolean => {
    if (!wanted(info.name)) return false
    inflation.add(info)
    return true
  }
  try {
    return unzipSync(zip, { filter })
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
