import type { Command } from 'commander'
import { EXIT, importDisclosure, type ExitCode } from '../../index.ts'
import type { CommandSetup } from './command-setup.ts'
import type { CommandIo } from './io.ts'
import { readSubjects, save, sidecarPath } from './inputs.ts'
import { configFor } from './linter-for.ts'
import { progressOf } from './progress.ts'
import { configOption, languageOption } from './options.ts'

interface ImportFlags {
  readonly config?: string
  readonly output?: string
  readonly report?: boolean
  readonly suggest?: boolean
  readonly lang: 'zh' | 'en'
}

/** `disclint import x.txt -o x.disclosure.json`: the disclosure JSON of a published text, with its sidecar map. */
export function importCommand(program: Command, setup: CommandSetup): void {
  const { io, finish, say } = setup
  program
    .command('import')
    .description(say('把公开文本转成公开 JSON（*.disclosure.json），旁边写出位置对照 *.disclosure.map.json', 'make disclosure JSON (*.disclosure.json) of a published document, with the map of places *.disclosure.map.json beside it'))
    .argument('<files...>', say('文件；几份时合成一份公开文本', 'files; several are parts of one disclosure'))
    .option('-o, --output <file>', say('写入文件；不写则打印', 'write to this file instead of printing'))
    .option('--report', say('只打印识别了什么、凭什么、有多大把握，没识别什么', 'print only what was recognised, how surely and by what, and what was not'))
    .option('--suggest', say('只打印没识别的标题、栏目名、行名、章节，写成可贴进词汇文件的 YAML', 'print only vocabulary YAML to paste for titles, headings, row names and sections that were not recognised'))
    .addOption(configOption(setup))
    .addOption(languageOption(setup))
    .action((files: string[], flags: ImportFlags) => finish(run(files, flags, io)))
}

async function run(files: readonly string[], flags: ImportFlags, io: CommandIo): Promise<ExitCode> {
  const { subjects, problems } = await readSubjects(files, io, (total) => progressOf(total, flags, io))
  for (const problem of problems) io.stderr(`${problem.file ?? ''} ${problem.message[flags.lang]}\n`)
  if (problems.length > 0) return EXIT.trouble
  const imported = await importDisclosure(subjects, { vocabularyFiles: (await configFor(flags, io)).vocabulary })
  for (const problem of imported.problems) io.stderr(`${problem.file ?? ''} ${problem.message[flags.lang]}\n`)
  if (imported.problems.length > 0) return EXIT.trouble
  if (flags.report || flags.suggest) {
    // Together the report is a remark, so that what is printed stays YAML.
    const report = flags.report ? imported.recognitionReport(flags.lang) : ''
    io.stdout(flags.suggest ? `${report.replace(/^(?=.)/gm, '# ')}${imported.suggestion(flags.lang)}` : report)
    return EXIT.clean
  }
  if (flags.output === undefined) {
    io.stdout(imported.json)
    return EXIT.clean
  }
  await save(flags.output, imported.json, io)
  await save(sidecarPath(flags.output), imported.map, io)
  io.stderr(imported.recognitionText(flags.lang))
  return EXIT.clean
}
