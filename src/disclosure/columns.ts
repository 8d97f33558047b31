import { childPointer } from '../source/json-pointer.ts'
import { nearestName } from '../source/nearest.ts'
import type { Disclosure, Lane } from './model.ts'
import type { DisclosureFault } from './validate.ts'

/** Faults of columns and cells that no schema can state: a key twice in a lane, a cell under no column. */
export function columnFaults(disclosure: Disclosure): readonly DisclosureFault[] {
  return disclosure.tables.flatMap((table, t) => table.lanes.flatMap((lane, l) => laneFaults(lane, `/tables/${t}/lanes/${l}`)))
}

/** Past that many comparisons no hint is looked for: a hostile table must not keep the linter. */
const MOST_COMPARED = 10_000

function laneFaults(lane: Lane, pointer: string): DisclosureFault[] {
  const keys = new Set<string>()
  const faults: DisclosureFault[] = []
  lane.columns.forEach(({ key }, index) => {
    if (keys.has(key)) faults.push({ pointer: `${pointer}/columns/${index}/key`, code: 'duplicate-column', severity: 'error', message: { zh: `本栏已有标识为“${key}”的列`, en: `the lane already has a column "${key}"` } })
    keys.add(key)
  })
  const strange = new Set<string>()
  lane.rows.forEach((row, index) => {
    for (const key in row.cells) {
      if (keys.has(key) || strange.has(key)) continue
      strange.add(key)
      const near = strange.size * keys.size > MOST_COMPARED ? undefined : nearestName(key, keys)
      const hint = near === undefined ? { zh: '', en: '' } : { zh: `，是否应为“${near}”？`, en: `; did you mean "${near}"?` }
      faults.push({ pointer: childPointer(`${pointer}/rows/${index}/cells`, key), code: 'unknown-column', severity: 'info', message: { zh: `本栏没有标识为“${key}”的列${hint.zh}`, en: `the lane has no column "${key}"${hint.en}` } })
    }
  })
  return faults
}
