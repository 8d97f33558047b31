import type { Vocabulary } from '../../../vocabulary/types.ts'
import { charSet, charsOf, complement, union, type CharSet } from './char-set.ts'
import type { PatternFault } from './compiled.ts'
import { slotNode } from './slot-types.ts'
import { repeats, type Node } from './syntax-node.ts'

export type Parsed = { readonly ok: true; readonly node: Node } | { readonly ok: false; readonly fault: PatternFault }

/** `*` and `+` stand for at most this many. */
const MANY = 80
const MOST = 1000

class Refused extends Error {
  readonly fault: PatternFault

  constructor(fault: PatternFault) {
    super(fault.detail)
    this.fault = fault
  }
}

const refuse = (code: PatternFault['code'], at: number, detail: string): never => {
  throw new Refused({ code, at, detail })
}

const ESCAPES: Readonly<Record<string, CharSet>> = { d: [[0x30, 0x39]] }

/** Parses the pattern language: literals, classes, groups, alternatives, `? * + {a,b}`, `^ $`, slots. Nothing else. */
class Reader {
  private at = 0
  private readonly text: string
  private readonly vocabulary: Vocabulary

  constructor(text: string, vocabulary: Vocabulary) {
    this.text = text
    this.vocabulary = vocabulary
  }

  whole(): Node {
    const node = this.choice()
    return this.at < this.text.length ? refuse('syntax', this.at, this.peek()) : node
  }

  private peek(): string {
    return this.text[this.at] ?? ''
  }

  private choice(): Node {
    const options = [this.sequence()]
    while (this.peek() === '|') {
      this.at++
      options.push(this.sequence())
    }
    return options.length === 1 && options[0] ? options[0] : { is: 'choice', options }
  }

  private sequence(): Node {
    const items: Node[] = []
    while (this.at < this.text.length && this.peek() !== '|' && this.peek() !== ')') items.push(this.repeated(this.atom()))
    return { is: 'sequence', items }
  }

  private atom(): Node {
    const start = this.at
    const mark = this.peek()
    this.at++
    switch (mark) {
      case '(': return this.group(start)
      case '[': return { is: 'one', set: this.charClass(start) }
      case '{': return this.slot(start)
      case '^': return { is: 'start' }
      case '$': return { is: 'end' }
      case '.': return { is: 'one', set: complement([[0x0a, 0x0d]]) }
      case '\\': return { is: 'one', set: this.escape(start) }
      case '*': case '+': case '?': case '}': case ']': return refuse('syntax', start, mark)
      default: return { is: 'one', set: charSet(mark.charCodeAt(0)) }
    }
  }

  private group(start: number): Node {
    if (this.peek() === '?') return refuse('look-around', start, this.text.slice(start, start + 3))
    const node = this.choice()
    if (this.peek() !== ')') return refuse('syntax', start, '(')
    this.at++
    return node
  }

  private escape(start: number): CharSet {
    const letter = this.peek()
    this.at++
    if (letter >= '0' && letter <= '9') return refuse('back-reference', start, `\\${letter}`)
    return ESCAPES[letter] ?? (letter === '' ? refuse('syntax', start, '\\') : charsOf(letter))
  }

  private charClass(start: number): CharSet {
    const negated = this.peek() === '^'
    if (negated) this.at++
    let set: CharSet = []
    while (this.peek() !== ']') {
      if (this.at >= this.text.length) return refuse('syntax', start, '[')
      const low = this.member(start)
      if (this.peek() === '-' && this.text[this.at + 1] !== ']' && low.length > 0) {
        this.at++
        set = union(set, this.range(low, this.member(start), start))
      } else set = union(set, low)
    }
    this.at++
    return negated ? complement(set) : set
  }

  private member(start: number): CharSet {
    const mark = this.peek()
    this.at++
    return mark === '\\' ? this.escape(start) : charsOf(mark)
  }

  private range(low: CharSet, high: CharSet, start: number): CharSet {
    return low.flatMap(([from], index): [number, number][] => {
      const to = high[index]?.[1] ?? from
      return [to < from ? refuse('syntax', start, '-') : [from, to]]
    })
  }

  private slot(start: number): Node {
    const end = this.text.indexOf('}', this.at)
    const [name, type, ...more] = end < 0 ? [] : this.text.slice(this.at, end).split(':')
    if (name === undefined || type === undefined || more.length > 0 || name === '') return refuse('syntax', start, '{')
    this.at = end + 1
    const made = slotNode(type, start, this.vocabulary)
    if (!made.ok) throw new Refused(made.fault)
    return { is: 'slot', slot: { name, type }, node: made.node, at: start }
  }

  private repeated(node: Node): Node {
    const start = this.at
    const bounds = this.bounds()
    if (!bounds) return node
    const lazy = this.peek() === '?'
    if (lazy) this.at++
    if (bounds.max > MOST || bounds.max < bounds.min) return refuse('unbounded', start, String(bounds.max))
    if (bounds.max > 1 && (repeats(node) || node.is === 'slot')) return refuse('nested-repeat', start, this.text.slice(start, this.at))
    if (this.bounds()) return refuse('nested-repeat', start, this.text.slice(start, this.at))
    return { is: 'repeat', node, min: bounds.min, max: bounds.max, lazy, at: start }
  }

  private bounds(): { min: number; max: number } | undefined {
    const simple: Readonly<Record<string, readonly [number, number]>> = { '?': [0, 1], '*': [0, MANY], '+': [1, MANY] }
    const mark = simple[this.peek()]
    if (mark) {
      this.at++
      return { min: mark[0], max: mark[1] }
    }
    const written = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.text.slice(this.at, this.at + 12))
    if (!written) return undefined
    if (written[2] && written[3] === '') return refuse('unbounded', this.at, written[0])
    this.at += written[0].length
    const min = Number(written[1])
    return { min, max: written[3] ? Number(written[3]) : min }
  }
}

/** The tree of a pattern text, or the first fault in it. */
export function parseSyntax(text: string, vocabulary: Vocabulary): Parsed {
  try {
    return { ok: true, node: new Reader(text, vocabulary).whole() }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault }
    throw error
  }
}
