import { Chalk, type ChalkInstance } from 'chalk'
import type { FileReport, Finding, Report } from '../core/finding.ts'
import type { Language } from '../core/text.ts'
import { SEVERITIES, type Severity } from '../core/severity.ts'
import { fileCount } from './listed.ts'
import { placeText, siteText } from './place-text.ts'
import { printable } from './printable.ts'
import { statistics } from './statistics.ts'
import { textWidth } from './text-width.ts'
import { wordsOf, type Words } from './words.ts'

export interface StylishOptions {
  readonly language: Language
  readonly colour: boolean
  /** Columns of the terminal; rule ids are aligned within it. */
  readonly width: number
  /** List every info with its places instead of one line a rule. */
  readonly info?: boolean
  /** Print recognition and why checks were not made. */
  readonly stats?: boolean
}

const MAX_SITES = 6
const MANY = 30

interface Look {
  readonly words: Words
  readonly paint: ChalkInstance
  readonly options: StylishOptions
}

/** The report in the look of ESLint's stylish formatter: findings with all their sides, errors first. */
export function formatStylish(report: Report, options: StylishOptions): string {
  const look: Look = { words: wordsOf(options.language), paint: new Chalk({ level: options.colour ? 1 : 0 }), options }
  const files = report.files.map((file) => fileText(file, report, look)).filter((text) => text !== '')
  return `${[...files, summaryText(report, look)].join('\n')}\n`
}

function fileText(file: FileReport, report: Report, look: Look): string {
  const lines: string[] = []
  for (const problem of file.problems) {
    const place = problem.place ? `${placeText(problem.place, look.words)} ` : ''
    lines.push(`  ${look.paint.red(look.words.problem)}  ${place}${printable(problem.message[look.options.language])}`)
  }
  const shown = file.findings.filter((finding) => !finding.suppressed)
  for (const severity of SEVERITIES) {
    const findings = shown.filter((finding) => finding.severity === severity)
    if (findings.length > 0) lines.push(`  ${look.paint.bold(look.words.group[severity])}`)
    if (severity === 'info' && !look.options.info) lines.push(...infoLines(findings, report, look))
    else lines.push(...findings.flatMap((finding) => findingLines(finding, file.file, look)))
  }
  const dismissed = file.findings.filter((finding) => finding.suppressed)
  if (dismissed.length > 0) lines.push(`  ${look.paint.bold(look.words.dismissed)}`, ...dismissed.flatMap((finding) => dismissedLines(finding, file.file, look)))
  if (look.options.stats) lines.push(...statistics(file, look.words))
  return lines.length === 0 ? '' : `${look.paint.underline(printable(file.file))}\n${lines.join('\n')}\n`
}

function findingLines(finding: Finding, file: string, look: Look): string[] {
  const { words, paint } = look
  const main = finding.sites[0]
  const place = (main ? siteText(main, file, words) : '-').padStart(8)
  const [message = '', ...rest] = finding.message.split('\n')
  const details = [...rest.map(printable), ...siteLines(finding, file, look), ...traceLines(finding, file, look), ...consequenceLines(finding, file, look)]
  return [headLine(place, finding, message, look), ...tree(details, paint)]
}

/** What was dismissed is one line, with the reason below it. */
function dismissedLines(finding: Finding, file: string, look: Look): string[] {
  const main = finding.sites[0]
  const reason = look.words.suppressed(printable(finding.suppressed?.reason ?? '')).trim()
  return [headLine((main ? siteText(main, file, look.words) : '-').padStart(8), finding, finding.message.split('\n')[0] ?? '', look), ...tree([reason, ...consequenceLines(finding, file, look)], look.paint)]
}

function headLine(place: string, finding: Finding, message: string, { words, paint, options }: Look): string {
  const head = `${place}  ${words.severity[finding.severity]}  ${printable(message)}`
  const gap = Math.max(2, options.width - textWidth(head) - textWidth(finding.ruleId))
  const coloured = `${paint.dim(place)}  ${severityColour(paint, finding.severity)(words.severity[finding.severity])}  ${printable(message)}`
  return `${coloured}${' '.repeat(gap)}${paint.dim(finding.ruleId)}`
}

function severityColour(paint: ChalkInstance, severity: Severity): ChalkInstance {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.blue
}

function tree(details: readonly string[], paint: ChalkInstance): string[] {
  return details.map((text, k) => `          ${paint.dim(k === details.length - 1 ? '└' : '├')} ${text}`)
}

