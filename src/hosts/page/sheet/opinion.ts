import { all, need } from './dom.ts'
import type { Sheet } from './sheet.ts'

/** Before printing, puts each finding of the opinion into the part its decision belongs to. */
export function opinion(sheet: Sheet, today: () => string): () => void {
  const { root, cards, decisions, words, file } = sheet
  return () => {
    for (const page of all(root, '.opinion')) {
      page.hidden = page.dataset['of'] !== file()
      page.setAttribute('aria-hidden', 'false')
      need(page, '[data-date]').textContent = today()
      for (const row of all(page, '[data-row]')) {
        const card = cards.find(({ id }) => id === row.dataset['row'])
        if (!card) continue
        const decision = decisions.get(card)
        const part = decision?.decision === 'confirmed' || decision?.decision === 'dismissed' ? decision.decision : card.suppressed ? 'dismissed' : card.severity === 'info' ? 'info' : 'open'
        need(page, `[data-part="${part}"] tbody`).append(row)
        if (decision?.reason !== undefined || decision?.note !== undefined) need(row, '.remark').textContent = [decision.reason && `${words.opinion.reason}${words.colon}${decision.reason}`, decision.note && `${words.decision.note}${words.colon}${decision.note}`].filter(Boolean).join('\n')
      }
      for (const part of all(page, '[data-part]')) {
        const rows = all(part, '[data-row]').sort((a, b) => Number(a.dataset['row']) - Number(b.dataset['row']))
        rows.forEach((row, index) => {
          row.parentElement?.append(row)
          need(row, 'td').textContent = String(index + 1)
        })
        part.hidden = rows.length === 0
      }
    }
  }
}
