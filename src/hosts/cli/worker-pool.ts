import { Worker } from 'node:worker_threads'
import type { FileOutcome, LintJob } from './lint-job.ts'
import type { Progress } from './progress.ts'
import type { WorkerData, WorkerReply } from './lint-worker.ts'

/** Lints files in `count` worker threads: each takes the next file when it is done with one. Rejects when a worker breaks. */
export async function lintInWorkers(files: readonly string[], count: number, { flags, io }: LintJob, entry: URL, progress: Progress): Promise<readonly FileOutcome[]> {
  const { cwd, today, build } = io
  const workerData: WorkerData = { flags, io: { cwd, today, build }, helps: false }
  const outcomes = new Array<FileOutcome>(files.length)
  let next = 0
  const one = (): Promise<void> =>
    new Promise((done, fail) => {
      const worker = new Worker(entry, { workerData })
      const give = (): void => {
        const index = next++
        const file = files[index]
        if (file === undefined) void worker.terminate().then(() => done())
        else {
          progress.at(file)
          worker.postMessage({ kind: 'lint', index, file })
        }
      }
      worker.on('message', (reply: WorkerReply) => {
        if (reply.kind === 'note') io.stderr(reply.text)
        else {
          progress.done()
          outcomes[reply.index] = reply.outcome
          give()
        }
      })
      worker.once('error', fail)
      worker.once('exit', (code) => (code === 0 || next > files.length ? undefined : fail(new Error(`a worker ended with code ${code}`))))
      give()
    })
  await Promise.all(Array.from({ length: count }, one))
  return outcomes
}
