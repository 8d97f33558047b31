import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, formatHtml, type Finding, type Linter, type Report } from '../../../src/index.ts'

let linter: Linter
let report: Report
let page: string

beforeAll(async () => {
  linter = await createLinter()
  const file = 'fixtures/unit-budget.flawed.txt'
  report = linter.report([linter.lint({ file, content: readFileSync(file) }, { content: true })])
  page = formatHtml(report, { language: 'zh' })
})

const withConsequences = (finding: Finding): readonly Finding[] => [finding, ...(finding.causeOf ?? []).flatMap(withConsequences)]
const plain = (code: string) => code.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

describe('the review sheet', () => {
  it('holds every finding of the report with its fingerprint, and every consequence', () => {
    const findings = report.files.flatMap((file) => file.findings)
    expect(findings.length).toBeGreaterThan(10)
    for (const { fingerprint } of findings) expect(page).toContain(`data-fingerprint="${fingerprint}"`)
    const text = plain(page)
    for (const { message } of findings.flatMap(withConsequences)) expect(text).toContain(message.split('\n')[0])
  })

  it('marks in the document every side that has text of its own there', () => {
    const lit = new Set([...page.matchAll(/data-side="([^"]+)"/g)].flatMap(([, keys = '']) => keys.split(' ')))
    const asked = [...page.matchAll(/data-go="([^"]+)" data-pointer="([^"]+)"/g)]
    const missing = asked.filter(([, key = '', pointer = '']) => !lit.has(key) && !/^\/projects\/\d+$/.test(pointer))
    expect(missing.map(([, , pointer]) => pointer)).toEqual([])
    expect(asked.length).toBeGreaterThan(50)
  })

  it('shows the document as it was printed: every figure of every table, lanes side by side, headings merged', () => {
    const text = plain(page)
    expect(text).toContain('2026年单位收支总体情况表')
    expect(page).toMatch(/<th scope="col" colspan="2">收入<\/th><th scope="col" colspan="\d">支出<\/th>/)
    const tables = page.match(/<table class="grid">/g) ?? []
    expect(tables).toHaveLength(report.files[0]?.recognition.tables.length ?? -1)
  })

  it('draws the label column first and codes before their labels, whatever other columns hold nothing', () => {
    const file = 'fixtures/final-accounts.clean.txt'
    const final = formatHtml(linter.report([linter.lint({ file, content: readFileSync(file) }, { content: true })]), { language: 'zh' })
    const heads = [...final.matchAll(/<table class="grid">[\s\S]*?<thead>([\s\S]*?)<\/thead>/g)].map(([, head = '']) => plain(head.replaceAll('</th>', ' ')).trim())
    expect(heads[0]).toBe('收入 支出 项目 金额 项目 金额')
    expect(heads[1]).toMatch(/^科目编码 科目名称 本年收入合计 /)
    expect(plain(final)).toContain('所核对的内容未发现问题')
  })

  it('allows its own script and style, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? ''
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(hash(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''))
    expect(policy).toContain(hash(/<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''))
    expect(page).not.toMatch(/ style="| on[a-z]+="|https?:\/\//)
  })

  it('shows hostile text as text', () => {
    const evil = `</title></style></script><script>alert(1)</script><img src=x onerror="alert(2)">"'&\u202e倒\u200b`
    const content = readFileSync('fixtures/unit-budget.flawed.txt', 'utf8').replaceAll('导游员技能竞赛经费', `导游员${evil}`)
    const hostile = formatHtml(linter.report([linter.lint({ file: `${evil}.txt`, content }, { content: true })]), { language: 'zh' })
    expect(hostile).toContain('&lt;script&gt;alert(1)')
    expect(hostile.match(/<script>/g)).toHaveLength(1)
    expect(hostile).not.toMatch(/<img|\u202e|\u200b/)
  })

  it('says so where the report came without the document', () => {
    const bare: Report = { ...report, files: report.files.map(({ content, ...file }) => file) }
    expect(plain(formatHtml(bare, { language: 'zh' }))).toContain('这份报告没有附带原文')
  })

  it('speaks English when asked', () => {
    expect(plain(formatHtml(report, { language: 'en' }))).toContain('Must be corrected')
  })
})
