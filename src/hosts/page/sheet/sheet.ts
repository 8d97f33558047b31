import type { SheetWords } from '../../../index.ts'
import type { Decision, Seen } from '../../../findings/review.ts'
import { all, need } from './dom.ts'

/** Words that survive as data: those with arguments stay with the renderer. */
export type Words = Pick<SheetWords, 'colon' | 'decision' | 'command' | 'finding' | 'filter' | 'opinion'>

/** A finding's card in the page. */
export interface Card {
  readonly id: string
  readonly element: HTMLElement
  readonly head: HTMLElement
  readonly detail: HTMLElement
  readonly seen: Seen
  readonly severity: string
  readonly category: string
  readonly suppressed: boolean
  /** Index of its file. */
  readonly of: string
  /** All its text in lower case, for the search. */
  readonly text: string
}

/** Where decisions are kept: the page's host decides. */
export interface Memory {
  readonly load: () => readonly Decision[]
  readonly save: (decisions: readonly Decision[], findings: readonly Seen[]) => void
}

/** The state of one sheet, shared by its parts. */
export interface Sheet {
  readonly root: HTMLElement
  readonly words: Words
  readonly cards: readonly Card[]
  /** Elements of the document by finding and side: `12.0`. */
  readonly sides: ReadonlyMap<string, readonly HTMLElement[]>
  readonly decisions: Map<Card, Decision>
  /** Told after every change of a decision. */
  readonly decided: Set<() => void>
  /** The file on show. */
  readonly file: () => string
}

/** Reads the sheet's state out of its markup. */
export function readSheet(root: HTMLElement, words: Words): Sheet {
  const sides = new Map<string, HTMLElement[]>()
  for (const element of all(root, '[data-side]')) {
    for (const key of (element.dataset['side'] ?? '').split(' ')) sides.set(key, [...(sides.get(key) ?? []), element])
  }
  const cards = all(root, '.card').map(cardOf)
  const files = root.querySelector<HTMLSelectElement>('[data-files]')
  return { root, words, cards, sides, decisions: new Map(), decided: new Set(), file: () => files?.value ?? '0' }
}

function cardOf(element: HTMLElement): Card {
  const data = (name: string): string => element.dataset[name] ?? ''
  return {
    id: data('finding'),
    element,
    head: need(element, '.head'),
    detail: need(element, '.detail'),
    seen: { fingerprint: data('fingerprint'), valueHash: data('values'), ruleId: data('rule'), file: data('file'), message: messageOf(element) },
    severity: data('severity'),
    category: data('category'),
    suppressed: element.hasAttribute('data-suppressed'),
    of: element.closest<HTMLElement>('[data-of]')?.dataset['of'] ?? '0',
    text: (element.textContent ?? '').toLowerCase(),
  }
}

function messageOf(element: HTMLElement): string {
  const message = need(element, '.message')
  return [...message.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('')
}
