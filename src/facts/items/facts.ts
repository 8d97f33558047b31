import type { Concept } from '../../vocabulary/types.ts'
import { itemsAsked, mayBeAsked, type Asked, type ItemsAsked } from '../asked.ts'
import { emptyBridges, inFewerDimensions } from '../bridges.ts'
import { formFacts } from '../forms/facts.ts'
import type { Item } from '../item.ts'
import { saysTheSame } from '../make-item.ts'
import type { ProseReading } from '../prose/index.ts'
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
  const sole = new Set(soleTables(views))
  const facts = memory.list('stated facts', [
    ...memory.all('facts of tables', workspace.tables().filter(({ view }) => sole.has(view())), (table) => tableFacts(table), saysTheSame),
    ...memory.list('facts of forms', memory.keep('form facts', formFacts, memory.list('sheets', workspace.projects()), disclosure.overall, ground), saysTheSame),
    ...read.facts,
  ])
  const merged = emptyBridges(facts, ground.vocabulary, (concept) => memory.keep(`stated nowhere ${concept}`, statedNowhere, concept, views))
  return merged.size === 0 ? facts : memory.all(`facts without ${[...merged].join(' ')}`, facts, (fact) => [inFewerDimensions(fact, merged)])
}

/** Undefined where it takes all facts to tell in which dimensions those asked for are separated. */
function someFacts(asked: Asked, workspace: Workspace, read: () => ProseReading): readonly Item[] | undefined {
  const { disclosure, ground } = workspace
  const { vocabulary } = ground
  if (!asked['concept'] && !asked['family']) return undefined
  const about = [...vocabulary.concepts.values()].filter(({ id, family }) => mayBeAsked(asked, 'concept', [id]) && mayBeAsked(asked, 'family', [family]))
  const bridged = [...vocabulary.scopes].flatMap(([dimension, { bridge }]) => (bridge === undefined ? [] : [dimension]))
  if (about.some((concept) => bridged.some((dimension) => isSeparatedBy(dimension, concept)))) return undefined
  const from = (origin: string, facts: () => readonly Item[]): readonly Item[] => (mayBeAsked(asked, 'origin', [origin]) ? facts() : [])
  return [
    ...from('cell', () => factsOfTables(about, workspace)),
    ...from('form', () => formFacts(workspace.projects(), disclosure.overall, ground, about)),
    ...from('prose', () => read().factsAbout(about)),
  ]
}

/** Whether facts of a concept may be said of one value of a dimension and not of another. */
function isSeparatedBy(dimension: string, { dimensions, scope }: Concept): boolean {
  return !dimensions || dimensions.includes(dimension) || Object.hasOwn(scope ?? {}, dimension)
}

/** Only tables of roles that state something of the concepts are looked at: those of other roles make none of them doubtful. */
function factsOfTables(about: readonly Concept[], { disclosure, ground, tables }: Workspace): readonly Item[] {
  const stating = tables().filter((_, at) => ground.vocabulary.tables.get(disclosure.tables[at]?.role ?? '')?.facts?.some(({ concept }) => about.some(({ id }) => id === concept)))
  const sole = new Set(soleTables(stating.map(({ view }) => view())))
  return stating.filter(({ view }) => sole.has(view())).flatMap((table) => tableFacts(table, about))
}
