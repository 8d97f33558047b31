import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FileReport } from '../../../src/core/finding.ts'
import { createLinter, type Linter } from '../../../src/lint.ts'
import { openSubject } from '../../../src/open-subject.ts'
import { publishedWord } from '../../../tools/office/docx.ts'
import { published } from '../../../tools/office/published.ts'
import { publishedExcel } from '../../../tools/office/xlsx.ts'

const text = readFileSync(new URL('../../../fixtures/unit-budget.flawed.txt', import.meta.url), 'utf8')
const disclosure = published(text)

let linter: Linter
let whole: FileReport
beforeAll(async () => {
  linter = await createLinter()
  whole = linter.lint({ file: 'x.txt', content: text })
})

/** Findings of what is published; those about the file itself differ by format. */
function findingsOf({ findings }: FileReport): readonly string[] {
  return findings.filter(({ ruleId }) => !ruleId.startsWith('document/')).map(({ fingerprint, ruleId, message, sites }) => `${ruleId} ${fingerprint} ${sites[0]?.label ?? ''} ${message.replace(/共 \d+ 处/, '')}`).sort()
}

const FILES: readonly (readonly [string, () => Uint8Array | string])[] = [
  ['x.docx', () => publishedWord(disclosure)],
  ['x.xlsx', () => publishedExcel(disclosure)],
]

describe.each(FILES)('the same disclosure as %s', (file, make) => {
  it('gives the same findings with the same main places, none of it doubtful', async () => {
    const report = linter.lint(await openSubject({ file, content: make() }))
    expect(report.problems).toEqual([])
    expect(findingsOf(report)).toEqual(findingsOf(whole))
    expect(report.recognition.doubtful).toBe(0)
  })
})
