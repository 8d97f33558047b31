import type { Content as ReportContent } from '../../../core/finding.ts'
import type { Disclosure, Extra, TextBlock } from '../../../disclosure/model.ts'
import { validateDisclosure } from '../../../disclosure/validate.ts'
import { parentPointer, pointerTokens, valueAt } from '../../../source/json-pointer.ts'
import { attributes, html, type Markup } from '../markup.ts'
import { drawOverall } from './overall.ts'
import { drawProject } from './project.ts'
import { drawTable } from './table.ts'
import type { Drawing } from './drawing.ts'

/** A place in the outline of the document. */
export interface OutlineEntry {
  readonly pointer: string
  readonly title: string
  readonly level: number
}

/** A file's document in printed order, and its outline. A report may be read back from a file, so what it holds is checked first. */
export function drawDocument(drawing: Drawing, content: ReportContent): { readonly body: Markup; readonly outline: readonly OutlineEntry[] } | undefined {
  const { disclosure } = validateDisclosure(content.disclosure)
  if (!disclosure) return undefined
  const outline: OutlineEntry[] = []
  const blocks = content.blocks.flatMap(({ pointer, place }) => {
    const block = drawBlock(drawing, disclosure, pointer)
    if (!block) return []
    if (block.title !== undefined) outline.push({ pointer, title: block.title, level: block.level ?? 2 })
    const where = block.title !== undefined && place ? drawing.placeText(place) : ''
    return [html`<div class="block ${block.kind}"${attributes({ 'data-block': pointer })}>${where !== '' && html`<span class="where">${where}</span>`}${block.body}</div>
`]
  })
  return { body: html`${blocks}`, outline }
}

interface Block {
  readonly kind: string
  readonly body: Markup
  /** In the outline; blocks without one are found through the heading above them. */
  readonly title?: string
  readonly level?: number
}

function drawBlock(drawing: Drawing, disclosure: Disclosure, pointer: string): Block | undefined {
  const [first, index] = pointerTokens(pointer)
  switch (first) {
    case 'tables': {
      const table = disclosure.tables[Number(index)]
      return table && { kind: 'table', title: [table.number, table.title].filter(Boolean).join(' '), body: drawTable(drawing, table, pointer) }
    }
    case 'projects': {
      const project = disclosure.projects[Number(index)]
      return project && { kind: 'project', title: project.name, body: drawProject(drawing, project, pointer) }
    }
    case 'overall':
      return disclosure.overall && { kind: 'overall', title: disclosure.overall.title ?? drawing.words.form.overall, body: drawOverall(drawing, disclosure.overall, pointer) }
    case 'sections':
      return drawProse(drawing, disclosure, pointer)
    case 'extra': {
      const extra = disclosure.extra?.[Number(index)]
      return extra && { kind: 'extra', body: drawExtra(drawing, extra, pointer) }
    }
    case 'attachments':
      return { kind: 'loose', body: html`${(disclosure.attachments ?? []).map(({ label, title }, at) => html`<p${drawing.anchors.whole(`${pointer}/${at}`)}>${drawing.anchors.text(`${pointer}/${at}/label`, label)}${title !== undefined && [' ', drawing.anchors.text(`${pointer}/${at}/title`, title)]}</p>`)}` }
    case 'marks':
      return { kind: first, title: drawing.words.marks, body: html`<p class="marks-title">${drawing.words.marks}</p>${(disclosure.marks ?? []).map((block, at) => drawText(drawing, block, `${pointer}/${at}`))}` }
    case 'cover':
    case 'toc':
    case 'notes':
    case 'captions':
      return { kind: first, body: html`${(disclosure[first] ?? []).map((block, at) => drawText(drawing, block, `${pointer}/${at}`))}` }
    default:
      return undefined
  }
}

function drawText({ anchors }: Drawing, block: TextBlock & { readonly page?: string }, pointer: string): Markup {
  return html`<p${anchors.whole(`${pointer}/text`)}>${anchors.text(`${pointer}/text`, block.text)}${block.page !== undefined && html`<span class="page">${anchors.text(`${pointer}/page`, block.page)}</span>`}</p>`
}

function drawProse(drawing: Drawing, disclosure: Disclosure, pointer: string): Block | undefined {
  const value = valueAt(disclosure, pointer)
  if (typeof value === 'string') {
    const level = Number((valueAt(disclosure, parentPointer(pointer) ?? '') as { readonly level?: number }).level ?? 1)
    const heading = Math.min(level + 1, 6)
    const inner = html`<span${drawing.anchors.whole(pointer)}>${drawing.anchors.text(pointer, value)}</span>`
    return { kind: `heading depth-${level}`, title: value, level, body: html`<p role="heading" aria-level="${heading}">${inner}</p>` }
  }
  return typeof value === 'object' && value !== null ? { kind: 'prose', body: drawText(drawing, value as TextBlock, pointer) } : undefined
}

/** What was not recognised is shown as it was read. */
function drawExtra({ anchors, words }: Drawing, extra: Extra, pointer: string): Markup {
  const grid = extra.grid && html`<div class="scroll" tabindex="0" role="group" aria-label="${words.unrecognised}"><table class="grid"><tbody>${extra.grid.map((row, r) => html`<tr>${row.map((text, c) => html`<td${anchors.whole(`${pointer}/grid/${r}/${c}`)}>${anchors.text(`${pointer}/grid/${r}/${c}`, text)}</td>`)}</tr>`)}</tbody></table></div>`
  return html`${extra.text !== undefined && html`<p${anchors.whole(`${pointer}/text`)}>${anchors.text(`${pointer}/text`, extra.text)}</p>`}${grid}`
}
