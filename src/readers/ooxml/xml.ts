import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { damaged, tooLarge, UnreadableFile } from '../problem.ts'

/** An element of an office file. Names carry the prefix of Microsoft's own files (w:p), whatever the file itself calls it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

export interface XmlOptions {
  /** Tells of each element, once it is read, whether it can be forgotten: a sheet may have a million blank cells. */
  readonly drop?: (element: XmlElement, parent: XmlElement) => boolean
}

interface Draft {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (Draft | string)[]
}

const DEEPEST = 512
const MOST_ELEMENTS = 1_000_000
const CHUNK = 64 * 1024
const DECODED_WHOLE = 8 * 1024 * 1024

/** Namespaces by their usual prefix; transitional and strict files differ in the address only. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/spreadsheetml(?:\/2006)?\/main$/, ''],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
]

/** Reads one XML part. Throws UnreadableFile where it is not well-formed, too deep or too large, or declares entities. */
export function parseXml(bytes: Uint8Array, part: string, { drop }: XmlOptions = {}): XmlElement {
  const parser = new SaxesParser({ position: false })
  const stack: Draft[] = []
  const names = new UsualNames()
  let root: Draft | undefined
  let count = 0
  parser.on('error', (error) => {
    throw damaged(part, error)
  })
  parser.on('doctype', () => {
    throw new UnreadableFile('xml-doctype', { zh: `文件含有 DOCTYPE 声明（${part}），正常的 Word、Excel 文件没有，不读取`, en: `the file declares a DOCTYPE (${part}), which no office file has; it is not read` })
  })
  parser.on('opentag', (tag) => {
    if (stack.length >= DEEPEST) throw tooLarge(`${part}: > ${DEEPEST} 层`)
    count += 1
    if (count > MOST_ELEMENTS) throw tooLarge(`${part}: > ${MOST_ELEMENTS}`)
    const attributes = names.attributes((tag as SaxesTagPlain).attributes)
    const element: Draft = { name: names.of(tag.name), attributes, children: [] }
    stack.at(-1)?.children.push(element)
    root ??= element
    stack.push(element)
  })
  parser.on('closetag', () => {
    const element = stack.pop()
    const parent = stack.at(-1)
    if (element !== undefined && parent !== undefined && drop?.(element, parent)) {
      parent.children.pop()
      count -= 1
    }
  })
  const addText = (text: string): void => void stack.at(-1)?.children.push(text)
  parser.on('text', addText)
  parser.on('cdata', addText)
  feed(parser, bytes, part)
  if (root === undefined) throw damaged(part)
  return root
}

function feed(parser: SaxesParser<{ position: false }>, bytes: Uint8Array, part: string): void {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  try {
    // Decoding piece by piece takes several times as long: only where the whole would be a long string.
    if (bytes.length <= DECODED_WHOLE) {
      parser.write(decoder.decode(bytes)).close()
      return
    }
    for (let at = 0; at < bytes.length; at += CHUNK) parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
    parser.write(decoder.decode()).close()
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(part, error)
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Names with the usual prefixes, as far as the part has declared its own. The same names come over and over. */
class UsualNames {
  readonly #prefixes = new Map<string, string>()
  readonly #known = new Map<string, string>()

  of(name: string): string {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const usual = this.#prefixes.get(name.slice(0, Math.max(0, colon)))
    const local = name.slice(colon + 1)
    const own = usual === undefined ? name : usual === '' ? local : `${usual}:${local}`
    this.#known.set(name, own)
    return own
  }

  /** Attributes of a tag; what it declares counts for it and for all that follows. */
  attributes(printed: Record<string, string>): Record<string, string> {
    const keys = Object.keys(printed)
    if (keys.length === 0) return NO_ATTRIBUTES
    const declared = keys.filter((key) => key.startsWith('xmlns') && (key.length === 5 || key[5] === ':'))
    for (const key of declared) this.#declare(key.slice(6), printed[key] ?? '')
    const out: Record<string, string> = {}
    for (const key of keys) if (!key.startsWith('xmlns')) out[key.includes(':') ? this.of(key) : key] = printed[key] ?? ''
    return out
  }

  #declare(prefix: string, address: string): void {
    const usual = PREFIXES.find(([known]) => known.test(address))?.[1]
    if (usual === undefined || this.#prefixes.get(prefix) === usual) return
    this.#prefixes.set(prefix, usual)
    this.#known.clear()
  }
}

const NO_ATTRIBUTES: Record<string, string> = {}

/** Value of an attribute. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined || !Object.hasOwn(element.attributes, name) ? undefined : element.attributes[name]
}

/** Child elements, text left out. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string')
}

/** Child elements of a name. */
export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name)
}

/** First child element along a path of names. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element
  for (const name of path) {
    at = at?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)
    if (at === undefined) return undefined
  }
  return at
}

/** All characters inside an element. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
