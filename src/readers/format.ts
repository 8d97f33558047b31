import type { DocumentFormat } from './block.ts'

/**
 * The format of a file, told by its first bytes; the name decides only between kinds of text. `legacy` is a format that only an
 * office program opens (.doc, .xls, .odt, .ods, .rtf, XML of Office 2003, and .wps or .et that are not Word or Excel inside), or none.
 */
export function detectFormat(content: Uint8Array | string, file: string): DocumentFormat {
  if (typeof content === 'string') return textFormat(content.slice(0, HEAD), file)
  if (startsWith(content, PDF)) return 'pdf'
  if (startsWith(content, COMPOUND)) return 'legacy'
  if (startsWith(content, ZIP)) return zipFormat(content)
  const head = new TextDecoder('latin1').decode(content.subarray(0, HEAD))
  return legacyText(head) !== undefined || isBinary(head) ? 'legacy' : textFormat(head, file)
}

/** Formats of office programs that are written in letters. */
function legacyText(head: string): LegacyKind | undefined {
  if (/^\s*\{\\rtf/.test(head)) return 'text'
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*<\?xml/.test(head)) return undefined
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'sheet'
  return head.includes('http://schemas.microsoft.com/office/word/2003/wordml') || head.includes('Word.Document') ? 'text' : undefined
}

/** Bytes that no text has; UTF-16 has zeros, and says so first. */
function isBinary(head: string): boolean {
  return !/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(head) && (head.includes('\0') || FOREIGN.some(([start]) => head.startsWith(start)))
}

/** What a file is that is no document, by how it begins. */
const FOREIGN: readonly (readonly [start: string, name: string])[] = [
  ['\u0089PNG', 'PNG'], ['\u00ff\u00d8\u00ff', 'JPEG'], ['GIF8', 'GIF'], ['II*\0', 'TIFF'],
  ['Rar!', 'RAR'], ['7z\u00bc\u00af', '7z'], ['\u001f\u008b', 'gzip'], ['%!PS', 'PostScript'],
]

/** Name of the kind of a file that no reader takes. */
export function foreignKind(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  if (startsWith(bytes, ZIP)) return new TextDecoder('latin1').decode(bytes).includes('OFD.xml') ? 'OFD' : 'zip'
  return FOREIGN.find(([start]) => head.startsWith(start))?.[1] ?? 'binary'
}

const HEAD = 2048
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** OLE compound file: .doc, .xls, .wps, .et, and encrypted .docx. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

const ZIP_END = 1024 * 1024

/** Office packages are told apart by the names of their parts, which the directory at the end of the zip lists. */
function zipFormat(bytes: Uint8Array): DocumentFormat {
  const names = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - ZIP_END)))
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  return 'legacy'
}

function textFormat(head: string, file: string): DocumentFormat {
  const name = file.toLowerCase()
  if (isMailed(head)) return 'mhtml'
  if (name.endsWith('.json') || /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*\{/.test(head)) return 'json'
  const tag = /^(?:\ufeff|\u00ef\u00bb\u00bf)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(!?[a-z]+[1-6]?)/is.exec(head)?.[1]?.toLowerCase() ?? ''
  if (/\.x?html?$/.test(name) || PAGE.has(tag)) return 'html'
  if (/\.(?:csv|tsv)$/.test(name)) return 'csv'
  if (/\.(?:md|markdown)$/.test(name)) return 'markdown'
  return PIECE.has(tag) ? 'html' : 'text'
}

/** Tags that a web page begins with, and those that a piece of one does; Markdown may begin with the latter too. */
const PAGE: ReadonlySet<string> = new Set(['!doctype', 'html', 'head', 'body', 'meta', 'table', 'div', 'p'])
const PIECE: ReadonlySet<string> = new Set(['title', 'style', 'link', 'script', 'span', 'font', 'center', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Headers of a page that was saved as one file (RFC 2557), whatever its name: .mht, and .doc or .xls of programs that write these. */
function isMailed(head: string): boolean {
  const [headers = ''] = head.split(/\r?\n\r?\n/, 1)
  return /^(?:\ufeff|\u00ef\u00bb\u00bf)?[\w-]+:/.test(headers) && /^mime-version\s*:/im.test(headers) && /^content-type\s*:\s*(?:multipart\/|text\/html)/im.test(headers)
}

/** What a file of an old format is: a text or a sheet. */
export type LegacyKind = 'text' | 'sheet'

/**
 * What a `legacy` file is, by its content first (the streams of a compound file, the type of an OpenDocument package) and by its
 * name else; undefined for what no office program opens.
 */
export function legacyKind(bytes: Uint8Array, file: string): LegacyKind | undefined {
  const text = new TextDecoder('latin1').decode(bytes)
  if (!startsWith(bytes, ZIP) && !startsWith(bytes, COMPOUND)) return legacyText(text.slice(0, HEAD))
  if (startsWith(bytes, ZIP)) return text.includes('opendocument.spreadsheet') ? 'sheet' : text.includes('opendocument.text') ? 'text' : undefined
  if (text.includes(wide('Workbook')) || text.includes(wide('Book'))) return 'sheet'
  if (text.includes(wide('WordDocument'))) return 'text'
  return /\.(?:xls|et|ods)$/i.test(file) ? 'sheet' : 'text'
}

/** Names of streams are written in UTF-16. */
function wide(name: string): string {
  return [...name].map((letter) => `${letter}\0`).join('')
}
