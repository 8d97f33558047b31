import { applyBaseline, baselineOf, DisclintError, EXIT, isBaseline, isPlaceholder, suppressionOf, withBaseline, type Baseline, type ExitCode, type Finding, type Report } from '../../index.ts'
import { exists } from '../../files/node.ts'
import { readText, save } from './inputs.ts'
import type { CommandIo } from './io.ts'
import type { CommandLinter } from './linter-for.ts'
import type { LintFlags } from './options.ts'

interface Run {
  readonly setting: CommandLinter
  readonly flags: LintFlags
  readonly io: CommandIo
}

/** Throws DisclintError where what is asked for about dismissals cannot be done, before anything is linted. */
export function checkDismissal({ suppressAll: all, reason, baseline, updateBaseline }: LintFlags): void {
  if (all && (reason === undefined || reason.trim() === '')) throw new DisclintError('reason-needed', { zh: '--suppress-all 须写明理由：--suppress-all --reason 理由', en: '--suppress-all needs a reason: --suppress-all --reason TEXT' })
  if (updateBaseline && baseline === undefined) throw new DisclintError('baseline-needed', { zh: '--update-baseline 须写明基线文件：--baseline 文件', en: '--update-baseline needs a file: --baseline FILE' })
}

/** The report after the baseline and the suppressions file: what either knows is marked, what is to be said of their entries is added. */
export async function judged(report: Report, run: Run): Promise<Report> {
  return withNotes(await withKnown(report, run), run)
}

async function withKnown(report: Report, { flags, io }: Run): Promise<Report> {
  if (flags.baseline === undefined) return report
  const found = report.files.flatMap(({ findings }) => findings)
  if (flags.updateBaseline) {
    const baseline = baselineOf(found)
    await save(flags.baseline, `${JSON.stringify(baseline, null, 2)}\n`, io)
    io.stderr(flags.lang === 'zh' ? `${flags.baseline}：写入 ${baseline.findings.length} 个问题\n` : `${flags.baseline}: ${baseline.findings.length} findings written\n`)
    return withBaseline(report, baseline, known(flags))
  }
  const baseline = await readBaseline(flags.baseline, io)
  const { gone } = applyBaseline(found, baseline)
  if (gone.length > 0) io.stderr(flags.lang === 'zh' ? `${flags.baseline}：其中 ${gone.length} 个问题这次没有了，可用 --update-baseline 更新\n` : `${flags.baseline}: ${gone.length} of its findings are gone; --update-baseline renews it\n`)
  return withBaseline(report, baseline, known(flags))
}

function known({ lang }: LintFlags): string {
  return lang === 'zh' ? '基线中已有' : 'in the baseline'
}

async function readBaseline(file: string, io: CommandIo): Promise<Baseline> {
  if (!(await exists(file, io.cwd))) throw new DisclintError('baseline-missing', { zh: '没有这份基线；首次使用请加 --update-baseline 写出它', en: 'no such baseline; --update-baseline makes it' }, { path: file })
  const text = await readText(file, io)
  try {
    const value: unknown = JSON.parse(text)
    if (isBaseline(value)) return value
  } catch {
    // Told below, like any other content that is no baseline.
  }
  throw new DisclintError('baseline-malformed', { zh: '这不是 disclint 的基线文件', en: 'this is no baseline of disclint' }, { path: file })
}

async function withNotes(report: Report, { setting, flags, io }: Run): Promise<Report> {
  if (!setting.suppressions) return report
  const { withSuppressionNotes } = await import('./suppressions-report.ts')
  const part = flags.staged || flags.stdin
  return withSuppressionNotes(report, setting.suppressions, { today: io.today, placeholders: setting.linter.placeholders, language: flags.lang, ...(!part && { linted: report.files.map(({ file }) => file) }) })
}

/** Writes an entry for each open finding of the report into the suppressions file, consequences included. */
export async function suppressAll(report: Report, setting: CommandLinter, flags: LintFlags, io: CommandIo): Promise<ExitCode> {
  const { reason = '', until, by, lang } = flags
  if (isPlaceholder(reason, setting.linter.placeholders)) throw new DisclintError('reason-placeholder', { zh: `“${reason}”算不上理由，请写明为什么不改`, en: `"${reason}" is no reason: say why it stays as it is` })
  const list = (finding: Finding): readonly Finding[] => [finding, ...(finding.causeOf ?? []).flatMap(list)]
  const words = { reason, date: io.today, ...(by !== undefined && { by }), ...(until !== undefined && { until }) }
  const entries = report.files.flatMap(({ file, findings }) => findings.flatMap(list).filter(({ suppressed, ruleId }) => !suppressed && !ruleId.startsWith('suppressions/')).map((finding) => suppressionOf(finding, { ...words, file })))
  const { addSuppressions } = await import('./suppressions-file.ts')
  if (entries.length > 0) await addSuppressions(setting.suppressionsPath, entries, io)
  io.stderr(lang === 'zh' ? `${setting.suppressionsPath}：写入 ${entries.length} 条\n` : `${setting.suppressionsPath}: ${entries.length} entries written\n`)
  return report.files.some(({ problems }) => problems.length > 0) ? EXIT.trouble : EXIT.clean
}
