import type { Published, PublishedCell } from './published.ts'
import { contentTypes, escaped, part, relationships, zipped } from './zip.ts'

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

/** Further parts of a Word file, each the inside of its root element. */
export interface WordExtras {
  readonly styles?: string
  readonly numbering?: string
  readonly comments?: string
  readonly footnotes?: string
  readonly header?: string
  readonly core?: string
  /** Files that `<w:altChunk r:id="name"/>` inserts, by name. */
  readonly inserted?: Readonly<Record<string, string | Uint8Array>>
  /** Before the root element of the document. */
  readonly prologue?: string
}

/** A Word file with this body. */
export function wordFile(body: string, extras: WordExtras = {}): Uint8Array {
  const parts = (['styles', 'numbering', 'comments', 'footnotes', 'header'] as const).flatMap((name) => {
    const inside = extras[name]
    return inside === undefined ? [] : [{ name, root: name === 'header' ? 'hdr' : name, inside }]
  })
  const inserted = Object.entries(extras.inserted ?? {})
  return zipped({
    '[Content_Types].xml': contentTypes(['/word/document.xml', 'wordprocessingml.document.main'], ...parts.map(({ name }) => [`/word/${name}.xml`, `wordprocessingml.${name}`] as const)),
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml'], ...(extras.core === undefined ? [] : [['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'] as const])),
    'word/document.xml': part(`${extras.prologue ?? ''}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`),
    ...(parts.length + inserted.length > 0 && { 'word/_rels/document.xml.rels': relationships(...parts.map(({ name }) => [name, `${name}.xml`] as const), ...inserted.map(([name]) => ['aFChunk', name, name] as const)) }),
    ...Object.fromEntries(inserted.map(([name, content]) => [`word/${name}`, content])),
    ...Object.fromEntries(parts.map(({ name, root, inside }) => [`word/${name}.xml`, part(`<w:${root} ${NAMESPACES}>${inside}</w:${root}>`)])),
    ...(extras.core !== undefined && { 'docProps/core.xml': part(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${extras.core}</cp:coreProperties>`) }),
  })
}

/** A disclosure as a Word file: real tables with merged cells, text cut into runs as Word cuts it. */
export function publishedWord(disclosure: readonly Published[]): Uint8Array {
  const marks = disclosure.flatMap((item) => (item.kind === 'watermark' ? [`<w:p><w:r><w:pict><v:shape><v:textpath string="${escaped(item.text)}"/></v:shape></w:pict></w:r></w:p>`] : []))
  const body = disclosure.map((item) => (item.kind === 'line' ? paragraph(item.text) : item.kind === 'table' ? table(item) : ''))
  // A paragraph follows the last table, as in every file that Word writes.
  return wordFile(`${body.join('')}<w:p/>`, marks.length === 0 ? {} : { header: marks.join('') })
}

function paragraph(text: string): string {
  const cut = Math.ceil(text.length / 2)
  return `<w:p>${[text.slice(0, cut), text.slice(cut)].filter((run) => run !== '').map((run) => `<w:r><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`).join('')}</w:p>`
}

/** Width of a column in twentieths of a point: without widths other programs put cells into other columns. */
const COLUMN = 900

function table({ width, rows }: Extract<Published, { kind: 'table' }>): string {
  const hanging: { left: number; colspan: number }[] = []
  const lines = rows.map((row) => {
    let at = 0
    let line = ''
    const hung = (): void => {
      for (let above = hanging[at]; above !== undefined && above.left > 0; above = hanging[at]) {
        above.left -= 1
        line += tableCell({ text: '', colspan: above.colspan, rowspan: 1 }, '<w:vMerge/>')
        at += above.colspan
      }
    }
    for (const cell of row) {
      hung()
      hanging[at] = { left: cell.rowspan - 1, colspan: cell.colspan }
      line += tableCell(cell, cell.rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '')
      at += cell.colspan
    }
    hung()
    return `<w:tr>${line}</w:tr>`
  })
  return `<w:tbl><w:tblPr/><w:tblGrid>${`<w:gridCol w:w="${COLUMN}"/>`.repeat(width)}</w:tblGrid>${lines.join('')}</w:tbl>`
}

function tableCell({ text, colspan }: PublishedCell, merge: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${COLUMN * colspan}" w:type="dxa"/>${colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : ''}${merge}</w:tcPr>${paragraph(text)}</w:tc>`
}
