import type { Disclosure, Project, Table } from '../disclosure/model.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import { itemsAsked, type Asked, type ItemsAsked } from './asked.ts'
import { claimBuilders } from './items/claims.ts'
import { findCell } from './items/find-cell.ts'
import { frameOf } from './items/frame.ts'
import { groundOf } from './items/ground.ts'
import { indicatorItems } from './items/indicators.ts'
import { overallExecutions, sheetExecutions } from './items/executions.ts'
import { fundItems, projectHead, projectPart, projectTerms, type ProjectPart } from './items/projects.ts'
import { attachmentItems, blockItems, entryItems, paragraphItems, placedSections, sectionItem } from './items/sections.ts'
import { cellItems, rowItems } from './items/tables.ts'
import { numberingItems } from './items/numbering.ts'
import { itemsOfTables } from './items/tables-asked.ts'
import { fieldItems, sentenceItems, textItems } from './items/text-items.ts'
import type { PlacedText } from './items/text-list.ts'
import { allTexts } from './items/texts.ts'
import type { Workspace } from './items/workspace.ts'
import type { Item, Model } from './item.ts'
import type { Kind } from './kinds.ts'
import { NO_MEMORY, type Memory } from './memory.ts'
import { matchesByText } from './prose/index.ts'
import { once } from './once.ts'
import { saysTheSame } from './make-item.ts'
import { readTable, tablePart, type TablePart } from './tables/part.ts'

/**
 * The disclosure as rules see it: items of each kind are built once, when first asked for, in document order. With a memory, parts
 * that are the very same objects as in the version before keep their items.
 */
export function buildModel(disclosure: Disclosure, vocabulary: Vocabulary, related: Model['related'] = {}, memory: Memory = NO_MEMORY): Model {
  const workspace = makeWorkspace(disclosure, vocabulary, memory)
  const { document } = workspace.ground
  const builders = itemBuilders(workspace)
  // What is made for one question alone is new in every version; only whole lists are kept.
  const meant = (asked: Asked | undefined): Asked | undefined => (memory === NO_MEMORY ? asked : undefined)
  const finders = new Map<string, ItemsAsked>()
  return {
    disclosure,
    document,
    related,
    items: (kind, asked) => builders.items[kind](meant(asked)),
    matches: (pattern, asked) => {
      const find = finders.get(pattern) ?? matchFinder(pattern, builders, workspace)
      finders.set(pattern, find)
      return find(meant(asked))
    },
    cell: (table, row, column) => findCell(table, row, column, workspace),
  }
}

function makeWorkspace(disclosure: Disclosure, vocabulary: Vocabulary, memory: Memory): Workspace {
  const ground = memory.keep('ground', groundOf, JSON.stringify(frameOf(disclosure)), vocabulary)
  const partOf = (table: Table, i: number): TablePart => {
    const read = memory.renewed(`table ${String(i)}`, readTable, table, i, ground)
    return memory.keep(`part of table ${String(i)}`, tablePart, read, memory.alike(`item of table ${String(i)}`, read.item, saysTheSame))
  }
  const tables = once(() => memory.list('tables', disclosure.tables.map(partOf)))
  return {
    disclosure,
    ground,
    memory,
    tables,
    tableViews: once(() => tables().map(({ view }) => view())),
    projects: once(() => {
      const terms = memory.keep('project terms', projectTerms, ground, ...disclosure.projects.map(({ name }) => name))
      const partOfSheet = (project: Project, i: number): ProjectPart => {
        const head = memory.keep(`project ${String(i)}`, projectHead, project, i, terms, ground)
        return memory.keep(`part of project ${String(i)}`, projectPart, project, i, memory.alike(`head of project ${String(i)}`, head, saysTheSame), ground)
      }
      return memory.list('projects', disclosure.projects.map(partOfSheet))
    }),
  }
}

