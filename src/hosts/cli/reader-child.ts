import { parentPort, Worker } from 'node:worker_threads'
import { openSubject, type ReaderInput, type Subject } from '../../index.ts'
import { READER_COMMAND, type ReaderReply } from './reader-reply.ts'

const MEGABYTE = 1024 * 1024
/** What the process may hold while it reads one PDF; a disclosure of a hundred pages takes half of it. */
const MOST_MEMORY = 700 * MEGABYTE
const MOST_HEAP_MB = 500
const TIME_LIMIT_MS = 120_000
const LOOK_EVERY_MS = 40

/** What the reading process does: a thread reads, and this one sees how much memory and time it takes, whatever it is caught in. */
export function serveReader(entry: URL): void {
  const thread = new Worker(entry, { workerData: READER_COMMAND, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } })
  process.on('disconnect', () => process.exit(0))
  process.on('message', (input: ReaderInput) => {
    const say = (reply: ReaderReply): void => {
      clearInterval(watch)
      clearTimeout(timer)
      thread.removeAllListeners()
      process.send?.(reply)
    }
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > MOST_MEMORY) say({ kind: 'end', why: 'memory' })
    }, LOOK_EVERY_MS)
    const timer = setTimeout(() => say({ kind: 'end', why: 'time' }), TIME_LIMIT_MS)
    thread.once('message', (read: NonNullable<Subject['read']>) => say({ kind: 'read', read, rss: process.memoryUsage.rss() }))
    thread.once('error', ({ code }: NodeJS.ErrnoException) => say({ kind: 'end', why: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken' }))
    thread.postMessage(input)
  })
}

/** What the reading thread does. */
export function readInThread(): void {
  parentPort?.on('message', (input: ReaderInput) => {
    void openSubject(input).then(({ read }) => parentPort?.postMessage(read))
  })
}
