/** How a part is packed. */
export type Packing = 'quoted-printable' | 'base64' | '8bit'

/** A page of a single-file web page. */
export interface PageSource {
  readonly location: string
  readonly html: string
  readonly packing: Packing
  /** Bytes of the page; by default utf-8. */
  readonly encode?: (html: string) => Uint8Array
}

const BOUNDARY = '----=_NextPart_01DC.5A2B'

/** A web page saved as one file (.mht), as Word and browsers write it: pages and a picture, each packed for a journey by mail. */
export function mhtmlFile(pages: readonly PageSource[], end = `--${BOUNDARY}--\r\n`): Uint8Array {
  const head = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="${BOUNDARY}"\r\n\r\nThis document is a single-file web page.\r\n\r\n`
  const parts = pages.map(({ location, html, packing, encode = utf8 }) => `--${BOUNDARY}\r\nContent-Location: file:///C:/fake/${location}\r\nContent-Transfer-Encoding: ${packing}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${packed(encode(html), packing)}\r\n`)
  const picture = `--${BOUNDARY}\r\nContent-Location: file:///C:/fake/image001.png\r\nContent-Transfer-Encoding: base64\r\nContent-Type: image/png\r\n\r\niVBORw0KGgo=\r\n\r\n`
  return Uint8Array.from(head + parts.join('') + picture + end, (letter) => letter.charCodeAt(0))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const WIDTH = 76

/** Bytes packed, a character a byte. */
function packed(bytes: Uint8Array, packing: Packing): string {
  if (packing === '8bit') return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  if (packing === 'base64') return (Buffer.from(bytes).toString('base64').match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? []).join('\r\n')
  const lines: string[] = ['']
  for (const byte of bytes) {
    const written = byte === 0x0a ? '\r\n' : byte < 0x20 || byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)
    if (written === '\r\n') lines.push('')
    else {
      if ((lines.at(-1) ?? '').length + written.length >= WIDTH) {
        lines[lines.length - 1] += '='
        lines.push('')
      }
      lines[lines.length - 1] += written
    }
  }
  return lines.join('\r\n')
}

const DOUBLE = Array.from({ length: 126 * 191 }, (_, i) => [0x81 + Math.floor(i / 191), 0x40 + (i % 191)] as const)

/** Text as GBK, which every gb2312 page of an older program is; the platform only decodes it. */
export function gbk(text: string): Uint8Array {
  const codes = new Map(DOUBLE.map((pair) => [new TextDecoder('gb18030').decode(Uint8Array.from(pair)), pair]))
  return Uint8Array.from([...text].flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : (codes.get(letter) ?? []))))
}
