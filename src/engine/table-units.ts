import { SEVERITIES } from '../core/severity.ts'
import type { Quantity } from '../facts/quantity.ts'
import { underCause } from './claim.ts'
import type { Draft } from './draft.ts'
import { enoughOf } from './enough.ts'
import type { EngineOptions } from './options.ts'
import { documentOf } from './related.ts'
import { holdsWith } from './relation.ts'
import type { Figure } from './relation.ts'
import { fill } from '../ruleset/wording.ts'

/** A table all of whose figures, read in a unit ten thousand times as large or small, make the checks of several drafts hold. */
interface UnitSlip {
  readonly table: string
  readonly factor: number
  readonly explains: readonly number[]
}

/** Yuan and ten thousand yuan. */
const FACTORS = [4, -4]
const FEWEST = 3

/**
 * Makes one finding of the drafts that a wrong unit above a table explains: printed in yuan under 万元 every row of it contradicts the
 * other tables. The unit is the main place. Where two tables would explain as many, they are one finding still, but none is named.
 */
export function linkTableUnits(drafts: readonly Draft[], options: EngineOptions): Draft[] {
  const [best, next] = slipsOf(drafts).sort((a, b) => b.explains.length - a.explains.length)
  if (best === undefined) return [...drafts]
  const indices = new Set([...best.explains, ...drafts.flatMap((draft, index) => (isCompared(draft, best.table) || isRounded(draft, best) ? [index] : []))])
  const [speaker, ...rest] = [...indices].sort((a, b) => rank(drafts[a]) - rank(drafts[b]) || a - b)
  if (speaker === undefined) return [...drafts]
  const effects = new Set(rest)
  const linked = underCause(drafts[speaker] as Draft, rest.flatMap((index) => drafts[index] ?? []))
  const one = next?.explains.length === best.explains.length ? linked : named(linked, best.table, options)
  const others = drafts.flatMap((draft, index) => (effects.has(index) ? [] : [index === speaker ? one : draft]))
  return indices.size === drafts.length ? others : linkTableUnits(others, options)
}

const rank = (draft: Draft | undefined): number => (draft === undefined ? 0 : SEVERITIES.indexOf(draft.finding.severity) * 2 + (draft.relations.length > 0 ? 0 : 1))

function tableOf({ ref }: Pick<Figure, 'ref'>): string | undefined {
  return documentOf(ref) === undefined ? /^\/tables\/\d+(?=\/lanes\/)/u.exec(ref.pointer)?.[0] : undefined
}

function slipsOf(drafts: readonly Draft[]): UnitSlip[] {
  const tables = new Map<string, number[]>()
  drafts.forEach(({ relations }, index) => {
    const touched = new Set(relations.flatMap(({ figures }) => figures.flatMap((figure) => tableOf(figure) ?? [])))
    for (const table of touched) tables.set(table, [...(tables.get(table) ?? []), index])
  })
  return [...tables].filter(([, touching]) => touching.length >= FEWEST).flatMap(([table, touching]) => FACTORS.flatMap((factor) => {
    const explains = enoughOf(touching, FEWEST, (index) => isExplained(drafts[index], table, factor))
    return explains.length === 0 ? [] : [{ table, factor, explains }]
  }))
}

function isExplained(draft: Draft | undefined, table: string, factor: number): boolean {
  const { relations = [] } = draft ?? {}
  if (relations.length === 0) return false
  return relations.every((relation) => {
    const own = relation.figures.filter((figure) => tableOf(figure) === table && figure.quantity.unit.dimension === 'money')
    return own.length > 0 && own.length < relation.figures.length && holdsWith(relation, new Map(own.map(({ key, quantity }) => [key, rescaled(quantity, factor)])))
  })
}

/** Whether a check within the table holds in the right unit: sums of rounded figures differ by more than the wrong one allows. */
function isRounded({ relations }: Draft, { table, factor }: UnitSlip): boolean {
  return relations.length > 0 && relations.every((relation) => relation.figures.every((figure) => tableOf(figure) === table) && holdsWith(relation, new Map(relation.figures.map(({ key, quantity }) => [key, rescaled(quantity, factor)]))))
}

function rescaled(quantity: Quantity, factor: number): Quantity {
  return { ...quantity, unit: { ...quantity.unit, exponent: quantity.unit.exponent + factor } }
}

/** Whether a check of an order (no more than the total) sets a cell of the table against cells of others: it is decided anew in the right unit. */
function isCompared({ finding, relations }: Draft, table: string): boolean {
  const within = finding.sites.map(({ pointer }) => pointer?.startsWith(`${table}/lanes/`) ?? false)
  return relations.length === 0 && finding.trace !== undefined && within.includes(true) && finding.sites.some(({ pointer }, i) => within[i] === false && /^\/tables\/\d+\/lanes\//u.test(pointer ?? ''))
}

function named(draft: Draft, table: string, { language, wording, describe }: EngineOptions): Draft {
  const { finding } = draft
  const says = wording.slips['table-unit']
  const ref = { pointer: `${table}/unit` }
  const unit = { role: finding.sites[0]?.role ?? '', label: describe.label(ref), text: '', pointer: ref.pointer, address: describe.address(ref) }
  const cause = says === undefined ? '' : fill(says[language], { name: describe.label({ pointer: table }) })
  return {
    ...draft,
    finding: {
      ...finding,
      causeId: 'table-unit',
      message: fill(wording.withCause[language], { message: finding.message, cause }),
      sites: [unit, ...finding.sites],
      ...(finding.trace && { trace: { ...finding.trace, ...(finding.trace.inputs && { inputs: finding.trace.inputs.map((index) => index + 1) }) } }),
    },
  }
}
