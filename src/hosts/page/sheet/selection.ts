import { all, need } from './dom.ts'
import type { Card, Sheet } from './sheet.ts'

/** Which finding is open and which of its sides is looked at. */
export interface Selection {
  readonly card: () => Card | undefined
  readonly open: (card: Card | undefined, options?: { readonly show?: boolean }) => void
  /** The next (1) or previous (-1) side of the open finding. */
  readonly step: (by: number) => void
  readonly changed: Set<() => void>
}

/** Opens cards, lights every side of the open one in the document and walks through them. */
export function selection(sheet: Sheet, showTab: (name: string) => void): Selection {
  const { root, sides } = sheet
  const changed = new Set<() => void>()
  let current: Card | undefined
  let at = 0

  const buttons = (): HTMLElement[] => (current ? all(current.detail, ':scope > .sides .go, :scope > .more .go') : [])
  const dim = (): void => {
    for (const element of all(root, '.lit')) {
      element.classList.remove('lit', 'main', 'here')
      delete element.dataset['no']
    }
    for (const button of all(root, '.go.current')) button.classList.remove('current')
  }
  const light = (finding: string): void => {
    dim()
    for (const [key, elements] of sides) {
      const [id, side] = key.split('.')
      if (id !== finding) continue
      for (const element of elements) {
        element.classList.add('lit')
        if (side === '0') element.classList.add('main')
        element.dataset['no'] ??= String(Number(side) + 1)
      }
    }
  }
  const show = (button: HTMLElement | undefined): void => {
    if (!button) return
    for (const other of all(root, '.here, .go.current')) other.classList.remove('here', 'current')
    button.classList.add('current')
    const target = sides.get(button.dataset['go'] ?? '')?.[0] ?? blockOf(root, sheet.file(), button.dataset['pointer'])
    if (!target) return
    target.classList.add('lit', 'here')
    target.scrollIntoView({ block: 'center', inline: 'center' })
  }
  const position = (): void => {
    const list = buttons()
    need(root, '.stepper').hidden = !current || list.length < 2
    need(root, '[data-position]').textContent = list.length > 0 ? `${at + 1} / ${list.length}` : ''
    need(root, '[data-what]').textContent = current?.seen.message ?? ''
    need(root, '[data-spot]').textContent = list[at]?.dataset['label'] ?? ''
  }
  const open: Selection['open'] = (card, { show: scroll = true } = {}) => {
    if (current) setOpen(current, false)
    dim()
    current = card
    at = 0
    if (card) {
      setOpen(card, true)
      light(card.id)
      if (scroll) show(buttons()[0])
      reveal(card)
    }
    position()
    for (const tell of changed) tell()
  }
  const step = (by: number): void => {
    const list = buttons()
    if (!current || list.length < 2) return
    light(current.id)
    at = (at + by + list.length) % list.length
    show(list[at])
    position()
  }

  root.addEventListener('click', (event) => {
    const target = event.target as HTMLElement
    const go = target.closest<HTMLElement>('.go')
    const head = target.closest<HTMLElement>('.head')
    if (go) {
      const finding = go.closest<HTMLElement>('[data-finding]')?.dataset['finding'] ?? ''
      light(finding)
      at = Math.max(0, buttons().indexOf(go))
      showTab('document')
      show(go)
      position()
    } else if (head) {
      const card = sheet.cards.find((other) => other.head === head)
      open(card === current ? undefined : card)
    } else if (target.closest('[data-step]')) step(Number(target.closest<HTMLElement>('[data-step]')?.dataset['step']))
    else if (target.closest('[data-back]')) {
      showTab('findings')
      if (current) reveal(current)
    } else {
      const key = target.closest<HTMLElement>('.side.error, .side.warning, .side.info')?.dataset['side']?.split(' ').find((side) => side.endsWith('.0'))
      const card = key === undefined ? undefined : cardOfFinding(sheet, key.slice(0, -2))
      if (card && !card.element.hidden) open(card, { show: false })
    }
  })
  return { card: () => current, open, step, changed }
}

/** As much of a card as fits, its head always. */
function reveal({ element }: Card): void {
  const scroller = element.closest<HTMLElement>('.scroller')
  element.scrollIntoView({ block: scroller && element.offsetHeight > scroller.clientHeight - 60 ? 'start' : 'nearest' })
}

function setOpen({ element, head, detail }: Card, open: boolean): void {
  const bunch = element.closest<HTMLDetailsElement>('.bunch')
  if (open && bunch) bunch.open = true
  element.classList.toggle('open', open)
  head.setAttribute('aria-expanded', String(open))
  detail.hidden = !open
}

/** The card of a finding, or that of its cause. */
function cardOfFinding({ root, cards }: Sheet, id: string): Card | undefined {
  const element = root.querySelector<HTMLElement>(`[data-finding="${id}"]`)?.closest('.card')
  return cards.find((card) => card.element === element)
}

/** What has no element of its own (a whole form, a year) stands in the block around it. */
function blockOf(root: HTMLElement, file: string, pointer: string | undefined): HTMLElement | undefined {
  const paper = need(root, `.paper[data-of="${file}"]`)
  for (let at = pointer ?? ''; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const block = paper.querySelector<HTMLElement>(`[data-block="${CSS.escape(at)}"]`) ?? paper.querySelector<HTMLElement>(`[data-block="${CSS.escape(`${at}/heading`)}"]`)
    if (block) return block
  }
  return undefined
}
