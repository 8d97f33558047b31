#!/usr/bin/env node
import nodeModule from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { isMainThread } from 'node:worker_threads'

// A run is over in about a second: optimising code that soon costs more than it saves. What stays hot is optimised all the same.
// A server goes on, and wants its code optimised.
const SERVERS = ['lsp', 'serve']
if (!SERVERS.includes(process.argv[2] ?? '')) setFlagsFromString('--interrupt-budget=3000000')

// Node 22 and later keep compiled code from one run to the next. It holds for what is loaded after this call.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => void }
enableCompileCache?.()

if (isMainThread) {
  // A reader that closes early (`disclint x | head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`disclint: 写不进标准输出 / standard output cannot be written: ${error.code ?? error.message}\n`)
    process.exit(2)
  })
  const { main, processIo } = await import('./run.ts')
  process.exitCode = await main(process.argv.slice(2), processIo(new URL(import.meta.url)))
} else {
  const { work } = await import('./lint-worker.ts')
  await work()
}
