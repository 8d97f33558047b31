import type { Report } from '../../core/finding.ts'
import type { Language } from '../../core/text.ts'
import { anchorsOf } from './anchors.ts'
import { drawCoverage } from './coverage.ts'
import { drawDocument, type OutlineEntry } from './document/document.ts'
import { drawFilters, drawFindings } from './findings-panel.ts'
import { listFindings, type ListedFile } from './listing.ts'
import { lookOf, type Look } from './look.ts'
import { attributes, html, type Content, type Markup } from './markup.ts'
import { drawOpinion } from './opinion.ts'

/** A command of the page that shows the sheet, beside the sheet's own. */
export interface SheetCommand {
  readonly name: string
  readonly text: string
}

export interface SheetOptions {
  readonly language: Language
  readonly commands?: readonly SheetCommand[]
}

/** The review sheet as the content of a page's body: the document at the left, the findings and the coverage at the right, the opinion to print. */
export function drawSheet(report: Report, { language, commands = [] }: SheetOptions): Markup {
  const look = lookOf(report, language)
  const files = listFindings(report)
  const documents = files.map((file) => documentOf(look, file))
  return html`<div class="sheet" data-sheet data-tab="findings"${attributes({ 'data-digest': report.files.map(({ sha256 }) => sha256.slice(0, 12)).join(' ') })}>
${drawTop(look, files, commands)}
<main class="body"><div class="tabs" role="tablist" aria-label="${look.words.sheetName}">${(['findings', 'document', 'coverage'] as const).map((name) => tab(look, name))}</div>
<section class="document" id="p-document" role="tabpanel" aria-labelledby="t-document"><div class="toolbar"><select data-outline aria-label="${look.words.filter.outline}"><option value="">${look.words.filter.outline}</option>${documents.map(({ outline }, index) => outlineOptions(outline, index))}</select><p class="current" aria-live="polite"><span class="what" data-what></span><span class="spot" data-spot></span></p><span class="stepper" hidden><button type="button" data-step="-1" aria-label="${look.words.command.previous}">‹</button><span data-position></span><button type="button" data-step="1" aria-label="${look.words.command.next}">›</button><button type="button" class="back" data-back>${look.words.command.back}</button></span></div>
<div class="pages" tabindex="0" role="group" aria-label="${look.words.tab.document}">${documents.map(({ body }, index) => html`<article class="paper"${attributes({ 'data-of': index, hidden: index > 0 })}>${body}</article>`)}</div><div class="ruler" aria-hidden="true"></div></section>
<div class="panel"><div class="view findings-view" id="p-findings" role="tabpanel" aria-labelledby="t-findings">${drawFilters(look, files)}<div class="scroller" tabindex="0" role="group" aria-label="${look.words.tab.findings}"><div class="gone" hidden></div>${files.map((file) => drawFindings(look, file))}<p class="empty" data-empty hidden>${look.words.filter.none}</p></div><p class="keys">${look.words.command.keys}</p></div>
<div class="view coverage-view scroller" id="p-coverage" role="tabpanel" aria-labelledby="t-coverage" tabindex="0">${files.map((file) => drawCoverage(look, file))}</div></div></main>
${files.map((file) => drawOpinion(look, file))}
</div>`
}

function tab({ words }: Look, name: 'findings' | 'document' | 'coverage'): Markup {
  return html`<button type="button" role="tab" id="t-${name}" aria-controls="p-${name}" aria-selected="${name === 'findings' ? 'true' : 'false'}" data-tab="${name}">${words.tab[name]}${name === 'findings' && html` <span class="count" data-count="all"></span>`}</button>`
}

function drawTop(look: Look, files: readonly ListedFile[], commands: readonly SheetCommand[]): Markup {
  const { words } = look
  const own: readonly SheetCommand[] = [{ name: 'print', text: words.command.print }, { name: 'export', text: words.command.export }, { name: 'load', text: words.command.load }]
  return html`<header class="top"><div class="identity">${files.length > 1 && html`<select data-files aria-label="${words.filter.file}">${files.map(({ report }, index) => html`<option value="${index}">${report.file}</option>`)}</select>`}${files.map((file) => identity(look, file))}</div><p class="progress" data-progress aria-live="polite"></p><div class="commands">${[...commands, ...own].map(({ name, text }) => html`<button type="button" data-command="${name}">${text}</button>`)}</div></header>`
}

function identity({ words }: Look, { index, report }: ListedFile): Markup {
  const { kind, fiscalYear, entity, extent } = report.document
  return html`<div class="file"${attributes({ 'data-of': index, hidden: index > 0 })}><h1>${entity ?? report.file}</h1><p>${fiscalYear !== undefined && `${words.year(fiscalYear)}${words.gap}`}${words.kind[kind] ?? kind} · ${words.extent[extent] ?? extent} · ${report.file}</p></div>`
}

function documentOf(look: Look, file: ListedFile): { readonly body: Content; readonly outline: readonly OutlineEntry[] } {
  const { content } = file.report
  const drawn = content && drawDocument({ anchors: anchorsOf(file), words: look.words, placeText: look.placeText }, content)
  return drawn ?? { body: html`<p class="empty">${look.words.noContent}</p>`, outline: [] }
}

function outlineOptions(outline: readonly OutlineEntry[], index: number): Markup {
  return html`<optgroup${attributes({ 'data-of': index, hidden: index > 0, label: '—' })}>${outline.map(({ pointer, title, level }) => html`<option value="${pointer}">${'\u3000'.repeat(Math.max(0, level - 1))}${title}</option>`)}</optgroup>`
}
