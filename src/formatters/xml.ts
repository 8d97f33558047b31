import { escaped } from './html/markup.ts'

/** What XML 1.0 has no way to write, beside the controls that no format shows. */
const IMPOSSIBLE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as XML text or as a quoted attribute's value; what XML cannot hold, and what shows nothing, is `�`. */
export function xmlText(text: string): string {
  return escaped(text).replace(IMPOSSIBLE, '\ufffd')
}

/** As `xmlText` for an attribute, whose line breaks a parser would turn into blanks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')
}
