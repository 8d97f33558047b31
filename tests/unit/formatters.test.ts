import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../src/core/finding.ts'
import { formatJson } from '../../src/formatters/json.ts'
import { formatStylish } from '../../src/formatters/stylish.ts'

const place = (line: number, column: number) => ({ kind: 'text' as const, line, column, endLine: line, endColumn: column + 3 })

const finding = (over: Partial<Finding> = {}): Finding => ({
  ruleId: 'headcount/same-headcount',
  severity: 'error',
  verdict: 'impossible',
  category: '表文一致',
  message: '编制人数前后不一致：12人，8人',
  args: {},
  fingerprint: 'f',
  valueHash: 'v',
  sites: [
    { role: '处', label: '第一部分 › 机构设置', text: '12人', place: place(61, 14) },
    { role: '处', label: '附件1 › 单位基本信息', text: '8人', place: place(402, 9) },
  ],
  ...over,
})

const report = (findings: readonly Finding[], over: Partial<Report['summary']> = {}): Report => ({
  version: 1,
  tool: { name: 'disclint', version: '0.0.0' },
  rules: [{ id: 'style/x', title: { zh: '写法不一', en: 'Mixed styles' }, category: '文字规范', severity: 'info', why: { zh: '', en: '' }, howToFix: { zh: '', en: '' }, source: [], messages: [] }],
  files: [{ file: '预算公开.txt', sha256: '', document: { kind: 'budget', extent: 'whole' }, recognition: { tables: [], sheets: 0, paragraphs: 0, unrecognised: [], rows: 0, doubtful: 0 }, findings, coverage: [], problems: [] }],
  summary: { errors: findings.length, warnings: 0, infos: 0, checks: 5, passed: 2371, explainable: 0, notEvaluated: 12, suppressed: 0, ...over },
})

const plain = { language: 'zh', colour: false, width: 100 } as const

describe('stylish', () => {
  it('lists every side with its place and label under the message', () => {
    const text = formatStylish(report([finding()]), plain)
    expect(text).toContain('61:14  错误  编制人数前后不一致：12人，8人')
    expect(text).toContain('├ 61:14   第一部分 › 机构设置：12人')
    expect(text).toContain('└ 402:9   附件1 › 单位基本信息：8人')
  })

  it('aligns rule ids by the width of East Asian characters', () => {
    const [, , first = '', second = ''] = formatStylish(report([finding({ sites: [] }), finding({ sites: [], message: '短' })]), plain).split('\n')
    expect(stringWidth(first)).toBe(100)
    expect(stringWidth(second)).toBe(100)
  })

  it('never says clean without saying what was checked and what could not be', () => {
    const text = formatStylish(report([]), plain)
    expect(text).toMatch(/已核对 2,371 项，未能核对 12 项/)
    expect(text).not.toContain('通过')
  })

  it('puts errors before warnings, and infos on one line a rule', () => {
    const info = finding({ severity: 'info', ruleId: 'style/x', message: '写法不一' })
    const text = formatStylish(report([info, finding({ severity: 'warning', message: '可疑' }), finding(), info]), plain)
    expect(text.indexOf('错误')).toBeLessThan(text.indexOf('警告'))
    expect(text.match(/style\/x/g)).toHaveLength(1)
    expect(text).toContain('写法不一，2 处')
  })

  it('keeps control characters, bidirectional overrides and line breaks of a document off the terminal', () => {
    const text = formatStylish(report([finding({ message: '甲\u001b[31m乙\u202e丙\u0007', sites: [{ role: '', label: '丁\n戊', text: '' }, { role: '', label: '己', text: '\u001b]0;x\u0007' }] })]), plain)
     
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202e]/)
  })

  it('prints the arithmetic with the places of its figures', () => {
    const text = formatStylish(report([finding({ trace: { formula: '3 + 4 = 7', inputs: [0, 1] } })]), plain)
    expect(text).toContain('└ 3 + 4 = 7（依据 61:14, 402:9）')
  })

  it('heads errors with 必须修改 and warnings with 请核对', () => {
    const text = formatStylish(report([finding(), finding({ severity: 'warning' })]), plain)
    expect(text.indexOf('必须修改')).toBeLessThan(text.indexOf('错误'))
    expect(text.indexOf('请核对')).toBeLessThan(text.indexOf('警告'))
    expect(text.indexOf('必须修改')).toBeLessThan(text.indexOf('请核对'))
  })

  it('says where to begin in a long list', () => {
    const text = formatStylish(report(Array.from({ length: 31 }, () => finding()), { errors: 31 }), plain)
    expect(text).toContain('先看这 3 处：')
  })

  it('speaks English', () => {
    expect(formatStylish(report([finding()]), { ...plain, language: 'en' })).toContain('61:14  error')
  })
})

describe('json', () => {
  it('gives the report back unchanged', () => {
    const given = report([finding()])
    expect(JSON.parse(formatJson(given))).toEqual(given)
  })
})
