import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FileReport, NextRule, Subject } from '../../index.ts'
import type { CommandIo } from './io.ts'
import { optionsFor, type LintJob } from './lint-job.ts'
import type { HelperReply, WorkerData } from './lint-worker.ts'
import type { LintFlags } from './options.ts'

/** A thread takes longer to start than a shorter file to check. */
const LEAST_BYTES = 24 * 1024

/**
 * Rules of one list, taken from both its ends: the main thread's from the beginning, the helper's from the end. Neighbours in the
 * order of ids look at much the same facts, so few are made in both threads; and whoever is sooner ready takes more.
 */
export function takeRules(taken: Int32Array, from: 'beginning' | 'end'): NextRule {
  let own = 0
  return (count) => {
    if (Atomics.add(taken, 0, 1) >= count) return undefined
    own += 1
    return from === 'beginning' ? own - 1 : count - own
  }
}

/** Checks part of the rules of the one file of a run in a second thread, started before anything else is loaded. */
export class HelperThread {
  readonly #worker: Worker
  readonly #reply: Promise<HelperReply>
  #asked = false

  constructor(flags: LintFlags, { cwd, today, build }: CommandIo, entry: URL) {
    const workerData: WorkerData = { flags, io: { cwd, today, build } }
    this.#worker = new Worker(entry, { workerData })
    this.#reply = new Promise((done) => {
      this.#worker.once('message', done)
      this.#worker.once('error', () => done(undefined))
      this.#worker.once('exit', () => done(undefined))
    })
  }

  /** The report of the file. What the helper cannot do, for whatever reason, is done here. */
  async lint(subject: Subject, job: LintJob): Promise<FileReport> {
    this.#asked = true
    const taken = new Int32Array(new SharedArrayBuffer(4))
    this.#worker.postMessage({ kind: 'help', subject, taken })
    const options = optionsFor([subject], job)
    const checked = job.setting.linter.check(subject, options, takeRules(taken, 'beginning'))
    const elsewhere = await this.#reply
    return elsewhere ? checked.report(elsewhere) : job.setting.linter.lint(subject, options)
  }

  /** Ends the thread where there was nothing for it to do; else it ends by itself. */
  end(): void {
    if (!this.#asked) void this.#worker.terminate()
  }
}

/** The helper of a run over `patterns`: where they are one file that is worth it, and there is a processor for it. */
export function helperFor(patterns: readonly string[], flags: LintFlags, io: CommandIo, cores = availableParallelism()): HelperThread | undefined {
  const [only, ...more] = patterns
  if (only === undefined || more.length > 0 || !io.worker || cores < 2 || flags.concurrency !== 'auto' || flags.cache) return undefined
  const found = statSync(resolve(io.cwd, only), { throwIfNoEntry: false })
  return found?.isFile() && found.size >= LEAST_BYTES ? new HelperThread(flags, io, io.worker) : undefined
}