/** Finds the hits of a pattern: where all that is asked for stand in texts of some fields, in these alone. */
function matchFinder(pattern: string, { texts, textsOf }: Builders, { ground: { vocabulary }, memory }: Workspace): ItemsAsked {
  const entry = vocabulary.patterns.get(pattern)
  if (!entry) return () => NONE
  const found = new Map<PlacedText, readonly Item[]>()
  return itemsAsked(
    () => memory.found(`matches ${pattern}`, texts(), (some) => matchesByText(entry, some, vocabulary, found)),
    ({ field: fields }) => fields && [...matchesByText(entry, textsOf(fields), vocabulary, found)].flatMap(([text, items]) => {
      found.set(text, items)
      return items
    }),
  )
}

interface Builders {
  readonly items: Readonly<Record<Kind, ItemsAsked>>
  readonly texts: () => readonly PlacedText[]
  /** Those of some fields. */
  readonly textsOf: (fields: readonly string[]) => readonly PlacedText[]
}

function itemBuilders(workspace: Workspace): Builders {
  const { disclosure, ground, memory } = workspace
  const sections = once(() => placedSections(disclosure.sections, ground, memory))
  const texts = once(() => allTexts(workspace, sections()))
  const claims = claimBuilders(workspace, texts)
  const items: Record<Kind, ItemsAsked> = {
    document: once(() => memory.list('document', [ground.document])),
    table: once(() => memory.all('table items', workspace.tables(), ({ item }) => [item])),
    row: itemsOfTables('rows', workspace, rowItems),
    cell: itemsOfTables('cells', workspace, cellItems),
    project: once(() => memory.all('project items', workspace.projects(), ({ item }) => [item])),
    execution: once(() => memory.list('executions', [
      ...memory.all('executions of projects', workspace.projects(), sheetExecutions, saysTheSame),
      ...memory.keep('execution of overall', overallExecutions, disclosure.overall, ground),
    ])),
    fund: once(() => memory.all('funds', workspace.projects(), fundItems, saysTheSame)),
    indicator: once(() => memory.list('indicators', [
      ...memory.all('indicators of projects', workspace.projects(), ({ indicators }) => indicators(), saysTheSame),
      ...memory.keep('indicators of overall', indicatorItems, disclosure.overall?.indicators ?? NONE, OVERALL, ground),
    ])),
    section: once(() => memory.all('section items', sections(), (section) => [sectionItem(section)])),
    entry: once(() => memory.keep('entries', entryItems, disclosure.toc, ground)),
    paragraph: once(() => memory.all('paragraphs', sections(), paragraphItems)),
    sentence: once(() => memory.all('sentences', texts(), sentenceItems)),
    field: once(() => memory.all('fields', texts(), fieldItems)),
    text: once(() => memory.all('text items', texts(), textItems)),
    mark: once(() => memory.keep('marks', blockItems, 'mark', disclosure.marks ?? NONE, '/marks', ground)),
    figure: once(() => memory.keep('figures', blockItems, 'figure', disclosure.captions ?? NONE, '/captions', ground)),
    attachment: once(() => memory.keep('attachments', attachmentItems, disclosure.attachments, ground)),
    task: once(() => memory.keep('tasks', blockItems, 'task', disclosure.overall?.tasks ?? NONE, '/overall/tasks', ground)),
    numbering: once(() => numberingItems(texts(), sections(), workspace)),
    match: () => NONE,
    ...claims,
  }
  const chosen = new Map<string, readonly PlacedText[]>()
  const textsOf: Builders['textsOf'] = (fields) => {
    const key = fields.join('\n')
    const some = chosen.get(key) ?? texts().filter(({ field }) => fields.includes(field))
    chosen.set(key, some)
    return some
  }
  return { items, texts, textsOf }
}

/** One empty list, so that nothing stays the same nothing. */
const NONE: readonly never[] = []
const OVERALL = { pointer: '/overall/indicators' }
