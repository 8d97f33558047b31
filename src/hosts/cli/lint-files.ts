import { availableParallelism } from 'node:os'
import type { HelperThread } from './helper-thread.ts'
import { lintFile, type FileOutcome, type LintJob } from './lint-job.ts'
import { progressOf } from './progress.ts'

/** Starting a worker costs as much as linting a few files; with less than this for each it does not pay. */
const FILES_PER_WORKER = 16
const MOST_WORKERS = 8

/** How many workers lint `files` files; 0: the main thread does. */
export function workersFor(files: number, asked: number | 'auto', cores = availableParallelism()): number {
  if (asked !== 'auto') return asked > 1 ? Math.min(asked, files) : 0
  const workers = Math.min(cores, MOST_WORKERS, Math.floor(files / FILES_PER_WORKER))
  return workers > 1 ? workers : 0
}

/** Lints files, each a disclosure of its own, `helper` the only one; outcomes in the order of the files, whoever was first. */
export async function lintFiles(files: readonly string[], job: LintJob, helper?: HelperThread): Promise<readonly FileOutcome[]> {
  const workers = job.io.worker && !helper ? workersFor(files.length, job.flags.concurrency) : 0
  const progress = progressOf(files.length, job.flags, job.io)
  try {
    if (job.io.worker && workers > 0) return await (await import('./worker-pool.ts')).lintInWorkers(files, workers, job, job.io.worker, progress)
    const cache = await cacheOf(job)
    const outcomes: FileOutcome[] = []
    for (const file of files) {
      outcomes.push(await lintFile(file, job, { cache, progress, helper }))
      progress.done()
    }
    return outcomes
  } finally {
    progress.end()
  }
}

/** The cache that the flags ask for. */
export async function cacheOf(job: LintJob) {
  const { cache, cacheLocation } = job.flags
  return cache ? (await import('./report-cache.ts')).reportCache(cacheLocation, job) : undefined
}
