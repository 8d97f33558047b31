import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckedRule, Subject } from '../../index.ts'
import { takeRules, type Taken } from './helper-thread.ts'
import type { CommandIo } from './io.ts'
import { cacheOf } from './lint-files.ts'
import { lintFile, lintJob, optionsFor, type FileOutcome } from './lint-job.ts'
import type { LintFlags } from './options.ts'

export interface WorkerData {
  readonly flags: LintFlags
  readonly io: Pick<CommandIo, 'cwd' | 'today' | 'build'>
  /** It only helps: where processors are short it gives way to the main thread. */
  readonly helps: boolean
}

export type WorkerReply = { readonly kind: 'outcome'; readonly index: number; readonly outcome: FileOutcome } | { readonly kind: 'note'; readonly text: string }

const GIVES_WAY = 10

/** What the helper found; undefined where it could not. */
export type HelperReply = readonly CheckedRule[] | undefined

type Request = { readonly kind: 'lint'; readonly index: number; readonly file: string } | { readonly kind: 'help'; readonly subject: Subject; readonly taken: Taken }

/** What a worker thread of the program `entry` does: lints the files it is sent, one by one, with its own linter, until it is ended; or checks its part of the rules of one disclosure. */
export async function work(entry: URL): Promise<void> {
  const { flags, io, helps } = workerData as WorkerData
  // On Linux the priority is that of the thread.
  if (helps && process.platform === 'linux') setPriority(GIVES_WAY)
  const say = (reply: WorkerReply): void => parentPort?.postMessage(reply)
  const silent: CommandIo = {
    ...io,
    worker: entry,
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
  await new Promise<void>((done) => {
    parentPort?.on('message', (request: Request) => {
      if (request.kind === 'lint') return void lintFile(request.file, job, { cache }).then((outcome) => say({ kind: 'outcome', index: request.index, outcome }))
      const reply: HelperReply = job.setting.linter.begin(request.subject, optionsFor([request.subject], job)).check(takeRules(request.taken, 'end'))
      parentPort?.postMessage(reply)
      parentPort?.close()
      done()
    })
  })
}
