import { Command } from 'commander'
import { EXIT, version, type ExitCode } from '../../index.ts'
import { explainCommand } from './explain-command.ts'
import { failure } from './failure.ts'
import { importCommand } from './import-command.ts'
import { initCommand } from './init-command.ts'
import type { CommandIo } from './io.ts'
import { lintCommand } from './lint-command.ts'
import { flagsOf, lintFlags } from './options.ts'
import { lspCommand } from './lsp-command.ts'
import { rulesCommands } from './rules-command.ts'
import { serveCommand } from './serve-command.ts'

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
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .enablePositionalOptions()
  lintFlags(program.command('lint', { isDefault: true }).description('检查文件（默认命令）').argument('[files...]', '文件、通配符或文件夹；- 为标准输入')).action((files: string[], options) => finish(lintCommand(files, flagsOf(options), io)))
  importCommand(program, io, finish)
  explainCommand(program, io, finish)
  rulesCommands(program, io, finish)
  initCommand(program, io, finish)
  lspCommand(program, io, finish)
  serveCommand(program, io, finish)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    return failure(error, io, args)
  }
}
