import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { main } from '../../src/hosts/cli/main.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly stdin?: string
  /** What happens until the user ends a command that runs until then. */
  readonly interrupted?: () => Promise<void>
  readonly onStdout?: (text: string) => void
  /** What worker threads run; without it there are none. */
  readonly worker?: URL
}

/** Runs the command line in process, in `cwd`, without terminal. */
export async function run(cwd: string, args: readonly string[], options: string | RunOptions = {}): Promise<Ran> {
  const { stdin = '', interrupted = () => Promise.resolve(), onStdout = () => undefined, worker } = typeof options === 'string' ? { stdin: options } : options
  let stdout = ''
  let stderr = ''
  const code = await main(args, {
    stdout: (text) => {
      stdout += text
      onStdout(text)
    },
    stderr: (text) => (stderr += text),
    readStdin: () => new TextEncoder().encode(stdin),
    cwd,
    columns: undefined,
    colour: false,
    today: '2026-02-01',
    build: 'test',
    pagePath: pathToFileURL(join(cwd, 'page.html')),
    interrupted,
    ...(worker && { worker }),
  })
  return { code, stdout, stderr }
}

/** A new folder with these files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'disclint-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}
