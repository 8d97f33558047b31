import { statSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { FileReport, NextRule, Subject } from '../../index.ts'
import type { CommandIo } from './io.ts'
import { optionsFor, type LintJob } from './lint-job.ts'
import type { HelperReply, WorkerData } from './lint-worker.ts'
import type { LintFlags } from './options.ts'

/** A thread takes longer to start than a shorter file to check. */
const LEAST_BYTES = 24 * 1024

/** How many rules the threads have taken together. */
export type Taken = Int32Array<SharedArrayBuffer>

export const nothingTaken = (): Taken => new Int32Array(new SharedArrayBuffer(4))

/**
 * Rules of one list, taken from both its ends: the main thread's from the beginning, the helper's from the end. Neighbours in the
 * order of ids look at much the same facts, so few are made in both threads; and whoever is sooner ready takes more.
 */
export function takeRules(taken: Taken, from: 'beginning' | 'end'): NextRule {
  let own = 0
  return (count) => {
    if (Atomics.add(taken, 0, 1) >= count) return undefined
    own += 1
    return from === 'beginning' ? own - 1 : count - own
  }
}

/** The last `few` rules of the list. */
function lastRules(few: number): NextRule {
  let left = few
  return (count) => (left > 0 ? count - left-- : undefined)
}

/** When all rules are taken the helper is at its last. Where the answer takes longer, processors are short, and its rules are sooner done again. */
const PATIENCE_MS = 60

/** Checks part of the rules of the one file of a run in a second thread, started before anything else is loaded. */
export class HelperThread {
  readonly #worker: Worker
  readonly #reply: Promise<HelperReply>
  #isDone = false

  constructor(flags: LintFlags, { cwd, today, build }: CommandIo, entry: URL) {
    const workerData: WorkerData = { flags, io: { cwd, today, build }, helps: true }
    this.#worker = new Worker(entry, { workerData })
    this.#reply = new Promise((done) => {
      this.#worker.once('message', (reply: HelperReply) => {
        this.#isDone = true
        done(reply)
      })
      this.#worker.once('error', () => done(undefined))
      this.#worker.once('exit', () => done(undefined))
    })
  }

  /** The report of the file. What the helper cannot do, for whatever reason, is done here. */
  async lint(subject: Subject, job: LintJob): Promise<FileReport> {
    const taken = nothingTaken()
    this.#worker.postMessage({ kind: 'help', subject, taken })
    const options = optionsFor([subject], job)
    const linting = job.setting.linter.begin(subject, options)
    const next = takeRules(taken, 'beginning')
    let all = 0
    const own = linting.check((count) => {
      all = count
      return next(count)
    })
    // All are taken now: what is not here is with the helper.
    const helped = all - own.length
    const elsewhere = helped > 0 ? await Promise.race([this.#reply, setTimeout(PATIENCE_MS, undefined, { ref: false })]) : undefined
    return linting.report([...own, ...(elsewhere ?? linting.check(lastRules(helped)))])
  }

  /** Ends the thread, whatever it is at; one that has answered ends by itself. */
  end(): void {
    if (!this.#isDone) void this.#worker.terminate()
  }
}

/** The helper of a run over `patterns`: where they are one file, and either threads are asked for or they are worth it. */
export function helperFor(patterns: readonly string[], flags: LintFlags, io: CommandIo): HelperThread | undefined {
  const [only, ...more] = patterns
  if (only === undefined || more.length > 0 || !io.worker || flags.cache) return undefined
  const found = statSync(resolve(io.cwd, only), { throwIfNoEntry: false })
  const pays = flags.concurrency === 'auto' ? hasIdleProcessor() && (found?.size ?? 0) >= LEAST_BYTES : flags.concurrency > 1
  return found?.isFile() && pays ? new HelperThread(flags, io, io.worker) : undefined
}

/** Threads that wait for each processor, this program's own runs before this one among them, from which on it is busy. */
const BUSY = 1.5

/** Two threads take more processor time than one: where others wait for the processors, one is sooner done. */
function hasIdleProcessor(): boolean {
  const cores = availableParallelism()
  return cores > 1 && (loadavg()[0] ?? 0) < cores * BUSY
}
