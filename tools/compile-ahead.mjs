// Runs src/compile-ahead.ts, which checks and serialises rules, from its source: the build needs it before there is a build.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { builtinRules } from './builtin-plugin.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

async function bundled() {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input: join(root, 'src/compile-ahead.ts'), external: [/^node:/], platform: 'node', plugins: [builtinRules()], logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  return output[0].code
}

let made

/** The files under rules/ in the form that src/ahead.ts reads; rejects with every fault of them. */
export async function compileAhead(files) {
  made ??= bundled()
  const code = await made
  const folder = mkdtempSync(join(tmpdir(), 'disclint-ahead-'))
  try {
    const file = join(folder, 'compile-ahead.mjs')
    writeFileSync(file, code)
    return (await import(pathToFileURL(file).href)).compileAhead(files)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
