import { compareWith, readDecisions, type DecisionFile } from '../../../findings/review.ts'
import { askFiles, download, make, need, notice } from './dom.ts'
import type { Card, Memory, Sheet } from './sheet.ts'

/** The decisions as the file that `disclint suppress --from` and the next review read. */
export function decisionFile({ cards, decisions }: Sheet): DecisionFile {
  return { version: 1, decisions: cards.flatMap((card) => decisions.get(card) ?? []), findings: cards.map(({ seen }) => seen) }
}

export function exportDecisions(sheet: Sheet): void {
  download('disclint-decisions.json', new Blob([`${JSON.stringify(decisionFile(sheet), null, 2)}\n`], { type: 'application/json' }))
}

/** Asks for the decisions of last time and says of each finding whether it is new, still there or changed, and what is gone. */
export async function loadDecisions(sheet: Sheet, draw: (card: Card) => void): Promise<void> {
  const [file] = await askFiles('.json,application/json')
  if (!file) return
  const last = readDecisions(await file.text())
  notice(last ? sheet.words.decision.loaded : sheet.words.decision.badFile)
  if (last) applyDecisions(sheet, last, draw)
}

export function applyDecisions(sheet: Sheet, last: DecisionFile, draw: (card: Card) => void): void {
  const { changes, kept, gone } = compareWith(last, sheet.cards.map(({ seen }) => seen))
  sheet.cards.forEach((card, index) => {
    card.element.dataset['change'] = changes[index] ?? 'fresh'
    const decision = kept[index]
    if (decision && (changes[index] === 'stays' || decision.decision !== 'dismissed')) sheet.decisions.set(card, { ...decision, ...identity(card) })
    draw(card)
  })
  const list = need(sheet.root, '.gone')
  list.hidden = gone.length === 0
  list.replaceChildren(make('h2', {}, `${sheet.words.decision.fixedTitle} ${gone.length}`), make('ul', {}, ...gone.map(({ message }) => make('li', {}, make('span', { class: 'badge fixed' }, sheet.words.decision.fixed), ` ${message}`))))
  for (const tell of sheet.decided) tell()
}

function identity({ seen: { fingerprint, valueHash, ruleId, file } }: Card) {
  return { fingerprint, valueHash, ruleId, file }
}

/** Brings back what was decided in this browser before the page was closed. */
export function restore(sheet: Sheet, memory: Memory, draw: (card: Card) => void): void {
  const known = memory.load()
  for (const card of sheet.cards) {
    const { seen } = card
    const decision = known.find((other) => other.fingerprint === seen.fingerprint && other.ruleId === seen.ruleId && other.file === seen.file && other.valueHash === seen.valueHash)
    if (decision) sheet.decisions.set(card, decision)
    draw(card)
  }
}
