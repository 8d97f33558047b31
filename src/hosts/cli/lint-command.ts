import { DisclintError, EXIT, type ExitCode, type FileReport, type LintOptions, type Problem, type Report, type Subject } from '../../index.ts'
import { diffOf, fixGroup, writeFixed, type FixedGroup } from './fix.ts'
import { open, readStaged, readSubjects } from './inputs.ts'
import type { CommandIo } from './io.ts'
import { linterFor, type CommandLinter } from './linter-for.ts'
import type { LintFlags } from './options.ts'
import { checkOutputs, needsContent, writeOutputs } from './outputs.ts'

/** `disclint [files…]`: lints, prints in every format asked for, and tells by the exit code. */
export async function lintCommand(patterns: readonly string[], flags: LintFlags, io: CommandIo): Promise<ExitCode> {
  if (flags.fix && !flags.fixDryRun && (flags.staged || flags.stdin || patterns.includes('-'))) throw new DisclintError('fix-needs-files', { zh: '--fix 只改文件，不能与 --staged、--stdin 同用；可用 --fix-dry-run 看要改什么', en: '--fix corrects files and cannot go with --staged or --stdin; --fix-dry-run shows what it would change' })
  checkOutputs(flags.outputs)
  const setting = await linterFor(flags, io)
  const { subjects, unreadable } = await subjectsOf(patterns, flags, io)
  if (flags.printConfig) {
    io.stdout(`${setting.printConfig(subjects[0]?.file ?? '')}\n`)
    return EXIT.clean
  }
  if (subjects.length === 0 && unreadable.length === 0 && flags.staged) return EXIT.clean
  if (subjects.length === 0 && unreadable.length === 0) {
    io.stderr(flags.lang === 'zh' ? '没有要检查的文件。用法：disclint 预算公开.txt（disclint --help 看全部选项）\n' : 'No files to lint. Usage: disclint budget.txt (disclint --help lists the options)\n')
    return EXIT.trouble
  }
  const groups = flags.asOne && subjects.length > 0 ? [subjects] : subjects.map((subject) => [subject])
  const { related, problems } = await relatedOf(flags, io)
  const lint = (group: readonly Subject[]): FileReport => lintGroup(group, setting, related, flags, io)
  const fixing = flags.fix || flags.fixDryRun
  const fixed = fixing ? groups.map((group) => fixGroup(group, lint)) : []
  const reports = [...unreadable, ...problems.map((problem) => unreadFile(problem.file ?? '', [problem])), ...(fixing ? fixed.map(({ report }) => report) : groups.map(lint))]
  const report = setting.linter.report(reports)
  if (flags.fixDryRun) io.stdout(await diffOf(fixed))
  else {
    if (flags.fix) await saveFixed(fixed, subjects, flags, io)
    await writeOutputs(report, flags, subjects, io)
  }
  return exitCode(report, flags)
}

async function saveFixed(fixed: readonly FixedGroup[], subjects: readonly Subject[], { lang }: LintFlags, io: CommandIo): Promise<void> {
  await writeFixed(fixed, subjects, io)
  for (const { file, edits } of fixed.flatMap((group) => group.fixed)) io.stderr(lang === 'zh' ? `${file}：已改正 ${edits} 处\n` : `${file}: ${edits} corrected\n`)
}

type Related = NonNullable<LintOptions['with']>

function lintGroup(group: readonly Subject[], setting: CommandLinter, related: Related, flags: LintFlags, io: CommandIo): FileReport {
  return setting.linter.lint(group, {
    today: io.today,
    config: setting.effective(group[0]?.file ?? ''),
    with: related,
    ...(setting.suppressions && { suppressions: setting.suppressions }),
    ...(flags.excerpt && { extent: 'excerpt' as const }),
    ...(flags.whole && { extent: 'whole' as const }),
    ...(flags.showRounding && { showRounding: true }),
    ...(flags.showSensitive && { showSensitive: true }),
    ...(needsContent(flags.outputs) && { content: true }),
  })
}

async function relatedOf(flags: LintFlags, io: CommandIo): Promise<{ related: Related; problems: readonly Problem[] }> {
  const read = await Promise.all(flags.with.map(async ({ relation, file }) => ({ relation, ...(await readSubjects([file], io)) })))
  return {
    related: read.flatMap(({ relation, subjects }) => subjects.map((subject) => ({ relation, subject }))),
    problems: read.flatMap(({ problems }) => problems),
  }
}

async function subjectsOf(patterns: readonly string[], flags: LintFlags, io: CommandIo): Promise<{ subjects: readonly Subject[]; unreadable: FileReport[] }> {
  if (flags.staged) return { subjects: await readStaged(patterns, io), unreadable: [] }
  const fromStdin = flags.stdin || patterns.includes('-')
  const { subjects, problems } = await readSubjects(patterns.filter((pattern) => pattern !== '-'), io)
  return {
    subjects: [...(fromStdin ? [await open({ file: flags.stdinFilename ?? '<stdin>', content: io.readStdin() })] : []), ...subjects],
    unreadable: problems.map((problem) => unreadFile(problem.file ?? '', [problem])),
  }
}

function unreadFile(file: string, problems: FileReport['problems']): FileReport {
  return {
    file,
    sha256: '',
    document: { kind: 'other', extent: 'unknown' },
    recognition: { tables: [], sheets: 0, paragraphs: 0, unrecognised: [], rows: 0, doubtful: 0 },
    findings: [],
    coverage: [],
    problems,
  }
}

/** DESIGN §6: 2 for any trouble, else 1 for an unsuppressed error or too many warnings, else 0. */
function exitCode(report: Report, flags: LintFlags): ExitCode {
  if (report.files.some((file) => file.problems.length > 0)) return EXIT.trouble
  if (flags.exitZero) return EXIT.clean
  const tooMany = flags.maxWarnings !== undefined && report.summary.warnings > flags.maxWarnings
  return report.summary.errors > 0 || tooMany ? EXIT.findings : EXIT.clean
}
