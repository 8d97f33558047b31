import { SaxesParser, type SaxesTagNS } from 'saxes'

/** A comment and the paragraph it hangs on, counted from 1 in the order of start tags. */
export interface AnchoredComment {
  readonly id: number
  readonly paragraph: number
  readonly lines: readonly string[]
}

/** Where a paragraph's content begins (after its properties) and ends, in the part's text. */
interface Span {
  readonly outermost: number
  begin: number
  end: number
  readonly namespace: string
  /** An empty element (`<w:p/>`), which has to be opened. */
  readonly closed: string | undefined
}

const WORD = /\/wordprocessingml(?:\/2006)?\/main$/

/** The main part with the marks of comments put in; not a character of it is changed otherwise. */
export function withComments(xml: string, comments: readonly AnchoredComment[]): string {
  const spans = paragraphs(xml)
  const byParagraph = new Map<number, AnchoredComment[]>()
  for (const comment of comments) {
    const at = spans[comment.paragraph - 1]?.outermost ?? 1
    byParagraph.set(at, [...(byParagraph.get(at) ?? []), comment])
  }
  const insertions = [...byParagraph].flatMap(([number, group]) => {
    const span = spans[number - 1]
    return span ? insertionsFor(span, group) : []
  })
  let text = ''
  let done = 0
  for (const { from, to, inserted } of insertions.sort((a, b) => a.from - b.from)) {
    text += xml.slice(done, from) + inserted
    done = to
  }
  return text + xml.slice(done)
}

function insertionsFor({ begin, end, namespace, closed }: Span, comments: readonly AnchoredComment[]): readonly { readonly from: number; readonly to: number; readonly inserted: string }[] {
  const w = `xmlns:w="${namespace}"`
  const starts = comments.map(({ id }) => `<w:commentRangeStart ${w} w:id="${id}"/>`).join('')
  const ends = comments.map(({ id }) => `<w:commentRangeEnd ${w} w:id="${id}"/><w:r ${w}><w:commentReference w:id="${id}"/></w:r>`).join('')
  if (closed !== undefined) return [{ from: end - 2, to: end, inserted: `>${starts}${ends}</${closed}>` }]
  return [
    { from: begin, to: begin, inserted: starts },
    { from: end, to: end, inserted: ends },
  ]
}

/** Every paragraph of the part. Word shows no comments in text boxes, so what is nested knows its outermost paragraph. */
function paragraphs(xml: string): readonly Span[] {
  const spans: Span[] = []
  const open: { readonly tag: SaxesTagNS; readonly span: Span | undefined }[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', (tag) => {
    const isParagraph = tag.local === 'p' && WORD.test(tag.uri)
    const outer = open.find(({ span }) => span)?.span
    const span: Span | undefined = isParagraph ? { outermost: outer?.outermost ?? spans.length + 1, begin: parser.position, end: parser.position, namespace: tag.uri, closed: tag.isSelfClosing ? tag.name : undefined } : undefined
    if (span) spans.push(span)
    open.push({ tag, span })
  })
  parser.on('closetag', (tag) => {
    const closing = open.pop()
    const parent = open.at(-1)?.span
    if (tag.local === 'pPr' && parent) parent.begin = parser.position
    if (closing?.span && closing.span.closed === undefined) closing.span.end = xml.lastIndexOf('</', parser.position - 1)
  })
  parser.write(xml).close()
  return spans
}
