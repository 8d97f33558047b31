import { SEVERITIES, type Severity } from '../../core/severity.ts'
import { withConsequences, type ListedFile } from './listing.ts'
import { attributes, html, type Content, type Markup } from './markup.ts'

/** One side of a finding at a value of the disclosure. */
interface Cited {
  /** Of the finding and the side: `12.0`. */
  readonly key: string
  readonly range: readonly [number, number] | undefined
  /** Set on sides that are shown before their finding is chosen. */
  readonly severity: Severity | undefined
}

/** Which values of a disclosure the findings point at. The document asks it while it is drawn. */
export interface Anchors {
  /** Attributes of the element that shows the whole value. */
  readonly whole: (pointer: string, className?: string) => Markup
  /** The text of a value, with an element around each part a finding points at. */
  readonly text: (pointer: string, value: string) => Content
}

/** The sides of a file's findings, by what they point at. */
export function anchorsOf({ findings }: ListedFile): Anchors {
  const cited = new Map<string, Cited[]>()
  for (const { id, finding } of findings.flatMap(withConsequences)) {
    finding.sites.forEach(({ pointer, range }, index) => {
      if (pointer === undefined) return
      const severity = index === 0 && !finding.suppressed ? finding.severity : undefined
      const at = cited.get(pointer)
      const entry = { key: `${id}.${index}`, range, severity }
      if (at) at.push(entry)
      else cited.set(pointer, [entry])
    })
  }
  return {
    whole: (pointer, className) => marked((cited.get(pointer) ?? []).filter(({ range }) => range === undefined), className),
    text: (pointer, value) => pieces(value, (cited.get(pointer) ?? []).filter(({ range }) => range !== undefined)),
  }
}

function marked(sides: readonly Cited[], className?: string): Markup {
  const severity = SEVERITIES.find((candidate) => sides.some((side) => side.severity === candidate))
  const classes = [className, sides.length > 0 && 'side', severity].filter(Boolean).join(' ')
  return attributes({ class: classes, 'data-side': sides.map(({ key }) => key).join(' ') })
}

/** Cut at every border of a cited range, so that overlapping ranges stay one inside or beside the other. */
function pieces(value: string, sides: readonly Cited[]): Content {
  if (sides.length === 0) return value
  const spans = sides.map((side) => ({ side, from: side.range?.[0] ?? 0, to: Math.min(side.range?.[1] ?? 0, value.length) }))
  const borders = [...new Set([0, value.length, ...spans.flatMap(({ from, to }) => [from, to])])].filter((at) => at >= 0 && at <= value.length).sort((a, b) => a - b)
  return borders.slice(0, -1).map((from, index) => {
    const text = value.slice(from, borders[index + 1])
    const here = spans.filter((span) => span.from <= from && span.to > from).map(({ side }) => side)
    return here.length === 0 ? text : html`<mark${marked(here)}>${text}</mark>`
  })
}
