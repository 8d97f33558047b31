import { script, scriptHash, style, styleHash } from 'virtual:disclint-sheet'
import type { Report } from '../../core/finding.ts'
import { attributes, html, Markup } from './markup.ts'
import { drawSheet, type SheetOptions } from './sheet.ts'
import { sheetWords } from './words.ts'

/**
 * The report as one self-contained page: nothing is loaded, and by its content security policy nothing but the sheet's own script can run,
 * whatever the document's text holds.
 */
export function formatHtml(report: Report, options: SheetOptions): string {
  const words = sheetWords(options.language)
  const title = [report.files[0]?.document.entity, words.sheetName].filter(Boolean).join(' ')
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; img-src data:; form-action 'none'; base-uri 'none'`
  const page = html`<!doctype html>
<html lang="${words.locale}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"${attributes({ content: policy })}><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="generator" content="disclint ${report.tool.version}"><link rel="icon" href="data:,"><title>${title}</title><style>${new Markup(style)}</style></head>
<body>${drawSheet(report, options)}
<script type="application/json" id="sheet-words">${new Markup(scriptData(words))}</script><script>${new Markup(script)}</script></body></html>
`
  return page.code
}

/** JSON inside a script element: no text of it can end the element. */
function scriptData(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}
