import { answers } from './answers.ts'
import { applyDecisions, decisionFile, exportDecisions, loadDecisions, restore } from './commands.ts'
import type { DecisionFile } from '../../../findings/review.ts'
import { all, need } from './dom.ts'
import { filters } from './filters.ts'
import { keys } from './keys.ts'
import { opinion } from './opinion.ts'
import { ruler } from './ruler.ts'
import { selection } from './selection.ts'
import { readSheet, type Memory, type Sheet, type Words } from './sheet.ts'

export interface StartedSheet {
  readonly sheet: Sheet
  readonly decisions: () => DecisionFile
  readonly apply: (last: DecisionFile) => void
  readonly stop: () => void
}

/** Brings a rendered sheet to life. */
export function startSheet(root: HTMLElement, words: Words, memory: Memory, commands: Readonly<Record<string, () => void>> = {}): StartedSheet {
  const sheet = readSheet(root, words)
  const today = (): string => new Date().toLocaleDateString('sv')
  const showTab = (name: string): void => {
    root.dataset['tab'] = name
    for (const button of all(root, '[role="tab"]')) button.setAttribute('aria-selected', String(button.dataset['tab'] === name))
    drawRuler()
  }
  const drawRuler = ruler(sheet)
  const selected = selection(sheet, (name) => {
    if (matchMedia('(max-width: 900px)').matches) showTab(name)
  })
  const filter = filters(sheet)
  const { decide, draw } = answers(sheet, today)
  const print = opinion(sheet, today)
  restore(sheet, memory, draw)
  const showFile = (): void => {
    for (const part of all(root, '[data-of]')) part.hidden = part.dataset['of'] !== sheet.file()
    selected.open(undefined)
    filter.apply()
    drawRuler()
  }
  const progress = (): void => {
    const here = sheet.cards.filter(({ severity, suppressed, of }) => severity !== 'info' && !suppressed && of === sheet.file())
    const done = here.filter((card) => sheet.decisions.has(card)).length
    need(root, '[data-progress]').textContent = `${words.decision.progress} ${done} / ${here.length}`
  }
  sheet.decided.add(() => memory.save(decisionFile(sheet).decisions, sheet.cards.map(({ seen }) => seen)))
  sheet.decided.add(progress)
  sheet.decided.add(filter.apply)
  selected.changed.add(drawRuler)
  const own: Readonly<Record<string, () => void>> = {
    print: () => window.print(),
    export: () => exportDecisions(sheet),
    load: () => void loadDecisions(sheet, draw),
    ...commands,
  }
  root.addEventListener('click', (event) => {
    const target = event.target as HTMLElement
    const tab = target.closest<HTMLElement>('[role="tab"]')
    if (tab) showTab(tab.dataset['tab'] ?? 'findings')
    const command = target.closest<HTMLElement>('[data-command]')
    if (command) own[command.dataset['command'] ?? '']?.()
  })
  root.addEventListener('change', (event) => {
    const target = event.target as HTMLSelectElement
    if (target.matches('[data-files]')) {
      showFile()
      progress()
    } else if (target.matches('[data-outline]') && target.value !== '') {
      root.querySelector(`.paper[data-of="${sheet.file()}"] [data-block="${CSS.escape(target.value)}"]`)?.scrollIntoView({ block: 'start' })
      target.value = ''
    }
  })
  arrowTabs(root)
  keys(sheet, selected, filter.shown, decide)
  addEventListener('beforeprint', print)
  filter.apply()
  progress()
  drawRuler()
  return { sheet, decisions: () => decisionFile(sheet), apply: (last) => applyDecisions(sheet, last, draw), stop: () => removeEventListener('beforeprint', print) }
}

/** The arrow keys walk the tabs, as in any tab list. */
function arrowTabs(root: HTMLElement): void {
  need(root, '[role="tablist"]').addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    const tabs = all(root, '[role="tab"]').filter((tab) => tab.offsetParent !== null)
    const next = tabs[(tabs.indexOf(event.target as HTMLElement) + by + tabs.length) % tabs.length]
    next?.focus()
    next?.click()
  })
}
