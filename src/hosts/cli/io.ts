import { readdirSync, readFileSync } from 'node:fs'
import { cut } from './columns.ts'
import { interruption } from './process-end.ts'

/** To the beginning of the line, which is emptied. */
const CLEARED = '\r\u001b[2K'

/** Everything the command line touches of the outside world, so that tests can run it in process. */
export interface CommandIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** A line that is rewritten while a run goes on, undefined to take it away; only where somebody watches. */
  readonly status?: (line: string | undefined) => void
  readonly readStdin: () => Uint8Array
  readonly cwd: string
  /** Columns of the terminal; undefined when piped. */
  readonly columns: number | undefined
  readonly colour: boolean
  /** ISO date, for the expiry of suppressions. */
  readonly today: string
  /** What tells one build of the program from another. */
  readonly build: string
  /** The module that worker threads run; without it everything runs in the main thread. */
  readonly worker?: URL
  /** The page that `npm run build` puts beside the command line. */
  readonly pagePath: URL
  /** Resolves when the user ends a command that runs until then (Ctrl+C). */
  readonly interrupted: () => Promise<void>
}

/** The process's own streams, terminal and date, for the program whose entry is at `entry`. */
export function processIo(entry: URL): CommandIo {
  const { stdout, stderr, env } = process
  const watched = stderr.isTTY === true && env['CI'] === undefined && env['TERM'] !== 'dumb'
  let shown = false
  const status = (line: string | undefined): void => {
    if (line !== undefined) stderr.write(`${shown ? CLEARED : ''}${cut(line, (stderr.columns || 80) - 1)}`)
    else if (shown) stderr.write(CLEARED)
    shown = line !== undefined
  }
  const after = (write: (text: string) => void) => (text: string) => {
    status(undefined)
    write(text)
  }
  return {
    stdout: after((text) => void stdout.write(text)),
    stderr: after((text) => void stderr.write(text)),
    ...(watched && { status }),
    readStdin: () => readFileSync(0),
    cwd: process.cwd(),
    columns: stdout.isTTY ? stdout.columns : undefined,
    colour: env['NO_COLOR'] === undefined && (env['FORCE_COLOR'] !== undefined || stdout.isTTY === true),
    today: new Date().toISOString().slice(0, 10),
    // The names of the parts are made of what they hold.
    get build() {
      return readdirSync(new URL('./cli/', entry)).join()
    },
    worker: entry,
    pagePath: new URL('./disclint.html', entry),
    interrupted: interruption,
  }
}
