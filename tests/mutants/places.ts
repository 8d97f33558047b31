import type { Column, Disclosure, Lane, Project, Row, Section, Table } from '../../src/disclosure/model.ts'

/** A string of the disclosure and where it stands. */
export interface Place {
  readonly pointer: string
  readonly text: string
}

/** An amount cell with what it belongs to. */
export interface CellPlace extends Place {
  readonly table: Table
  readonly tableAt: number
  readonly lane: Lane
  readonly laneAt: number
  readonly row: Row
  readonly rowAt: number
  readonly column: Column
}

/** All paragraphs of the narrative. */
export function paragraphs(disclosure: Disclosure): readonly Place[] {
  const inside = (section: Section, pointer: string): readonly Place[] => [
    ...section.paragraphs.map((block, at) => ({ pointer: `${pointer}/paragraphs/${at}/text`, text: block.text })),
    ...section.sections.flatMap((inner, at) => inside(inner, `${pointer}/sections/${at}`)),
  ]
  return disclosure.sections.flatMap((section, at) => inside(section, `/sections/${at}`))
}

/** Headings of the sections below the parts. */
export function headings(disclosure: Disclosure): readonly Place[] {
  return disclosure.sections.flatMap((section, at) => section.sections.map((inner, row) => ({ pointer: `/sections/${at}/sections/${row}/heading`, text: inner.heading })))
}

/** Printed, non-blank cells of all tables. */
export function cells(disclosure: Disclosure): readonly CellPlace[] {
  return disclosure.tables.flatMap((table, tableAt) =>
    table.lanes.flatMap((lane, laneAt) =>
      lane.rows.flatMap((row, rowAt) =>
        lane.columns.flatMap((column): readonly CellPlace[] => {
          const text = String(row.cells[column.key] ?? '')
          if (!/\d/.test(text)) return []
          return [{ pointer: `/tables/${tableAt}/lanes/${laneAt}/rows/${rowAt}/cells/${column.key.replace(/~/g, '~0').replace(/\//g, '~1')}`, text, table, tableAt, lane, laneAt, row, rowAt, column }]
        }),
      ),
    ),
  )
}

const FIELDS = ['overview', 'basis', 'necessity', 'measures', 'plan'] as const
export type Field = (typeof FIELDS)[number]

/** Descriptive fields of the sheets. */
export function fields(disclosure: Disclosure, wanted: readonly Field[] = FIELDS): readonly Place[] {
  return disclosure.projects.flatMap((project, at) => wanted.flatMap((field) => (project[field] === undefined ? [] : [{ pointer: `/projects/${at}/${field}`, text: project[field] }])))
}

/** An indicator value of the year, with the indicator's name and its sheet. */
export interface ValuePlace extends Place {
  readonly name: string
  readonly kind: string
  readonly project: Project
  readonly projectAt: number
  readonly indicatorAt: number
  /** The other half's value, where the form has two. */
  readonly other?: Place
}

export function indicatorValues(disclosure: Disclosure): readonly ValuePlace[] {
  return disclosure.projects.flatMap((project, projectAt) =>
    project.indicators.flatMap((indicator, indicatorAt): readonly ValuePlace[] => {
      const { annual, period } = indicator.halves
      if (annual?.value === undefined || annual.name === undefined) return []
      const base = `/projects/${projectAt}/indicators/${indicatorAt}/halves`
      const other = period?.value === undefined ? {} : { other: { pointer: `${base}/period/value`, text: period.value } }
      return [{ pointer: `${base}/annual/value`, text: annual.value, name: annual.name, kind: annual.kind ?? '', project, projectAt, indicatorAt, ...other }]
    }),
  )
}

/** Rows whose code has no longer code below it in the same lane. */
export function isLeaf(place: CellPlace): boolean {
  const code = place.row.code
  return code !== undefined && !place.lane.rows.some((row) => row.code !== undefined && row.code !== code && row.code.startsWith(code))
}

/** Rows of the code tree that have rows below them. */
export function isNode(place: CellPlace): boolean {
  return place.row.code !== undefined && !isLeaf(place)
}

/** Rows labelled as totals. */
export function isTotal(place: CellPlace): boolean {
  return place.row.code === undefined && /^(合计|总计|收入总计|支出总计|本年收入合计|本年支出合计)$/.test(place.row.label)
}
