import { sourceText } from '../source-text.ts'
import type { Look } from './look.ts'
import type { Listed, ListedFile } from './listing.ts'
import { attributes, html, type Markup } from './markup.ts'

/** Sides printed in a row of the opinion; the sheet itself shows all. */
const SHOWN = 6

/**
 * The review opinion as it is printed on A4. All findings stand under "not decided yet"; the sheet moves each to where its decision
 * belongs before it prints, so a sheet printed without any decision is a full list.
 */
export function drawOpinion(look: Look, { index, report, findings }: ListedFile): Markup {
  const { words } = look
  const { document: about } = report
  const kind = words.kind[about.kind] ?? about.kind
  const year = about.fiscalYear === undefined ? '' : `${words.year(about.fiscalYear)}${words.gap}`
  const count = (pick: (rule: (typeof report.coverage)[number]) => number) => look.figure(report.coverage.reduce((sum, rule) => sum + pick(rule), 0))
  const open = findings.filter(({ finding }) => !finding.suppressed && finding.severity !== 'info')
  const infos = findings.filter(({ finding }) => !finding.suppressed && finding.severity === 'info')
  const dismissed = findings.filter(({ finding }) => finding.suppressed)
  const part = (name: string, title: string, rows: readonly Listed[]) =>
    html`<section data-part="${name}"${attributes({ hidden: rows.length === 0 })}><h2>${title}</h2><table><thead><tr><th scope="col">${words.opinion.number}</th><th scope="col">${words.opinion.place}</th><th scope="col">${words.opinion.problem}</th><th scope="col">${words.opinion.basis}</th></tr></thead><tbody>${rows.map((listed, row) => opinionRow(look, listed, row + 1))}</tbody></table></section>`
  return html`<section class="opinion"${attributes({ 'data-of': index, hidden: index > 0 })} aria-hidden="true"><h1>${words.opinionTitle(about.entity ?? '', `${year}${kind}`)}</h1>
<p class="line"><span>${words.opinion.file}${words.colon}${report.file}</span><span>${words.opinion.digest}${words.colon}${report.sha256.slice(0, 16)}</span></p>
${part('confirmed', words.opinion.confirmedPart, [])}${part('open', words.opinion.openPart, open)}${part('info', look.common.group.info, infos)}${part('dismissed', words.opinion.dismissedPart, dismissed)}
<section><h2>${words.opinion.scopePart}</h2><p>${words.checkedOf(count(({ passed }) => passed), count(({ notEvaluated }) => notEvaluated.reduce((sum, gap) => sum + gap.count, 0)))}${words.stop}${words.coverage.caution}</p></section>
<p class="line sign"><span>${words.opinion.signature}${words.colon}</span><span>${words.opinion.date}${words.colon}<span data-date></span></span></p></section>`
}

function opinionRow(look: Look, { id, file, finding }: Listed, number: number): Markup {
  const rule = look.rule(finding.ruleId)
  const [main, ...others] = finding.sites
  const basis = (rule?.source ?? []).map((source) => sourceText(source, look.language)).join(look.language === 'zh' ? '；' : '; ')
  const side = ({ label, text, place, file: other }: (typeof finding.sites)[number]) => `${other && other !== file.file ? `${other} ` : ''}${look.placeText(place)} ${label}${look.words.colon}${text}`
  // A computation names its figures itself.
  const listed = /[+×÷−]/.test(finding.trace?.formula ?? '') ? [] : others
  const rest = listed.slice(0, SHOWN - 1)
  return html`<tr data-row="${id}"><td>${number}</td><td>${main && [html`<b>${look.placeText(main.place)}</b> `, main.label]}</td><td><p>${finding.message.split('\n')[0]}</p>${finding.trace && html`<p class="formula">${finding.trace.formula}</p>`}${rest.map((site) => html`<p class="other">${side(site)}</p>`)}${listed.length > rest.length && html`<p class="other">${look.words.morePlaces(listed.length - rest.length)}</p>`}<p class="remark">${finding.suppressed && `${look.words.opinion.reason}${look.words.colon}${finding.suppressed.reason}`}</p></td><td>${basis}</td></tr>
`
}
