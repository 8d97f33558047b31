import type { Item } from '../item.ts'
import { PHASES } from '../items/phases.ts'
import type { ProjectPart } from '../items/projects.ts'
import { paragraphOf } from '../prose/reading/paragraph.ts'
import { HAS_FIGURES, notedEquation, reckonedAmount, reckonedIn } from '../tables/notes.ts'
import { tokenise } from '../tokens/index.ts'
import { amountValue } from './amount-value.ts'

/** Amounts of a sheet whose names say how they were reckoned ("6 labs at 1.20 each"), as items of kind `equation` (origin `note`). */
export function sheetNotes({ project, index, head, ground: { document, vocabulary } }: ProjectPart): Item[] {
  return project.funds.sources.flatMap((source, at) => {
    const label = source.label.trim()
    if (!HAS_FIGURES.test(label)) return []
    const pointer = `/projects/${String(index)}/funds/sources/${String(at)}`
    const labelPointer = `${pointer}/label`
    const reckoned = reckonedIn(paragraphOf({ ref: { pointer: labelPointer }, tokenised: tokenise(label), field: 'form', prose: false }), vocabulary)
    return PHASES.flatMap((phase) => {
      const printed = source.amounts[phase]
      const value = printed === undefined || !reckoned ? undefined : amountValue(printed, { pointer: `${pointer}/amounts/${phase}` }, project.funds.unit, project.reading)
      const amount = value?.type === 'quantity' && reckoned ? reckonedAmount([value], reckoned.term) : undefined
      return amount && reckoned ? [notedEquation({ amount, label, labelPointer, reading: project.reading, ...reckoned }, { document, pointer: labelPointer, label, project: head })] : []
    })
  })
}
