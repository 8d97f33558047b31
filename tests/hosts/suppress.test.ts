import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Finding, Report } from '../../src/index.ts'
import decisionsSchema from '../../schemas/decisions.schema.json' with { type: 'json' }
import suppressionsSchema from '../../schemas/suppressions.schema.json' with { type: 'json' }
import { folder, run } from './command.ts'

const clean = readFileSync('fixtures/unit-budget.clean.txt', 'utf8')
const flawed = clean.replace('编制人数26人', '编制人数29人')
const FILE = 'disclint-suppressions.yaml'

async function reportOf(root: string, ...args: string[]): Promise<Report> {
  const { stdout } = await run(root, ['a.txt', '--format', 'json', ...args])
  return JSON.parse(stdout) as Report
}

async function headcount(root: string): Promise<Finding> {
  const found = (await reportOf(root)).files[0]?.findings.find(({ ruleId }) => ruleId === 'headcount/same-headcount')
  if (!found) throw new Error('the flaw is not found')
  return found
}

const entry = ({ ruleId, fingerprint, valueHash }: Finding, more = ''): string => `suppressions:\n  # 注释要留下\n  - {rule: ${ruleId}, fingerprint: "${fingerprint}", values: "${valueHash}"${more}}\n`
const hygiene = ({ files }: Report): string[] => files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)).filter((rule) => rule.startsWith('suppressions/'))

