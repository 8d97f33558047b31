import type { Disclosure } from '../../disclosure/model.ts'
import type { Concept, Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import type { ProjectPart } from '../items/projects.ts'
import type { Ground } from '../items/workspace.ts'
import { makeItem } from '../make-item.ts'
import type { Standing } from '../standing.ts'
import type { ProseContext, ProseText } from '../prose/prose-text.ts'
import { readProse } from '../prose/index.ts'
import { scopeOf } from '../scope.ts'
import type { ScopeDefaults } from '../scope.ts'
import { tokenise } from '../tokens/index.ts'
import type { QuantityValue } from '../value.ts'
import { textValue } from '../values.ts'
import { amountValue } from './amount-value.ts'
import { formKey } from './compositions.ts'

interface FormFactContext extends ScopeDefaults {
  readonly vocabulary: Vocabulary
  readonly entity: string
  readonly document: Item
  readonly about: readonly Concept[]
}

/** Facts that fields of forms state. `about`: the concepts asked for. */
export function formFacts(sheets: readonly ProjectPart[], overall: Disclosure['overall'], ground: Ground, about: readonly Concept[]): Item[] {
  return [...sheetFacts(sheets, ground, about), ...overallFacts(overall, ground, about), ...indicatorFacts(sheets, overall, ground, about)]
}

const allConcepts = ({ vocabulary }: Ground): readonly Concept[] => [...vocabulary.concepts.values()]

const contextOf = ({ vocabulary, entity, document, defaults }: Ground, about: readonly Concept[]): FormFactContext => ({ vocabulary, entity, document, about, ...defaults })

/**
 * Each sheet's money as facts, where a concept names the field (`funds.annual`, `funds.period`). A sheet whose name another
 * sheet has too states none: nothing tells the two apart.
 */
export function sheetFacts(sheets: readonly ProjectPart[], ground: Ground, about: readonly Concept[] = allConcepts(ground)): Item[] {
  const context = contextOf(ground, about)
  const fields = (['annual', 'period'] as const).flatMap((phase) => conceptsOf(`funds.${phase}`, context.about).map((concept) => ({ phase, concept })))
  if (fields.length === 0) return []
  const names = new Map<string, number>()
  for (const { project: { name } } of sheets) names.set(formKey(name), (names.get(formKey(name)) ?? 0) + 1)
  return sheets.flatMap(({ project, index, head }) => fields.flatMap(({ phase, concept }): Item[] => {
    const printed = project.funds.total[phase]
    const key = formKey(project.name)
    if (printed === undefined || names.get(key) !== 1) return []
    const pointer = `/projects/${String(index)}/funds/total/${phase}`
    const value = amountValue(printed, { pointer }, project.funds.unit, project.reading)
    if (value.type !== 'quantity' || value.quantity.unit.dimension === 'number') return []
    return [fact(concept, value, { subject: key, name: project.name }, context, { document: context.document, pointer, label: project.name, project: head })]
  }))
}

function conceptsOf(field: string, about: readonly Concept[]): readonly Concept[] {
  return about.filter((concept) => concept.fields?.includes(field))
}

function fact(concept: Concept, value: QuantityValue, of: { readonly subject: string; readonly name: string }, context: FormFactContext, standing: Standing): Item {
  const scope = scopeOf(concept, [{ subject: of.subject }], context)
  return makeItem({
    kind: 'fact',
    ref: value.ref ?? { pointer: '' },
    text: value.printed ?? '',
    reading: value.reading,
    standing,
    attributes: {
      concept: () => textValue(concept.id),
      family: () => textValue(concept.family),
      value: () => value,
      scope: () => scope,
      origin: () => textValue('form'),
      subject: () => textValue(of.name),
    },
  })
}

/** A labelled figure reads as a sentence would: label, figure, unit. */
interface Labelled {
  readonly label: string
  readonly printed: string
  readonly unit: string
  readonly pointer: string
  readonly standing: Standing
}

/** The overall form's money by label. */
export function overallFacts(overall: Disclosure['overall'], ground: Ground, about: readonly Concept[] = allConcepts(ground)): Item[] {
  const context = contextOf(ground, about)
  if (overall?.funds.unit === undefined) return []
  const unit = overall.funds.unit
  const rows = (['bySource', 'byType'] as const).flatMap((list) => overall.funds[list].map((fund, i): Labelled => {
    const pointer = `/overall/funds/${list}/${String(i)}/amount`
    return { label: fund.label, printed: String(fund.amount), unit, pointer, standing: { document: context.document, pointer, label: fund.label, project: undefined } }
  }))
  return labelledFacts(rows, context.about, context)
}

/** Indicators, for concepts that name `indicator.value`. */
export function indicatorFacts(sheets: readonly ProjectPart[], overall: Disclosure['overall'], ground: Ground, about: readonly Concept[] = allConcepts(ground)): Item[] {
  const context = contextOf(ground, about)
  const wanted = conceptsOf('indicator.value', context.about)
  if (wanted.length === 0) return []
  const lists = [...sheets.map(({ project, index, head }) => ({ indicators: project.indicators, pointer: `/projects/${String(index)}/indicators`, project: head })), { indicators: overall?.indicators ?? [], pointer: '/overall/indicators', project: undefined }]
  const rows = lists.flatMap(({ indicators, pointer, project }) => indicators.flatMap((indicator, i): Labelled[] => {
    const half = indicator.halves.annual
    if (half?.name === undefined || half.value === undefined) return []
    const at = `${pointer}/${String(i)}/halves/annual/value`
    return [{ label: half.name, printed: half.value, unit: indicator.unit ?? '', pointer: at, standing: { document: context.document, pointer: at, label: half.name, project } }]
  }))
  return labelledFacts(rows, wanted, context)
}

/** A minus before a figure; between words it reads as a dash. */
const SIGN = /^\s*[-−－](?=\s*\d)/u

/** Reads labelled figures with the phrases of some concepts; a fact is kept where its figure is the printed one. */
function labelledFacts(rows: readonly Labelled[], concepts: readonly Concept[], context: FormFactContext): Item[] {
  const read = rows.filter((row) => /\d/u.test(row.printed)).map((row) => {
    const unit = row.printed.trim().endsWith(row.unit) ? '' : row.unit
    const text: ProseText = { ref: { pointer: row.pointer }, tokenised: tokenise(`${formKey(row.label)}${row.printed.replace(SIGN, '')}${unit}`), field: 'form', prose: true, standing: row.standing, group: row.pointer }
    return { row, text }
  })
  const prose: ProseContext = {
    vocabulary: context.vocabulary,
    entity: context.entity,
    ...(context.year !== undefined && { year: context.year }),
    ...(context.stage !== undefined && { stage: context.stage }),
  }
  const rowAt = new Map(read.map(({ row }) => [row.pointer, row]))
  return readProse(read.map(({ text }) => text), prose).factsAbout(concepts).flatMap((item) => replaced(item, rowAt))
}

/** The fact with the place of the printed figure instead of the made-up sentence. */
function replaced(item: Item, rows: ReadonlyMap<string, Labelled>): Item[] {
  const row = rows.get(item.ref.pointer)
  const value = item.get('value')
  if (!row || value.type !== 'quantity') return []
  const quantity = SIGN.test(row.printed) ? { ...value.quantity, digits: -value.quantity.digits } : value.quantity
  const own: QuantityValue = { ...value, quantity, printed: row.printed, ref: { pointer: row.pointer } }
  const readings = item.readings?.flatMap((reading) => replaced(reading, rows))
  return [makeItem({
    kind: 'fact',
    ref: { pointer: row.pointer },
    text: row.printed,
    reading: item.reading,
    readings,
    standing: row.standing,
    attributes: {
      concept: () => item.get('concept'),
      family: () => item.get('family'),
      value: () => own,
      scope: () => item.get('scope'),
      origin: () => textValue('form'),
      subject: () => item.get('subject'),
    },
  })]
}
