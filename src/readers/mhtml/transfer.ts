import { decodeText } from '../../source/decode.ts'
import { damaged } from '../problem.ts'
import type { ByteLines, MimePart } from './mime.ts'

/** The text of a part, whatever way it was packed for its journey. */
export interface PartText {
  readonly text: string
  /** The line of the file, from 1, on which a character of the text stands. */
  readonly lineOf: (offset: number) => number
}

/** Decodes a text part: quoted-printable, base64, or plain bytes; utf-8, utf-16 or gb18030. */
export function partText(part: MimePart, lines: ByteLines): PartText {
  const pieces = piecesOf(part, lines)
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  const { text, encoding } = decodeText(bytes)
  const starts = encoding.startsWith('utf-16') ? halves(pieces) : streamed(pieces, encoding)
  return { text, lineOf: (offset) => part.from + indexAt(starts, offset) + 1 }
}

/** What each line of the part stands for, its line end included. */
function piecesOf({ headers, from, to }: MimePart, lines: ByteLines): readonly Uint8Array[] {
  const packed = (headers.get('content-transfer-encoding') ?? '').toLowerCase()
  const pieces: Uint8Array[] = []
  let rest = ''
  for (let at = from; at < to; at += 1) {
    const line = lines.line(at)
    if (packed === 'quoted-printable') pieces.push(unquoted(line))
    else if (packed === 'base64') {
      const letters = rest + new TextDecoder('latin1').decode(line).replace(/\s+/g, '')
      const whole = at === to - 1 ? letters.length : letters.length - (letters.length % 4)
      rest = letters.slice(whole)
      pieces.push(fromBase64(letters.slice(0, whole)))
    } else pieces.push(withEnd(line))
  }
  return pieces
}

const EQUALS = 0x3d
const LF = 0x0a

/** A line of quoted-printable text (RFC 2045, 6.7): =E6 is a byte, = at the end joins the next line. */
function unquoted(line: Uint8Array): Uint8Array {
  let end = line.length
  while (end > 0 && (line[end - 1] === 0x20 || line[end - 1] === 0x09)) end -= 1
  const joins = line[end - 1] === EQUALS
  if (joins) end -= 1
  const out: number[] = []
  for (let at = 0; at < end; at += 1) {
    const code = line[at] === EQUALS ? String.fromCharCode(...line.subarray(at + 1, Math.min(at + 3, end))) : ''
    const escaped = /^[\da-f]{2}$/i.test(code)
    out.push(escaped ? Number.parseInt(code, 16) : (line[at] ?? 0))
    if (escaped) at += 2
  }
  if (!joins) out.push(LF)
  return Uint8Array.from(out)
}

function fromBase64(letters: string): Uint8Array {
  try {
    return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
  } catch (error) {
    throw damaged('base64', error)
  }
}

function withEnd(line: Uint8Array): Uint8Array {
  const whole = new Uint8Array(line.length + 1)
  whole.set(line)
  whole[line.length] = LF
  return whole
}

/** Where in the text each piece starts. A character cut by a line end belongs to the line that ends it. */
function streamed(pieces: readonly Uint8Array[], encoding: string): readonly number[] {
  const decoder = new TextDecoder(encoding)
  let length = 0
  return pieces.map((piece) => {
    const start = length
    length += decoder.decode(piece, { stream: true }).length
    return start
  })
}

function halves(pieces: readonly Uint8Array[]): readonly number[] {
  let bytes = 0
  return pieces.map((piece) => {
    const start = bytes >> 1
    bytes += piece.length
    return start
  })
}

/** Index of the last start that is not beyond the offset. */
function indexAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
