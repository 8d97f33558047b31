#!/usr/bin/env node
import nodeModule from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { fileURLToPath } from 'node:url'
import { isMainThread, workerData } from 'node:worker_threads'
import { KeptCode } from './kept-code.ts'
import type * as worker from './lint-worker.ts'
import type * as reader from './reader-child.ts'
import { READER_COMMAND } from './reader-reply.ts'
import type * as program from './run.ts'

// A run is over in about a second: optimising code that soon costs more than it saves. What stays hot is optimised all the same.
// Clearing the young generation with threads of its own holds up the other threads of a run.
// A server goes on, and wants its code optimised.
const isServer = ['lsp', 'serve'].includes(process.argv[2] ?? '')
if (!isServer) setFlagsFromString('--interrupt-budget=1000000 --no-parallel-scavenge')

const entry = new URL(import.meta.url)
// Node 22 and later keep compiled code from one run to the next. It holds for what is loaded after this call.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => void }
enableCompileCache?.()
const kept = enableCompileCache || isServer ? undefined : new KeptCode(entry, isMainThread ? 'main' : 'worker')
const load = kept ? (file: string): unknown => kept.load(fileURLToPath(new URL(file, entry))) : nodeModule.createRequire(entry)

const loadReader = (): typeof reader => load('./cli/reader-child.cjs') as typeof reader

if (isMainThread && process.argv[2] === READER_COMMAND && process.send) loadReader().serveReader(entry)
else if (isMainThread) {
  const { endCleanly, languageOf, main, processIo, sayIn } = load('./cli/run.cjs') as typeof program
  const args = process.argv.slice(2)
  const io = processIo(entry)
  endCleanly(io, sayIn(languageOf(args)))
  process.exitCode = await main(args, io)
  // Not when the process ends: a run that was ended by a signal must end at once.
  kept?.keep()
} else if (workerData === READER_COMMAND) loadReader().readInThread()
else {
  const { work } = load('./cli/lint-worker.cjs') as typeof worker
  await work(entry)
  kept?.keep()
}
