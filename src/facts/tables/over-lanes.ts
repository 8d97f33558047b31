import type { Candidate } from './candidate.ts'
import type { CellView } from './view.ts'

/**
 * The last row of a lane may be the total of the whole table ("staff 80 | running costs 20 / basic expenditure 100"): its parts are then what each
 * lane ends with, those of the others one row above or beside it. That is one more set of parts it allows.
 */
export function overLanes(candidate: Candidate): Candidate {
  const { table: { lanes }, total, parts, direction } = candidate
  const own = lanes.find(({ rows }) => rows.includes(total.row))
  const [last] = parts.slice(-1)
  if (direction === 'row' || lanes.length < 2 || !own || own.rows.at(-1) !== total.row || !last) return candidate
  const ends = lanes.filter((lane) => lane !== own).map((lane): CellView | undefined => {
    const [row, column] = [lane.rows.at(-1), lane.columns.find(({ key }) => key === total.column.key)]
    return row && column && lane.cell(row, column)
  })
  const others = ends.flatMap((cell) => cell ?? [])
  return others.length < lanes.length - 1 ? candidate : { ...candidate, alternatives: [...candidate.alternatives, [...parts, ...others]] }
}
