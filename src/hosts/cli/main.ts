import { Command } from 'commander'
import { EXIT, version, type ExitCode } from '../../index.ts'
import { failure } from './failure.ts'
import type { CommandIo } from './io.ts'
import { lintCommand } from './lint-command.ts'
import { flagsOf, lintFlags } from './options.ts'

type AddCommand = (program: Command, io: CommandIo, finish: (run: Promise<ExitCode>) => Promise<void>) => void

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
  let code: ExitCode = EXIT.clean
  const finish = async (run: Promise<ExitCode>) => {
    code = await run
  }
  const program = new Command('disclint')
    .description('预算公开、决算公开的检查工具：发布之前找出前后不一致')
    .version(version, '-V, --version', '版本')
    .helpOption('-h, --help', '帮助')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, outputError: () => undefined })
    .enablePositionalOptions()
  lintFlags(program.command('lint', { isDefault: true }).description('检查文件（默认命令）').argument('[files...]', '文件、通配符或文件夹；- 为标准输入')).action((files: string[], options) => finish(lintCommand(files, flagsOf(options), io)))
  for (const load of called(args)) (await load())(program, io, finish)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    return failure(error, io, args)
  }
}
