#!/usr/bin/env node
import { main } from './main.ts'
import { processIo } from './io.ts'

// A reader that closes early (`disclint x | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2), processIo())
