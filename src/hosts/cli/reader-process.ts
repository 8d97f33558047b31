import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Reader, ReaderInput } from '../../index.ts'
import { endedReading, READER_COMMAND, type ReaderReply } from './reader-reply.ts'

/** A process that holds more memory than this after a file reads no other one. */
const REUSED_UP_TO = 350 * 1024 * 1024

let running: ChildProcess | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a PDF in a process of its own: a file made to exhaust a reader is ended there, however it goes about it, and what the PDF
 * library prints is not seen. The process is kept for the next file; `entry` is the program.
 */
export function readApart(input: ReaderInput, entry: URL): Promise<Awaited<ReturnType<Reader>>> {
  const read = last.then(() => readNext(entry, input))
  last = read
  return read
}

async function readNext(entry: URL, input: ReaderInput): Promise<Awaited<ReturnType<Reader>>> {
  const child = (running ??= started(entry))
  child.ref()
  child.channel?.ref()
  const reply = await replyOf(child, input)
  child.unref()
  child.channel?.unref()
  if (reply.kind === 'end' || reply.rss > REUSED_UP_TO) {
    child.kill('SIGKILL')
    running = undefined
  }
  return reply.kind === 'read' ? reply.read : { ok: false, problems: [endedReading(reply.why, input.file)] }
}

function started(entry: URL): ChildProcess {
  return fork(fileURLToPath(entry), [READER_COMMAND], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
}

function replyOf(child: ChildProcess, input: ReaderInput): Promise<ReaderReply> {
  return new Promise((done) => {
    const end = (): void => finish({ kind: 'end', why: 'broken' })
    const finish = (reply: ReaderReply): void => {
      child.off('message', finish).off('exit', end).off('error', end)
      done(reply)
    }
    child.on('message', finish).on('exit', end).on('error', end)
    child.send({ file: input.file, content: input.content, sha256: input.sha256 } satisfies ReaderInput)
  })
}
