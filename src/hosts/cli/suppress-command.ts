import type { Command } from 'commander'
import { DisclintError, EXIT, isPlaceholder, readDecisions, suppressionOf, type ExitCode, type Finding, type Language, type Suppression } from '../../index.ts'
import { readText } from './inputs.ts'
import type { CommandSetup } from './command-setup.ts'
import type { CommandIo } from './io.ts'
import { reportOf } from './lint-command.ts'
import { linterFor, type CommandLinter } from './linter-for.ts'
import { configOption, flagsOf, isoDate, languageOption } from './options.ts'
import { readReport } from './saved-reports.ts'
import { addSuppressions, removeSuppressions } from './suppressions-file.ts'
import { suppressionNotes } from './suppressions-report.ts'

interface SuppressFlags {
  readonly from?: string
  readonly fingerprint?: string
  readonly report?: string
  readonly prune?: boolean
  readonly reason?: string
  readonly until?: string
  readonly by?: string
  readonly config?: string
  readonly suppressions: string | true
  readonly lang: Language
}

/** `disclint suppress`: entries of the suppressions file, from decisions or for one finding; `--prune` takes out what no longer holds. */
export function suppressCommand(program: Command, setup: CommandSetup): void {
  const { io, finish, say } = setup
  program
    .command('suppress')
    .description(say('不予采纳：把审核页面导出的决定或一个问题写入不予采纳清单，或清理它', 'dismiss: write exported decisions or one finding into the suppressions file, or clear it of what no longer holds'))
    .argument('[files...]', say('检查这些文件，从中找问题（与 --fingerprint、--prune 同用）', 'lint these files to find it (with --fingerprint and --prune)'))
    .option('--from <decisions.json>', say('审核页面导出的决定；只写入其中“不予采纳”的', 'decisions exported from the review page; those that dismiss are written'))
    .option('--fingerprint <id>', say('问题的标识（见 JSON 报告），写开头几位即可', 'fingerprint of a finding (in the JSON report); its beginning will do'))
    .option('--report <report.json>', say('从保存的 JSON 报告里找问题，不再检查文件', 'find it in a saved JSON report instead of linting'))
    .option('--prune', say('删去没用的、过期的和数值已变的', 'remove entries that are unused, expired or whose values changed'))
    .option('--reason <text>', say('理由', 'why'))
    .option('--until <date>', say('有效到哪一天，如 2026-12-31', 'the last day it holds, as in 2026-12-31'), isoDate(say))
    .option('--by <name>', say('谁', 'who'))
    .option('--suppressions <file>', say('不予采纳清单', 'the suppressions file'), true)
    .addOption(configOption(setup))
    .addOption(languageOption(setup))
    .action((files: string[], flags: SuppressFlags) => finish(suppress(files, flags, io)))
}

async function suppress(files: readonly string[], flags: SuppressFlags, io: CommandIo): Promise<ExitCode> {
  if (flags.from !== undefined) return fromDecisions(flags.from, flags, io)
  if (flags.prune) return prune(files, flags, io)
  if (flags.fingerprint !== undefined) return one(flags.fingerprint, files, flags, io)
  throw new DisclintError('suppress-what', { zh: '请写明 --from 决定文件、--fingerprint 标识 或 --prune', en: 'say --from DECISIONS, --fingerprint ID or --prune' })
}

/** The file may not be there yet when entries are written into it. */
async function settingFor(flags: SuppressFlags, io: CommandIo): Promise<CommandLinter> {
  return linterFor({ ...flags, rule: [], missingSuppressions: true }, io)
}

async function fromDecisions(path: string, flags: SuppressFlags, io: CommandIo): Promise<ExitCode> {
  const file = readDecisions(await readText(path, io))
  if (!file) throw new DisclintError('no-decisions', { zh: '这不是 disclint 的决定文件', en: 'this is no decisions file of disclint' }, { path })
  const setting = await settingFor(flags, io)
  const dismissed = file.decisions.filter(({ decision }) => decision === 'dismissed')
  const entries = dismissed.map(({ ruleId, fingerprint, valueHash, reason = flags.reason ?? '', by = flags.by, date = io.today, file: found }): Suppression => ({
    rule: ruleId,
    fingerprint,
    reason,
    ...(by !== undefined && { by }),
    date: date.slice(0, 10),
    ...(flags.until !== undefined && { until: flags.until }),
    values: valueHash,
    file: found,
  }))
  const [good, bad] = [entries.filter(({ reason }) => !isPlaceholder(reason, setting.linter.placeholders)), entries.filter(({ reason }) => isPlaceholder(reason, setting.linter.placeholders))]
  for (const { rule, fingerprint } of bad) io.stderr(flags.lang === 'zh' ? `没有写入，缺理由：${rule} ${fingerprint}\n` : `not written, no reason: ${rule} ${fingerprint}\n`)
  await written(setting.suppressionsPath, good, flags, io)
  return bad.length > 0 ? EXIT.trouble : EXIT.clean
}

