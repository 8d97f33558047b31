import type { Decision } from '../../../findings/review.ts'
import { all, make, need } from './dom.ts'
import type { Card, Sheet } from './sheet.ts'

type Answer = Decision['decision']

/** Takes decisions: confirm at once, dismiss with a reason, add a note. */
export function answers(sheet: Sheet, today: () => string): { readonly decide: (card: Card, answer: Answer) => void; readonly draw: (card: Card) => void } {
  const { decisions, words } = sheet

  const set = (card: Card, decision: Decision | undefined): void => {
    if (decision) decisions.set(card, decision)
    else decisions.delete(card)
    draw(card)
    for (const tell of sheet.decided) tell()
  }
  const base = (card: Card) => {
    const { message, ...seen } = card.seen
    return { ...seen, date: today() }
  }
  const decide = (card: Card, answer: Answer): void => {
    const now = decisions.get(card)
    const note = now?.note === undefined ? {} : { note: now.note }
    if (answer === 'confirmed') set(card, now?.decision === 'confirmed' ? without(base(card), now) : { ...base(card), decision: 'confirmed', ...note })
    else if (answer === 'dismissed' && now?.decision === 'dismissed') set(card, without(base(card), now))
    else edit(card, answer)
  }
  const edit = (card: Card, answer: 'dismissed' | 'note'): void => {
    card.detail.querySelector('.editor')?.remove()
    const now = decisions.get(card)
    const dismissing = answer === 'dismissed'
    const text = make('textarea', { id: `e${card.id}`, placeholder: dismissing ? words.decision.reasonHint : words.decision.noteHint })
    text.value = (dismissing ? now?.reason : now?.note) ?? ''
    const alert = make('span', { role: 'alert' })
    const form = make('form', { class: 'editor' }, make('label', { for: text.id }, dismissing ? words.decision.reason : words.decision.note), text, alert, make('button', { type: 'button' }, words.decision.cancel), make('button', { type: 'submit' }, words.decision.save))
    const save = (): void => {
      const said = text.value.trim()
      if (dismissing && said === '') {
        alert.textContent = words.decision.reasonNeeded
        text.focus()
        return
      }
      const note = now?.note === undefined ? {} : { note: now.note }
      if (dismissing) set(card, { ...base(card), decision: 'dismissed', reason: said, ...note })
      else if (said !== '') set(card, { ...base(card), decision: now?.decision ?? 'note', ...(now?.reason !== undefined && { reason: now.reason }), note: said })
      else set(card, now && now.decision !== 'note' ? withoutNote(now) : undefined)
      card.head.focus()
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      save()
    })
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close()
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    })
    const close = (): void => {
      form.remove()
      card.head.focus()
    }
    need(form, 'button').addEventListener('click', close)
    need(card.detail, '.decision').append(form)
    form.scrollIntoView({ block: 'nearest' })
    text.focus({ preventScroll: true })
  }
  const draw = (card: Card): void => {
    const decision = decisions.get(card)
    card.detail.querySelector('.editor')?.remove()
    card.detail.querySelector('.said')?.remove()
    for (const button of all(card.detail, '[data-decide]')) {
      const name = button.dataset['decide']
      button.setAttribute('aria-pressed', String(name === 'note' ? decision?.note !== undefined : decision?.decision === name))
    }
    const said = [decision?.reason, decision?.note].filter(Boolean).join('\n')
    if (said !== '') need(card.detail, '.decision').append(make('p', { class: 'said' }, said))
    card.element.classList.toggle('is-dismissed', decision?.decision === 'dismissed')
    need(card.element, '.state').replaceChildren(...badges(sheet, card))
  }
  sheet.root.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-decide]')
    const card = button && sheet.cards.find(({ element }) => element.contains(button))
    if (card) decide(card, button.dataset['decide'] as Answer)
  })
  return { decide, draw }
}

/** A decision taken back; a note stays. */
function without(base: Omit<Decision, 'decision'>, { note }: Decision): Decision | undefined {
  return note === undefined ? undefined : { ...base, decision: 'note', note }
}

function withoutNote(decision: Decision): Decision {
  const { note, ...rest } = decision
  return rest
}

function badges({ words, decisions }: Sheet, card: Card): HTMLElement[] {
  const decision = decisions.get(card)
  const change = card.element.dataset['change'] as 'fresh' | 'stays' | 'changed' | undefined
  const badge = (kind: string, text: string) => make('span', { class: `badge ${kind}` }, text)
  return [
    ...(change ? [badge(change, words.decision[change])] : []),
    ...(card.suppressed ? [badge('dismissed', words.filter.suppressed)] : []),
    ...(decision?.decision === 'confirmed' ? [badge('confirmed', words.decision.confirmed)] : []),
    ...(decision?.decision === 'dismissed' ? [badge('dismissed', words.decision.dismissed)] : []),
    ...(decision?.note !== undefined ? [badge('note', words.decision.noted)] : []),
  ]
}
