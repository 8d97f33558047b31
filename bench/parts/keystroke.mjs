import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { number, part, table } from '../markdown.mjs'

/** From a keystroke to the language server's diagnostics, all built-in rules. */
export function keystroke() {
  const run = spawnSync(process.execPath, [fileURLToPath(new URL('../lsp.mjs', import.meta.url))], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`bench/lsp.mjs ended with ${run.status ?? run.signal}: ${run.stderr.slice(0, 500)}`)
  const rows = run.stdout.trim().split('\n').map((line) => JSON.parse(line))
  return { lines: part('A keystroke in the editor, all built-in rules', 'From the end of the pause of 50 ms after typing to the diagnostics, milliseconds, by the clock: the server begins when the pause begins, so that some of the work is done by then. And the processor time of the thread that does it: all the work of a keystroke.', table(['document', 'a character typed in', 'KB', 'keystrokes', 'p50', 'p95', 'processor p50', 'p95'], rows.map(({ name, what, bytes, keystrokes, p50, p95, cpu }) => [name, what, number(bytes / 1024, 0), keystrokes, number(p50, 1), number(p95, 1), ...(cpu ? [number(cpu.p50, 1), number(cpu.p95, 1)] : ['', ''])]))) }
}
