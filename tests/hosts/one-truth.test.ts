import json from '@eslint/json'
import { ESLint } from 'eslint'
import { readFileSync } from 'node:fs'
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, type FileReport, type Finding, type Linter, type Place } from '../../src/index.ts'
import plugin from '../../src/hosts/eslint/index.ts'
import { folder, run } from './command.ts'
import { Client } from './lsp-client.ts'

const DOCUMENT = { kind: 'budget', fiscalYear: 2027, entity: { name: '示例市水务局', level: 'department' }, extent: 'excerpt', sources: [], cover: [], toc: [], notes: [], captions: [], attachments: [], marks: [], tables: [], projects: [], extra: [] }
const saying = (...texts: string[]) => JSON.stringify({ ...DOCUMENT, sections: [{ heading: '一、概况', level: 1, sections: [], paragraphs: texts.map((text) => ({ text })) }] }, null, 1)

/** What is linted, and rules that must be among those that speak. */
const CASES: readonly { readonly file: string; readonly content: string; readonly rules: readonly string[] }[] = [
  { file: '甲 乙.disclosure.json', content: saying('😀本单位编制人数26人。', '本单位编制人数29人。'), rules: ['headcount/same-headcount'] },
  { file: 'year.disclosure.json', content: saying('2026年度示例市水务局收入预算310.40万元，比上年增加12.40万元，增长9.9%。', '根据清财文【2026】12号，安排资金。'), rules: ['year/opening-year', 'docnum/brackets'] },
  { file: 'flawed.disclosure.json', content: readFileSync('fixtures/unit-budget.flawed.disclosure.json', 'utf8'), rules: ['headcount/same-headcount', 'project/duplicate-sheet'] },
  { file: 'final.disclosure.json', content: readFileSync('fixtures/final-accounts.clean.disclosure.json', 'utf8'), rules: [] },
  { file: 'flawed.txt', content: readFileSync('fixtures/unit-budget.flawed.txt', 'utf8'), rules: ['headcount/same-headcount', 'project/duplicate-sheet'] },
]

const at = (place: Place | undefined): string => (place?.kind === 'text' ? `${place.line}:${place.column}-${place.endLine}:${place.endColumn}` : '1:1')
const row = ({ ruleId, severity, sites: [main, ...others] }: Finding): string => [severity, ruleId, at(main?.place), ...others.map(({ place }) => at(place))].join(' ')
const rows = ({ findings }: FileReport): string[] => findings.map(row).sort()
const short = (place: Place | undefined): string => at(place).split('-')[0] ?? ''

const SEVERITY = new Map<unknown, string>([[DiagnosticSeverity.Error, 'error'], [DiagnosticSeverity.Warning, 'warning'], [DiagnosticSeverity.Information, 'info']])

function ofDiagnostic({ code, severity, range: { start, end }, relatedInformation = [] }: Diagnostic): string {
  const printed = (range: Diagnostic['range']) => `${range.start.line + 1}:${range.start.character + 1}-${range.end.line + 1}:${range.end.character + 1}`
  return [SEVERITY.get(severity), code, printed({ start, end }), ...relatedInformation.map(({ location }) => printed(location.range))].join(' ')
}

describe.each(CASES)('$file is told the same by every host', ({ file, content, rules }) => {
  let linter: Linter
  let library: FileReport
  beforeAll(async () => {
    linter = await createLinter()
    library = linter.lint({ file, content })
  })

  it('library', () => {
    const found = library.findings.map(({ ruleId }) => ruleId)
    expect(rules.filter((rule) => !found.includes(rule))).toEqual([])
  })

  it('command line', async () => {
    const { stdout } = await run(folder({ [file]: content }), [file, '--format', 'json'])
    const [report] = (JSON.parse(stdout) as { files: FileReport[] }).files
    expect(report && rows(report)).toEqual(rows(library))
    expect(report?.findings.map(({ fingerprint }) => fingerprint)).toEqual(library.findings.map(({ fingerprint }) => fingerprint))
  })

  it('language server', async () => {
    const client = await Client.start(folder({}), { capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } }, initializationOptions: { textFiles: ['*.txt'] } })
    await client.open(file, content)
    const found = (await client.diagnostics(file)).filter(({ severity, code }) => severity !== DiagnosticSeverity.Hint && String(code).includes('/'))
    // A place that is no text is the start of the document here, so that a range is compared where there is one.
    const wanted = library.findings.map((finding) => row(finding).replaceAll(/(?<= )1:1(?= |$)/g, '1:1-1:1'))
    expect(found.map(ofDiagnostic).sort()).toEqual(wanted.sort())
  })

  it('review sheet', async () => {
    const { stdout } = await run(folder({ [file]: content }), [file, '--format', 'html'])
    const cards = [...stdout.matchAll(/<article class="card[^>]*data-rule="([^"]+)"[^>]*data-fingerprint="([^"]+)"[^>]*data-severity="([^"]+)"[^>]*>[^]*?<span class="at">([^<]*)</g)].map(([, rule, fingerprint, severity, place]) => `${severity} ${rule} ${fingerprint} ${place}`)
    const wanted = library.findings.map((finding) => `${finding.severity} ${finding.ruleId} ${finding.fingerprint}`)
    expect(cards.map((card) => card.split(' ').slice(0, 3).join(' ')).sort()).toEqual(wanted.sort())
  })

  if (file.endsWith('.json')) it('ESLint, severities aside', async () => {
    const ids = Object.keys(plugin.configs.recommended.rules)
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [{ files: ['**/*.json'], plugins: { json, disclint: plugin }, language: 'json/json', rules: Object.fromEntries(ids.map((id) => [id, id.endsWith('/not-checked') ? 'error' : ['warn', { unsure: true }]])) } as never] })
    const [result] = await eslint.lintText(content, { filePath: file })
    const found = result?.messages.filter(({ ruleId }) => !ruleId?.endsWith('/not-checked')).map(({ ruleId, line, column, message }) => [`${ruleId?.replace('disclint/', '')} ${line}:${column}`, ...[...message.matchAll(/^另见 (\d+:\d+) /gm)].map(([, place]) => place)].join(' '))
    const wanted = library.findings.map(({ ruleId, sites: [main, ...others] }) => [`${ruleId} ${short(main?.place)}`, ...others.flatMap(({ place }) => (place?.kind === 'text' ? [short(place)] : []))].join(' '))
    expect(found?.sort()).toEqual(wanted.sort())
  })
})
