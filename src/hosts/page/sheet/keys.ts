import { need } from './dom.ts'
import type { Card, Sheet } from './sheet.ts'
import type { Selection } from './selection.ts'
import type { Decision } from '../../../findings/review.ts'

/** j and k walk the findings, a d n answer, brackets walk the sides, a slash searches. */
export function keys(sheet: Sheet, selected: Selection, shown: () => readonly Card[], decide: (card: Card, answer: Decision['decision']) => void): void {
  const move = (by: number): void => {
    const list = shown()
    const current = selected.card()
    const at = current ? list.indexOf(current) : by > 0 ? -1 : list.length
    const next = list[Math.min(list.length - 1, Math.max(0, at + by))]
    if (!next || next === current) return
    selected.open(next)
    next.head.focus({ preventScroll: true })
  }
  const answer = (name: Decision['decision']) => (): void => {
    const card = selected.card()
    if (card) decide(card, name)
  }
  const actions: Readonly<Record<string, () => void>> = {
    j: () => move(1),
    k: () => move(-1),
    a: answer('confirmed'),
    d: answer('dismissed'),
    n: answer('note'),
    '[': () => selected.step(-1),
    ']': () => selected.step(1),
    '/': () => need(sheet.root, '[name="search"]').focus(),
    Escape: () => selected.open(undefined),
  }
  sheet.root.ownerDocument.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !sheet.root.isConnected) return
    if ((event.target as HTMLElement).closest('input, textarea, select')) return
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  })
}
