import { itemsOfParts, type ItemsAsked } from '../asked.ts'
import { overallCompositions, sheetCompositions } from '../forms/compositions.ts'
import { overallScores, sheetScores } from '../forms/scores.ts'
import type { Kind } from '../kinds.ts'
import { saysTheSame } from '../make-item.ts'
import { once, onceForEach } from '../once.ts'
import { readProse } from '../prose/index.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import type { ProseText } from '../prose/prose-text.ts'
import { announcedRows } from '../tables/announced-rows.ts'
import { tableChanges } from '../tables/changes.ts'
import { tableCompositions } from '../tables/compositions.ts'
import { tableFigures } from '../tables/figured.ts'
import { sheetNotes } from '../forms/notes.ts'
import { cellEquations, tableNotes } from '../tables/notes.ts'
import { tableProducts } from '../tables/products.ts'
import { factBuilder } from './facts.ts'
import { tablesAsked } from './tables-asked.ts'
import type { Workspace } from './workspace.ts'

type ClaimKind = Extract<Kind, 'fact' | 'composition' | 'equation' | 'share' | 'change' | 'enumeration' | 'restatement'>

/** Builders of facts and claims: from tables, then forms, then prose; each part is read when it is first asked for. */
export function claimBuilders(workspace: Workspace, texts: () => readonly ProseText[]): Readonly<Record<ClaimKind, ItemsAsked>> {
  const { disclosure, ground, memory } = workspace
  const compositionsOfTable = onceForEach(tableCompositions)
  const read = once(() => readProse(isOfOneBody(workspace, texts()) ? texts() : memory.all('inferred texts', texts(), inferred), ground.reading, memory))
  return {
    fact: factBuilder(workspace, read),
    composition: itemsOfParts([
      { origins: ['row', 'column', 'tree', 'row?', 'column?', 'tree?'], all: () => memory.all('compositions of tables', workspace.tables(), compositionsOfTable, saysTheSame), some: (asked) => tablesAsked(workspace, asked).flatMap(compositionsOfTable) },
      { origins: ['form'], all: once(() => [
        ...memory.all('compositions of sheets', workspace.projects(), sheetCompositions, saysTheSame),
        ...memory.keep('compositions of overall', overallCompositions, disclosure.overall, ground),
      ]) },
      { origins: ['weights', 'scores'], all: once(() => [
        ...memory.all('scores of sheets', workspace.projects(), sheetScores, saysTheSame),
        ...memory.keep('scores of overall', overallScores, disclosure.overall, ground),
      ]) },
      { origins: ['prose', 'changes', 'moved', 'before'], all: () => read().compositions },
    ], (compositions) => memory.list('compositions', compositions)),
    change: once(() => memory.list('changes', [...memory.all('changes of tables', workspace.tables(), tableChanges, saysTheSame), ...read().changes])),
    equation: once(() => memory.list('equations', [...memory.all('products of tables', workspace.tables(), tableProducts, saysTheSame), ...memory.all('figures of tables', workspace.tables(), tableFigures), ...memory.all('notes of tables', workspace.tables(), tableNotes), ...memory.all('notes of sheets', workspace.projects(), sheetNotes), ...texts().filter(({ field }) => field === 'table.cell').flatMap((text) => memory.keep(`equations of cell ${text.ref.pointer}`, cellEquations, text, ground.reading)), ...read().equations])),
    share: () => read().shares,
    enumeration: once(() => memory.list('enumerations', [...read().enumerations, ...workspace.tables().flatMap((part, at, all) => memory.keep(`announced rows ${String(at)}`, announcedRows, part, all[at + 1]))])),
    restatement: () => read().restatements,
  }
}

/**
 * Whether a document speaks of one body. A government's report, or a text of no known kind that names whole areas, has amounts of several
 * bodies and levels side by side: whose an amount is can only be inferred.
 */
function isOfOneBody({ disclosure, ground: { vocabulary } }: Workspace, texts: readonly ProseText[]): boolean {
  const areas = wordsOf(vocabulary, 'macro-words')
  return disclosure.entity.level !== 'government' && !(disclosure.kind === 'other' && texts.some(({ prose, tokenised }) => prose && areas.test(tokenised.text)))
}

/** A text is read when it is first asked for, and may be made of another: a copy of its own members would lose what it has from that one. */
const inferred = (text: ProseText): readonly ProseText[] => [Object.create(text, { reading: { value: text.reading ?? 'inferred', enumerable: true } }) as ProseText]
