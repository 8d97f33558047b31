import { discardUnfinished } from '../../files/write.ts'
import type { CommandIo } from './io.ts'
import type { Say } from './language.ts'

/** Exit codes of a run that a signal ends, as shells count them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

let awaited = false

/** Resolves when a signal ends a command that runs until then. */
export function interruption(): Promise<void> {
  awaited = true
  return new Promise((done) => {
    for (const signal of Object.keys(SIGNALS)) process.once(signal, () => done())
  })
}

/** A run that is ended, or whose output ends, leaves nothing half written and says so in one line. */
export function endCleanly(io: CommandIo, say: Say): void {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      if (awaited) return
      discardUnfinished()
      io.stderr(`disclint: ${say('已中断，没有留下写了一半的文件', 'interrupted; no half-written file is left')}\n`)
      process.exit(code)
    })
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    discardUnfinished()
    // A reader that closes early (`disclint x | head`) is no failure of ours.
    if (error.code === 'EPIPE') process.exit(0)
    const reason = error.code === 'ENOSPC' ? say('磁盘已满', 'the disk is full') : (error.code ?? error.message)
    io.stderr(`disclint: ${say(`写不进标准输出：${reason}`, `standard output cannot be written: ${reason}`)}\n`)
    process.exit(2)
  })
  // Nothing is left to say it with.
  process.stderr.on('error', () => undefined)
}
