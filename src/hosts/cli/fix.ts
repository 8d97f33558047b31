import { applyEdits, decodeText, editsOf, safeSuggestions, type FileReport, type Subject } from '../../index.ts'
import { save } from './inputs.ts'
import type { CommandIo } from './io.ts'

/** A correction can make room for another; more rounds than this would go in circles. */
const ROUNDS = 10

/** A file before and after its safe suggestions. */
export interface Fixed {
  readonly file: string
  readonly before: string
  readonly after: string
  readonly edits: number
}

/** The parts of a disclosure as corrected, what changed, and the report of what is left. */
export interface FixedGroup {
  readonly report: FileReport
  readonly fixed: readonly Fixed[]
}

/** Applies safe suggestions until there are none. Only text that is UTF-8 can be written back: other files stay as they are. */
export function fixGroup(group: readonly Subject[], lint: (group: readonly Subject[]) => FileReport): FixedGroup {
  const fixed = new Map<string, Fixed>()
  let subjects = group
  let report = lint(subjects)
  for (let round = 0; round < ROUNDS; round += 1) {
    const suggestions = safeSuggestions(report)
    const changed = new Set<Subject>()
    subjects = subjects.map((subject) => {
      const text = editable(subject)
      if (text === undefined) return subject
      const edits = editsOf(text, suggestions.filter(({ file = subjects[0]?.file }) => file === subject.file), subject.file)
      if (edits.length === 0) return subject
      const after = applyEdits(text, edits)
      const earlier = fixed.get(subject.file)
      fixed.set(subject.file, { file: subject.file, before: earlier?.before ?? text, after, edits: (earlier?.edits ?? 0) + edits.length })
      const next = { file: subject.file, content: after }
      changed.add(next)
      return next
    })
    if (changed.size === 0) break
    report = lint(subjects)
  }
  return { report, fixed: [...fixed.values()] }
}

function editable({ content, read }: Subject): string | undefined {
  if (read) return undefined
  if (typeof content === 'string') return content
  const { text, encoding } = decodeText(content)
  return encoding === 'utf-8' ? text : undefined
}

/** Writes corrected files, each whole or not at all; a byte order mark stays. */
export async function writeFixed(groups: readonly FixedGroup[], originals: readonly Subject[], io: CommandIo): Promise<void> {
  for (const { file, after } of groups.flatMap(({ fixed }) => fixed)) {
    const content = originals.find((subject) => subject.file === file)?.content
    const mark = content instanceof Uint8Array && content[0] === 0xef && content[1] === 0xbb ? '\uFEFF' : ''
    await save(file, mark + after, io)
  }
}

/** What `--fix` would change, as a unified diff. */
export async function diffOf(groups: readonly FixedGroup[]): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  return groups
    .flatMap(({ fixed }) => fixed)
    .map(({ file, before, after }) => createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after))
    .join('')
}
