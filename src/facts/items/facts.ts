import type { Concept, Vocabulary } from '../../vocabulary/types.ts'
import { itemsAsked, mayBeAsked, type Asked, type ItemsAsked } from '../asked.ts'
import { emptyBridges, inFewerDimensions } from '../bridges.ts'
import { formFacts, indicatorFacts, overallFacts, sheetFacts } from '../forms/facts.ts'
import type { Item } from '../item.ts'
import { saysTheSame } from '../make-item.ts'
import type { ProseReading } from '../prose/index.ts'
import type { TablePart } from '../tables/part.ts'
import { soleTables } from '../tables/sole.ts'
import { statedNowhere, tableFacts } from '../tables/facts.ts'
import type { Workspace } from './workspace.ts'

/** The facts of tables, then forms, then prose: all, or those of the concepts and places asked for. */
export function factBuilder(workspace: Workspace, read: () => ProseReading): ItemsAsked {
  return itemsAsked(() => allFacts(workspace, read()), (asked) => someFacts(asked, workspace, read))
}

function allFacts(workspace: Workspace, read: ProseReading): readonly Item[] {
  const { disclosure, ground, memory } = workspace
  const views = memory.list('table views', workspace.tableViews())
  const sheets = memory.list('sheets', workspace.projects())
  const sole = new Set(soleTables(views))
  const facts = memory.list('stated facts', [
    ...memory.all('facts of tables', workspace.tables().filter(({ view }) => sole.has(view())), (table) => tableFacts(table), saysTheSame),
    ...memory.list('facts of forms', [
      ...memory.keep('facts of sheets', sheetFacts, sheets, ground),
      ...memory.keep('facts of overall', overallFacts, disclosure.overall, ground),
      ...memory.keep('facts of indicators', indicatorFacts, sheets, disclosure.overall, ground),
    ], saysTheSame),
    ...read.facts,
  ])
  const merged = emptyBridges(() => facts, ground.vocabulary, (concept) => memory.keep(`stated nowhere ${concept}`, statedNowhere, concept, views))
  return merged.size === 0 ? facts : memory.all(`facts without ${[...merged].join(' ')}`, facts, (fact) => [inFewerDimensions(fact, merged)])
}

/** The facts of some concepts and places; undefined where none are named. */
function someFacts(asked: Asked, workspace: Workspace, read: () => ProseReading): readonly Item[] | undefined {
  const { vocabulary } = workspace.ground
  if (!asked['concept'] && !asked['family']) return undefined
  const about = conceptsWhere(vocabulary, ({ id, family }) => mayBeAsked(asked, 'concept', [id]) && mayBeAsked(asked, 'family', [family]))
  const facts = factsAbout(about, asked, { workspace, read })
  const named = (concept: string): readonly Concept[] => conceptsWhere(vocabulary, ({ id }) => id === concept)
  const merged = emptyBridges((concept) => factsAbout(named(concept), {}, { workspace, read }), vocabulary, (concept) => statedNowhere(concept, tablesStating(named(concept), workspace).map(({ view }) => view())))
  return merged.size === 0 ? facts : facts.map((fact) => inFewerDimensions(fact, merged))
}

const conceptsWhere = ({ concepts }: Vocabulary, isMeant: (concept: Concept) => boolean): readonly Concept[] => [...concepts.values()].filter(isMeant)

function factsAbout(about: readonly Concept[], asked: Asked, { workspace, read }: { readonly workspace: Workspace; readonly read: () => ProseReading }): readonly Item[] {
  const from = (origin: string, facts: () => readonly Item[]): readonly Item[] => (mayBeAsked(asked, 'origin', [origin]) ? facts() : [])
  return [
    ...from('cell', () => factsOfTables(about, workspace)),
    ...from('form', () => formFacts(workspace.projects(), workspace.disclosure.overall, workspace.ground, about)),
    ...from('prose', () => read().factsAbout(about)),
  ]
}

/** Tables of the roles that state something of the concepts: those of other roles make none of them doubtful. */
function tablesStating(about: readonly Concept[], { disclosure, ground, tables }: Workspace): readonly TablePart[] {
  return tables().filter((_, at) => ground.vocabulary.tables.get(disclosure.tables[at]?.role ?? '')?.facts?.some(({ concept }) => about.some(({ id }) => id === concept)))
}

function factsOfTables(about: readonly Concept[], workspace: Workspace): readonly Item[] {
  const stating = tablesStating(about, workspace)
  const sole = new Set(soleTables(stating.map(({ view }) => view())))
  return stating.filter(({ view }) => sole.has(view())).flatMap((table) => tableFacts(table, about))
}
