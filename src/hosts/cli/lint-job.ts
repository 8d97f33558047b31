import type { FileReport, LintOptions, Problem, Subject } from '../../index.ts'
import type { HelperThread } from './helper-thread.ts'
import { open, readFile, readSubjects } from './inputs.ts'
import type { CommandIo } from './io.ts'
import { linterFor, type CommandLinter } from './linter-for.ts'
import type { LintFlags } from './options.ts'
import { needsContent } from './outputs.ts'
import type { Progress } from './progress.ts'
import type { ReportCache } from './report-cache.ts'

/** Everything that linting a file needs besides the file. */
export interface LintJob {
  readonly flags: LintFlags
  readonly io: CommandIo
  readonly setting: CommandLinter
  readonly related: NonNullable<LintOptions['with']>
  /** Of the related documents. */
  readonly problems: readonly Problem[]
}

export async function lintJob(flags: LintFlags, io: CommandIo): Promise<LintJob> {
  const setting = await linterFor({ ...flags, missingSuppressions: flags.missingSuppressions ?? flags.suppressAll === true }, io)
  const read = await Promise.all(flags.with.map(async ({ relation, file }) => ({ relation, ...(await readSubjects([file], io)) })))
  return {
    flags,
    io,
    setting,
    related: read.flatMap(({ relation, subjects }) => subjects.map((subject) => ({ relation, subject }))),
    problems: read.flatMap(({ problems }) => problems),
  }
}

/** The report of one disclosure, of one file or of the parts of several. */
export function lintGroup(group: readonly Subject[], job: LintJob): FileReport {
  return job.setting.linter.lint(group, optionsFor(group, job))
}

/** How the flags and the configuration have a disclosure linted. */
export function optionsFor(group: readonly Subject[], { flags, io, setting, related }: LintJob): LintOptions {
  return {
    today: io.today,
    config: setting.effective(group[0]?.file ?? ''),
    with: related,
    ...(setting.suppressions && { suppressions: setting.suppressions.file }),
    ...(flags.excerpt && { extent: 'excerpt' as const }),
    ...(flags.whole && { extent: 'whole' as const }),
    ...(flags.showRounding && { showRounding: true }),
    ...(flags.showSensitive && { showSensitive: true }),
    ...(needsContent(flags.outputs) && { content: true }),
  }
}

/** What became of a file: its report, or why it could not be read. */
export type FileOutcome = { readonly kind: 'report'; readonly report: FileReport } | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] }

/** What helps with the files of a run. */
export interface LintAids {
  readonly cache?: ReportCache | undefined
  readonly progress?: Progress
  readonly helper?: HelperThread | undefined
}

/** Reads and lints one file; what it was made of is not kept. */
export async function lintFile(file: string, job: LintJob, { cache, progress, helper }: LintAids): Promise<FileOutcome> {
  progress?.at(file)
  const read = await readFile(file, job.io)
  if (!read.ok) return { kind: 'unreadable', problems: read.problems }
  const known = await cache?.find(read.value)
  if (known) return { kind: 'report', report: known }
  const subject = await open(read.value, job.io)
  progress?.at(file, read.value.content.length)
  const report = helper ? await helper.lint(subject, job) : lintGroup([subject], job)
  await cache?.keep(read.value, report)
  return { kind: 'report', report }
}
