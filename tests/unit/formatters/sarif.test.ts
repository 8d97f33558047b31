import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Ajv04 from 'ajv-draft-04'
import { describe, expect, it } from 'vitest'
import { createLinter } from '../../../src/index.ts'
import { formatSarif } from '../../../src/formatters/sarif/index.ts'
import { openSubject } from '../../../src/open-subject.ts'
import { publishedExcel } from '../../../tools/office/xlsx.ts'
import { published } from '../../../tools/office/published.ts'

const text = readFileSync('fixtures/unit-budget.flawed.txt', 'utf8')
const SCHEMA = join(process.env['DISCLINT_SHARED'] ?? '../shared', 'conformance/sarif-schema-2.1.0.json')

interface Location {
  readonly id?: number
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number } }
  readonly logicalLocations?: readonly { readonly name: string; readonly kind?: string; readonly fullyQualifiedName?: string }[]
  readonly message?: { readonly text: string }
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly artifacts: readonly object[]
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly message: { readonly text: string }; readonly locations: readonly Location[]; readonly relatedLocations?: readonly Location[] }[]
  }[]
}

async function log(file: string, content: Uint8Array | string): Promise<string> {
  const linter = await createLinter()
  const broken = { ...linter.lint({ file: 'b.disclosure.json', content: '{' }) }
  return formatSarif(linter.report([linter.lint(await openSubject({ file, content })), broken]), { language: 'zh' })
}

describe('sarif', () => {
  it('gives each text place a region that holds the printed text, and links every other place from the message', async () => {
    const [run] = (JSON.parse(await log('预算 公开#1.txt', text)) as Log).runs
    const lines = text.split('\n')
    expect(run?.results.length).toBeGreaterThan(10)
    for (const { locations, relatedLocations = [], message, ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        expect(decodeURIComponent(physicalLocation.artifactLocation.uri)).toBe('预算 公开#1.txt')
        expect(physicalLocation.artifactLocation.uri).not.toMatch(/[# ]/)
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation.region ?? {}
        expect(endLine > startLine || endColumn >= startColumn).toBe(true)
        expect((lines[startLine - 1] ?? '').length).toBeGreaterThanOrEqual(startColumn - 1)
      }
      const linked = [...message.text.matchAll(/\]\((\d+)\)/g)].map(([, id]) => Number(id))
      expect(linked).toEqual(relatedLocations.map(({ id }) => id))
    }
  }, 60_000)

  it('gives cells and other places without lines a logical location', async () => {
    const [run] = (JSON.parse(await log('a.xlsx', publishedExcel(published(text)))) as Log).runs
    const places = run?.results.flatMap(({ locations }) => locations) ?? []
    const cells = places.flatMap(({ logicalLocations = [] }) => logicalLocations.filter(({ kind }) => kind === 'sheet-cell'))
    expect(cells.length).toBeGreaterThan(5)
    for (const { name, fullyQualifiedName } of cells) {
      expect(name).toMatch(/!\$?[A-Z]+\$?\d+/)
      expect(fullyQualifiedName).not.toBe('')
    }
  }, 60_000)

  it('has the members that its readers ask for', async () => {
    const validate = new Ajv2020({ strict: false }).compile({
      type: 'object',
      required: ['$schema', 'version', 'runs'],
      properties: { version: { const: '2.1.0' }, runs: { type: 'array', items: { type: 'object', required: ['tool', 'results', 'artifacts', 'columnKind', 'invocations'], properties: { results: { type: 'array', items: { type: 'object', required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'], properties: { level: { enum: ['error', 'warning', 'note'] } } } } } } } },
    })
    validate(JSON.parse(await log('a.txt', text)))
    expect(validate.errors ?? []).toEqual([])
  }, 60_000)

  const there = existsSync(SCHEMA)
  if (!there) console.warn('corpus not checked: no SARIF schema, so SARIF output is not validated against it')
  it.skipIf(!there)('is valid against the SARIF 2.1.0 schema', async () => {
    const ajv = new Ajv04.default({ strict: false, validateFormats: false })
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object)
    validate(JSON.parse(await log('a.txt', text)))
    expect(validate.errors ?? []).toEqual([])
    validate(JSON.parse(await log('a.xlsx', publishedExcel(published(text)))))
    expect(validate.errors ?? []).toEqual([])
  }, 60_000)
})
