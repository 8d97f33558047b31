import { parentPort, workerData } from 'node:worker_threads'
import type { CommandIo } from './io.ts'
import { cacheOf } from './lint-files.ts'
import { lintFile, lintJob, type FileOutcome } from './lint-job.ts'
import type { LintFlags } from './options.ts'

export interface WorkerData {
  readonly flags: LintFlags
  readonly io: Pick<CommandIo, 'cwd' | 'today' | 'build'>
}

export type WorkerReply = { readonly kind: 'outcome'; readonly index: number; readonly outcome: FileOutcome } | { readonly kind: 'note'; readonly text: string }

/** What a worker thread of the program `entry` does: lints the files it is sent, one by one, with its own linter. */
export async function work(entry: URL): Promise<void> {
  const { flags, io } = workerData as WorkerData
  const say = (reply: WorkerReply): void => parentPort?.postMessage(reply)
  const silent: CommandIo = {
    ...io,
    stdout: () => undefined,
    // The main thread loads the same and has said it.
    stderr: () => undefined,
    readStdin: () => new Uint8Array(),
    columns: undefined,
    colour: false,
    pagePath: new URL('./disclint.html', entry),
    interrupted: () => new Promise(() => undefined),
  }
  const job = await lintJob(flags, silent)
  const cache = await cacheOf({ ...job, io: { ...silent, stderr: (text) => say({ kind: 'note', text }) } })
  parentPort?.on('message', ({ index, file }: { readonly index: number; readonly file: string }) => {
    void lintFile(file, job, cache).then((outcome) => say({ kind: 'outcome', index, outcome }))
  })
}
