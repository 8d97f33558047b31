import { damaged, tooLarge } from '../problem.ts'

/** A part of a mail-like file (RFC 2045), with the lines of the file that are its content, from 0 and half open. */
export interface MimePart {
  /** By their names in small letters. */
  readonly headers: ReadonlyMap<string, string>
  readonly from: number
  readonly to: number
}

/** Twice what a page of pictures has, packed in lines of 76 characters. */
const MOST_LINES = 1_000_000

/** Lines of a file as bytes, line ends left out. */
export class ByteLines {
  readonly #bytes: Uint8Array
  readonly #starts: number[] = [0]

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
      if (this.#starts.length >= MOST_LINES) throw tooLarge(`> ${MOST_LINES} 行`)
      this.#starts.push(at + 1)
    }
  }

  get count(): number {
    return this.#starts.length
  }

  line(index: number): Uint8Array {
    const from = this.#starts[index] ?? this.#bytes.length
    let to = (this.#starts[index + 1] ?? this.#bytes.length + 1) - 1
    if (to > from && this.#bytes[to - 1] === CR) to -= 1
    return this.#bytes.subarray(from, to)
  }
}

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d
const DEEPEST = 5

/** Parts that hold no further parts, in order. Throws UnreadableFile where the file ends before its last part does. */
export function mimeParts(lines: ByteLines, from = 0, to = lines.count, depth = 0): readonly MimePart[] {
  const { headers, end } = headersAt(lines, from, to)
  const type = headers.get('content-type') ?? ''
  if (!/^multipart\//i.test(type)) return [{ headers, from: end, to }]
  const boundary = parameter(type, 'boundary')
  if (boundary === undefined || depth > DEEPEST) throw damaged('multipart')
  const parts: MimePart[] = []
  let start: number | undefined
  for (let at = end; at < to; at += 1) {
    const line = lines.line(at)
    if (line[0] !== DASH || line[1] !== DASH) continue
    const mark = ascii(line).trimEnd()
    const last = mark === `--${boundary}--`
    if (!last && mark !== `--${boundary}`) continue
    if (start !== undefined) parts.push(...mimeParts(lines, start, at, depth + 1))
    if (last) return parts
    start = at + 1
  }
  throw damaged('multipart')
}

/** The headers on top, and the line their content starts on. */
function headersAt(lines: ByteLines, from: number, to: number): { readonly headers: ReadonlyMap<string, string>; readonly end: number } {
  const headers = new Map<string, string>()
  let name = ''
  for (let at = from; at < to; at += 1) {
    const line = ascii(lines.line(at))
    if (line.trim() === '') return { headers, end: at + 1 }
    if (/^[ \t]/.test(line)) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`)
    else {
      const colon = line.indexOf(':')
      name = line.slice(0, Math.max(0, colon)).toLowerCase()
      headers.set(name, line.slice(colon + 1).trim())
    }
  }
  return { headers, end: to }
}

/** Value of a parameter of a header: boundary="x". */
function parameter(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header)
  return found?.[1] ?? found?.[2]
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
