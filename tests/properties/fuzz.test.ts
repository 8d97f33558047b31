import { beforeAll, describe, expect, it } from 'vitest'
import type { FileReport } from '../../src/core/finding.ts'
import { attempt, caseOf } from '../../tools/fuzz/attempt.ts'
import { Broken, nothingPassedOver, soundReport } from '../../tools/fuzz/checks.ts'
import { targets, type Target, type TargetName } from '../../tools/fuzz/targets.ts'

/** Cases of each target in a run of the suite, the same in every run; `npm run fuzz` tries as many as one has time for. */
const CASES: Readonly<Record<TargetName, number>> = { json: 400, text: 200, rules: 300, vocabulary: 500, config: 500, suppressions: 500, docx: 200, xlsx: 200, pdf: 40, html: 120, mht: 60, csv: 150, md: 120 }
const SEED = 20260101

let all: Readonly<Record<TargetName, Target>>

beforeAll(async () => {
  all = await targets()
})

describe('damaged inputs', () => {
  it.each(Object.entries(CASES) as [TargetName, number][])('%s: %i cases break nothing', async (name, cases) => {
    for (let number = 0; number < cases; number += 1) {
      const crash = await attempt(all[name], name, SEED, number)
      expect(crash && `${name} ${number}: ${crash.what}\n${JSON.stringify(Buffer.from(crash.input).toString('latin1'))}`).toBeUndefined()
    }
  }, 180_000)
})

describe('the fuzzer', () => {
  it('makes the same case again, and others for other numbers and seeds', () => {
    const text = (seed: number, number: number): string => Buffer.from(caseOf(all.json, 'json', seed, number)).toString('latin1')
    expect(text(7, 3)).toBe(text(7, 3))
    expect(new Set([text(7, 3), text(7, 4), text(8, 3), text(8, 4)]).size).toBe(4)
  })

  it('tells what broke, and makes the input small', async () => {
    const target: Target = {
      make: () => new TextEncoder().encode('甲乙丙\u001b丁戊己'.repeat(9)),
      run: (input) => (input.includes(0x1b) ? Promise.reject(new TypeError(`broken at ${input.indexOf(0x1b)}`)) : Promise.resolve()),
    }
    expect(await attempt(target, 'text', 1, 5)).toMatchObject({ target: 'text', seed: 1, number: 5, what: expect.stringContaining('TypeError: broken at 9') as string, input: Uint8Array.of(0x1b) })
  })

  it('holds a report to its checks', () => {
    const report: FileReport = { file: 'x', sha256: '', document: { kind: 'other', extent: 'unknown' }, recognition: { tables: [], sheets: 0, paragraphs: 0, unrecognised: [], rows: 0, doubtful: 0 }, findings: [], coverage: [], problems: [] }
    const problem = { code: 'json-syntax', message: { zh: '', en: '' } }
    expect(() => { nothingPassedOver(report) }).toThrow(Broken)
    expect(() => { nothingPassedOver({ ...report, problems: [problem] }) }).not.toThrow()
    expect(() => { soundReport({ ...report, problems: [{ ...problem, code: 'rule-crashed' }] }, undefined) }).toThrow(Broken)
    const at = (line: number, column: number) => ({ ...report, problems: [{ ...problem, place: { kind: 'text', line, column, endLine: line, endColumn: column } as const }] })
    expect(() => { soundReport(at(2, 2), 'a\r\nb') }).not.toThrow()
    expect(() => { soundReport(at(2, 3), 'a\r\nb') }).toThrow(/outside/)
    expect(() => { soundReport(at(3, 1), 'a\r\nb') }).toThrow(/outside/)
  })
})
