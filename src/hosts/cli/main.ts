import { Command } from 'commander'
import { EXIT, version, type ExitCode } from '../../index.ts'
import type { AddCommand, CommandSetup } from './command-setup.ts'
import { failure } from './failure.ts'
import { helpIn } from './help.ts'
import type { CommandIo } from './io.ts'
import { afterLanguage, languageOf, sayIn } from './language.ts'
import { lintCommand } from './lint-command.ts'
import { flagsOf, lintFlags } from './options.ts'

/** The commands besides linting, in the order of the help; each is loaded when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  import: async () => (await import('./import-command.ts')).importCommand,
  explain: async () => (await import('./explain-command.ts')).explainCommand,
  rules: async () => (await import('./rules-command.ts')).rulesCommands,
  init: async () => (await import('./init-command.ts')).initCommand,
  suppress: async () => (await import('./suppress-command.ts')).suppressCommand,
  report: async () => (await import('./report-command.ts')).reportCommand,
  diff: async () => (await import('./report-command.ts')).diffCommand,
  lsp: async () => (await import('./lsp-command.ts')).lspCommand,
  serve: async () => (await import('./serve-command.ts')).serveCommand,
}

/** The command that is called; all of them where help is asked for or nothing is said. */
function called([first]: readonly string[]): readonly (() => Promise<AddCommand>)[] {
  if (first === undefined || first === '-h' || first === '--help') return Object.values(COMMANDS)
  const one = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined
  return one ? [one] : []
}

/** Runs the command line with `args` (without node and script) and returns the exit code: 0 clean, 1 findings, 2 trouble. */
export async function main(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const language = languageOf(args)
  const call = afterLanguage(args)
  let code: ExitCode = EXIT.clean
  const finish = async (run: Promise<ExitCode>) => {
    code = await run
  }
  const setup: CommandSetup = { io, finish, language, say: sayIn(language) }
  const program = programOf(setup)
  for (const load of called(call)) (await load())(program, setup)
  try {
    await program.parseAsync([...call], { from: 'user' })
    return code
  } catch (error) {
    return failure(error, io, language)
  }
}

/** The program with its default command, which lints. */
function programOf(setup: CommandSetup): Command {
  const { io, finish, language, say } = setup
  const program = new Command('disclint')
    .description(say('预算公开、决算公开的检查工具：发布之前找出前后不一致', 'The linter for government budget and final-account disclosures: finds contradictions before they are published'))
    .version(version, '-V, --version', say('版本', 'print the version'))
    .helpOption('-h, --help', say('帮助', 'print this help'))
    .helpCommand(false)
    .configureHelp(helpIn(language))
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, outputError: () => undefined })
    .enablePositionalOptions()
  const lint = program.command('lint', { isDefault: true }).description(say('检查文件（默认命令）', 'lint files (the default command)')).argument('[files...]', say('文件、通配符或文件夹；- 为标准输入', 'files, globs or folders; - is standard input'))
  lintFlags(lint, setup).action((files: string[], options: Record<string, unknown>) => finish(lintCommand(files, flagsOf(options), io)))
  return program
}
