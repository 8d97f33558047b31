import type { Command } from 'commander'
import { compareReports, EXIT, mergeReports, printable, type Compared, type ExitCode, type Language } from '../../index.ts'
import type { CommandSetup } from './command-setup.ts'
import type { CommandIo } from './io.ts'
import { exitCode } from './lint-command.ts'
import { count, languageOption, outputFlags, pairsOf, shownFlags } from './options.ts'
import { checkOutputs, writeOutputs, type OutputFlags } from './outputs.ts'
import { readReport } from './saved-reports.ts'

type ReportFlags = OutputFlags & { readonly maxWarnings?: number; readonly exitZero?: boolean }

/** `disclint report a.json b.json`: saved JSON reports as one, in any format. */
export function reportCommand(program: Command, setup: CommandSetup): void {
  const { io, finish, say } = setup
  const command = program.command('report').description(say('把保存的 JSON 报告合并，按任一格式重新输出', 'merge saved JSON reports and print them in any format')).argument('<reports...>', say('JSON 报告', 'JSON reports'))
  shownFlags(outputFlags(command, setup), setup)
    .option('--max-warnings <n>', say('警告多于 n 条时以 1 退出', 'exit with 1 where there are more than n warnings'), count(say))
    .addOption(languageOption(setup))
    .action((files: string[], options: Record<string, unknown>) => finish(render(files, pairsOf(options) as unknown as ReportFlags, io)))
}

/** `disclint diff old.json new.json`: what became of each finding. */
export function diffCommand(program: Command, setup: CommandSetup): void {
  const { io, finish, say } = setup
  program
    .command('diff')
    .description(say('比较两次的 JSON 报告：已改、仍在、数值有变、新增', 'compare two JSON reports: fixed, still there, values changed, new'))
    .argument('<before>', say('上次的 JSON 报告', 'the earlier JSON report'))
    .argument('<now>', say('这次的 JSON 报告', 'the JSON report of now'))
    .option('--json', say('以 JSON 打印', 'print JSON'))
    .addOption(languageOption(setup))
    .action((before: string, now: string, flags: DiffFlags) => finish(diff(before, now, flags, io)))
}

async function render(files: readonly string[], flags: ReportFlags, io: CommandIo): Promise<ExitCode> {
  checkOutputs(flags.outputs)
  const reports = []
  for (const file of files) reports.push(await readReport(file, io))
  const report = mergeReports(reports)
  await writeOutputs(report, flags, [], io)
  return exitCode(report, flags)
}

interface DiffFlags {
  readonly json?: boolean
  readonly lang: Language
}

const ORDER = ['fresh', 'changed', 'stays', 'gone'] as const
const TITLES: Readonly<Record<Language, Readonly<Record<Compared['change'], string>>>> = {
  zh: { fresh: '新增', changed: '数值有变', stays: '仍在', gone: '已改' },
  en: { fresh: 'New', changed: 'Values changed', stays: 'Still there', gone: 'Fixed' },
}

/** Exit code 1 where an error is new or its values have changed: putting something right must not break something else. */
async function diff(before: string, now: string, { json, lang }: DiffFlags, io: CommandIo): Promise<ExitCode> {
  const findings = compareReports(await readReport(before, io), await readReport(now, io))
  if (json) io.stdout(`${JSON.stringify(findings, null, 2)}\n`)
  else io.stdout(diffText(findings, lang))
  return findings.some(({ change, severity }) => severity === 'error' && (change === 'fresh' || change === 'changed')) ? EXIT.findings : EXIT.clean
}

function diffText(findings: readonly Compared[], language: Language): string {
  const groups = ORDER.map((change) => ({ title: TITLES[language][change], items: findings.filter((finding) => finding.change === change) }))
  const shown = groups.filter(({ items }) => items.length > 0).map(({ title, items }) => `${title} (${items.length})\n${items.map(({ file, message, ruleId }) => `  ${printable(file)}  ${printable(message.split('\n')[0] ?? '')}  ${printable(ruleId)}\n`).join('')}`)
  return [...shown, `${groups.map(({ title, items }) => `${title} ${items.length}`).join(' · ')}\n`].join('\n')
}
