import { withoutEmptyBridges } from '../bridges.ts'
import { formCompositions, type FormStanding } from '../forms/compositions.ts'
import { formFacts } from '../forms/facts.ts'
import { scoreCompositions } from '../forms/scores.ts'
import type { Item } from '../item.ts'
import type { Kind } from '../kinds.ts'
import { readProse } from '../prose/index.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import type { ProseReading, ProseText } from '../prose/prose-text.ts'
import { tableChanges } from '../tables/changes.ts'
import { tableCompositions } from '../tables/compositions.ts'
import type { StandingOf } from '../tables/compositions.ts'
import { statedNowhere, tableFacts } from '../tables/facts.ts'
import { tableProducts } from '../tables/products.ts'
import { soleTables } from '../tables/sole.ts'
import type { Workspace } from './workspace.ts'

type ClaimKind = Extract<Kind, 'fact' | 'composition' | 'equation' | 'share' | 'change' | 'enumeration' | 'restatement'>

/** Builders of facts and claims: from tables, then forms, then prose; each part is read when it is first asked for. */
export function claimBuilders(workspace: Workspace, texts: () => readonly ProseText[]): Readonly<Record<ClaimKind, () => readonly Item[]>> {
  const { disclosure, vocabulary, document } = workspace
  const stage = stageOf(workspace)
  const defaults = { ...(disclosure.fiscalYear !== undefined && { year: disclosure.fiscalYear }), ...(stage !== undefined && { stage }) }
  const ofTable: StandingOf = (table, label) => ({ document, pointer: table.pointer, label, table: table.item })
  const ofForm: FormStanding = (pointer, label, project) => ({ document, pointer, label, project: project === undefined ? undefined : workspace.projects()[project] })
  let prose: ProseReading | undefined
  const read = (): ProseReading => (prose ??= readProse(ofOneBody(workspace, texts()) ? texts() : texts().map(inferred), { vocabulary, entity: disclosure.entity.name, ...defaults }))
  const once = (make: () => readonly Item[]): (() => readonly Item[]) => {
    let made: readonly Item[] | undefined
    return () => (made ??= make())
  }
  return {
    fact: once(() => withoutEmptyBridges([
      ...soleTables(workspace.tableViews()).flatMap((table) => tableFacts(table, { vocabulary, standing: ofTable, ...defaults })),
      ...formFacts(disclosure, { vocabulary, entity: disclosure.entity.name, standing: ofForm, ...defaults }),
      ...read().facts,
    ], vocabulary, (concept) => statedNowhere(concept, workspace.tableViews()))),
    composition: once(() => [
      ...workspace.tableViews().flatMap((table) => tableCompositions(table, vocabulary, ofTable)),
      ...formCompositions(disclosure, vocabulary, ofForm),
      ...scoreCompositions(disclosure, ofForm),
      ...read().compositions,
    ]),
    change: once(() => [...workspace.tableViews().flatMap((table) => tableChanges(table, ofTable)), ...read().changes]),
    equation: once(() => [...workspace.tableViews().flatMap((table) => tableProducts(table, ofTable)), ...read().equations]),
    share: () => read().shares,
    enumeration: () => read().enumerations,
    restatement: () => read().restatements,
  }
}

/**
 * Whether a document speaks of one body. A government's report, or a text of no known kind that names whole areas, has amounts of several
 * bodies and levels side by side: whose an amount is can only be inferred.
 */
function ofOneBody({ disclosure, vocabulary }: Workspace, texts: readonly ProseText[]): boolean {
  const areas = wordsOf(vocabulary, 'macro-words')
  return disclosure.entity.level !== 'government' && !(disclosure.kind === 'other' && texts.some(({ prose, tokenised }) => prose && areas.test(tokenised.text)))
}

/** A text is read when it is first asked for, and may be made of another: a copy of its own members would lose what it has from that one. */
const inferred = (text: ProseText): ProseText => Object.create(text, { reading: { value: text.reading ?? 'inferred', enumerable: true } }) as ProseText

/** The stage of figures in a document of this kind: that of the tables the law asks of it. */
function stageOf({ disclosure, vocabulary }: Workspace): string | undefined {
  for (const role of vocabulary.tables.values()) {
    const stage = role.statutory?.includes(disclosure.kind) ? role.scope?.['stage'] : undefined
    if (stage !== undefined) return stage
  }
  return undefined
}
