import { appendFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { attempt, type Crash } from './fuzz/attempt.ts'
import { TARGETS, targets, type TargetName } from './fuzz/targets.ts'

/**
 * npm run fuzz -- --cases N --seed S [--target json,text…] [--from N] [--out FILE]: damaged inputs for every reader, the linter and the
 * files people write for it. N cases of each target; a case is told by its target, seed and number, and is the same again.
 */
interface Task {
  readonly target: TargetName
  readonly seed: number
  readonly from: number
  readonly to: number
  /** Number of the case at work, for the watch. */
  readonly at: SharedArrayBuffer
}

/** A case that takes longer hangs. Most take a few milliseconds. */
const HANGS_AFTER = 60_000
const MEMORY = { maxOldGenerationSizeMb: 1024 }

if (isMainThread) await command()
else await work(workerData as Task)

async function work({ target, seed, from, to, at }: Task): Promise<void> {
  const tried = (await targets())[target]
  const number = new Int32Array(at)
  for (let n = from; n < to; n += 1) {
    number[0] = n
    const crash = await attempt(tried, target, seed, n)
    if (crash) parentPort?.postMessage(crash)
  }
  number[0] = to
}

async function command(): Promise<void> {
  const { values } = parseArgs({ options: { cases: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, from: { type: 'string', default: '0' }, target: { type: 'string', default: TARGETS.join(',') }, out: { type: 'string' } } })
  const say = (line: string): void => {
    console.log(line)
    if (values.out !== undefined) appendFileSync(values.out, `${line}\n`)
  }
  let bad = 0
  for (const target of values.target.split(',') as TargetName[]) {
    const start = performance.now()
    const from = Number(values.from)
    const seen = new Map<string, number>()
    const outcome = await watched({ target, seed: Number(values.seed), from, to: from + Number(values.cases), at: new SharedArrayBuffer(4) }, (crash) => {
      const kind = crash.what.split('\n')[0] ?? ''
      const times = (seen.get(kind) ?? 0) + 1
      seen.set(kind, times)
      if (times <= 2) say(described(crash))
    })
    const crashes = [...seen.values()].reduce((sum, count) => sum + count, 0)
    bad += crashes + outcome.hangs
    say(`${target}: ${values.cases} cases, seed ${values.seed}, ${crashes} crashes, ${outcome.hangs} hangs, ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
  process.exitCode = bad > 0 ? 1 : 0
}

/** Runs cases in a worker; one that hangs or runs out of memory ends it, and another goes on after the case. */
async function watched(task: Task, onCrash: (crash: Crash) => void): Promise<{ readonly hangs: number }> {
  let hangs = 0
  const number = new Int32Array(task.at)
  for (let from = task.from; from < task.to; from = (number[0] ?? 0) + 1) {
    number[0] = from
    const ended = await new Promise<string | undefined>((resolve) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { ...task, from }, resourceLimits: MEMORY })
      let [last, since] = [-1, performance.now()]
      const watch = setInterval(() => {
        const now = number[0] ?? 0
        if (now !== last) [last, since] = [now, performance.now()]
        else if (performance.now() - since > HANGS_AFTER) void worker.terminate().then(() => { resolve(`no end after ${HANGS_AFTER / 1000} s`) })
      }, 1000)
      worker.on('message', onCrash)
      worker.on('error', (error) => { resolve(String(error)) })
      worker.on('exit', () => { clearInterval(watch); resolve(undefined) })
    })
    if (ended === undefined) continue
    if (ended.startsWith('no end')) hangs += 1
    onCrash({ target: task.target, seed: task.seed, number: number[0] ?? 0, what: ended, input: new Uint8Array() })
  }
  return { hangs }
}

function described({ target, seed, number, what, input }: Crash): string {
  return `--target ${target} --seed ${seed} --from ${number} --cases 1\n${what}\n${input.length} bytes: ${JSON.stringify(Buffer.from(input.subarray(0, 1500)).toString(/docx|xlsx|pdf/.test(target) ? 'base64' : 'utf8'))}\n`
}
