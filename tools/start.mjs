// What `npm start` shows: the bundled flawed disclosure, its findings on the terminal and its JSON report. Builds first where something has changed.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** When the newest of files and of what is in folders was written; 0 where there is none. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : (found?.mtimeMs ?? 0)
}

const SOURCES = ['src', 'rules', 'schemas', 'tools', 'tsdown.config.ts', 'package.json']
// The page is built last.
const isBuilt = newest('dist/disclint.html') > Math.max(...SOURCES.map(newest))
const built = isBuilt ? undefined : spawnSync('npm', ['run', '-s', 'build'], { encoding: 'utf8', shell: process.platform === 'win32' })
if (built && built.status !== 0) {
  process.stderr.write(`${built.stdout ?? ''}${built.stderr ?? ''}`)
  process.exit(2)
}
const args = ['dist/cli.js', 'fixtures/unit-budget.flawed.txt', '--exit-zero', '--format', 'stylish', '--format', 'json', '--output', 'report.json']
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
process.exitCode = status ?? 2
