import { CommanderError } from 'commander'
import { ConfigError, DisclintError, EXIT, RuleFileError, type ExitCode, type Problem } from '../../index.ts'
import type { Language } from '../../core/text.ts'
import type { CommandIo } from './io.ts'
import { wrongCall } from './wrong-call.ts'

/** Help and version are no failure; a wrong call, wrong rules or a wrong configuration is told plainly, with exit code 2. */
export function failure(error: unknown, io: CommandIo, language: Language): ExitCode {
  // Paths as they are from the folder of the run.
  const say = (line: string): void => io.stderr(`${line.replaceAll(`${io.cwd.replaceAll('\\', '/')}/`, '')}\n`)
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.clean
    // A group of commands without one of them: its help was printed.
    if (error.code !== 'commander.help') say(`disclint: ${wrongCall(error, language)}`)
    return EXIT.trouble
  }
  if (!(error instanceof DisclintError)) {
    say(`disclint: ${language === 'zh' ? '程序出错：' : 'internal error: '}${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return EXIT.trouble
  }
  const faults = error instanceof RuleFileError || error instanceof ConfigError ? error.faults : []
  for (const fault of faults) say(`${placed(fault)} ${fault.message[language]}`)
  // A single fault is all there is to say.
  if (faults.length !== 1) say(`${error.path === undefined ? '' : `${error.path}: `}${error.text[language]}`)
  return EXIT.trouble
}

function placed({ file, place }: Problem): string {
  return `${file ?? ''}${place?.kind === 'text' ? `:${place.line}:${place.column}` : ':'}`
}
