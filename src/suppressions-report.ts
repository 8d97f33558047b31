import { ConfigError } from './core/errors.ts'
import type { Finding, FileReport, Report, ReportRule } from './core/finding.ts'
import type { Place } from './core/place.ts'
import type { Severity } from './core/severity.ts'
import type { Bilingual, Language } from './core/text.ts'
import { applySuppressions, checkSuppressions, type CheckedSuppressions, type SuppressionNote } from './findings/index.ts'
import { makeReport } from './report.ts'
import { hash } from './source/hash.ts'
import { parseYaml } from './source/yaml.ts'

/** A suppressions file as read: its entries, what is wrong with them, and where each stands. */
export interface Suppressions extends CheckedSuppressions {
  readonly path: string
  readonly placeOf: (index: number) => Place | undefined
}

/** Reads a suppressions file. Throws ConfigError, with every fault, where it is no YAML. */
export function readSuppressions(path: string, text: string): Suppressions {
  const yaml = parseYaml(text)
  if (!yaml.ok) throw new ConfigError('suppressions-syntax', { zh: '不予采纳清单写法不对', en: 'the suppressions file is no valid YAML' }, { path, faults: yaml.problems.map((problem) => ({ ...problem, file: path })) })
  return { ...checkSuppressions(yaml.value), path, placeOf: (index) => yaml.locate(['suppressions', index]) }
}

export interface SuppressionRun {
  /** ISO date of the run. */
  readonly today: string
  readonly placeholders: readonly string[]
  readonly language: Language
  /** Files that were linted; undefined where only a part of them was looked at. */
  readonly linted?: readonly string[]
}

/** What is to be said of the entries after a run: unused and expired ones, reasons that say nothing, values that have changed. `index` counts in the file. */
export function suppressionNotes(report: Report, { file, numbers, notes }: Suppressions, { today, placeholders, linted }: SuppressionRun): readonly SuppressionNote[] {
  const findings = report.files.flatMap((entry) => entry.findings)
  const applied = applySuppressions(findings, file, { today, placeholders, ...(linted ? { linted } : { reportUnused: false }) })
  const numbered = applied.notes.map((note) => ({ ...note, index: numbers[note.index] ?? note.index }))
  return [...notes, ...numbered].sort((a, b) => a.index - b.index)
}

/** The report with a finding for each entry of the suppressions file that something is to be said of, so that every format tells. */
export function withSuppressionNotes(report: Report, suppressions: Suppressions, run: SuppressionRun): Report {
  const notes = suppressionNotes(report, suppressions, run)
  if (notes.length === 0) return report
  const file: FileReport = {
    file: suppressions.path,
    sha256: '',
    document: { kind: 'other', extent: 'unknown' },
    recognition: { tables: [], sheets: 0, paragraphs: 0, unrecognised: [], rows: 0, doubtful: 0 },
    findings: notes.map((note) => findingOf(note, suppressions, run.language)),
    coverage: [],
    problems: [],
  }
  const kinds = new Set(notes.map(({ kind }) => kind))
  return makeReport([...report.rules, ...RULES.filter(({ id }) => [...kinds].some((kind) => id === `suppressions/${kind}`))], [...report.files, file])
}

function findingOf({ kind, index, rule, fingerprint }: SuppressionNote, { placeOf }: Suppressions, language: Language): Finding {
  const place = placeOf(index)
  const { severity, category } = ruleOf(kind)
  return {
    ruleId: `suppressions/${kind}`,
    severity,
    verdict: 'violated',
    category,
    message: MESSAGES[kind][language],
    args: {},
    fingerprint: hash(['suppressions', kind, rule, fingerprint, rule === '' ? String(index) : ''].join('\u0000')),
    valueHash: hash(kind),
    sites: [{ role: '', label: rule, text: fingerprint, ...(place && { place }) }],
  }
}

type Kind = SuppressionNote['kind']

const MESSAGES: Readonly<Record<Kind, Bilingual>> = {
  malformed: { zh: '不予采纳清单中这一条写法不对，没有起作用', en: 'This entry of the suppressions is malformed and has no effect' },
  'reason-missing': { zh: '不予采纳没有写理由，没有起作用', en: 'A dismissal without a reason has no effect' },
  'reason-placeholder': { zh: '不予采纳的理由等于没写，没有起作用', en: 'The reason of this dismissal says nothing, so it has no effect' },
  expired: { zh: '不予采纳已过有效期，问题重新列出', en: 'This dismissal has expired; the finding is listed again' },
  'values-changed': { zh: '数值已变，不予采纳不再有效，问题重新列出', en: 'The values have changed, so this dismissal no longer holds; the finding is listed again' },
  unused: { zh: '不予采纳的问题已经没有了，可以删去这一条', en: 'What this entry dismissed is gone; the entry can be removed' },
}

const WARNED: readonly Kind[] = ['malformed', 'reason-missing', 'reason-placeholder']

const PRUNE: Bilingual = { zh: '核对后删去这一条，或运行 disclint suppress --prune', en: 'Remove the entry after a look, or run disclint suppress --prune' }
const REWRITE: Bilingual = { zh: '写明规则、标识和理由，例如：表内口径含上年结转，已与单位核实', en: 'Write rule, fingerprint and a reason that a reviewer can follow' }
const WHY: Bilingual = { zh: '不予采纳的问题不再计入结果，所以每一条都要有理由，而且只在当时的情况下有效', en: 'A dismissed finding no longer counts, so each needs a reason and holds only as things were' }

function ruleOf(kind: Kind): { readonly severity: Severity; readonly category: string } {
  return { severity: WARNED.includes(kind) ? 'warning' : 'info', category: '完整性' }
}

const RULES: readonly ReportRule[] = (Object.keys(MESSAGES) as Kind[]).map((kind) => ({
  id: `suppressions/${kind}`,
  title: MESSAGES[kind],
  ...ruleOf(kind),
  why: WHY,
  howToFix: WARNED.includes(kind) ? REWRITE : PRUNE,
  source: [{ name: '惯例' }],
  messages: [MESSAGES[kind]],
}))
