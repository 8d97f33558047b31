import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { rolldown } from 'rolldown'
import { beforeAll, describe, expect, it } from 'vitest'
import { folder } from './command.ts'

const flawed = readFileSync('fixtures/unit-budget.flawed.txt', 'utf8')

/** A consumer's folder with the package as npm installs it, its dependencies those of the project. */
let consumer = ''

beforeAll(() => {
  consumer = folder({ 'package.json': '{"type": "module", "private": true}' })
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', consumer], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ filename: string }]
  mkdirSync(join(consumer, 'node_modules/disclint'), { recursive: true })
  execFileSync('tar', ['xzf', join(consumer, filename), '-C', join(consumer, 'node_modules/disclint'), '--strip-components=1'])
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(consumer, 'node_modules', name, '..'), { recursive: true })
    symlinkSync(resolve('node_modules', name), join(consumer, 'node_modules', name))
  }
  symlinkSync(join(consumer, filename), join(consumer, 'disclint.tgz'))
})

async function bundle(source: string, platform: 'browser' | 'node'): Promise<string> {
  writeFileSync(join(consumer, 'entry.js'), source)
  const built = await rolldown({ input: join(consumer, 'entry.js'), platform, logLevel: 'silent' })
  const { output } = await built.generate({ format: 'esm', minify: true })
  await built.close()
  return output.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n')
}

describe('the package as it is published', () => {
  it('is clean for publint and Are the types wrong?', () => {
    const publint = spawnSync('node_modules/.bin/publint', [join(consumer, 'disclint.tgz'), '--strict'], { encoding: 'utf8' })
    expect(publint.stdout).toContain('All good')
    const attw = spawnSync('node_modules/.bin/attw', [join(consumer, 'disclint.tgz'), '--profile', 'esm-only'], { encoding: 'utf8' })
    expect([attw.status, attw.stdout.includes('🟢')]).toEqual([0, true])
  })

  it('types a consumer that imports every entry', () => {
    writeFileSync(
      join(consumer, 'consumer.ts'),
      `import { createLinter, type FileReport, type Linter } from 'disclint'
import plugin, { createPlugin } from 'disclint/eslint'
import { serve } from 'disclint/lsp'
import { discover } from 'disclint/node'
const linter: Linter = await createLinter({ language: 'en' })
const report: FileReport = linter.lint({ file: 'a.txt', content: '' })
// @ts-expect-error a report has no such part
report.nosuch
export const all = [plugin.rules, createPlugin, serve, discover] as const
`,
    )
    const compiled = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023', '--types', 'node', '--typeRoots', resolve('node_modules/@types'), 'consumer.ts'], { cwd: consumer, encoding: 'utf8' })
    expect(compiled.stdout).toBe('')
  })

  it('reads a PDF with nothing but its own dependencies installed', () => {
    const run = spawnSync(process.execPath, [join(consumer, 'node_modules/disclint/dist/cli.js'), resolve('fixtures/pdf/unit-budget.flawed.pdf'), '--format', 'json'], { cwd: consumer, encoding: 'utf8' })
    const { files } = JSON.parse(run.stdout) as { files: { problems: { code: string }[]; findings: { ruleId: string }[] }[] }
    expect(files.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([])
    expect(files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId))).toContain('headcount/same-headcount')
  })

  it('exports these names and no others', async () => {
    const names = (entry: string) => JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', `console.log(JSON.stringify(Object.keys(await import('${entry}')).sort()))`], { cwd: consumer, encoding: 'utf8' })) as string[]
    expect(names('disclint/node')).toMatchInlineSnapshot(`
      [
        "convertWithOffice",
        "discover",
        "exists",
        "hooksFolder",
        "loadPlugins",
        "nodeFileSystem",
        "readSource",
        "readSubject",
        "sha256",
        "stagedFiles",
        "watchFolder",
        "writeAtomically",
      ]
    `)
    expect(names('disclint/eslint')).toMatchInlineSnapshot(`
      [
        "createPlugin",
        "default",
      ]
    `)
    expect(names('disclint/lsp')).toMatchInlineSnapshot(`
      [
        "serve",
        "serveStdio",
      ]
    `)
  })
})

describe('a browser bundle', () => {
  it('holds what it uses: a formatter alone brings neither rules nor readers', async () => {
    const code = await bundle(`export { formatMarkdown, compareReports } from 'disclint'`, 'browser')
    expect(code).not.toContain('arithmetic/claimed-sum')
    expect(code).not.toContain('getDocument')
    const whole = await bundle(`export { createLinter } from 'disclint'`, 'browser')
    expect(whole).toContain('arithmetic/claimed-sum')
    expect(code.length).toBeLessThan(whole.length / 5)
  })

  it('holds next to nothing for a constant, an error or a test of a value', async () => {
    const code = await bundle(`export { version, EXIT, SEVERITIES, ConfigError, isBaseline, findConfig } from 'disclint'`, 'browser')
    expect(code).toMatch(/extends Error\b/)
    expect(code.length).toBeLessThan(6000)
  })

  it('lints without Node', async () => {
    const code = await bundle(`import { createLinter } from 'disclint'\nglobalThis.lint = async (content) => (await createLinter()).lint({ file: 'a.txt', content })`, 'browser')
    // What an application's bundler does with chunks, one script here: no module may ask for Node.
    expect(code).not.toMatch(/(from|import)\s*\(?["']node:/)
    const single = await rolldown({ input: join(consumer, 'entry.js'), platform: 'browser', logLevel: 'silent' })
    const { output } = await single.generate({ format: 'iife', codeSplitting: false } as never)
    const sandbox = createContext({ TextDecoder, TextEncoder, URL, console: { log: () => undefined } })
    runInContext(output[0].code, sandbox)
    const report = (await (sandbox as { lint?: (text: string) => Promise<{ findings: { ruleId: string }[] }> }).lint?.(flawed)) ?? { findings: [] }
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('headcount/same-headcount')
  })
})
