import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nothingTaken, takeRules } from '../../src/hosts/cli/helper-thread.ts'
import { run } from './command.ts'

const FILES = ['unit-budget.flawed.txt', 'unit-budget.flawed.disclosure.json', 'unit-budget.clean.txt', 'final-accounts.clean.disclosure.json'].map((name) => `fixtures/${name}`)

/** What the built command line prints, and its exit code. */
const lint = (...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [resolve('dist/cli.js'), '-f', 'json', ...args], { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 })
  return { stdout, stderr, status }
}

describe('a helper thread that checks part of the rules of one file', () => {
  it.each(FILES)('changes no byte of what is said of %s', (file) => {
    const alone = lint('--concurrency', 'off', file)
    expect(alone.stdout).toContain('"ruleId"')
    expect(lint('--concurrency', '2', file)).toEqual(alone)
  })

  it('is not waited for where there is nothing to lint', () => {
    expect(lint('--concurrency', '2', '--config', 'no-such.yaml', FILES[0] ?? '').status).toBe(2)
    expect(lint('--concurrency', '2', '--print-config', FILES[0] ?? '').status).toBe(0)
  })

  it.each([
    ['cannot start', 'throw new Error("broken")'],
    ['ends without an answer', 'import("node:worker_threads").then(({ parentPort }) => parentPort.once("message", () => process.exit(0)))'],
  ])('is done without where it %s', async (_, code) => {
    const args = ['-f', 'json', '--concurrency', '2', FILES[0] ?? '']
    const alone = await run('.', args)
    expect(alone.stdout).toContain('"ruleId"')
    expect(await run('.', args, { worker: new URL(`data:text/javascript,${encodeURIComponent(code)}`) })).toEqual(alone)
  })

  it('is believed: what it took is not checked again', async () => {
    const code = 'import("node:worker_threads").then(({ parentPort }) => parentPort.once("message", ({ taken }) => { Atomics.add(taken, 0, 10000); parentPort.postMessage([]) }))'
    const args = ['-f', 'json', '--concurrency', '2', FILES[0] ?? '']
    const checked = (stdout: string): number => (JSON.parse(stdout) as { files: { coverage: unknown[] }[] }).files[0]?.coverage.length ?? 0
    const helped = await run('.', args, { worker: new URL(`data:text/javascript,${encodeURIComponent(code)}`) })
    expect(checked(helped.stdout)).toBeLessThan(checked((await run('.', args)).stdout))
  })

  it('takes rules from the end, the main thread from the beginning, none twice and none left out', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }), (count, turns) => {
        const counter = nothingTaken()
        const [beginning, end] = [takeRules(counter, 'beginning'), takeRules(counter, 'end')]
        const taken = turns.flatMap((mine) => (mine ? beginning(count) : end(count)) ?? [])
        expect(taken.sort((a, b) => a - b)).toEqual([...Array(count).keys()])
      }),
    )
  })
})
