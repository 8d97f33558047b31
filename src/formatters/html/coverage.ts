import type { RuleCoverage } from '../../core/finding.ts'
import type { GapReason } from '../../core/verdict.ts'
import type { Look } from './look.ts'
import type { ListedFile } from './listing.ts'
import { attributes, html, type Markup } from './markup.ts'

/** What was checked and what was not, and why: "no problem" says nothing of the latter. */
export function drawCoverage(look: Look, { index, report }: ListedFile): Markup {
  const { words, common } = look
  const { coverage: own } = words
  const sum = (count: (rule: RuleCoverage) => number) => report.coverage.reduce((total, rule) => total + count(rule), 0)
  const busy = report.coverage.filter((rule) => rule.passed + rule.failed + rule.explainable + gapsOf(rule) > 0)
  const missing = sum(gapsOf)
  const tile = (count: number, text: string, kind = '') => html`<div class="tile ${kind}"><dd>${look.figure(count)}</dd><dt>${text}</dt></div>`
  return html`<div class="coverage"${attributes({ 'data-of': index, hidden: index > 0 })}>
<dl class="tiles">${tile(sum(({ passed }) => passed), own.checked, 'checked')}${tile(missing, own.notEvaluated, missing > 0 ? 'missing' : '')}${tile(sum(({ explainable }) => explainable), own.explainable)}</dl>
<p class="caution">${own.caution}</p>
${report.problems.length > 0 && html`<h2>${own.problems}</h2>${drawProblems(look, report.problems)}`}
${missing > 0 && html`<h2>${own.gaps}</h2>${drawReasons(look, report.coverage, missing)}`}
<h2>${own.recognised}</h2>${drawRecognition(look, report.recognition)}
<h2>${own.byRule}</h2><table class="rules"><thead><tr><th scope="col">${own.rule}</th><th scope="col">${own.passed}</th><th scope="col">${own.failed}</th><th scope="col">${own.notEvaluated}</th></tr></thead><tbody>${busy.map((rule) => html`<tr><th scope="row">${look.rule(rule.ruleId)?.title[look.language] ?? rule.ruleId}<code>${rule.ruleId}</code>${rule.notEvaluated.length > 0 && html`<small>${rule.notEvaluated.map(({ reason, count }) => `${common.reason[reason]} ${look.figure(count)}`).join(look.language === 'zh' ? '，' : ', ')}</small>`}</th><td>${look.figure(rule.passed)}</td><td${attributes({ class: rule.failed > 0 ? 'failed' : undefined })}>${look.figure(rule.failed)}</td><td>${look.figure(gapsOf(rule))}</td></tr>
`)}</tbody></table><p class="idle">${report.coverage.length - busy.length} ${own.idle}</p></div>`
}

/** What kept the linter from its work on a file. */
export function drawProblems(look: Look, problems: ListedFile['report']['problems']): Markup | false {
  return problems.length > 0 && html`<ul class="problems">${problems.map(({ place, message }) => html`<li>${place && `${look.placeText(place)} `}${message[look.language]}</li>`)}</ul>`
}

function gapsOf({ notEvaluated }: RuleCoverage): number {
  return notEvaluated.reduce((total, { count }) => total + count, 0)
}

function drawReasons(look: Look, coverage: readonly RuleCoverage[], total: number): Markup {
  const counts = new Map<GapReason, number>()
  for (const { reason, count } of coverage.flatMap(({ notEvaluated }) => notEvaluated)) counts.set(reason, (counts.get(reason) ?? 0) + count)
  return html`<ul class="reasons">${[...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => html`<li><span>${look.common.reason[reason]}</span><meter min="0" max="${total}" value="${count}" aria-hidden="true"></meter><b>${look.figure(count)}</b></li>`)}</ul>`
}

function drawRecognition(look: Look, recognition: ListedFile['report']['recognition']): Markup {
  const { coverage: own } = look.words
  const counts: readonly (readonly [number, string])[] = [[recognition.tables.length, own.tables], [recognition.sheets, own.sheets], [recognition.paragraphs, own.paragraphs]]
  return html`<p>${counts.map(([count, text]) => html`<b>${look.figure(count)}</b> ${text} `)}</p>
<ul class="tables">${recognition.tables.map((table) => html`<li>${table.title || (table.name ?? table.role)}<small>${table.name ?? table.role} · ${table.rows} ${own.rows}${table.doubtful > 0 && ` · ${table.doubtful} ${own.doubtful}`}</small></li>`)}</ul>
<h2>${own.unrecognised} <span class="count">${recognition.unrecognised.length}</span></h2>
${recognition.unrecognised.length === 0 ? html`<p>${own.nothingUnrecognised}</p>` : html`<ul class="unrecognised">${recognition.unrecognised.map(({ text, place }) => html`<li>${place && html`<span class="at">${look.placeText(place)}</span> `}${text}</li>`)}</ul>`}`
}
