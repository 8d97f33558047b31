import { DisclintError, EXIT, type ExitCode, type FileReport, type Problem, type Report, type Subject } from '../../index.ts'
import { readFailure } from '../../files/failure-words.ts'
import { discover } from '../../files/node.ts'
import { diffOf, fixGroup, writeFixed, type FixedGroup } from './fix.ts'
import { helperFor, type HelperThread } from './helper-thread.ts'
import { open, readStaged, readSubjects } from './inputs.ts'
import type { CommandIo } from './io.ts'
import { checkDismissal, judged, suppressAll } from './judge.ts'
import { lintFiles } from './lint-files.ts'
import { lintGroup, lintJob, type LintJob } from './lint-job.ts'
import type { CommandLinter } from './linter-for.ts'
import { progressOf } from './progress.ts'
import type { LintFlags } from './options.ts'
import { partsHint } from './parts-hint.ts'
import { checkOutputs, needsSubjects, writeOutputs } from './outputs.ts'

/** `disclint [files…]`: lints, prints in every format asked for, and tells by the exit code. */
export async function lintCommand(patterns: readonly string[], flags: LintFlags, io: CommandIo): Promise<ExitCode> {
  if (flags.fix && !flags.fixDryRun && (flags.staged || flags.stdin || patterns.includes('-'))) throw new DisclintError('fix-needs-files', { zh: '--fix 只改文件，不能与 --staged、--stdin 同用；可用 --fix-dry-run 看要改什么', en: '--fix corrects files and cannot go with --staged or --stdin; --fix-dry-run shows what it would change' })
  checkOutputs(flags.outputs)
  checkDismissal(flags)
  const plain = !flags.staged && !flags.stdin && !flags.asOne && !flags.fix && !flags.fixDryRun && !flags.printConfig && !needsSubjects(flags.outputs) && !patterns.includes('-')
  const helper = plain ? helperFor(patterns, flags, io) : undefined
  try {
    return await lintAndTell(patterns, { plain, flags, io, helper })
  } finally {
    helper?.end()
  }
}

interface Call {
  /** Files are disclosures of their own, and nothing but findings is made of them. */
  readonly plain: boolean
  readonly flags: LintFlags
  readonly io: CommandIo
  readonly helper: HelperThread | undefined
}

async function lintAndTell(patterns: readonly string[], { plain, flags, io, helper }: Call): Promise<ExitCode> {
  const job = await lintJob(flags, io)
  const { reports, fixed, subjects } = plain ? { reports: await reportsOf(patterns, job, helper), fixed: [], subjects: [] } : await lintTogether(patterns, job)
  if (flags.printConfig) {
    io.stdout(`${job.setting.printConfig(subjects[0]?.file ?? '')}\n`)
    return EXIT.clean
  }
  if (reports.length === 0 && flags.staged) {
    if (patterns.length > 0) io.stderr(flags.lang === 'zh' ? '这些文件没有暂存的改动，没有检查\n' : 'No staged changes in these files: nothing was linted\n')
    return EXIT.clean
  }
  if (reports.length === 0) {
    io.stderr(flags.lang === 'zh' ? '没有要检查的文件。用法：disclint 预算公开.txt（disclint --help 看全部选项）\n' : 'No files to lint. Usage: disclint budget.txt (disclint --help lists the options)\n')
    return EXIT.trouble
  }
  const hint = flags.asOne || flags.staged || flags.excerpt ? undefined : partsHint(reports, flags.lang)
  if (hint !== undefined) io.stderr(hint)
  const report = await judged(job.setting.linter.report([...unreadFiles(job.problems), ...reports]), { setting: job.setting, flags, io })
  if (flags.suppressAll) return suppressAll(report, job.setting, flags, io)
  if (flags.fixDryRun) io.stdout(await diffOf(fixed))
  else {
    if (flags.fix) await saveFixed(fixed, subjects, flags, io)
    await writeOutputs(report, flags, subjects, io)
  }
  return exitCode(report, flags)
}

/** Files that are disclosures of their own: one at a time, so that memory does not grow with their number; by name, in whatever order they were given. */
async function reportsOf(patterns: readonly string[], job: LintJob, helper?: HelperThread): Promise<readonly FileReport[]> {
  const { files, problems } = await discover(patterns, job.io.cwd)
  const outcomes = await lintFiles([...files].sort((a, b) => (a < b ? -1 : 1)), job, helper)
  const unread = [...problems, ...outcomes.flatMap((outcome) => (outcome.kind === 'unreadable' ? outcome.problems : []))]
  return [...unreadFiles(unread), ...outcomes.flatMap((outcome) => (outcome.kind === 'report' ? [outcome.report] : []))]
}

