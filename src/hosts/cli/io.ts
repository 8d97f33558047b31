import { readFileSync } from 'node:fs'

/** Everything the command line touches of the outside world, so that tests can run it in process. */
export interface CommandIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly readStdin: () => Uint8Array
  readonly cwd: string
  /** Columns of the terminal; undefined when piped. */
  readonly columns: number | undefined
  readonly colour: boolean
  /** ISO date, for the expiry of suppressions. */
  readonly today: string
  /** Resolves when the user ends a command that runs until then (Ctrl+C). */
  readonly interrupted: () => Promise<void>
}

/** The process's own streams, terminal and date. */
export function processIo(): CommandIo {
  const { stdout, stderr, env } = process
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    readStdin: () => readFileSync(0),
    cwd: process.cwd(),
    columns: stdout.isTTY ? stdout.columns : undefined,
    colour: env['NO_COLOR'] === undefined && (env['FORCE_COLOR'] !== undefined || stdout.isTTY === true),
    today: new Date().toISOString().slice(0, 10),
    interrupted: () => new Promise((done) => void process.once('SIGINT', done)),
  }
}
