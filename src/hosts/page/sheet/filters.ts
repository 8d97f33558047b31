import { all, need } from './dom.ts'
import type { Card, Sheet } from './sheet.ts'

/** Shows the cards that fit the search and the filters, with the counts beside them. */
export function filters(sheet: Sheet): { readonly apply: () => void; readonly shown: () => readonly Card[] } {
  const { root, cards } = sheet
  const form = need<HTMLFormElement>(root, '.filters')
  const value = (name: string): string => String(new FormData(form).get(name) ?? '')
  const apply = (): void => {
    const words = value('search').toLowerCase().split(/\s+/).filter(Boolean)
    const severities = new FormData(form).getAll('severity').map(String)
    const [category, state] = [value('category'), value('state')]
    for (const card of cards) {
      const fits = severities.includes(card.severity) && (category === '' || card.category === category) && (state === '' || states(sheet, card).includes(state)) && words.every((word) => card.text.includes(word))
      card.element.hidden = !fits
    }
    for (const group of all(root, '.bunch, .group')) group.hidden = all(group, '.card').every(({ hidden }) => hidden)
    if (words.length > 0) for (const bunch of all<HTMLDetailsElement>(root, '.bunch:not([hidden])')) bunch.open = true
    count(sheet)
    need(root, '[data-empty]').hidden = cards.filter(({ of }) => of === sheet.file()).length === 0 || shown().length > 0
  }
  const shown = (): readonly Card[] => cards.filter(({ element, of }) => !element.hidden && of === sheet.file())
  form.addEventListener('input', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  return { apply, shown }
}

/** What the state filter can ask of a card. */
function states({ decisions }: Sheet, card: Card): readonly string[] {
  const decision = decisions.get(card)
  const own = decision?.decision ?? (card.suppressed ? 'dismissed' : 'undecided')
  const noted = decision?.note !== undefined ? ['note'] : []
  const change = card.element.dataset['change']
  return [own, ...noted, ...(change === undefined ? [] : [change === 'changed' ? 'stays' : change])]
}

function count({ root, cards, file }: Sheet): void {
  const here = cards.filter(({ of, suppressed }) => of === file() && !suppressed)
  for (const place of all(root, '[data-count]')) {
    const name = place.dataset['count']
    place.textContent = String(here.filter(({ severity }) => (name === 'all' ? severity !== 'info' : severity === name)).length)
  }
  for (const group of all(root, '.bunch, .group')) need(group, '.count').textContent = String(all(group, '.card').filter(({ hidden }) => !hidden).length)
}
