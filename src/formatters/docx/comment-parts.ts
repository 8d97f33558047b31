import { strFromU8 } from 'fflate'
import type { WordAnchors } from '../../readers/word/anchors.ts'
import { xmlText } from '../xml.ts'
import type { AnchoredComment } from './anchor-comments.ts'

type Parts = Readonly<Record<string, Uint8Array>>

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The first number that no comment of the file has. */
export function nextCommentId(parts: Parts, name: string | undefined): number {
  const ids = name === undefined ? [] : [...textOf(parts, name).matchAll(/<(?:\w+:)?comment\s[^>]*?\b\w+:id="(\d+)"/g)].map(([, id]) => Number(id))
  return Math.max(-1, ...ids) + 1
}

/** The part with the comments, and what tells of it where the file had none. */
export function commentParts(parts: Parts, { main, comments: existing }: WordAnchors, comments: readonly AnchoredComment[]): Readonly<Record<string, string>> {
  const written = comments.map(commentXml).join('')
  if (existing !== undefined) return { [existing]: appended(textOf(parts, existing), 'comments', () => written) }
  const slash = main.lastIndexOf('/') + 1
  const [folder, file] = [main.slice(0, slash), main.slice(slash)]
  const name = freeName(parts, folder)
  const relations = `${folder}_rels/${file}.rels`
  const before = parts[relations] ? textOf(parts, relations) : `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`
  return {
    [name]: `${DECLARATION}<w:comments xmlns:w="${WORD}">${written}</w:comments>`,
    [relations]: appended(before, 'Relationships', (prefix) => `<${prefix}Relationship Id="disclintComments" Type="${RELATIONSHIP}" Target="${name.slice(slash)}"/>`),
    '[Content_Types].xml': appended(textOf(parts, '[Content_Types].xml'), 'Types', (prefix) => `<${prefix}Override PartName="/${name}" ContentType="${COMMENTS_TYPE}"/>`),
  }
}

function commentXml({ id, lines }: AnchoredComment): string {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${xmlText(line)}</w:t></w:r></w:p>`).join('')
  return `<w:comment xmlns:w="${WORD}" w:id="${id}" w:author="disclint" w:initials="D">${paragraphs}</w:comment>`
}

function freeName(parts: Parts, folder: string): string {
  const name = `${folder}comments.xml`
  return Object.hasOwn(parts, name) ? `${folder}disclint-comments.xml` : name
}

/** `xml` with something added at the end of its root element, whatever prefix that has. */
function appended(xml: string, root: string, added: (prefix: string) => string): string {
  const open = xml.replace(new RegExp(`<((?:[\\w.-]+:)?)${root}((?:\\s[^<>]*)?)/>\\s*$`), `<$1${root}$2></$1${root}>`)
  const end = new RegExp(`</((?:[\\w.-]+:)?)${root}\\s*>`).exec(open)
  return end ? open.slice(0, end.index) + added(end[1] ?? '') + open.slice(end.index) : open
}

function textOf(parts: Parts, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array()).replace(/^\ufeff/, '')
}
