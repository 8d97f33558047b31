import type { Vocabulary } from '../../vocabulary/types.ts'
import { once } from '../once.ts'
import { lendVocabulary } from '../path.ts'
import { tableWords } from '../tables/words.ts'
import { documentItem } from './document.ts'
import type { Frame } from './frame.ts'
import type { Ground } from './workspace.ts'

/** What all parts of a disclosure stand on, of its frame as text: one text, one ground. */
export function groundOf(text: string, vocabulary: Vocabulary): Ground {
  const frame = JSON.parse(text) as Frame
  const { kind, entity, fiscalYear, files } = frame
  const document = documentItem(frame)
  lendVocabulary(document, vocabulary)
  const stage = stageOf(kind, vocabulary)
  const defaults = { ...(fiscalYear !== undefined && { year: fiscalYear }), ...(stage !== undefined && { stage }) }
  return {
    vocabulary,
    document,
    entity: entity.name,
    defaults,
    flattened: files.some(({ format }) => /te?xt|pdf/iu.test(format)),
    tableWords: once(() => tableWords(vocabulary)),
    reading: { vocabulary, entity: entity.name, ...defaults },
  }
}

/** The stage of figures in a document of this kind: that of the tables the law asks of it. */
function stageOf(kind: Frame['kind'], vocabulary: Vocabulary): string | undefined {
  for (const role of vocabulary.tables.values()) {
    const stage = role.statutory?.includes(kind) ? role.scope?.['stage'] : undefined
    if (stage !== undefined) return stage
  }
  return undefined
}
