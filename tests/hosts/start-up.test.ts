import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The files of the built command line that a run loads, by path; other modules by URL. */
function loadedBy(...args: readonly string[]): string[] {
  const log = join(mkdtempSync(join(tmpdir(), 'disclint-')), 'loaded')
  spawnSync(process.execPath, ['--import', './tests/hosts/log-modules.mjs', 'dist/cli.js', '--exit-zero', ...args], { env: { ...process.env, LOADED: log } })
  return readFileSync(log, 'utf8').trim().split('\n').map((url) => (url.startsWith('file:') ? fileURLToPath(url) : url))
}

const JSON_FILE = 'fixtures/unit-budget.clean.disclosure.json'

/** A word that each part's code holds, also minified. */
const PARTS = {
  yaml: 'YAMLParseError',
  globbing: 'Patterns must be',
  'checker of rules': 'headcount/same-headcount.yaml',
  'review sheet': 'Content-Security-Policy',
  'review server': 'application/octet-stream',
  'Word and Excel': '[Content_Types].xml',
  'word width and colour': 'bgGreenBright',
} as const

function partsIn(files: readonly string[]): string[] {
  const code = files.filter((file) => file.includes('/dist/')).map((file) => readFileSync(file, 'utf8')).join('\n')
  return Object.entries(PARTS).flatMap(([part, word]) => (code.includes(word) ? [part] : []))
}

describe('what a run loads', () => {
  it('of one JSON file to JSON: the pipeline and nothing else', () => {
    const loaded = loadedBy('-f', 'json', JSON_FILE)
    expect(loaded.filter((file) => file.includes('/node_modules/'))).toEqual([])
    expect(loaded.length).toBeGreaterThan(1)
    expect(partsIn(loaded)).toEqual([])
  })

  it('of a glob printed for people: these parts more', () => {
    expect(partsIn(loadedBy('fixtures/*.clean.disclosure.json'))).toEqual(['globbing', 'word width and colour'])
  })

  it('with a pack or the reference engine: the checker of rules', () => {
    expect(partsIn(loadedBy('-f', 'json', '--engine', 'reference', JSON_FILE))).toContain('checker of rules')
  })
})
