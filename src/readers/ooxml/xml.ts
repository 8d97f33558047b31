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
const MOST_ELEMENTS = 1_500_000
const CHUNK = 64 * 1024

/** Namespaces by their usual prefix; transitional and strict files differ in the address only. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/spreadsheetml(?:\/2006)?\/main$/, ''],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
]

/** Reads one XML part. Throws UnreadableFile where it is not well-formed, too deep or too large, or declares entities. */
export function parseXml(bytes: Uint8Array, part: string, { drop }: XmlOptions = {}): XmlElement {
  const parser = new SaxesParser()
  const stack: Draft[] = []
  const prefixes = new Map<string, string>()
  let root: Draft | undefined
  let count = 0
  parser.on('error', (error) => {
    throw damaged(part, error)
  })
  parser.on('doctype', () => {
    throw new UnreadableFile('xml-doctype', { zh: `文件含有 DOCTYPE 声明（${part}），正常的 Word、Excel 文件没有，不读取`, en: `the file declares a DOCTYPE (${part}), which no office file has; it is not read` })
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (stack.length >= DEEPEST) throw tooLarge(`${part}: > ${DEEPEST} 层`)
    count += 1
    if (count > MOST_ELEMENTS) throw tooLarge(`${part}: > ${MOST_ELEMENTS}`)
    learnPrefixes(tag.attributes, prefixes)
    const element: Draft = { name: renamed(tag.name, prefixes), attributes: renamedKeys(tag.attributes, prefixes), children: [] }
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

function feed(parser: SaxesParser, bytes: Uint8Array, part: string): void {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  try {
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

function learnPrefixes(attributes: Record<string, string>, prefixes: Map<string, string>): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
    const usual = PREFIXES.find(([address]) => address.test(value))?.[1]
    if (usual !== undefined) prefixes.set(key.slice(6), usual)
  }
}

function renamed(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':')
  const usual = prefixes.get(name.slice(0, Math.max(0, colon)))
  if (usual === undefined) return name
  const local = name.slice(colon + 1)
  return usual === '' ? local : `${usual}:${local}`
}

function renamedKeys(attributes: Record<string, string>, prefixes: ReadonlyMap<string, string>): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [key, value] of Object.entries(attributes)) if (!key.startsWith('xmlns')) out[key.includes(':') ? renamed(key, prefixes) : key] = value
  return out
}

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
  return path.reduce((at, name) => elementsOf(at).find((child) => child.name === name), element)
}

/** All characters inside an element. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