interface Together {
  readonly reports: readonly FileReport[]
  readonly fixed: readonly FixedGroup[]
  readonly subjects: readonly Subject[]
}

/** Files that are looked at together: parts of one disclosure, staged, corrected, from standard input. */
async function lintTogether(patterns: readonly string[], job: LintJob): Promise<Together> {
  const { flags, io } = job
  const { subjects, unreadable } = await subjectsOf(patterns, flags, io)
  if (flags.printConfig) return { reports: [], fixed: [], subjects }
  const groups = flags.asOne && subjects.length > 0 ? [subjects] : subjects.map((subject) => [subject])
  const progress = progressOf(groups.length, flags, io)
  const each = <T>(work: (group: readonly Subject[]) => T): T[] =>
    groups.map((group) => {
      progress.at(group[0]?.file ?? '', group[0]?.content.length)
      const result = work(group)
      progress.done()
      return result
    })
  const lint = (group: readonly Subject[]): FileReport => lintGroup(group, job)
  const fixed = flags.fix || flags.fixDryRun ? each((group) => fixGroup(group, lint)) : []
  const reports = fixed.length > 0 ? fixed.map(({ report }) => report) : each(lint)
  progress.end()
  return { reports: [...unreadable, ...reports], fixed, subjects }
}

/** The report of files that are disclosures of their own, without output, with the linter that made it. */
export async function reportOf(patterns: readonly string[], flags: LintFlags, io: CommandIo): Promise<{ readonly report: Report; readonly setting: CommandLinter }> {
  const job = await lintJob(flags, io)
  return { setting: job.setting, report: job.setting.linter.report([...unreadFiles(job.problems), ...(await reportsOf(patterns, job))]) }
}

async function saveFixed(fixed: readonly FixedGroup[], subjects: readonly Subject[], { lang }: LintFlags, io: CommandIo): Promise<void> {
  await writeFixed(fixed, subjects, io)
  for (const { file, edits } of fixed.flatMap((group) => group.fixed)) io.stderr(lang === 'zh' ? `${file}：已改正 ${edits} 处\n` : `${file}: ${edits} corrected\n`)
}

async function subjectsOf(patterns: readonly string[], flags: LintFlags, io: CommandIo): Promise<{ subjects: readonly Subject[]; unreadable: FileReport[] }> {
  if (flags.staged) return { subjects: await readStaged(patterns, io), unreadable: [] }
  const fromStdin = flags.stdin || patterns.includes('-')
  const { subjects, problems } = await readSubjects(patterns.filter((pattern) => pattern !== '-'), io, (total) => progressOf(total, flags, io))
  return {
    subjects: [...(fromStdin ? [await open({ file: flags.stdinFilename ?? '<stdin>', content: fromStandardInput(io) }, io)] : []), ...subjects],
    unreadable: unreadFiles(problems),
  }
}

function fromStandardInput(io: CommandIo): Uint8Array {
  try {
    return io.readStdin()
  } catch (cause) {
    throw new DisclintError('file-unreadable', readFailure(cause), { path: '<stdin>', cause })
  }
}

/** A report for each file that could not be read, so that none is missing from what is printed. */
function unreadFiles(problems: readonly Problem[]): FileReport[] {
  return problems.map((problem) => ({
    file: problem.file ?? '',
    sha256: '',
    document: { kind: 'other', extent: 'unknown' },
    recognition: { tables: [], sheets: 0, paragraphs: 0, unrecognised: [], rows: 0, doubtful: 0 },
    findings: [],
    coverage: [],
    problems: [problem],
  }))
}

/** DESIGN §6: 2 for any trouble, else 1 for an unsuppressed error or too many warnings, else 0. */
export function exitCode(report: Report, flags: Pick<LintFlags, 'exitZero' | 'maxWarnings'>): ExitCode {
  if (report.files.some((file) => file.problems.length > 0)) return EXIT.trouble
  if (flags.exitZero) return EXIT.clean
  const tooMany = flags.maxWarnings !== undefined && report.summary.warnings > flags.maxWarnings
  return report.summary.errors > 0 || tooMany ? EXIT.findings : EXIT.clean
}
