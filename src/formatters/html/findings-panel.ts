import { reportWordsOf } from '../report-words.ts'
import { SEVERITIES } from '../../core/severity.ts'
import { drawCard } from './card.ts'
import { drawProblems } from './coverage.ts'
import type { Look } from './look.ts'
import type { Listed, ListedFile } from './listing.ts'
import { attributes, html, type Markup } from './markup.ts'

/** The findings of a file: what must be corrected before what is to be checked, dismissed ones last. */
export function drawFindings(look: Look, file: ListedFile): Markup {
  const open = file.findings.filter(({ finding }) => !finding.suppressed)
  const dismissed = file.findings.filter(({ finding }) => finding.suppressed)
  const groups = SEVERITIES.map((severity) => ({ name: severity as string, title: look.common.group[severity], findings: open.filter(({ finding }) => finding.severity === severity) }))
  const all = [...groups, { name: 'suppressed', title: look.words.filter.suppressed, findings: dismissed }].filter(({ findings }) => findings.length > 0)
  return html`<div class="findings"${attributes({ 'data-of': file.index, hidden: file.index > 0 })}>${drawProblems(look, file.report.problems)}${all.map(({ name, title, findings }) => html`<section class="group ${name}"><h2>${title} <span class="count">${findings.length}</span></h2>${drawBunches(look, findings)}</section>`)}${all.length === 0 && drawNothing(look, file)}</div>`
}

/** A file without findings is not called clean: what was checked and what was not is said beside it. */
function drawNothing({ words, figure }: Look, { report }: ListedFile): Markup {
  const passed = report.coverage.reduce((sum, rule) => sum + rule.passed, 0)
  const gaps = report.coverage.reduce((sum, rule) => sum + rule.notEvaluated.reduce((all, { count }) => all + count, 0), 0)
  return html`<div class="empty">${report.problems.length === 0 && passed > 0 && html`<p><b>${words.nothingFound}</b></p>`}<p>${words.checkedOf(figure(passed), figure(gaps))}</p></div>`
}

/** So many findings of one rule stand together under its title, where the first of them would stand. */
const BUNCH = 4

function drawBunches(look: Look, findings: readonly Listed[]): readonly Markup[] {
  const byRule = new Map<string, Listed[]>()
  for (const listed of findings) byRule.set(listed.finding.ruleId, [...(byRule.get(listed.finding.ruleId) ?? []), listed])
  return [...byRule].flatMap(([ruleId, bunch]) => {
    const cards = bunch.map((listed) => drawCard(look, listed))
    if (bunch.length < BUNCH) return cards
    const open = bunch[0]?.finding.severity === 'error'
    return [html`<details class="bunch"${attributes({ open })}><summary>${look.rule(ruleId)?.title[look.language] ?? ruleId} <span class="count">${bunch.length}</span></summary>${cards}</details>`]
  })
}

/** Search and filters over the findings. */
export function drawFilters(look: Look, files: readonly ListedFile[]): Markup {
  const { words, common } = look
  const findings = files.flatMap(({ findings: listed }) => listed.map(({ finding }) => finding))
  const categories = [...new Set(findings.map(({ category }) => category))]
  const severities = SEVERITIES.filter((severity) => findings.some((finding) => finding.severity === severity))
  const states = [['undecided', words.filter.undecided], ['confirmed', words.decision.confirmed], ['dismissed', words.decision.dismissed], ['note', words.decision.noted], ['fresh', words.decision.fresh], ['stays', words.decision.stays]] as const
  return html`<form class="filters" role="search"><input type="search" name="search"${attributes({ placeholder: words.filter.search, 'aria-label': words.filter.search })}>
<div class="chips">${severities.map((severity) => html`<label class="chip ${severity}"><input type="checkbox" name="severity" value="${severity}" checked><span>${common.group[severity]} <b data-count="${severity}"></b></span></label>`)}</div>
<select name="category" aria-label="${words.filter.category}"><option value="">${words.filter.category}${words.colon}${words.filter.all}</option>${categories.map((category) => html`<option value="${category}">${reportWordsOf(look.language).category(category)}</option>`)}</select>
<select name="state" aria-label="${words.filter.state}"><option value="">${words.filter.state}${words.colon}${words.filter.all}</option>${states.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></form>`
}
