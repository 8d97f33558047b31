import { CommanderError } from 'commander'
import { ConfigError, DisclintError, EXIT, RuleFileError, type ExitCode, type Problem } from '../../index.ts'
import type { CommandIo } from './io.ts'
import { wrongCall } from './wrong-call.ts'

/** Help and version are no failure; a wrong call, wrong rules or a wrong configuration is told plainly, with exit code 2. */
export function failure(error: unknown, io: CommandIo, args: readonly string[]): ExitCode {
  const language = args.includes('en') ? 'en' : 'zh'
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.clean
    io.stderr(`disclint: ${wrongCall(error, language)}\n`)
    return EXIT.trouble
  }
  if (error instanceof RuleFileError || error instanceof ConfigError) for (const fault of error.faults) io.stderr(`${placed(fault)} ${fault.message[language]}\n`)
  if (error instanceof DisclintError) {
    io.stderr(`${error.path ? `${error.path}: ` : ''}${error.text[language]}\n`)
    return EXIT.trouble
  }
  io.stderr(`disclint: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return EXIT.trouble
}

function placed({ file, place }: Problem): string {
  return `${file ?? ''}${place?.kind === 'text' ? `:${place.line}:${place.column}` : ''}`
}
