import { Ajv2020 } from 'ajv/dist/2020.js'
import { unzipSync } from 'fflate'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { SaxesParser } from 'saxes'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
import type { FileReport, Report } from '../../src/core/finding.ts'
import type { Place } from '../../src/core/place.ts'
import { formatDocx, formatGithub, formatGitlab, formatHtml, formatJson, formatJunit, formatMarkdown, formatSarif, formatStylish, formatXlsx } from '../../src/index.ts'
import { detectFormat } from '../../src/readers/format.ts'
import { CANARY } from './tokens.ts'

/** Something that must never be, whatever the input. */
export class Broken extends Error {}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Broken(what)
}

const CLEAN = Reflect.ownKeys(Object.prototype).length

/** Nothing was written into a prototype that everything shares. */
export function unpolluted(): void {
  must(Reflect.ownKeys(Object.prototype).length === CLEAN && [{}, [], '', 0, must].every((value) => !('polluted' in Object(value))), 'a prototype was changed')
}

/** Control characters, C1 too, and characters that turn or hide what is printed. */
// eslint-disable-next-line no-control-regex
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/

/** What a report must be, whatever was linted: no rule crashed, places that exist. */
export function soundReport(report: FileReport, text: string | undefined): void {
  for (const { code, message } of report.problems) must(code !== 'rule-crashed', `${code}: ${message.en}`)
  const lengths = text?.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).map(({ length }) => length)
  for (const { place } of [...report.findings.flatMap(({ sites }) => sites), ...report.problems]) if (place) soundPlace(place, lengths)
}

/** Whatever is read is checked, or it is said why not. */
export function nothingPassedOver({ coverage, problems, findings }: FileReport): void {
  const checked = coverage.some(({ passed, failed, explainable, notEvaluated }) => passed + failed + explainable + notEvaluated.length > 0)
  must(checked || problems.length > 0 || findings.length > 0, 'nothing was checked and nothing is said of it')
}

function soundPlace(place: Place, lengths: readonly number[] | undefined): void {
  if (place.kind === 'text') {
    const { line, column, endLine, endColumn } = place
    must(line >= 1 && column >= 1 && (endLine > line || (endLine === line && endColumn >= column)), `place ${JSON.stringify(place)}`)
    if (lengths) must(endLine <= lengths.length && column <= (lengths[line - 1] ?? 0) + 1 && endColumn <= (lengths[endLine - 1] ?? 0) + 1, `place ${JSON.stringify(place)} is outside of the text`)
  } else for (const value of Object.values(place)) must(typeof value !== 'number' || Number.isFinite(value), `place ${JSON.stringify(place)}`)
}

/** The terminal gets no character of the document that it would act on. */
export function safeOnTerminal(report: Report): void {
  for (const language of ['zh', 'en'] as const) {
    const found = RAW.exec(formatStylish(report, { language, colour: false, width: 80, info: true, stats: true }))
    must(found === null, `stylish holds U+${found?.[0].charCodeAt(0).toString(16) ?? ''}`)
  }
}

const UNESCAPED = [`<${CANARY.tag}`, `</${CANARY.tag}`, `"${CANARY.attribute}`, `'${CANARY.attribute}`]

/** The page holds no mark-up of the document. */
export function safeInBrowser(report: Report): void {
  const page = formatHtml(report, { language: 'zh' })
  for (const piece of UNESCAPED) must(!page.includes(piece), `HTML holds ${piece}`)
}

let validate: ReturnType<Ajv2020['compile']> | undefined

/** Formats that other programs read are what they say: JSON of the schema, XML, workflow commands, Markdown without HTML, zips of XML. */
export function wellFormed(report: Report, source: { readonly file: string; readonly content: Uint8Array }): void {
  const { $schema: _draft, ...plain } = schema as Record<string, unknown>
  validate ??= new Ajv2020({ strict: false }).compile(plain)
  const json = JSON.parse(formatJson(report)) as unknown
  must(validate(json) === true, `report: ${JSON.stringify(validate.errors?.[0])}`)
  const options = { language: 'zh' } as const
  for (const text of [formatSarif(report, options), formatGitlab(report, options)]) JSON.parse(text)
  xml(formatJunit(report, options), 'junit')
  for (const line of formatGithub(report, options).split(/\r\n|\r|\n/)) must(!/^\s*(?:::|##\[)/.test(line) || /^::(?:error|warning|notice) /.test(line), `github: ${line}`)
  const tree = JSON.stringify(fromMarkdown(formatMarkdown(report, options)))
  must(!tree.includes('"type":"html"'), 'markdown holds HTML')
  zip(formatXlsx(report, options), 'xlsx')
  if (detectFormat(source.content, source.file) === 'docx' && report.files[0]?.content) zip(formatDocx(report, { ...options, source }), 'docx')
}

function zip(bytes: Uint8Array, what: string): void {
  for (const [name, part] of Object.entries(unzipSync(bytes))) if (/\.(?:xml|rels)$/.test(name) && what === 'xlsx') xml(new TextDecoder().decode(part), `${what} ${name}`)
}

function xml(text: string, what: string): void {
  const parser = new SaxesParser()
  parser.on('error', ({ message }) => {
    throw new Broken(`${what}: ${message}`)
  })
  parser.write(text).close()
}
