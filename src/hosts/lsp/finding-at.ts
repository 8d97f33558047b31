import type { Position, Range } from 'vscode-languageserver'
import type { FileReport, Finding, Site } from '../../index.ts'
import { rangeOf } from './diagnostics.ts'

/** A finding, and the side of it that a position is at. */
export interface FindingAt {
  readonly finding: Finding
  readonly site: Site
}

/** The findings, not dismissed ones, with a site in a range, main places first. */
export function findingsIn(report: FileReport | undefined, range: Range): FindingAt[] {
  const open = (report?.findings ?? []).filter(({ suppressed }) => !suppressed)
  const at = open.flatMap((finding) => {
    const site = finding.sites.find(({ place }) => place?.kind === 'text' && touches(rangeOf(place), range))
    return site ? [{ finding, site }] : []
  })
  return at.sort((a, b) => Number(b.site === b.finding.sites[0]) - Number(a.site === a.finding.sites[0]))
}

export function findingsAt(report: FileReport | undefined, position: Position): FindingAt[] {
  return findingsIn(report, { start: position, end: position })
}

function touches(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start)
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}
