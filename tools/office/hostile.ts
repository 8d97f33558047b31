import { wordFile } from './docx.ts'
import { excelFile } from './xlsx.ts'

const MEGABYTE = 1024 * 1024

/** Files made to exhaust or confuse a reader, each with the code of the problem it must end in. */
export const HOSTILE: readonly { readonly file: string; readonly code: string; readonly make: () => Uint8Array | string }[] = [
  { file: 'bomb.docx', code: 'file-too-large', make: () => wordFile(`<w:p><w:r><w:t>${' '.repeat(80 * MEGABYTE)}</w:t></w:r></w:p>`) },
  { file: 'ratio.docx', code: 'file-too-large', make: () => wordFile(`<w:p><w:r><w:t>${' '.repeat(20 * MEGABYTE)}</w:t></w:r></w:p>`) },
  { file: 'understated.docx', code: 'file-damaged', make: () => understated(wordFile(`<w:p><w:r><w:t>${' '.repeat(80 * MEGABYTE)}</w:t></w:r></w:p>`)) },
  { file: 'deep.docx', code: 'file-too-large', make: () => wordFile(`${'<w:sdt><w:sdtContent>'.repeat(50_000)}<w:p/>${'</w:sdtContent></w:sdt>'.repeat(50_000)}`) },
  { file: 'deep-cells.docx', code: 'file-too-large', make: () => wordFile(`${'<w:tbl><w:tr><w:tc>'.repeat(40_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(40_000)}`) },
  { file: 'entities.docx', code: 'xml-doctype', make: () => wordFile('<w:p/>', { prologue: entities() }) },
  { file: 'truncated.docx', code: 'file-damaged', make: () => half(wordFile(`<w:p><w:r><w:t>${'收入12.3万元'.repeat(500)}</w:t></w:r></w:p>`)) },
  { file: 'not-xml.docx', code: 'file-damaged', make: () => wordFile('<w:p><w:r></w:p>') },
  { file: 'no-body.docx', code: 'file-damaged', make: () => wordFile('').subarray(0, 120) },
  { file: 'blank.xlsx', code: 'file-too-large', make: () => excelFile([{ name: '表', inside: `<sheetData>${blankRows(1_200_000)}</sheetData>` }]) },
  { file: 'password.docx', code: 'file-encrypted', make: encryptedPackage },
  { file: 'other.zip', code: 'format-unsupported', make: () => Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...new Uint8Array(100)]) },
  { file: 'inserted.docx', code: 'file-too-large', make: () => wordFile('<w:altChunk r:id="a.html"/>'.repeat(200_000), { inserted: { 'a.html': '<p>一</p>' } }) },
  { file: 'inserted-large.docx', code: 'file-too-large', make: () => wordFile('<w:altChunk r:id="a.xml"/>'.repeat(100), { inserted: { 'a.xml': `<html>${'<p>收入12.3万元</p>'.repeat(50_000)}` } }) },
  { file: 'lines.mht', code: 'file-too-large', make: () => `MIME-Version: 1.0\nContent-Type: text/html\n\n${'\n'.repeat(20 * MEGABYTE)}` },
  { file: 'parts.mht', code: 'file-damaged', make: () => `MIME-Version: 1.0\n${'Content-Type: multipart/related; boundary=x\n\n--x\n'.repeat(50_000)}` },
  { file: 'deep.html', code: 'file-too-large', make: () => `<!DOCTYPE html>${'<div>'.repeat(100_000)}` },
]

function entities(): string {
  const nested = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
  return `<!DOCTYPE x [<!ENTITY e0 "ha">${nested}]>`
}

function blankRows(count: number): string {
  return Array.from({ length: count }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="1"/><c r="B${i + 1}" s="1"/></row>`).join('')
}

function half(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

/** A zip whose directory says that its largest part is one kilobyte. */
function understated(bytes: Uint8Array): Uint8Array {
  const lying = bytes.slice()
  const view = new DataView(lying.buffer)
  for (let at = 0; at + 28 < lying.length; at += 1) {
    const directory = view.getUint32(at, true) === 0x02014b50
    const local = view.getUint32(at, true) === 0x04034b50
    const field = at + (directory ? 24 : 22)
    if ((directory || local) && view.getUint32(field, true) > MEGABYTE) view.setUint32(field, 1024, true)
  }
  return lying
}

/** The head of an OLE compound file with the stream that an encrypted office file has. */
function encryptedPackage(): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]), 1024)
  return bytes
}