describe('dismissed findings', () => {
  it('by fingerprint, with a reason: no longer count, are shown as such, and lapse when a value changes', async () => {
    const root = folder({ 'a.txt': flawed })
    const found = await headcount(root)
    const { code, stdout } = await run(root, ['suppress', 'a.txt', '--fingerprint', found.fingerprint.slice(0, 10), '--reason', '编制数含借调，已与单位核实', '--by', '审核员'])
    expect([code, stdout]).toEqual([0, `${FILE}：写入 1 条\n`])
    const written = parse(readFileSync(join(root, FILE), 'utf8')) as object
    const validate = new Ajv2020({ strict: false }).compile(suppressionsSchema)
    expect([validate(written), validate.errors]).toEqual([true, null])
    const again = await run(root, ['a.txt'])
    expect(again.code).toBe(0)
    expect(again.stdout).toMatch(/已不予采纳\n.*headcount\/same-headcount\n.*编制数含借调/)
    expect((await run(root, ['a.txt', '--no-suppressions'])).code).toBe(1)
    writeFileSync(join(root, 'a.txt'), flawed.replace('人员编制数26人', '人员编制数27人'))
    const changed = await reportOf(root)
    expect(changed.summary.errors).toBeGreaterThan(0)
    expect(hygiene(changed)).toEqual(['suppressions/values-changed'])
  })

  it('need a reason that says something', async () => {
    const root = folder({ 'a.txt': flawed })
    const { fingerprint } = await headcount(root)
    for (const reason of ['', '待补', '……']) {
      expect((await run(root, ['suppress', 'a.txt', '--fingerprint', fingerprint, '--reason', reason])).code).toBe(2)
      expect((await run(root, ['a.txt', '--suppress-all', '--reason', reason])).code).toBe(2)
    }
    expect(existsSync(join(root, FILE))).toBe(false)
  })

  it('all at once, and what is new afterwards counts', async () => {
    const root = folder({ 'a.txt': flawed })
    expect((await run(root, ['a.txt', '--suppress-all', '--reason', '上线前已有的问题，逐条整改中', '--until', '2026-06-30'])).code).toBe(0)
    expect((await run(root, ['a.txt'])).code).toBe(0)
    expect((await reportOf(root)).summary.errors).toBe(0)
    writeFileSync(join(root, 'a.txt'), `${flawed}\n联系电话13912345678\n`)
    expect((await run(root, ['a.txt'])).code).toBe(1)
  })

  it('from decisions: only what was dismissed with a reason', async () => {
    const root = folder({ 'a.txt': flawed })
    const { ruleId, fingerprint, valueHash } = await headcount(root)
    const decision = (decided: string, more: object) => ({ ruleId, fingerprint, valueHash, file: 'a.txt', decision: decided, ...more })
    const decisions = (list: object[]) => ({ version: 1, decisions: list })
    const good = decisions([decision('dismissed', { reason: '编制数含借调，已与单位核实', by: '审核员', date: '2026-01-30' })])
    expect(new Ajv2020({ strict: false }).compile(decisionsSchema)(good)).toBe(true)
    writeFileSync(join(root, 'd.json'), JSON.stringify(decisions([decision('confirmed', {}), decision('note', { note: '再看' })])))
    expect((await run(root, ['suppress', '--from', 'd.json'])).stdout).toContain('写入 0 条')
    writeFileSync(join(root, 'd.json'), JSON.stringify(decisions([decision('dismissed', {})])))
    expect((await run(root, ['suppress', '--from', 'd.json'])).code).toBe(2)
    writeFileSync(join(root, 'd.json'), JSON.stringify(good))
    expect((await run(root, ['suppress', '--from', 'd.json'])).code).toBe(0)
    expect((await run(root, ['a.txt'])).code).toBe(0)
    writeFileSync(join(root, 'd.json'), '{}')
    expect((await run(root, ['suppress', '--from', 'd.json'])).code).toBe(2)
  })

  it('are told where their entries are unused, expired or say nothing, with the line; --prune takes out what no longer holds', async () => {
    const root = folder({ 'a.txt': flawed })
    const found = await headcount(root)
    const cases = [
      [entry(found, ', reason: 已核实, until: 2026-01-31'), 'suppressions/expired'],
      [entry({ ...found, fingerprint: 'gone' }, ', reason: 已核实'), 'suppressions/unused'],
      [entry(found, ', reason: 待补'), 'suppressions/reason-placeholder'],
      [entry(found), 'suppressions/reason-missing'],
    ] as const
    for (const [text, rule] of cases) {
      writeFileSync(join(root, FILE), text)
      const report = await reportOf(root)
      expect(hygiene(report), rule).toEqual([rule])
      expect(report.files.at(-1)?.findings[0]?.sites[0]?.place).toMatchObject({ kind: 'text', line: 3 })
      expect(report.summary.errors, rule).toBeGreaterThan(0)
    }
    writeFileSync(join(root, FILE), cases[1][0])
    expect((await run(root, ['suppress', '--prune', 'a.txt'])).stdout).toContain('删去 1 条')
    expect(hygiene(await reportOf(root))).toEqual([])
    expect(parse(readFileSync(join(root, FILE), 'utf8'))).toEqual({ suppressions: [] })
  })

  it('of another file are no news where that file was not linted', async () => {
    const root = folder({ 'a.txt': flawed })
    const found = await headcount(root)
    writeFileSync(join(root, FILE), entry({ ...found, fingerprint: 'gone' }, ', reason: 已核实, file: b.txt'))
    expect(hygiene(await reportOf(root))).toEqual([])
  })

  it('keep comments and other entries when one is added', async () => {
    const root = folder({ 'a.txt': flawed })
    const found = await headcount(root)
    writeFileSync(join(root, FILE), entry({ ...found, fingerprint: 'other' }, ', reason: 已核实'))
    await run(root, ['suppress', 'a.txt', '--fingerprint', found.fingerprint, '--reason', '编制数含借调'])
    const text = readFileSync(join(root, FILE), 'utf8')
    expect(text).toContain('# 注释要留下')
    expect((parse(text) as { suppressions: unknown[] }).suppressions).toHaveLength(2)
  })

  it('a file that is no YAML is told with its line, and left as it is', async () => {
    const root = folder({ 'a.txt': flawed, [FILE]: 'suppressions:\n  - {rule: [\n' })
    const { code, stderr } = await run(root, ['a.txt'])
    expect(code).toBe(2)
    expect(stderr).toContain(`${FILE}:`)
    expect((await run(root, ['suppress', 'a.txt', '--fingerprint', 'x', '--reason', '编制数含借调'])).code).toBe(2)
    expect(readFileSync(join(root, FILE), 'utf8')).toBe('suppressions:\n  - {rule: [\n')
  })
})

