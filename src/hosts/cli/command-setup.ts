import type { Command } from 'commander'
import type { ExitCode, Language } from '../../index.ts'
import type { CommandIo } from './io.ts'
import type { Say } from './language.ts'

/** What a command is added with. */
export interface CommandSetup {
  readonly io: CommandIo
  /** Takes the exit code of the command that ran. */
  readonly finish: (run: Promise<ExitCode>) => Promise<void>
  readonly language: Language
  readonly say: Say
}

/** Adds a command to the program. */
export type AddCommand = (program: Command, setup: CommandSetup) => void
