import { CommanderError } from 'commander'
import { ConfigError, DisclintError, EXIT, RuleFileError, type ExitCode, type Problem } from '../../index.ts'
import type { Language } from '../../core/text.ts'
import type { CommandIo } from './io.ts'
import { wrongCall } from './wrong-call.ts'

/** Help and version are no failure; a wrong call, wrong rules or a wrong configuration is told plainly, with exit code 2. */
export function failure(error: unknown, io: CommandIo, language: Language): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.clean
    // A group of commands without one of them: its help was printed.
    if (error.code === 'commander.help') return EXIT.trouble
    io.stderr(`disclint: ${wrongCall(error, language)}\n`)
    return EXIT.trouble
  }
  if (error instanceof RuleFileError || error instanceof ConfigError) for (const fault of error.faults) io.stderr(`${placed(fault)} ${fault.message[language]}\n`)
  if (error instanceof DisclintError) {
    io.stderr(`${error.path ? `${error.path}: ` : ''}${error.text[language]}\n`)
    return EXIT.trouble
  }
  io.stderr(`disclint: ${language === 'zh' ? '程序出错：' : 'internal error: '}${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return EXIT.trouble
}

function placed({ file, place }: Problem): string {
  return `${file ?? ''}${place?.kind === 'text' ? `:${place.line}:${place.column}` : ''}`
}
