import type { Published } from './published.ts'
import { escaped } from './zip.ts'

/** A disclosure as a web page: paragraphs, and tables with merged cells. */
export function publishedHtml(disclosure: readonly Published[]): string {
  const body = disclosure.map((item) => {
    if (item.kind === 'watermark') return `<div class="watermark">${escaped(item.text)}</div>`
    if (item.kind === 'line') return `<p>${escaped(item.text)}</p>`
    const rows = item.rows.map((cells) => `<tr>${cells.map(({ text, colspan, rowspan }) => `<td${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}>${escaped(text)}</td>`).join('')}</tr>`)
    return `<table border="1">\n${rows.join('\n')}\n</table>`
  })
  return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>公开</title></head><body>\n${body.join('\n')}\n</body></html>\n`
}
