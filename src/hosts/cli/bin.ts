#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { main } from './main.ts'
import { processIo } from './io.ts'

// A run is over in about a second: optimising code that soon costs more than it saves. What stays hot is optimised all the same.
setFlagsFromString('--interrupt-budget=1000000')

// A reader that closes early (`disclint x | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2), processIo())
