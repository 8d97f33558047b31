import { emptyBridges, inFewerDimensions } from '../bridges.ts'
import { overallCompositions, sheetCompositions } from '../forms/compositions.ts'
import { indicatorFacts, overallFacts, sheetFacts } from '../forms/facts.ts'
import { overallScores, sheetScores } from '../forms/scores.ts'
import type { Item } from '../item.ts'
import type { Kind } from '../kinds.ts'
import { saysTheSame } from '../make-item.ts'
import { once } from '../once.ts'
import { readProse } from '../prose/index.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import type { ProseText } from '../prose/prose-text.ts'
import { tableChanges } from '../tables/changes.ts'
import { tableCompositions } from '../tables/compositions.ts'
import { statedNowhere, tableFacts } from '../tables/facts.ts'
import { tableFigures } from '../tables/figured.ts'
import { cellEquations, tableNotes } from '../tables/notes.ts'
import { tableProducts } from '../tables/products.ts'
import { soleTables } from '../tables/sole.ts'
import type { Workspace } from './workspace.ts'

type ClaimKind = Extract<Kind, 'fact' | 'composition' | 'equation' | 'share' | 'change' | 'enumeration' | 'restatement'>

/** Builders of facts and claims: from tables, then forms, then prose; each part is read when it is first asked for. */
export function claimBuilders(workspace: Workspace, texts: () => readonly ProseText[]): Readonly<Record<ClaimKind, () => readonly Item[]>> {
  const { disclosure, ground, memory } = workspace
  const { vocabulary } = ground
  const read = once(() => readProse(isOfOneBody(workspace, texts()) ? texts() : memory.all('inferred texts', texts(), inferred), ground.reading, memory))
  return {
    fact: once(() => {
      const views = memory.list('table views', workspace.tableViews())
      const sheets = memory.list('sheets', workspace.projects())
      const sole = new Set(soleTables(views))
      const facts = memory.list('stated facts', [
        ...memory.all('facts of tables', workspace.tables().filter(({ view }) => sole.has(view())), tableFacts, saysTheSame),
        ...memory.list('facts of forms', [
          ...memory.keep('facts of sheets', sheetFacts, sheets, ground),
          ...memory.keep('facts of overall', overallFacts, disclosure.overall, ground),
          ...memory.keep('facts of indicators', indicatorFacts, sheets, disclosure.overall, ground),
        ], saysTheSame),
        ...read().facts,
      ])
      const merged = emptyBridges(facts, vocabulary, (concept) => memory.keep(`stated nowhere ${concept}`, statedNowhere, concept, views))
      return merged.size === 0 ? facts : memory.all(`facts without ${[...merged].join(' ')}`, facts, (fact) => [inFewerDimensions(fact, merged)])
    }),
    composition: once(() => memory.list('compositions', [
      ...memory.all('compositions of tables', workspace.tables(), tableCompositions, saysTheSame),
      ...memory.all('compositions of sheets', workspace.projects(), sheetCompositions, saysTheSame),
      ...memory.keep('compositions of overall', overallCompositions, disclosure.overall, ground),
      ...memory.all('scores of sheets', workspace.projects(), sheetScores, saysTheSame),
      ...memory.keep('scores of overall', overallScores, disclosure.overall, ground),
      ...read().compositions,
    ])),
    change: once(() => memory.list('changes', [...memory.all('changes of tables', workspace.tables(), tableChanges, saysTheSame), ...read().changes])),
    equation: once(() => memory.list('equations', [...memory.all('products of tables', workspace.tables(), tableProducts, saysTheSame), ...memory.all('figures of tables', workspace.tables(), tableFigures), ...memory.all('notes of tables', workspace.tables(), tableNotes), ...texts().filter(({ field }) => field === 'table.cell').flatMap((text) => memory.keep(`equations of cell ${text.ref.pointer}`, cellEquations, text, ground.reading)), ...read().equations])),
    share: () => read().shares,
    enumeration: () => read().enumerations,
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
