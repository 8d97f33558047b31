import type { FileReport, Finding, Site } from '../../src/core/finding.ts'
import type { Disclosure } from '../../src/disclosure/model.ts'
import type { Mutation, Mutator, Spot, TextMutator } from './types.ts'
import { seeded } from './random.ts'

/** What the harness needs of a linter: `createLinter()` of src/lint.ts has it. */
export interface Lints {
  lint(subject: { readonly file: string; readonly content: string }): FileReport
}

/** What became of one mutation. */
export interface Outcome {
  readonly kind: string
  readonly note: string
  /** A new finding names the changed value, or one it contradicts. */
  readonly caught: boolean
  /** The main place of a new finding is the changed value itself. */
  readonly main: boolean
  /** New findings that name none of them. */
  readonly elsewhere: readonly Finding[]
  readonly found: readonly Finding[]
}

/** A document in the form it is linted in, and whether a site of a finding stands at a spot of it. */
export interface Bench {
  readonly file: string
  readonly content: string
  readonly findings: readonly Finding[]
}

/** The findings of the unmutated document, to compare with. */
export function bench(linter: Lints, file: string, content: string): Bench {
  return { file, content, findings: linter.lint({ file, content }).findings }
}

/** A disclosure as the JSON file it is linted as. */
export function asJson(disclosure: Disclosure): string {
  return `${JSON.stringify(disclosure, null, 1)}\n`
}

/** Lints a mutation of a disclosure as JSON; undefined where the disclosure has nothing of the kind. */
export function tryMutator(linter: Lints, base: Bench, mutator: Mutator, seed: number): Outcome | undefined {
  const made = mutator.make(JSON.parse(base.content) as Disclosure, seeded(seed, mutator.kind))
  if (!made) return undefined
  return judge(mutator.kind, made, linter, base, { content: asJson(made.disclosure), hits: atSpot })
}

/** The same by the published text: `render` gives the text of a disclosure and the lines of each pointer; undefined where the change is not printed. */
export function tryRendered(linter: Lints, base: Bench, mutation: { readonly mutator: Mutator; readonly disclosure: Disclosure; readonly seed: number }, render: (disclosure: Disclosure) => { readonly text: string; readonly lines: ReadonlyMap<string, readonly number[]> }): Outcome | undefined {
  const { mutator, disclosure, seed } = mutation
  const made = mutator.make(disclosure, seeded(seed, mutator.kind))
  if (!made) return undefined
  const { text, lines } = render(made.disclosure)
  if (!made.at.some(({ pointer }) => pointer === '' || linesOf(lines, pointer).length > 0)) return undefined
  const onLine = (site: Site, spot: Spot): boolean => site.place?.kind === 'text' && linesOf(lines, spot.pointer).some((line) => overlaps(site, line))
  return judge(mutator.kind, made, linter, base, { content: text, hits: onLine })
}

/** Lints a mutation of a text. */
export function tryText(linter: Lints, base: Bench, mutator: TextMutator, seed: number): Outcome | undefined {
  const made = mutator.makeText(base.content, seeded(seed, mutator.kind))
  if (!made) return undefined
  return judge(mutator.kind, { at: [{ pointer: '' }], note: `${made.line} 行：${made.note}` }, linter, base, { content: made.text, hits: (site) => overlaps(site, made.line) })
}

function judge(kind: string, made: Pick<Mutation, 'at' | 'note'>, linter: Lints, base: Bench, mutant: { readonly content: string; readonly hits: (site: Site, spot: Spot) => boolean }): Outcome {
  const known = new Set(base.findings.flatMap(withConsequences).map(identity))
  const found = linter.lint({ file: base.file, content: mutant.content }).findings.filter((finding) => !known.has(identity(finding)))
  const names = (finding: Finding): boolean => withConsequences(finding).some((one) => one.sites.some((site) => made.at.some((spot) => mutant.hits(site, spot))))
  const [changed] = made.at
  return {
    kind, note: made.note, found,
    caught: found.some(names),
    main: found.some((finding) => finding.sites[0] !== undefined && changed !== undefined && mutant.hits(finding.sites[0], changed)),
    elsewhere: found.filter((finding) => !names(finding)),
  }
}

function withConsequences(finding: Finding): readonly Finding[] {
  return [finding, ...(finding.causeOf ?? []).flatMap(withConsequences)]
}

/** Fingerprints outlive a change of values, so the values count too. */
function identity(finding: Finding): string {
  return `${finding.fingerprint} ${finding.valueHash} ${finding.severity}`
}

function atSpot(site: Site, spot: Spot): boolean {
  if (site.pointer !== spot.pointer) return site.pointer?.startsWith(`${spot.pointer}/`) === true && /^\/projects\/\d+(\/indicators)?$/.test(spot.pointer)
  if (!site.range || spot.from === undefined || spot.to === undefined) return true
  return site.range[0] <= spot.to && spot.from <= site.range[1]
}

function linesOf(lines: ReadonlyMap<string, readonly number[]>, pointer: string): readonly number[] {
  const own = lines.get(pointer)
  if (own) return own
  return [...lines].filter(([one]) => one.startsWith(`${pointer}/`)).flatMap(([, at]) => at)
}

function overlaps(site: Site, line: number): boolean {
  return site.place?.kind === 'text' && site.place.line <= line && line <= site.place.endLine
}
