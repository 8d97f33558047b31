import { Tokenizer } from 'htmlparser2'
import { damaged, tooLarge, UnreadableFile } from '../problem.ts'
import { NO_ATTRIBUTES, UsualNames } from './usual-names.ts'

/** An element of an office file. Names carry the prefix of Microsoft's own files (w:p), whatever the file itself calls it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** Whether text is among the children. */
  readonly mixed: boolean
}

export interface XmlOptions {
  /** Tells of each element, once it is read, whether it can be forgotten: a sheet may have a million blank cells. */
  readonly drop?: (element: XmlElement, parent: XmlElement) => boolean
  /** Names of elements that nobody asks for: they are left out with all that is in them. */
  readonly unused?: ReadonlySet<string>
}

interface Draft {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Draft | string)[]
  mixed: boolean
}

/** Of elements that cannot have any: half of those of a Word file. */
const CHILDLESS: Draft['children'] = []

const NONE_UNUSED: ReadonlySet<string> = new Set()

const DEEPEST = 512
const MOST_ELEMENTS = 1_000_000

/** Reads one XML part. Throws UnreadableFile where its tags do not match, it is too deep or too large, or declares entities. */
export function parseXml(bytes: Uint8Array, part: string, options: XmlOptions = {}): XmlElement {
  const text = decoded(bytes, part)
  const tree = new TreeBuilder(text, part, options)
  // A tokenizer alone: a Word file of 1 MB takes two thirds of the time it takes where every tag is an object of its own first.
  const tokenizer = new Tokenizer({ xmlMode: true }, tree)
  tokenizer.write(text)
  tokenizer.end()
  return tree.root()
}

function decoded(bytes: Uint8Array, part: string): string {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  } catch (error) {
    throw damaged(part, error)
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Builds the elements from the tokens of a text. */
class TreeBuilder {
  readonly #text: string
  readonly #part: string
  readonly #drop: XmlOptions['drop']
  readonly #unused: ReadonlySet<string>
  readonly #names = new UsualNames()
  readonly #open: { readonly element: Draft; readonly printed: string }[] = []
  #root: Draft | undefined
  #count = 0
  #tag = ''
  #tagAt = 0
  #attributes: string[] = []
  #value = ''
  /** Tags open within one that is left out, that one included; with the next one where it has begun. */
  #leftOut: string[] = []

  constructor(text: string, part: string, { drop, unused = NONE_UNUSED }: XmlOptions) {
    this.#text = text
    this.#part = part
    this.#drop = drop
    this.#unused = unused
  }

  /** Throws where the text has no element, or ends within one. */
  root(): XmlElement {
    if (this.#root === undefined || this.#open.length > 0 || this.#leftOut.length > 0) throw damaged(this.#part)
    return this.#root
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#text.slice(start, end)
    if (this.#leftOut.length > 0 || this.#unused.has(this.#names.of(this.#tag))) {
      this.#leftOut.push(this.#tag)
      return
    }
    this.#tagAt = start
    if (this.#attributes.length > 0) this.#attributes = []
  }

  onattribname(start: number, end: number): void {
    if (this.#leftOut.length > 0) return
    this.#attributes.push(this.#text.slice(start, end))
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.#leftOut.length > 0) return
    this.#value += this.#text.slice(start, end)
  }

  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint)
  }

  onattribend(): void {
    if (this.#leftOut.length > 0) return
    this.#attributes.push(this.#value)
  }

  onopentagend(end: number): void {
    if (this.#open.length + this.#leftOut.length >= DEEPEST) throw tooLarge(`${this.#part}: > ${DEEPEST} 层`)
    if (this.#leftOut.length > 0) return
    this.#open.push({ element: this.#element([], end), printed: this.#tag })
  }

  onselfclosingtag(end: number): void {
    if (this.#leftOut.pop() !== undefined) return
    this.#closed(this.#element(CHILDLESS, end))
  }

  onclosetag(start: number, end: number): void {
    const leftOut = this.#leftOut.pop()
    const last = leftOut === undefined ? this.#open.pop() : undefined
    if ((leftOut ?? last?.printed) !== this.#text.slice(start, end)) throw damaged(this.#part)
    if (last) this.#closed(last.element)
  }

  ontext(start: number, end: number): void {
    this.#add(this.#text.slice(start, end))
  }

  ontextentity(codepoint: number): void {
    this.#add(String.fromCodePoint(codepoint))
  }

  oncdata(start: number, end: number, offset: number): void {
    this.#add(this.#text.slice(start, end - offset))
  }

  ondeclaration(): void {
    throw new UnreadableFile('xml-doctype', { zh: `文件含有 DOCTYPE 声明（${this.#part}），正常的 Word、Excel 文件没有，不读取`, en: `the file declares a DOCTYPE (${this.#part}), which no office file has; it is not read` })
  }

  oncomment(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #add(text: string): void {
    if (this.#leftOut.length > 0) return
    const parent = this.#open.at(-1)?.element
    if (parent === undefined) return
    parent.children.push(text)
    parent.mixed = true
  }

  #element(children: Draft['children'], end: number): Draft {
    this.#count += 1
    if (this.#count > MOST_ELEMENTS) throw tooLarge(`${this.#part}: > ${MOST_ELEMENTS}`)
    const attributes = this.#attributes.length === 0 ? NO_ATTRIBUTES : this.#names.attributes(this.#attributes, this.#text.slice(this.#tagAt, end))
    const element: Draft = { name: this.#names.of(this.#tag), attributes, children, mixed: false }
    const parent = this.#open.at(-1)?.element
    if (parent) parent.children.push(element)
    else if (this.#root) throw damaged(this.#part)
    else this.#root = element
    return element
  }

  #closed(element: Draft): void {
    const parent = this.#open.at(-1)?.element
    if (parent !== undefined && this.#drop?.(element, parent)) {
      parent.children.pop()
      this.#count -= 1
    }
  }
}

/** Value of an attribute. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined || !Object.hasOwn(element.attributes, name) ? undefined : element.attributes[name]
}

const NONE: readonly XmlElement[] = []

/** Child elements, text left out. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  if (element === undefined) return NONE
  return element.mixed ? element.children.filter((child) => typeof child !== 'string') : (element.children as readonly XmlElement[])
}

/** Child elements of a name. */
export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name)
}

/** First child element along a path of names. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element
  for (const name of path) at = at && childNamed(at, name)
  return at
}

/** A loop: asked of every run and paragraph of a document, several times. */
function childNamed({ children }: XmlElement, name: string): XmlElement | undefined {
  for (let i = 0; i < children.length; i += 1) {
    const child = children[i]
    if (typeof child === 'object' && child.name === name) return child
  }
  return undefined
}

/** All characters inside an element. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
