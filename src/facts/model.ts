import type { Disclosure } from '../disclosure/model.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import { claimBuilders } from './items/claims.ts'
import { documentItem } from './items/document.ts'
import { findCell } from './items/find-cell.ts'
import { indicatorItems } from './items/indicators.ts'
import { fundItems, projectItem } from './items/projects.ts'
import { attachmentItems, blockItems, entryItems, paragraphItems, placedSections, sectionItems } from './items/sections.ts'
import { keyTerms, stemOf } from './items/stem.ts'
import { cellItems, rowItems, tableItem } from './items/tables.ts'
import { numberingItems } from './items/numbering.ts'
import { fieldItems, sentenceItems, textItems } from './items/text-items.ts'
import { allTexts } from './items/texts.ts'
import type { Workspace } from './items/workspace.ts'
import type { Item, Model } from './item.ts'
import type { Kind } from './kinds.ts'
import { findMatches } from './prose/index.ts'
import { once } from './once.ts'
import { lendVocabulary } from './path.ts'
import { tableViews } from './tables/build-view.ts'

/** The disclosure as rules see it: items of each kind are built once, when first asked for, in document order. */
export function buildModel(disclosure: Disclosure, vocabulary: Vocabulary, related: Model['related'] = {}): Model {
  const document = documentItem(disclosure)
  lendVocabulary(document, vocabulary)
  const workspace = makeWorkspace(disclosure, vocabulary, document)
  const builders = itemBuilders(workspace)
  const texts = builders.texts
  const known = new Map<string, readonly Item[]>()
  return {
    disclosure,
    document,
    related,
    items: (kind) => builders.items[kind](),
    matches: (pattern) => {
      const found = known.get(pattern)
      if (found) return found
      const entry = vocabulary.patterns.get(pattern)
      const made = entry ? findMatches(entry, texts(), vocabulary) : []
      known.set(pattern, made)
      return made
    },
    cell: (table, row, column) => findCell(table, row, column, workspace),
  }
}

function makeWorkspace(disclosure: Disclosure, vocabulary: Vocabulary, document: Item): Workspace {
  const workspace: Workspace = {
    disclosure,
    vocabulary,
    document,
    tables: once(() => disclosure.tables.map((table, i) => tableItem(table, i, workspace))),
    tableViews: once(() => tableViews({ disclosure, vocabulary, item: (i) => workspace.tables()[i] ?? document })),
    projects: once(() => {
      const terms = once(() => keyTerms(disclosure.projects.map((project) => stemOf(project.name, vocabulary)), vocabulary))
      return disclosure.projects.map((project, i) => projectItem(project, i, workspace, () => terms()[i] ?? []))
    }),
    indicatorsOf: (project) => indicators()[project] ?? [],
  }
  const indicators = once(() => disclosure.projects.map((project, i) => {
    const item = workspace.projects()[i]
    return indicatorItems(project.indicators, { pointer: `/projects/${String(i)}/indicators`, ...(item && { project: item }) }, workspace)
  }))
  return workspace
}

interface Builders {
  readonly items: Readonly<Record<Kind, () => readonly Item[]>>
  readonly texts: () => ReturnType<typeof allTexts>
}

function itemBuilders(workspace: Workspace): Builders {
  const { disclosure, vocabulary } = workspace
  const sections = once(() => placedSections(disclosure.sections, vocabulary))
  const texts = once(() => allTexts(workspace, sections()))
  const claims = claimBuilders(workspace, texts)
  const items: Record<Kind, () => readonly Item[]> = {
    document: once(() => [workspace.document]),
    table: workspace.tables,
    row: once(() => workspace.tableViews().flatMap((table) => rowItems(table, workspace))),
    cell: once(() => workspace.tableViews().flatMap((table) => cellItems(table, workspace))),
    project: workspace.projects,
    fund: once(() => disclosure.projects.flatMap((project, i) => fundItems(project, i, workspace.projects()[i] ?? workspace.document, workspace))),
    indicator: once(() => [
      ...disclosure.projects.flatMap((_, i) => workspace.indicatorsOf(i)),
      ...indicatorItems(disclosure.overall?.indicators ?? [], { pointer: '/overall/indicators' }, workspace),
    ]),
    section: once(() => sectionItems(sections(), workspace)),
    entry: once(() => entryItems(workspace)),
    paragraph: once(() => paragraphItems(sections(), workspace)),
    sentence: once(() => sentenceItems(texts())),
    field: once(() => fieldItems(texts())),
    text: once(() => textItems(texts())),
    mark: once(() => blockItems('mark', disclosure.marks ?? [], '/marks', workspace)),
    figure: once(() => blockItems('figure', disclosure.captions ?? [], '/captions', workspace)),
    attachment: once(() => attachmentItems(workspace)),
    task: once(() => blockItems('task', disclosure.overall?.tasks ?? [], '/overall/tasks', workspace)),
    numbering: once(() => numberingItems(texts(), sections(), workspace)),
    match: () => [],
    ...claims,
  }
  return { items, texts }
}
