import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { workersFor } from '../../src/hosts/cli/lint-files.ts'
import { folder } from './command.ts'

const fixture = JSON.parse(readFileSync('fixtures/unit-budget.flawed.disclosure.json', 'utf8')) as { projects: unknown[] }
/** A part of it is enough: runs are many. */
const flawed = JSON.stringify({ ...fixture, projects: fixture.projects.slice(0, 3) }, null, 1)
const cli = resolve('dist/cli.js')
const NAMES = ['a', 'b', 'c', 'd'].map((name) => `${name}.disclosure.json`)

let root: string
let plain: string

/** Standard output of the built command line. */
function lint(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [cli, '-f', 'json', '--exit-zero', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  expect(stderr).toBe('')
  return stdout
}

beforeAll(() => {
  root = folder(Object.fromEntries(NAMES.map((name, i) => [name, flawed.replaceAll('12 人', `${12 + i} 人`)])))
  plain = lint('--concurrency', 'off', ...NAMES)
}, 60_000)

describe('the same bytes', () => {
  it('with workers, whatever their number', () => {
    expect(lint('--concurrency', '2', ...NAMES)).toBe(plain)
  })

  it('in whatever order the files are given', () => {
    expect(lint(...[...NAMES].reverse())).toBe(plain)
    expect(lint('.')).toBe(plain)
  })

  it('out of the cache, which workers share', () => {
    expect(lint('--cache', '--concurrency', '2', ...NAMES)).toBe(plain)
    expect(readdirSync(join(root, '.disclint-cache'))).toHaveLength(NAMES.length)
    expect(lint('--cache', ...NAMES)).toBe(plain)
    expect(lint('--cache', '--concurrency', '2', ...NAMES)).toBe(plain)
  })
})

describe('the cache', () => {
  const entries = (location: string) => readdirSync(join(root, location)).map((name) => join(root, location, name))
  /** Makes every entry of a cache tell that nothing was found. */
  const emptied = (location: string) => {
    for (const path of entries(location)) {
      const entry = JSON.parse(readFileSync(path, 'utf8')) as { report: { findings: unknown[] } }
      entry.report.findings = []
      writeFileSync(path, JSON.stringify(entry))
    }
  }
  const file = 'a.disclosure.json'

  it('is read when nothing changed, and only then', () => {
    const whole = lint(file)
    lint('--cache', '--cache-location', 'one', file)
    emptied('one')
    const cachedReport = JSON.parse(lint('--cache', '--cache-location', 'one', file)) as { files: { findings: unknown[] }[] }
    expect(cachedReport.files[0]?.findings).toEqual([])
    expect(lint(file)).toBe(whole)
    for (const changed of [['--show-rounding'], ['--lang', 'en'], ['--rule', 'headcount/*:off']]) {
      expect((JSON.parse(lint('--cache', '--cache-location', 'one', ...changed, file)) as typeof cachedReport).files[0]?.findings, changed.join(' ')).not.toEqual([])
      emptied('one')
    }
    writeFileSync(join(root, file), `${flawed}\n`)
    expect(lint('--cache', '--cache-location', 'one', file)).toBe(lint(file))
  })

  it('with a broken entry is as without', () => {
    const whole = lint('--no-suppressions', file)
    lint('--no-suppressions', '--cache', '--cache-location', 'broken', file)
    for (const path of entries('broken')) writeFileSync(path, '{"key": "')
    expect(lint('--no-suppressions', '--cache', '--cache-location', 'broken', file)).toBe(whole)
  })
})

it('uses threads where there are files enough for them', () => {
  expect(workersFor(10, 'auto', 8)).toBe(0)
  expect(workersFor(40, 'auto', 8)).toBe(2)
  expect(workersFor(40, 'auto', 1)).toBe(0)
  expect(workersFor(10_000, 'auto', 64)).toBe(8)
  expect(workersFor(3, 4, 1)).toBe(3)
  expect(workersFor(100, 1, 8)).toBe(0)
})
