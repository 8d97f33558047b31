import type { Recognition } from './core/finding.ts'
import type { Disclosure, Section } from './disclosure/model.ts'

/** What a disclosure holds, counted as the recogniser counts: of a hand-written JSON nothing is doubtful unless it says so. */
export function recognitionOf(disclosure: Disclosure | undefined): Recognition {
  const tables = (disclosure?.tables ?? []).map((table) => {
    const rows = table.lanes.flatMap((lane) => lane.rows)
    return { role: table.role, title: table.title, rows: rows.length, doubtful: rows.filter((row) => row.reading === 'doubtful').length }
  })
  const paragraphs = (sections: readonly Section[]): number => sections.reduce((sum, section) => sum + section.paragraphs.length + paragraphs(section.sections), 0)
  const amounts = /\d[\d,]*\.\d+/g
  return {
    tables,
    sheets: disclosure?.projects.length ?? 0,
    paragraphs: paragraphs(disclosure?.sections ?? []),
    unrecognised: (disclosure?.extra ?? []).map((extra) => {
      const text = extra.text ?? (extra.grid ?? []).map((row) => row.join(' ')).join(' ')
      return { text: text.slice(0, 60), amounts: text.match(amounts)?.length ?? 0 }
    }),
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    doubtful: tables.reduce((sum, table) => sum + table.doubtful, 0),
  }
}
