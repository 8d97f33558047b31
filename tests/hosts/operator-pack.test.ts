import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtinRules, createLinter, loadConfig } from '../../src/index.ts'
import { loadPlugins, nodeFileSystem } from '../../src/files/node.ts'
import { folder, run } from './command.ts'
import { Client } from './lsp-client.ts'

const pack = resolve('examples/operator-pack')
const text = readFileSync(join(pack, '预算公开.txt'), 'utf8')

describe('a pack with an operator of its own', () => {
  it('runs its code only where that is allowed', async () => {
    const refused = await run(pack, ['预算公开.txt', '--excerpt'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('--allow-plugins')
    const { stdout, stderr, code } = await run(pack, ['预算公开.txt', '--excerpt', '--allow-plugins'])
    expect(stderr).toBe('')
    expect(code).toBe(1)
    expect(stdout).toMatch(/5:7 .*12350000M000000001.*credit\/code-check/)
  })

  it('has rules whose examples do as they say, by either engine', async () => {
    expect((await run(pack, ['rules', 'test', 'credit', '--allow-plugins'])).stdout).toContain('1 条规则，2 个例子，0 个不成立')
    expect((await run(pack, ['预算公开.txt', '--excerpt', '--allow-plugins', '--engine', 'reference'])).stdout).toContain('credit/code-check')
  })

  it('is found in node_modules, rules, vocabulary and plugin', async () => {
    const root = folder({ '预算.txt': text, 'deep/disclint.config.yaml': 'extends: [disclint:recommended, our-pack/rules]\nplugins: our-pack/operators.mjs\n' })
    cpSync(pack, join(root, 'node_modules/our-pack'), { recursive: true })
    writeFileSync(join(root, 'deep/预算.txt'), text)
    const { stdout, stderr } = await run(join(root, 'deep'), ['预算.txt', '--excerpt', '--allow-plugins'])
    expect([stderr, stdout.includes('credit/code-check')]).toEqual(['', true])
  })

  it('says where a plugin is missing or is none', async () => {
    const missing = await run(folder({ 'disclint.config.yaml': 'plugins: ./no.mjs\n', 'a.txt': text }), ['a.txt', '--allow-plugins'])
    expect([missing.code, missing.stderr.includes('disclint.config.yaml:1:')]).toEqual([2, true])
    const none = await run(folder({ 'disclint.config.yaml': 'plugins: ./x.mjs\n', 'x.mjs': 'export default 1\n', 'a.txt': text }), ['a.txt', '--allow-plugins'])
    expect([none.code, none.stderr.includes('operators')]).toEqual([2, true])
    const named = await run(folder({ 'disclint.config.yaml': 'plugins: ./x.mjs\nextends: ./rules\n', 'rules/a/b-c.yaml': 'id: a/b-c\n', 'x.mjs': 'export default { operators: { sum: { takes: "text", holds: () => true } } }\n', 'a.txt': text }), ['a.txt', '--allow-plugins'])
    expect([named.code, named.stderr.includes('x-')]).toEqual([2, true])
  })

  it('runs in an editor once the folder is trusted, and is told of till then', async () => {
    const root = folder({})
    cpSync(pack, root, { recursive: true })
    const codes = async (trusted: boolean) => {
      const client = await Client.start(root, { initializationOptions: { textFiles: ['*.txt'], trusted } })
      await client.open('预算公开.txt', text)
      return (await client.diagnostics('预算公开.txt')).map(({ code }) => code)
    }
    expect(await codes(false)).toContain('plugins-not-allowed')
    expect(await codes(true)).toContain('credit/code-check')
  })

  it('can be given to the library', async () => {
    const { ruleFiles, vocabulary, plugins } = await loadConfig(nodeFileSystem, join(pack, 'disclint.config.yaml'), await builtinRules())
    const linter = await createLinter({ ruleFiles, vocabularyFiles: vocabulary, operators: await loadPlugins(plugins) })
    expect(linter.lint({ file: 'a.txt', content: text }).findings.map(({ ruleId }) => ruleId)).toContain('credit/code-check')
  })

  it('is asked anew in every version of a document that is edited: what it said before need not hold', async () => {
    const { ruleFiles, vocabulary } = await loadConfig(nodeFileSystem, join(pack, 'disclint.config.yaml'), await builtinRules())
    let holds = true
    const linter = await createLinter({ ruleFiles, vocabularyFiles: vocabulary, operators: { 'x-credit-code': { takes: 'text', holds: () => holds } } })
    const editing = linter.editing()
    const found = () => editing.lint({ file: 'a.txt', content: text }).findings.some(({ ruleId }) => ruleId === 'credit/code-check')
    expect(found()).toBe(false)
    holds = false
    expect(found()).toBe(true)
    holds = true
    expect(found()).toBe(false)
  })
})
