import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, run } from './command.ts'

const clean = readFileSync('fixtures/unit-budget.clean.txt', 'utf8')
const flawed = clean.replace('编制人数26人', '编制人数29人')

describe('disclint [files…]', () => {
  it('exits 0 on a clean file and says what was checked and what could not be', async () => {
    const { code, stdout } = await run(folder({ '预算公开.txt': clean }), ['预算公开.txt'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/已核对 [\d,]+ 项，未能核对 [\d,]+ 项/)
  })

  it('exits 1 on an error and prints both sides with line and column', async () => {
    const { code, stdout } = await run(folder({ '预算 公开.txt': flawed }), ['预算 公开.txt'])
    expect(code).toBe(1)
    expect(stdout).toContain('headcount/same-headcount')
    expect(stdout).toMatch(/\d+:\d+ +错误 +.*29人/)
  })

  it('exits 0 with --exit-zero, and writes several formats', async () => {
    const root = folder({ 'a.txt': flawed })
    const { code } = await run(root, ['a.txt', '--exit-zero', '--format', 'stylish', '--output', 'out/a.log', '--format', 'json', '--output', 'out/a.json'])
    expect(code).toBe(0)
    expect(readFileSync(join(root, 'out/a.log'), 'utf8')).toContain('29人')
    const report = JSON.parse(readFileSync(join(root, 'out/a.json'), 'utf8')) as { summary: { errors: number } }
    expect(report.summary.errors).toBeGreaterThan(0)
  })

  it('exits 2 where a pattern matches nothing, and still lints the rest', async () => {
    const { code, stdout } = await run(folder({ 'a.txt': flawed }), ['a.txt', '没有.txt'])
    expect(code).toBe(2)
    expect(stdout).toContain('没有.txt')
    expect(stdout).toContain('29人')
  })

  it('exits 2 on a file in which almost nothing can be checked', async () => {
    const { code, stdout } = await run(folder({ 'a.txt': '今天天气很好。\n' }), ['a.txt'])
    expect(code).toBe(2)
    expect(stdout).toContain('几乎没有可核对的内容')
  })

  it('does not mind an excerpt with little in it when told so', async () => {
    const { code } = await run(folder({ 'a.txt': '今天天气很好。\n' }), ['a.txt', '--excerpt'])
    expect(code).toBe(0)
  })

  it('does not call a file clean when none of the rules that run could check anything', async () => {
    const config = 'rules: {"*": off, previous/base-vs-published: error}\n'
    const { code, stdout } = await run(folder({ 'a.txt': clean, 'disclint.config.yaml': config }), ['a.txt'])
    expect(code).toBe(0)
    expect(stdout).toContain('没有核对成任何一项，不能说没有问题')
    expect(stdout).not.toContain('✔')
  })

  it('does not call a file clean when the configuration turns every rule off', async () => {
    const { code, stdout } = await run(folder({ 'a.txt': clean, 'disclint.config.yaml': 'rules: {"*": off}\n' }), ['a.txt'])
    expect(code).toBe(2)
    expect(stdout).toContain('配置没有启用任何规则')
    expect(stdout).not.toContain('✔')
  })

  it('says how to name the files of a folder without disclosure JSON', async () => {
    const { code, stdout } = await run(folder({ '公开/a.txt': clean }), ['公开'])
    expect(code).toBe(2)
    expect(stdout).toContain('"公开/**/*.pdf"')
    expect((await run(folder({ '公开/a.txt': clean }), ['公开/**/*.txt'])).code).toBe(0)
  })

  it('gives the same report with the reference engine', async () => {
    const root = folder({ 'a.txt': flawed })
    const [compiled, reference] = await Promise.all([run(root, ['a.txt', '--format', 'json']), run(root, ['a.txt', '--format', 'json', '--engine', 'reference'])])
    expect(JSON.parse(reference.stdout)).toEqual(JSON.parse(compiled.stdout))
  })

  it('reads standard input under a given name', async () => {
    const { code, stdout } = await run(folder({}), ['--stdin', '--stdin-filename', '某单位.txt'], flawed)
    expect(code).toBe(1)
    expect(stdout).toContain('某单位.txt')
  })

  it('says the same of the disclosure as text and as imported JSON', async () => {
    const root = folder({ 'a.txt': flawed })
    await run(root, ['import', 'a.txt', '-o', 'a.disclosure.json'])
    const prints = async (file: string) => {
      const { stdout } = await run(root, [file, '--format', 'json', '--exit-zero'])
      const report = JSON.parse(stdout) as { files: { findings: { ruleId: string; fingerprint: string }[] }[] }
      return report.files.flatMap((entry) => entry.findings.map(({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`)).sort()
    }
    const fromText = await prints('a.txt')
    expect(fromText.length).toBeGreaterThan(0)
    expect(await prints('a.disclosure.json')).toEqual(fromText)
  })

  it('lints a GB18030 file with CRLF like the UTF-8 one', async () => {
    const crlf = new Uint8Array(Buffer.from(flawed.replaceAll('\n', '\r\n'), 'utf8'))
    const { code, stdout } = await run(folder({ 'a.txt': crlf }), ['a.txt'])
    expect(code).toBe(1)
    expect(stdout).toContain('29人')
  })

  it('reports broken JSON with line and column, and exits 2', async () => {
    const { code, stdout } = await run(folder({ 'a.disclosure.json': '{\n  "kind": "budget",\n  oops\n}' }), ['a.disclosure.json'])
    expect(code).toBe(2)
    expect(stdout).toMatch(/3:3/)
  })

  it('refuses an unknown flag and an unknown format with exit code 2', async () => {
    expect((await run(folder({}), ['--no-such-flag'])).code).toBe(2)
    expect((await run(folder({}), ['a.txt', '--format', 'pdf'])).code).toBe(2)
  })

  it('takes rule settings from the configuration up the tree', async () => {
    const root = folder({ 'disclint.config.yaml': 'rules:\n  headcount/same-headcount: off\n', 'sub/a.txt': flawed })
    expect((await run(root, ['sub/a.txt'])).code).toBe(0)
    expect((await run(root, ['sub/a.txt', '--rule', 'headcount/same-headcount:warning', '--max-warnings', '0'])).code).toBe(1)
  })

  it('names what is wrong in a configuration, where, and the nearest right name', async () => {
    const root = folder({ 'disclint.config.yaml': 'rules:\n  headcount/same-hedcount: off\n', 'a.txt': clean })
    const { code, stderr } = await run(root, ['a.txt'])
    expect(code).toBe(2)
    expect(stderr).toContain('headcount/same-headcount')
    expect(stderr).toMatch(/:2:3/)
  })
})

describe('disclint explain and rules', () => {
  it('explains a rule in Chinese and in English', async () => {
    const zh = await run(folder({}), ['explain', 'headcount/same-headcount'])
    expect(zh.code).toBe(0)
    expect(zh.stdout).toContain('为什么')
    const en = await run(folder({}), ['explain', 'headcount/same-headcount', '--lang', 'en'])
    expect(en.stdout).toContain('How to fix')
  })

  it('suggests the nearest rule for a mistyped id', async () => {
    const { code, stderr } = await run(folder({}), ['explain', 'headcount/same-headcounts'])
    expect(code).toBe(2)
    expect(stderr).toContain('headcount/same-headcount')
  })

  it('lists rules, prints plain JSON Logic, runs examples, scaffolds a rule', async () => {
    const root = folder({})
    expect((await run(root, ['rules', 'list'])).stdout).toContain('headcount/same-headcount')
    expect(JSON.parse((await run(root, ['rules', 'show', 'headcount/same-headcount', '--logic'])).stdout)).toBeTypeOf('object')
    expect((await run(root, ['rules', 'test', 'headcount/same-headcount'])).code).toBe(0)
    expect((await run(root, ['rules', 'new', 'local/my-check'])).code).toBe(0)
    expect(readFileSync(join(root, 'rules/local/my-check.yaml'), 'utf8')).toContain('id: local/my-check')
  })
})

describe('parts of one disclosure', () => {
  it('are noticed where they are linted apart, and the flag is named; the result stays the same', async () => {
    const [narrative = '', form = ''] = clean.split(/(?=附件1：\n)/)
    const root = folder({ '说明.txt': narrative, '绩效 目标.txt': form, '别处.txt': form.replaceAll('文化和旅游局', '水利局') })
    const apart = await run(root, ['说明.txt', '绩效 目标.txt'])
    expect(apart.stderr).toContain('disclint --as-one "绩效 目标.txt" 说明.txt')
    expect(apart.code).toBe(0)
    expect((await run(root, ['--as-one', '说明.txt', '绩效 目标.txt'])).stderr).toBe('')
    expect((await run(root, ['说明.txt'])).stderr).toBe('')
    expect((await run(root, ['说明.txt', '别处.txt'])).stderr).toBe('')
  })

  it('finds a contradiction between two files and names both', async () => {
    const [narrative = '', form = ''] = clean.split(/(?=附件1：\n)/)
    const root = folder({ '说明.txt': narrative.replace('编制人数26人', '编制人数29人'), '绩效.txt': form })
    const { stdout } = await run(root, ['--as-one', '说明.txt', '绩效.txt', '--format', 'json', '--exit-zero'])
    const report = JSON.parse(stdout) as { files: { findings: { ruleId: string; sites: { file?: string; text: string; place?: { line: number } }[] }[] }[] }
    const found = report.files.flatMap((file) => file.findings).find(({ ruleId }) => ruleId === 'headcount/same-headcount')
    expect(found?.sites.map(({ file }) => file)).toEqual(['说明.txt', '绩效.txt'])
    const line = (found?.sites[1]?.place?.line ?? 0) - 1
    expect(form.split('\n')[line]).toContain('人员编制数')
    expect(report.files).toHaveLength(1)
  })
})