describe('baseline', () => {
  it('known findings do not count, new ones do; a missing file is no clean run', async () => {
    const root = folder({ 'a.txt': flawed })
    expect((await run(root, ['a.txt', '--baseline', 'b.json'])).code).toBe(2)
    expect((await run(root, ['a.txt', '--baseline', 'b.json', '--update-baseline'])).code).toBe(0)
    const { code, stdout } = await run(root, ['a.txt', '--baseline', 'b.json'])
    expect(code).toBe(0)
    expect(stdout).toContain('基线中已有')
    writeFileSync(join(root, 'a.txt'), `${flawed}\n联系电话13912345678\n`)
    expect((await run(root, ['a.txt', '--baseline', 'b.json'])).code).toBe(1)
    writeFileSync(join(root, 'a.txt'), clean)
    expect((await run(root, ['a.txt', '--baseline', 'b.json'])).stderr).toContain('这次没有了')
  })
})

describe('saved reports', () => {
  it('are merged and shown in any format, with the exit code of the run', async () => {
    const root = folder({ 'a.txt': flawed, 'b.txt': clean })
    for (const name of ['a', 'b']) await run(root, [`${name}.txt`, '--format', 'json', '--output', `${name}.json`])
    const { code, stdout } = await run(root, ['report', 'a.json', 'b.json', '--format', 'json'])
    const both = await run(root, ['a.txt', 'b.txt', '--format', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual(JSON.parse(both.stdout))
    const again = await run(root, ['report', 'a.json', 'b.json', 'a.json', '--format', 'json'])
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(both.stdout))
    expect((await run(root, ['report', 'b.json'])).code).toBe(0)
    expect((await run(root, ['report', 'a.json', '--format', 'markdown'])).stdout).toContain('headcount/same-headcount')
    writeFileSync(join(root, 'c.json'), '{"version": 1}')
    expect((await run(root, ['report', 'c.json'])).code).toBe(2)
  })

  it('are compared: fixed, still there, changed, new', async () => {
    const root = folder({ 'a.txt': flawed })
    await run(root, ['a.txt', '--format', 'json', '--output', 'old.json'])
    const next = async (text: string) => {
      writeFileSync(join(root, 'a.txt'), text)
      await run(root, ['a.txt', '--format', 'json', '--output', 'new.json'])
      return run(root, ['diff', 'old.json', 'new.json'])
    }
    const same = await next(flawed)
    await run(root, ['a.txt', '--suppress-all', '--reason', '已与单位核实'])
    const suppressed = await next(clean)
    expect(suppressed.stdout).not.toContain('suppressions/')
    expect((await run(root, ['a.txt'])).stdout).toMatch(/suppressions\/unused[^]* · 1 份文件 · /)
    rmSync(join(root, 'disclint-suppressions.yaml'))
    expect(same.code).toBe(0)
    expect(same.stdout).toMatch(/仍在 \(\d+\)\n(?: .*\n)* .*headcount\/same-headcount/)
    const fixed = await next(clean)
    expect(fixed.code).toBe(0)
    expect(fixed.stdout).toMatch(/已改 \(\d+\)\n(?: .*\n)* .*headcount\/same-headcount/)
    const changed = await next(flawed.replace('人员编制数26人', '人员编制数27人'))
    expect(changed.code).toBe(1)
    expect(changed.stdout).toMatch(/数值有变 \(\d+\)\n(?: .*\n)* .*headcount\/same-headcount/)
    const fresh = await next(`${flawed}\n联系电话13912345678\n`)
    expect(fresh.code).toBe(1)
    expect(fresh.stdout).toMatch(/新增 \(\d+\)\n(?: .*\n)* .*privacy\/mobile/)
  })
})