async function written(path: string, entries: readonly Suppression[], { lang }: SuppressFlags, io: CommandIo): Promise<void> {
  if (entries.length > 0) await addSuppressions(path, entries, io)
  io.stdout(lang === 'zh' ? `${path}：写入 ${entries.length} 条\n` : `${path}: ${entries.length} entries written\n`)
}

async function one(fingerprint: string, files: readonly string[], flags: SuppressFlags, io: CommandIo): Promise<ExitCode> {
  const setting = await settingFor(flags, io)
  const reason = flags.reason ?? ''
  if (isPlaceholder(reason, setting.linter.placeholders)) throw new DisclintError('reason-needed', { zh: '须写明理由：--reason 理由', en: 'a reason is needed: --reason TEXT' })
  const report = flags.report === undefined ? (await reportOf(files, lintFlagsOf(flags), io)).report : await readReport(flags.report, io)
  const list = (finding: Finding): readonly Finding[] => [finding, ...(finding.causeOf ?? []).flatMap(list)]
  const found = report.files.flatMap((entry) => entry.findings.flatMap(list).filter((finding) => finding.fingerprint.startsWith(fingerprint)).map((finding) => ({ file: entry.file, finding })))
  if (new Set(found.map(({ finding }) => `${finding.ruleId} ${finding.fingerprint}`)).size > 1) throw new DisclintError('fingerprint-short', { zh: `有 ${found.length} 个问题的标识以“${fingerprint}”开头，请多写几位`, en: `${found.length} findings begin with "${fingerprint}": write more of it` })
  const [match] = found
  if (!match) throw new DisclintError('fingerprint-unknown', { zh: `没有标识为“${fingerprint}”的问题`, en: `there is no finding "${fingerprint}"` })
  const words = { reason, date: io.today, file: match.file, ...(flags.by !== undefined && { by: flags.by }), ...(flags.until !== undefined && { until: flags.until }) }
  await written(setting.suppressionsPath, [suppressionOf(match.finding, words)], flags, io)
  return EXIT.clean
}

async function prune(files: readonly string[], flags: SuppressFlags, io: CommandIo): Promise<ExitCode> {
  if (files.length === 0) throw new DisclintError('prune-what', { zh: '请写明检查哪些文件，才知道哪些条目没用了', en: 'say which files to lint, to tell which entries are of no use' })
  const { report, setting } = await reportOf(files, lintFlagsOf(flags), io)
  const troubled = report.files.some(({ problems }) => problems.length > 0)
  const run = { today: io.today, placeholders: setting.linter.placeholders, language: flags.lang, linted: report.files.map(({ file }) => file) }
  const notes = setting.suppressions && !troubled ? suppressionNotes(report, setting.suppressions, run) : []
  const dead = new Set(notes.filter(({ kind }) => kind === 'unused' || kind === 'expired' || kind === 'values-changed').map(({ index }) => index))
  if (dead.size > 0) await removeSuppressions(setting.suppressionsPath, dead, io)
  for (const { problems, file } of report.files) for (const { message } of problems) io.stderr(`${file}: ${message[flags.lang]}\n`)
  io.stdout(flags.lang === 'zh' ? `${setting.suppressionsPath}：删去 ${dead.size} 条\n` : `${setting.suppressionsPath}: ${dead.size} entries removed\n`)
  return troubled ? EXIT.trouble : EXIT.clean
}

function lintFlagsOf({ config, suppressions, lang }: SuppressFlags): ReturnType<typeof flagsOf> {
  return flagsOf({ rule: [], with: [], suppressions, lang, color: false, concurrency: 'auto', missingSuppressions: true, ...(config !== undefined && { config }) })
}
