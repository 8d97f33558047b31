import type { FileReport, Finding, Site } from '../../src/core/finding.ts'
import type { Disclosure } from '../../src/disclosure/model.ts'
import type { Mutation, Mutator, Spot, TextMutator } from './types.ts'
import { seeded } from './random.ts'

/** What the harness needs of a linter: `createLinter()` of src/lint.ts has it. */
export interface Lints {
  lint(subject: { readonly file: string; readonly content: string }): FileReport
}

/** The published text of a disclosure, and the lines on which the value of each pointer stands. */
export type Render = (disclosure: Disclosure) => { readonly text: string; readonly lines: ReadonlyMap<string, readonly number[]> }

/** What became of one mutation. */
export interface Outcome {
  readonly kind: string
  readonly document: string
  readonly note: string
  /** A new finding, or one listed under it, has a place of the defect among its sites. */
  readonly caught: boolean
  /** Caught, and a place of the defect is a main place where two or more relations cover it. */
  readonly exact: boolean
  /** New findings that have none, neither themselves nor what is listed under them. */
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
  return made && tryMutation(linter, base, mutator.kind, made)
}

/** Lints a flawed copy as JSON. */
export function tryMutation(linter: Lints, base: Bench, kind: string, made: Mutation): Outcome {
  return judge(kind, made, linter, base, { content: asJson(made.disclosure), hits: atSpot })
}

/** Lints a flawed copy as it is published; undefined where the change is not printed. */
export function tryRendered(linter: Lints, base: Bench, kind: string, made: Mutation, render: Render): Outcome | undefined {
  const { text, lines } = render(made.disclosure)
  if (text === base.content || !made.at.some(({ pointer }) => pointer === '' || linesOf(lines, pointer).length > 0)) return undefined
  const onLine = (site: Site, spot: Spot): boolean => site.place?.kind === 'text' && linesOf(lines, spot.pointer).some((line) => overlaps(site, line))
  return judge(kind, made, linter, base, { content: text, hits: onLine })
}

/** Lints a mutation of a text. */
export function tryText(linter: Lints, base: Bench, mutator: TextMutator, seed: number): Outcome | undefined {
  const made = mutator.makeText(base.content, seeded(seed, mutator.kind))
  if (!made) return undefined
  return judge(mutator.kind, { at: [{ pointer: '' }], note: `${made.line} 行：${made.note}` }, linter, base, { content: made.text, hits: (site) => overlaps(site, made.line) || (made.twinLine !== undefined && overlaps(site, made.twinLine)) })
}

function judge(kind: string, made: Pick<Mutation, 'at' | 'note' | 'consistent'>, linter: Lints, base: Bench, mutant: { readonly content: string; readonly hits: (site: Site, spot: Spot) => boolean }): Outcome {
  const known = new Set(base.findings.flatMap(withConsequences).map(identity))
  // A remark on the whole document stays the same remark when one of the many values it counts changes.
  const remarks = new Set(base.findings.filter(({ severity }) => severity === 'info').map(remark))
  const found = linter.lint({ file: base.file, content: mutant.content }).findings.filter((finding) => !known.has(identity(finding)) && !(finding.severity === 'info' && remarks.has(remark(finding))))
  const hits = (site: Site | undefined): boolean => site !== undefined && made.at.some((spot) => mutant.hits(site, spot))
  const naming = found.flatMap(withConsequences).filter(({ sites }) => sites.some(hits))
  const relations = independent(naming.map(({ sites }) => new Set(sites.map(({ pointer, range, place }) => JSON.stringify([pointer, range, place])))))
  const main = found.some(({ sites: [first] }) => hits(first))
  return {
    kind, document: base.file, note: made.note, found,
    caught: naming.length > 0,
    exact: naming.length > 0 && (relations === 1 || made.consistent === true || main),
    elsewhere: found.filter((finding) => !withConsequences(finding).some((one) => naming.includes(one))),
  }
}

/** How many relations a list of places stands for: one whose places are all among another's says no more than that one. */
function independent(places: readonly ReadonlySet<string>[]): number {
  return places.filter((own, at) => !places.some((other, index) => index !== at && [...own].every((place) => other.has(place)) && (other.size > own.size || index < at))).length
}

/** Ids of all rules that spoke of a mutation, those listed under a root cause included. */
export function rulesOf({ found }: Outcome): readonly string[] {
  return [...new Set(found.flatMap(withConsequences).map(({ ruleId }) => ruleId))]
}

function withConsequences(finding: Finding): readonly Finding[] {
  return [finding, ...(finding.causeOf ?? []).flatMap(withConsequences)]
}

/** Fingerprints outlive a change of values, so the values count too. */
function identity(finding: Finding): string {
  return `${finding.fingerprint} ${finding.valueHash} ${finding.severity}`
}

function remark({ ruleId, sites: [main] }: Finding): string {
  return `${ruleId} ${main?.pointer ?? ''} ${main?.place?.kind === 'text' ? main.place.line : ''}`
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
