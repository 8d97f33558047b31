#!/usr/bin/env node
import nodeModule from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { isMainThread, workerData } from 'node:worker_threads'
import { READER_COMMAND } from './reader-reply.ts'

// A run is over in about a second: optimising code that soon costs more than it saves. What stays hot is optimised all the same.
// A server goes on, and wants its code optimised.
const SERVERS = ['lsp', 'serve']
if (!SERVERS.includes(process.argv[2] ?? '')) setFlagsFromString('--interrupt-budget=3000000')

// Node 22 and later keep compiled code from one run to the next. It holds for what is loaded after this call.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => void }
enableCompileCache?.()

if (isMainThread && process.argv[2] === READER_COMMAND && process.send) {
  const { serveReader } = await import('./reader-child.ts')
  serveReader(new URL(import.meta.url))
} else if (isMainThread) {
  const { endCleanly, languageOf, main, processIo, sayIn } = await import('./run.ts')
  const args = process.argv.slice(2)
  const io = processIo(new URL(import.meta.url))
  endCleanly(io, sayIn(languageOf(args)))
  process.exitCode = await main(args, io)
} else if (workerData === READER_COMMAND) {
  const { readInThread } = await import('./reader-child.ts')
  readInThread()
} else {
  const { work } = await import('./lint-worker.ts')
  await work()
}
