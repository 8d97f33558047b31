import { printable } from '../printable.ts'

/** Text that Markdown shows as it is, on one line: no mark-up, HTML, link, mention or entity can come of it. */
export function escapedMarkdown(text: string): string {
  return printable(text)
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!@$]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\.|(?<=xmpp|mailto):/gi, '\\$&')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/** Text between backquotes. */
export function codeText(text: string): string {
  return printable(text).replaceAll('`', "'")
}
