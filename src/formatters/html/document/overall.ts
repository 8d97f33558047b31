import type { Overall, OverallFund } from '../../../disclosure/model.ts'
import { attributes, html, type Markup } from '../markup.ts'
import { cell, labelled, type Drawing } from './drawing.ts'
import { drawIndicators } from './indicators.ts'
import { drawFunds, drawSignoff } from './project.ts'

/** The unit's overall performance form. */
export function drawOverall(drawing: Drawing, overall: Overall, pointer: string): Markup {
  const { words, anchors } = drawing
  const list = (name: 'staffing' | 'tasks') => overall[name].length > 0 && html`<tr><th scope="row">${words.form[name]}</th><td>${overall[name].map(({ text }, index) => html`<p${anchors.whole(`${pointer}/${name}/${index}/text`)}>${anchors.text(`${pointer}/${name}/${index}/text`, text)}</p>`)}</td></tr>`
  const text = (name: 'unitName' | 'duties' | 'strategy' | 'goal') => overall[name] !== undefined && html`<tr>${labelled(drawing, words.form[name], `${pointer}/${name}`, overall[name])}</tr>`
  return html`<div class="scroll" tabindex="0" role="group"${attributes({ 'aria-label': overall.title ?? words.form.overall })}>${overall.title !== undefined && html`<p class="form-title"><span${anchors.whole(`${pointer}/title`)}>${anchors.text(`${pointer}/title`, overall.title)}</span></p>`}
<table class="form texts"><tbody>${text('unitName')}${list('staffing')}${text('duties')}${text('strategy')}</tbody></table>
${funds(drawing, overall, pointer)}${overall.execution && drawFunds(drawing, overall.execution, `${pointer}/execution`, words.form.execution)}
<table class="form texts"><tbody>${list('tasks')}${text('goal')}</tbody></table>
${drawIndicators(drawing, overall.indicators, pointer, overall.totalScore)}
${drawSignoff(drawing, overall.signoff, pointer)}</div>`
}

/** Funds by source and by type stand side by side, as printed. */
function funds(drawing: Drawing, { funds: { unit, bySource, byType } }: Overall, pointer: string): Markup | false {
  const rows = Math.max(bySource.length, byType.length)
  if (rows === 0) return false
  const { words } = drawing
  const amount = `${words.form.amount}${unit === undefined ? '' : `（${unit}）`}`
  const side = (list: readonly OverallFund[], name: string, index: number) => {
    const fund = list[index]
    const at = `${pointer}/funds/${name}/${index}`
    if (!fund) return html`<td class="none" colspan="2"></td>`
    return html`<th scope="row"${drawing.anchors.whole(at, `level-${fund.level ?? 1}`)}>${drawing.anchors.text(`${at}/label`, fund.label)}</th>${cell(drawing, `${at}/amount`, fund.amount)}`
  }
  return html`<table class="form funds"><thead><tr><th scope="col">${words.form.bySource}</th><th scope="col">${amount}</th><th scope="col">${words.form.byType}</th><th scope="col">${amount}</th></tr></thead><tbody>${Array.from({ length: rows }, (_, index) => html`<tr>${side(bySource, 'bySource', index)}${side(byType, 'byType', index)}</tr>`)}</tbody></table>`
}
