import type { Finding } from '../../core/finding.ts'
import type { Look } from './look.ts'
import { html, type Content, type Markup } from './markup.ts'

/** The arithmetic of a finding: the relation in figures, the steps, and expected, printed and difference as a sum is written. */
export function drawArithmetic(look: Look, { trace, numbers }: Finding): Markup | false {
  const formula = trace?.formula ?? ''
  const steps = (trace?.steps ?? []).filter((step) => !formula.includes(step))
  if (formula === '' && !numbers) return false
  return html`<div class="arithmetic">${formula !== '' && html`<p class="formula">${broken(formula)}</p>`}${steps.length > 0 && html`<ul class="steps">${steps.map((step) => html`<li>${step}</li>`)}</ul>`}${numbers && drawNumbers(look, numbers)}</div>`
}

function drawNumbers({ words }: Look, { actual, expected, difference, unit }: NonNullable<Finding['numbers']>): Markup {
  const line = (name: 'written' | 'expected' | 'difference', value: string | undefined) =>
    value !== undefined && html`<div class="${name}"><dt>${words.finding[name]}</dt><dd>${grouped(value)}${unit !== undefined && html` <span class="unit">${unit}</span>`}</dd></div>`
  return html`<dl class="numbers">${line('written', actual)}${line('expected', expected)}${line('difference', difference?.replace(/^-/, '−'))}</dl>`
}

/** Thousands of a plain decimal apart, as people print amounts; a number of four digits may be a year. */
function grouped(value: string): string {
  return /^[-−]?\d{1,4}$/.test(value) ? value : value.replace(/^([-−]?)(\d+)/, (_all, sign: string, digits: string) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ','))
}

/** A long relation may break before an operator, never inside a figure. */
function broken(formula: string): Content {
  return formula.split(/(?= [≠=＝≈<>≤≥] )/u).map((part) => html`<span class="relation">${part.trim().split(/(?= [+−×÷] )/u).map((term) => html`<span class="term">${term}</span>`)}</span> `)
}
