import type { Indicator, Phase, Phased, TotalScore } from '../../../disclosure/model.ts'
import { attributes, html, type Markup } from '../markup.ts'
import { cell, type Drawing } from './drawing.ts'

const PHASES: readonly Phase[] = ['period', 'annual', 'budget', 'adjusted', 'executed', 'actual']

/** The phases that any of the values has, in the order of the form. */
export function phasesOf(values: readonly Phased<unknown>[]): readonly Phase[] {
  return PHASES.filter((phase) => values.some((value) => value[phase] !== undefined))
}

const OWN = ['nature', 'unit', 'weight', 'score', 'reason'] as const

/** A form's indicator table; a first-level label is printed once for the rows below it. */
export function drawIndicators(drawing: Drawing, indicators: readonly Indicator[], pointer: string, total?: TotalScore): Markup | false {
  if (indicators.length === 0) return false
  const { words } = drawing
  const phases = phasesOf(indicators.map(({ halves }) => halves))
  const own = OWN.filter((name) => indicators.some((indicator) => indicator[name] !== undefined))
  const head = html`<tr><th scope="col" rowspan="2">${words.form.level1}</th>${phases.map((phase) => html`<th scope="colgroup" colspan="3">${words.phase[phase]}</th>`)}${own.map((name) => html`<th scope="col" rowspan="2">${words.form[name]}</th>`)}</tr><tr>${phases.map(() => html`<th scope="col">${words.form.kind}</th><th scope="col">${words.form.indicator}</th><th scope="col">${words.form.value}</th>`)}</tr>`
  const rows = indicators.map((indicator, index) => {
    const at = `${pointer}/indicators/${index}`
    const first = level1Span(indicators, index)
    return html`<tr${drawing.anchors.whole(at)}>${first > 0 && html`<th scope="rowgroup"${drawing.anchors.whole(`${at}/level1`)}${attributes({ rowspan: first > 1 ? first : undefined })}>${drawing.anchors.text(`${at}/level1`, indicator.level1 ?? '')}</th>`}${phases.map((phase) => half(drawing, indicator, `${at}/halves/${phase}`, phase))}${own.map((name) => cell(drawing, `${at}/${name}`, indicator[name]))}</tr>
`
  })
  return html`<table class="form indicators"><thead>${head}</thead><tbody>${rows}</tbody>${total && totalRow(drawing, total, `${pointer}/totalScore`, phases.length * 3, own)}</table>`
}

function half(drawing: Drawing, indicator: Indicator, at: string, phase: Phase): Markup {
  const value = indicator.halves[phase]
  return html`${cell(drawing, `${at}/kind`, value?.kind)}${cell(drawing, `${at}/name`, value?.name)}${cell(drawing, `${at}/value`, value?.value)}`
}

/** Rows a first-level label stands for: 0 where it was printed above. */
function level1Span(indicators: readonly Indicator[], index: number): number {
  const label = indicators[index]?.level1
  if (index > 0 && indicators[index - 1]?.level1 === label) return 0
  let end = index + 1
  while (end < indicators.length && indicators[end]?.level1 === label) end++
  return end - index
}

function totalRow(drawing: Drawing, total: TotalScore, at: string, columns: number, own: readonly (typeof OWN)[number][]): Markup {
  const scored = own.filter((name) => name === 'weight' || name === 'score')
  const beside = own.includes('reason')
  return html`<tfoot><tr><th scope="row"${attributes({ colspan: 1 + columns + own.length - scored.length - Number(beside) })}>${drawing.anchors.text(`${at}/label`, total.label ?? drawing.words.form.total)}</th>${scored.map((name) => cell(drawing, `${at}/${name}`, total[name]))}${beside && html`<td></td>`}</tr></tfoot>`
}