/** A computation names its figures with their places, so a list of them would say everything twice. */
function siteLines(finding: Finding, file: string, look: Look): string[] {
  if (finding.sites.length < 2 || isComputation(finding)) return []
  const lines = finding.sites.slice(0, MAX_SITES).map((site) => `${siteText(site, file, look.words).padEnd(7)} ${printable(site.label)}${look.words.colon}${printable(site.text)}`)
  return finding.sites.length > MAX_SITES ? [...lines, look.words.more(finding.sites.length - MAX_SITES)] : lines
}

function isComputation({ trace }: Finding): boolean {
  return /[+×÷−]/.test(trace?.formula ?? '')
}

function traceLines(finding: Finding, file: string, look: Look): string[] {
  const { trace } = finding
  if (!trace || !isComputation(finding)) return []
  const places = [...new Set((trace.inputs ?? []).flatMap((k) => finding.sites[k] ?? []).map((site) => siteText(site, file, look.words)))]
  const shown = places.slice(0, MAX_SITES).join(', ') + (places.length > MAX_SITES ? ' …' : '')
  const steps = (trace.steps ?? []).filter((step) => !trace.formula.includes(step))
  return [`${printable(trace.formula)}${places.length > 0 ? look.paint.dim(look.words.basis(shown)) : ''}`, ...steps.map(printable)]
}

function consequenceLines(finding: Finding, file: string, look: Look): string[] {
  return (finding.causeOf ?? []).map((consequence) => {
    const main = consequence.sites[0]
    return `${look.words.consequence}${look.words.colon}${main ? siteText(main, file, look.words) : ''} ${printable(consequence.message.split('\n')[0] ?? '')}${consequence.suppressed ? look.words.suppressed(printable(consequence.suppressed.reason)) : ''}`
  })
}

function infoLines(findings: readonly Finding[], report: Report, look: Look): string[] {
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding])
  return [...byRule].map(([ruleId, group]) => {
    const rule = report.rules.find(({ id }) => id === ruleId)
    const places = group.map((finding) => placeText(finding.sites[0]?.place, look.words))
    const shown = places.slice(0, MAX_SITES).join(', ') + (places.length > MAX_SITES ? ' …' : '')
    const text = group.length === 1 && group[0] ? (group[0].message.split('\n')[0] ?? '') : look.words.infos(rule?.title[look.options.language] ?? ruleId, group.length, shown)
    const place = (group.length === 1 ? (places[0] ?? '-') : '').padStart(8)
    const head = `${place}  ${look.words.severity.info}  ${printable(text)}`
    const gap = Math.max(2, look.options.width - textWidth(head) - textWidth(ruleId))
    return `${look.paint.dim(place)}  ${look.paint.blue(look.words.severity.info)}  ${printable(text)}${' '.repeat(gap)}${look.paint.dim(ruleId)}`
  })
}

function summaryText(report: Report, look: Look): string {
  const { summary } = report
  const counts = { ...summary, files: fileCount(report), rules: report.rules.length }
  const problems = summary.errors + summary.warnings
  const unfinished = report.files.filter((file) => file.problems.length > 0).length
  const line = problems > 0 ? look.paint.red.bold(look.words.summary(counts)) : unfinished > 0 ? look.paint.yellow(look.words.unfinished(unfinished, counts)) : (summary.passed > 0 ? look.paint.green : look.paint.yellow)(look.words.clean(counts))
  return [...firstThree(report, look), line].join('\n')
}

/** A long list ends with where to begin: the three errors with the most places. */
function firstThree(report: Report, look: Look): string[] {
  const all = report.files.flatMap((file) => file.findings.filter((finding) => !finding.suppressed && finding.severity === 'error').map((finding) => ({ file: file.file, finding })))
  const shown = report.files.reduce((n, file) => n + file.findings.filter((finding) => !finding.suppressed && finding.severity !== 'info').length, 0)
  if (shown <= MANY || all.length === 0) return []
  const weight = ({ finding }: { finding: Finding }) => finding.sites.length + (finding.causeOf?.length ?? 0)
  const top = all.map((entry, k) => ({ ...entry, k })).sort((a, b) => weight(b) - weight(a) || a.k - b.k).slice(0, 3)
  return [look.words.first(top.length), ...top.map(({ file, finding }) => `  ${finding.sites[0] ? siteText(finding.sites[0], file, look.words) : ''} ${printable(finding.message.split('\n')[0] ?? '')}`), '']
}
