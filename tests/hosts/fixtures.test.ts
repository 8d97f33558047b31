import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, type FileReport, type Finding, type Linter } from '../../src/index.ts'

let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

const lint = (name: string): FileReport => linter.lint({ file: name, content: readFileSync(`fixtures/${name}`) })
const shown = ({ severity, ruleId, message, sites }: Finding): string => `${severity} ${ruleId} ${message} @ ${sites.map(({ pointer }) => pointer).join(' ')}`
const loud = (report: FileReport): string[] => report.findings.filter(({ severity }) => severity !== 'info').map(shown)

describe.each(['unit-budget', 'final-accounts'])('the clean %s', (name) => {
  it.each(['disclosure.json', 'txt'])('as %s has no error, no warning and at most 10 infos', (format) => {
    const report = lint(`${name}.clean.${format}`)
    expect(report.problems).toEqual([])
    expect(loud(report)).toEqual([])
    expect(report.findings.map(shown).length).toBeLessThanOrEqual(10)
  })

  it('is really checked: hundreds of comparisons, and few that could not be made', () => {
    const { coverage } = lint(`${name}.clean.txt`)
    const passed = coverage.reduce((sum, rule) => sum + rule.passed + rule.explainable, 0)
    const gaps = coverage.reduce((sum, rule) => sum + rule.notEvaluated.reduce((k, { count }) => k + count, 0), 0)
    expect(passed).toBeGreaterThan(500)
    expect(gaps).toBeLessThan(passed / 5)
  })
})

interface Planted {
  readonly id: string
  readonly pointers: readonly string[]
  readonly lines: readonly number[]
}

describe('the flawed unit budget', () => {
  const planted = JSON.parse(readFileSync('fixtures/unit-budget.flawed.expected.json', 'utf8')) as Planted[]

  it.each(planted)('$id is found in the text, with a site on one of its lines', ({ lines }) => {
    const { findings } = lint('unit-budget.flawed.txt')
    const hit = findings.some(({ severity, sites }) => severity !== 'info' && sites.some(({ place }) => place?.kind === 'text' && lines.includes(place.line)))
    expect(hit).toBe(true)
  })

  it.each(planted)('$id is found in the JSON, with a site at one of its values', ({ pointers }) => {
    const { findings } = lint('unit-budget.flawed.disclosure.json')
    const near = (pointer = ''): boolean => pointers.some((wanted) => pointer === wanted || wanted.startsWith(`${pointer}/`) || pointer.startsWith(`${wanted}/`))
    const all = findings.flatMap((finding) => [finding, ...(finding.causeOf ?? [])])
    expect(all.some(({ severity, sites }) => severity !== 'info' && sites.some((site) => site.pointer !== '' && near(site.pointer)))).toBe(true)
  })

  it('gives the same findings from the text and from the JSON', () => {
    const prints = (report: FileReport): string[] => report.findings.map(({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`).sort()
    expect(prints(lint('unit-budget.flawed.txt'))).toEqual(prints(lint('unit-budget.flawed.disclosure.json')))
  })

  it('gives a report that its schema accepts', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')) as object)
    const valid = validate(JSON.parse(JSON.stringify(linter.report([lint('unit-budget.flawed.txt')]))))
    expect(validate.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('gives the same bytes when linted twice', () => {
    expect(JSON.stringify(lint('unit-budget.flawed.txt'))).toBe(JSON.stringify(lint('unit-budget.flawed.txt')))
  })
})
