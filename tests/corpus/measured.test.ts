import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FileReport } from '../../src/core/finding.ts'
import { createLinter, type Linter } from '../../src/index.ts'
import { corpusReports } from '../../tools/corpus-reports.ts'
import { digestLines, digestOf, measuredRules, type Digest, type Labels } from '../../tools/corpus-rules.ts'

const shared = process.env['DISCLINT_SHARED'] ?? '../shared'
const present = existsSync(join(shared, 'seed'))
if (!present) console.log('corpus not checked: no shared data at $DISCLINT_SHARED or ../shared')

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

describe.skipIf(!present)('rules on the shared data', () => {
  let linter: Linter
  const reports = new Map<string, FileReport>()
  let seed: FileReport | undefined
  beforeAll(async () => {
    linter = await createLinter()
    for await (const { name, from, report } of corpusReports(linter, shared)) {
      reports.set(name, report)
      if (from === 'seed') seed = report
    }
  }, 300_000)

  it('find what the committed digest says: a change of findings is committed with its diff (npm run corpus -- --update)', () => {
    expect(reports.size).toBeGreaterThan(30)
    expect(digestLines(readJson('digest.json') as Digest, digestOf(reports))).toEqual([])
  })

  it('are recommended only with a measured precision of 0.9 or more', () => {
    const recommended = new Set(linter.rules.filter(({ definition }) => definition.tier === 'recommended').map(({ definition }) => definition.id))
    const labels: Labels = { gold: join(shared, 'gold'), families: readJson('families.json') as Labels['families'], read: readJson('read.json') as Labels['read'] }
    const measured = seed ? measuredRules(seed, labels).filter(({ precision }) => precision !== undefined) : []
    expect(measured.length).toBeGreaterThan(30)
    expect(measured.filter(({ rule, precision = 1 }) => recommended.has(rule) && precision < 0.9)).toEqual([])
  })
})
