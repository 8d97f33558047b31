import { sourceText } from '../source-text.ts'
import { drawArithmetic } from './arithmetic.ts'
import type { Look } from './look.ts'
import type { Listed } from './listing.ts'
import { attributes, html, type Content, type Markup } from './markup.ts'
import { drawSides } from './sides.ts'

/** A finding: one line to read, and when opened everything that proves it and the answers one can give. */
export function drawCard(look: Look, listed: Listed): Markup {
  const { id, file, finding } = listed
  const { words } = look
  const [message = '', ...rest] = finding.message.split('\n')
  const rule = look.rule(finding.ruleId)
  const main = finding.sites[0]
  return html`<article class="card ${finding.severity}"${attributes({ id: `f${id}`, 'data-finding': id, 'data-file': file.file, 'data-rule': finding.ruleId, 'data-fingerprint': finding.fingerprint, 'data-values': finding.valueHash, 'data-severity': finding.severity, 'data-category': finding.category, 'data-suppressed': finding.suppressed !== undefined })}>
<button type="button" class="head" aria-expanded="false" aria-controls="d${id}"><span class="dot" aria-hidden="true"></span><span class="message"><span class="visually-hidden">${look.common.severity[finding.severity]}${words.colon}</span>${message}</span><span class="meta"><span class="at">${main ? look.placeText(main.place) : ''}</span><span class="title">${rule?.title[look.language] ?? finding.ruleId}</span>${listed.consequences.length > 0 && html`<span class="follows">${words.follows(listed.consequences.length)}</span>`}<span class="state">${finding.suppressed && words.filter.suppressed}</span></span></button>
<div class="detail" id="d${id}" hidden>${rest.map((line) => html`<p>${line}</p>`)}${finding.suppressed && html`<p class="suppressed">${words.filter.suppressed}${words.colon}${finding.suppressed.reason}${finding.suppressed.by !== undefined && words.by(finding.suppressed.by)}</p>`}
${drawArithmetic(look, finding)}
${drawSides(look, listed)}
${drawSuggestions(look, listed)}
${listed.consequences.length > 0 && html`<section class="consequences"><h3>${look.common.consequence}</h3>${listed.consequences.map((consequence) => drawConsequence(look, consequence))}</section>`}
${drawRule(look, listed)}
${drawDecision(look)}</div></article>
`
}

/** A consequence is part of its cause's card: it goes when the cause is put right, so it needs no answer of its own. */
function drawConsequence(look: Look, listed: Listed): Markup {
  return html`<details class="consequence" data-finding="${listed.id}" data-rule="${listed.finding.ruleId}"><summary>${listed.finding.message.split('\n')[0]}</summary>${drawArithmetic(look, listed.finding)}${drawSides(look, listed)}${listed.consequences.map((inner) => drawConsequence(look, inner))}</details>`
}

function drawSuggestions({ words }: Look, { finding }: Listed): Markup | false {
  const suggestions = finding.suggestions ?? []
  return suggestions.length > 0 && html`<p class="suggestion">${words.finding.suggestion}${words.colon}${suggestions.map(({ replacement, safe }) => html`<b>${replacement}</b>${!safe && html` <small>${words.finding.unsafe}</small>`} `)}</p>`
}

function drawRule({ rule: ruleOf, words, language }: Look, { finding }: Listed): Markup {
  const rule = ruleOf(finding.ruleId)
  const row = (name: Content, text: Content) => html`<dt>${name}</dt><dd>${text}</dd>`
  const sources = (rule?.source ?? []).map((source) => sourceText(source, language))
  return html`<details class="rule"><summary>${words.finding.about}</summary><dl>${rule && [row(words.finding.howToFix, rule.howToFix[language]), row(words.finding.why, rule.why[language]), sources.length > 0 && row(words.finding.source, sources.join(language === 'zh' ? '；' : '; '))]}${row(words.coverage.rule, html`<code>${finding.ruleId}</code>`)}</dl></details>`
}

function drawDecision({ words: { decision } }: Look): Markup {
  const key = (letter: string) => html`<kbd aria-hidden="true">${letter}</kbd>`
  return html`<div class="decision"><div class="answers"><button type="button" data-decide="confirmed" aria-pressed="false">${decision.confirm}${key('A')}</button><button type="button" data-decide="dismissed" aria-pressed="false">${decision.dismiss}${key('D')}</button><button type="button" data-decide="note" aria-pressed="false">${decision.note}${key('N')}</button></div></div>`
}
