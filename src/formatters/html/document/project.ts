import type { Funds, Phase, Project, Scoring } from '../../../disclosure/model.ts'
import { attributes, html, type Markup } from '../markup.ts'
import { cell, labelled, type Drawing } from './drawing.ts'
import { drawIndicators, phasesOf } from './indicators.ts'

const PAIRS = [['department', 'implementer'], ['attribute', 'term']] as const
const LONG = ['overview', 'basis', 'necessity', 'measures', 'plan'] as const
const SCORED = ['weight', 'rate', 'score'] as const

/** A project's performance sheet as the form it is: head, funds, texts, goals, indicators, signatures. */
export function drawProject(drawing: Drawing, project: Project, pointer: string): Markup {
  const { words, anchors } = drawing
  return html`<div class="scroll" tabindex="0" role="group"${attributes({ 'aria-label': project.name || words.form.name })}>${project.title !== undefined && html`<p class="form-title"><span${anchors.whole(`${pointer}/title`)}>${anchors.text(`${pointer}/title`, project.title)}</span>${project.fiscalYear !== undefined && html` <small${anchors.whole(`${pointer}/fiscalYear`)}>${anchors.text(`${pointer}/fiscalYear`, project.fiscalYear)}</small>`}</p>`}
<table class="form"><tbody><tr>${labelled(drawing, words.form.name, `${pointer}/name`, project.name, attributes({ colspan: 3 }))}</tr>${PAIRS.map((names) => pair(drawing, project, pointer, names))}</tbody></table>
${drawFunds(drawing, project.funds, `${pointer}/funds`, words.form.funds)}
${texts(drawing, project, pointer)}
${goals(drawing, project, pointer)}
${drawIndicators(drawing, project.indicators, pointer, project.totalScore)}
${drawSignoff(drawing, project.signoff, pointer)}</div>`
}

function pair(drawing: Drawing, project: Project, pointer: string, names: readonly (keyof typeof drawing.words.form & keyof Project)[]): Markup | false {
  const present = names.filter((name) => project[name] !== undefined)
  if (present.length === 0) return false
  const span = present.length === 1 ? attributes({ colspan: 3 }) : ''
  return html`<tr>${present.map((name) => labelled(drawing, drawing.words.form[name], `${pointer}/${name}`, project[name] as string, span))}</tr>`
}

/** Money with its parts, by what was budgeted and spent, with the scoring of each row. */
export function drawFunds(drawing: Drawing, { unit, total, sources, ...scores }: Funds, at: string, title: string): Markup | false {
  const { words, anchors } = drawing
  const phases = phasesOf([total, ...sources.map(({ amounts }) => amounts)])
  if (phases.length === 0) return false
  const rows: readonly Scoring[] = [scores, ...sources]
  const scored = SCORED.filter((name) => rows.some((row) => row[name] !== undefined))
  const ofTotal = sources.length > 0 && !sources.some((source) => SCORED.some((name) => source[name] !== undefined))
  const amount = (place: string, amounts: { readonly [P in Phase]?: string | number }) => phases.map((phase) => cell(drawing, `${place}/${phase}`, amounts[phase]))
  return html`<table${anchors.whole(at, 'form funds')}><thead><tr><th scope="col">${title}${unit !== undefined && html`（<span${anchors.whole(`${at}/unit`)}>${anchors.text(`${at}/unit`, unit)}</span>）`}</th>${phases.map((phase) => html`<th scope="col">${words.phase[phase]}</th>`)}${scored.map((name) => html`<th scope="col">${words.form[name]}</th>`)}</tr></thead><tbody>
<tr${anchors.whole(`${at}/total`)}><th scope="row">${words.form.total}</th>${amount(`${at}/total`, total)}${scored.map((name) => cell(drawing, `${at}/${name}`, scores[name], ofTotal ? attributes({ rowspan: sources.length + 1 }) : ''))}</tr>
${sources.map(({ label, amounts, ...own }, index) => html`<tr${anchors.whole(`${at}/sources/${index}`)}><th scope="row" class="level-2">${anchors.text(`${at}/sources/${index}/label`, label)}</th>${amount(`${at}/sources/${index}/amounts`, amounts)}${!ofTotal && scored.map((name) => cell(drawing, `${at}/sources/${index}/${name}`, own[name]))}</tr>`)}</tbody></table>`
}

function texts(drawing: Drawing, project: Project, pointer: string): Markup | false {
  const present = LONG.filter((name) => project[name] !== undefined)
  return present.length > 0 && html`<table class="form texts"><tbody>${present.map((name) => html`<tr>${labelled(drawing, drawing.words.form[name], `${pointer}/${name}`, project[name])}</tr>`)}</tbody></table>`
}

function goals(drawing: Drawing, { goals: written }: Project, pointer: string): Markup | false {
  const phases = phasesOf([written])
  return phases.length > 0 && html`<table class="form goals"><thead><tr>${phases.map((phase) => html`<th scope="col">${drawing.words.goal(drawing.words.phase[phase])}</th>`)}</tr></thead><tbody><tr>${phases.map((phase) => cell(drawing, `${pointer}/goals/${phase}`, written[phase]))}</tr></tbody></table>`
}

const SIGNED = ['responsible', 'preparer', 'phone', 'filledAt'] as const

/** The last line of a form: who answers for it, who filled it in, and when. */
export function drawSignoff(drawing: Drawing, signoff: Project['signoff'], pointer: string): Markup | false {
  const present = SIGNED.filter((name) => signoff?.[name] !== undefined)
  return present.length > 0 && html`<table class="form signoff"><tbody><tr>${present.map((name) => labelled(drawing, drawing.words.form[name], `${pointer}/signoff/${name}`, signoff?.[name]))}</tr></tbody></table>`
}
