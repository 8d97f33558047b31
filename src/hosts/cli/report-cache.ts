import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { DisclintError, version, type FileReport, type Subject } from '../../index.ts'
import { nodeFileSystem, writeAtomically } from '../../files/node.ts'
import type { LintJob } from './lint-job.ts'
import { needsContent } from './outputs.ts'

/** A file as read: its report hangs on its name, its bytes and its sidecar. */
type Source = Pick<Subject, 'file' | 'sha256' | 'sidecar'>

/** Reports of earlier runs, one file each. A report is found only when all that it was made of is the same. */
export interface ReportCache {
  find(source: Source): Promise<FileReport | undefined>
  keep(source: Source, report: FileReport): Promise<void>
}

interface Entry {
  readonly key: string
  readonly report: FileReport
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What every report of this run hangs on besides its file: program, rules, vocabulary, configuration, flags, other documents. */
function groundOf({ flags, io, setting, related }: LintJob): string {
  const { linter, identity, suppressions } = setting
  const { lang, engine, excerpt, whole, showRounding, showSensitive, outputs } = flags
  return hash(JSON.stringify([
    version,
    io.build,
    linter.rules.map(({ definition }) => definition),
    Object.values(linter.vocabulary).map((entries: ReadonlyMap<string, unknown>) => [...entries]),
    linter.wording.map(({ content }) => content),
    identity,
    suppressions && [suppressions, io.today],
    { lang, engine, excerpt, whole, showRounding, showSensitive, content: needsContent(outputs) },
    related.map(({ relation, subject }) => [relation, subject.file, subject.sha256, subject.sidecar]),
  ]))
}

/** The cache in `folder`. An entry that is broken counts as none; reports with problems are not kept: they may hang on the machine. */
export function reportCache(folder: string, job: LintJob): ReportCache {
  const ground = groundOf(job)
  const keyOf = ({ file, sha256, sidecar }: Source): string => hash(JSON.stringify([ground, file, sha256, sidecar]))
  const pathOf = (file: string): string => join(folder, `${hash(file)}.json`)
  let writable = true
  return {
    async find(source) {
      try {
        const entry = JSON.parse(await nodeFileSystem.readFile(resolve(job.io.cwd, pathOf(source.file)))) as Partial<Entry>
        return entry.key === keyOf(source) ? entry.report : undefined
      } catch {
        return undefined
      }
    },
    async keep(source, report) {
      if (!writable || report.problems.length > 0) return
      const entry: Entry = { key: keyOf(source), report }
      await writeAtomically(pathOf(source.file), JSON.stringify(entry), job.io.cwd).catch((cause: unknown) => {
        writable = false
        const reason = cause instanceof DisclintError ? cause.text[job.flags.lang] : String(cause)
        job.io.stderr(job.flags.lang === 'zh' ? `缓存 ${folder}：${reason}\n` : `the cache ${folder} ${reason}\n`)
      })
    },
  }
}
