import type { Disclosure } from '../../disclosure/model.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import { once } from '../once.ts'
import { lendVocabulary } from '../path.ts'
import { tableWords } from '../tables/words.ts'
import { documentItem, unreadPieces } from './document.ts'
import type { Ground } from './workspace.ts'

/** The properties of a disclosure that hold its parts. */
const PARTS: ReadonlySet<string> = new Set<keyof Disclosure>(['cover', 'toc', 'notes', 'captions', 'attachments', 'marks', 'tables', 'sections', 'projects', 'overall', 'extra'])

/** All that the ground reads of a disclosure, as text: one frame, one ground. */
export function frameOf(disclosure: Disclosure): string {
  return JSON.stringify([Object.entries(disclosure).filter(([property]) => !PARTS.has(property)), unreadPieces(disclosure)])
}

/** What all parts of the disclosure stand on. */
export function groundOf(disclosure: Disclosure, vocabulary: Vocabulary): Ground {
  const { entity, fiscalYear, sources = [] } = disclosure
  const document = documentItem(disclosure)
  lendVocabulary(document, vocabulary)
  const stage = stageOf(disclosure, vocabulary)
  return {
    vocabulary,
    document,
    entity: entity.name,
    defaults: { ...(fiscalYear !== undefined && { year: fiscalYear }), ...(stage !== undefined && { stage }) },
    flattened: sources.some(({ format }) => /te?xt|pdf/iu.test(format)),
    tableWords: once(() => tableWords(vocabulary)),
  }
}

/** The stage of figures in a document of this kind: that of the tables the law asks of it. */
function stageOf({ kind }: Disclosure, vocabulary: Vocabulary): string | undefined {
  for (const role of vocabulary.tables.values()) {
    const stage = role.statutory?.includes(kind) ? role.scope?.['stage'] : undefined
    if (stage !== undefined) return stage
  }
  return undefined
}
