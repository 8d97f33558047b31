import type { Recognition } from '../core/finding.ts'
import type { Disclosure } from '../disclosure/model.ts'
import type { ReadDocument } from '../readers/block.ts'
import type { SourceMap } from '../source/segment.ts'
import type { Vocabulary } from '../vocabulary/types.ts'

export interface Recognised {
  readonly disclosure: Disclosure
  readonly map: SourceMap
  readonly recognition: Recognition
}

/** Makes one disclosure of the blocks of one or more documents. */
export function recognise(documents: readonly ReadDocument[], vocabulary: Vocabulary): Recognised {
  void vocabulary
  const first = documents[0]
  return {
    disclosure: { kind: 'other', entity: { name: '', level: 'unit' }, extent: 'unknown', tables: [], sections: [], projects: [] },
    map: { file: first?.file ?? '', sha256: first?.sha256 ?? '', strings: new Map() },
    recognition: { tables: [], sheets: 0, paragraphs: 0, unrecognised: [], rows: 0, doubtful: 0 },
  }
}
