import type { FileReport } from '../../index.ts'

/** Fewer paragraphs than this are captions and remarks of tables, no narrative. */
const NARRATIVE = 5

/**
 * One line where files that were linted apart look like parts of one disclosure: of one entity, year and kind, not all of them whole, and
 * what one holds (narrative, tables, project sheets) another lacks.
 */
export function partsHint(reports: readonly FileReport[], language: 'zh' | 'en'): string | undefined {
  const parts = reports.filter(({ problems }) => problems.length === 0)
  const groups = groupsOf(parts).filter((group) => group.length > 1 && group.some(({ document }) => document.extent !== 'whole') && complete(group))
  if (groups.length === 0) return undefined
  const lines = groups.map((group) => {
    const files = group.map(({ file }) => file)
    return language === 'zh'
      ? `${files.join('、')} 像是同一份公开文本的几个部分，分开检查不能互相核对；可加 --as-one 一起检查：disclint --as-one ${files.map(quoted).join(' ')}`
      : `${files.join(', ')} look like parts of one disclosure and cannot be compared with each other apart; lint them together: disclint --as-one ${files.map(quoted).join(' ')}`
  })
  return `${lines.join('\n')}\n`
}

function quoted(file: string): string {
  return /[\s'"$&()]/.test(file) ? `"${file}"` : file
}

/** Files of one kind and year, and of one entity; a part that does not say whose it is goes with the only entity there is. */
function groupsOf(parts: readonly FileReport[]): readonly (readonly FileReport[])[] {
  const groups = new Map<string, FileReport[]>()
  const entities = new Set(parts.flatMap(({ document }) => document.entity ?? []))
  const only = entities.size === 1 ? [...entities][0] : undefined
  const [year] = new Set(parts.flatMap(({ document }) => document.fiscalYear ?? []))
  const kinds = new Set(parts.map(({ document }) => document.kind).filter((kind) => kind !== 'other'))
  for (const part of parts) {
    const { entity = only, fiscalYear = year, kind } = part.document
    const key = [entity, fiscalYear, kind === 'other' && kinds.size === 1 ? [...kinds][0] : kind].join('|')
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return [...groups.values()]
}

/** Whether the files complete each other: no two of them hold the same, and one holds what another lacks. */
function complete(group: readonly FileReport[]): boolean {
  const roles = group.flatMap(({ recognition }) => [...new Set(recognition.tables.map(({ role }) => role).filter((role) => role !== 'unknown'))])
  if (new Set(roles).size < roles.length) return false
  const has = group.map(({ recognition: { tables, sheets, paragraphs } }) => [paragraphs >= NARRATIVE, tables.length > 0, sheets > 0])
  return [0, 1, 2].some((what) => has.some((one) => one[what]) && has.some((one) => !one[what]))
}
