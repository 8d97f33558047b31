import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Disclosure } from '../../src/disclosure/model.ts'
import type { FileReport, Finding } from '../../src/core/finding.ts'
import { folder, run } from './command.ts'

const pack = new URL('../../examples/province-pack/', import.meta.url).pathname
const clean = readFileSync(join(pack, '预算公开.txt'), 'utf8')
const AMOUNT = /^\d{1,3}(,\d{3})*\.\d{2}$/

async function lint(file: string): Promise<FileReport> {
  const { stdout } = await run(pack, [file, '--format', 'json'])
  return (JSON.parse(stdout) as { files: FileReport[] }).files[0] as FileReport
}

const all = (finding: Finding): readonly Finding[] => [finding, ...(finding.causeOf ?? []).flatMap(all)]

describe('a province of its own, by YAML only', () => {
  it('has all eighteen tables recognised, each with a role', async () => {
    const { recognition } = await lint('预算公开.txt')
    expect(recognition.tables).toHaveLength(17)
    expect(recognition.tables.filter(({ role }) => role === 'unknown')).toEqual([])
    expect(recognition).toMatchObject({ sheets: 10, doubtful: 0, unrecognised: [] })
  })

  it('reads at least 95 % of the amount cells into named columns', async () => {
    const { stdout } = await run(pack, ['import', '预算公开.txt'])
    const disclosure = JSON.parse(stdout) as Disclosure
    const known = disclosure.tables.flatMap(({ lanes }) => lanes.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells))))
    const funds = disclosure.projects.map(({ funds: { total } }) => total.annual ?? '')
    const read = [...known, ...funds].filter((cell) => AMOUNT.test(String(cell))).length
    const printed = clean.split('\n').filter((line) => line.includes('|')).flatMap((line) => line.split('|')).filter((cell) => AMOUNT.test(cell)).length
    expect(printed).toBeGreaterThan(250)
    expect(read / printed).toBeGreaterThanOrEqual(0.95)
  })

  it('finds nothing in the correct disclosure', async () => {
    const { findings, problems } = await lint('预算公开.txt')
    expect(problems).toEqual([])
    expect(findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual([])
  })

  it('finds each planted defect where it is', async () => {
    const findings = (await lint('预算公开.有问题.txt')).findings.filter(({ severity }) => severity !== 'info')
    const expected = JSON.parse(readFileSync(join(pack, '预算公开.有问题.expected.json'), 'utf8')) as { id: string; line: number }[]
    expect(expected).toHaveLength(10)
    const lines = findings.map((finding) => all(finding).flatMap(({ sites }) => sites.flatMap(({ place }) => (place?.kind === 'text' ? [place.line] : []))))
    expect(expected.filter(({ line }) => !lines.some((places) => places.includes(line))).map(({ id }) => id)).toEqual([])
    const elsewhere = findings.filter((_, i) => !expected.some(({ line }) => lines[i]?.includes(line)))
    expect(elsewhere.map(({ message }) => message)).toEqual([])
  })

  it('serves another folder that extends it', async () => {
    const root = folder({ 'disclint.config.yaml': `extends: ${JSON.stringify(pack.replace(/\/$/, ''))}\n`, '预算公开.txt': clean })
    const { stdout } = await run(root, ['import', '--report', '预算公开.txt'])
    expect(stdout).toContain('收支总表：2026年部门收支平衡概览表')
    expect(stdout).not.toContain('unknown')
  })

  it('is not recognised without the pack: its titles are its own', async () => {
    const { stdout } = await run(folder({ '预算公开.txt': clean }), ['预算公开.txt', '--format', 'json'])
    const { recognition } = (JSON.parse(stdout) as { files: FileReport[] }).files[0] as FileReport
    expect(recognition.tables.filter(({ role }) => role === 'unknown').length).toBeGreaterThan(10)
  })
})

describe('rules test --watch', () => {
  it('runs the examples again when a rule file changes', async () => {
    const root = folder({ 'disclint.config.yaml': 'extends: [disclint:recommended, ./rules]\n' })
    await run(root, ['rules', 'new', 'county/demo', '-d', 'rules'])
    const path = join(root, 'rules/county/demo.yaml')
    let stdout = ''
    const edited = async (): Promise<void> => {
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, text.replace('聘用人员3人', '聘用人员4人'))
      await vi.waitFor(() => expect(stdout).toContain('1 个不成立'), { timeout: 20_000 })
    }
    const { code } = await run(root, ['rules', 'test', 'county/demo', '--watch'], { interrupted: edited, onStdout: (text) => (stdout += text) })
    expect(stdout.split('\n').filter(Boolean)).toEqual(['1 条规则，3 个例子，0 个不成立', expect.stringContaining('✖ county/demo  #1'), '1 条规则，3 个例子，1 个不成立'])
    expect(code).toBe(1)
  })
})
