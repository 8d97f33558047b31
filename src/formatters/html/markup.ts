import { withoutControls } from '../printable.ts'

/** HTML that was made by `html`, and so holds no text that was not escaped. */
export class Markup {
  readonly code: string

  constructor(code: string) {
    this.code = code
  }
}

export type Content = string | number | Markup | readonly Content[] | false | undefined

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML text or as a quoted attribute's value: no character of it is markup, none is invisible. */
export function escaped(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}

function code(content: Content): string {
  if (content instanceof Markup) return content.code
  if (content === false || content === undefined) return ''
  if (typeof content === 'string') return escaped(content)
  return typeof content === 'number' ? String(content) : content.map(code).join('')
}

/** A template of HTML. What is put in is escaped unless it is markup already; attribute values are to be quoted. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = parts[0] ?? ''
  contents.forEach((content, index) => {
    text += code(content) + (parts[index + 1] ?? '')
  })
  return new Markup(text)
}

/** ` name="value"` for each attribute that has a value. Names are ours, values may come from anywhere. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Markup {
  const written = Object.entries(values).map(([name, value]) => (value === undefined || value === false || value === '' ? '' : value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
  return new Markup(written.join(''))
}
