import type { Recognition } from '../core/finding.ts'
import type { Disclosure } from '../disclosure/model.ts'
import type { Block, MarkBlock, ReadDocument } from '../readers/block.ts'
import { NOT_KEPT, type MovedMemory } from '../source/moved.ts'
import type { SourceMap } from '../source/segment.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import { tablesBeside } from './beside.ts'
import { BodyReader } from './body.ts'
import { finishDraft } from './draft.ts'
import type { Mapped } from './draft.ts'
import { frontMatter } from './front-matter.ts'
import { concludeIdentity } from './identity.ts'
import { lexiconOf } from './lexicon.ts'
import { evidenceOf } from './loose/evidence.ts'
import { countRecognition } from './recognition.ts'

/** A document recognised. */
export interface Recognised {
  readonly disclosure: Disclosure
  readonly map: SourceMap
  readonly recognition: Recognition
}

/**
 * Makes one disclosure of the blocks of one or more documents: cover, contents, tables by role, project sheets, the overall
 * form, sections. What is not recognised goes to `extra`. The source map names the first file; segments from another one
 * carry its name. With a memory, grids that only moved since the version before are not read again.
 */
export function recognise(documents: readonly ReadDocument[], vocabulary: Vocabulary, memory: MovedMemory = NOT_KEPT): Recognised {
  const lexicon = lexiconOf(vocabulary)
  const all = documents.flatMap((document, i) => (i === 0 ? document.blocks : document.blocks.map((block) => inFile(block, document.file))))
  const marks = all.filter((block): block is MarkBlock => block.kind === 'mark')
  const blocks = all.filter((block) => block.kind !== 'mark').flatMap((block) => tablesBeside(block, lexicon))
  const front = frontMatter(blocks, lexicon)
  const body = new BodyReader(lexicon, memory, evidenceOf(blocks))
  for (const block of blocks.slice(front.body)) body.add(block)
  const { overall, ...parts } = body.result()
  const draft: Mapped<Omit<Disclosure, 'kind' | 'entity' | 'extent'>> = {
    sources: documents.map(({ file, sha256, format }) => ({ file, sha256, format })),
    cover: front.cover,
    toc: front.toc,
    marks: marks.map(({ text }) => ({ text })),
    ...parts,
    ...(overall === undefined ? {} : { overall }),
  }
  const { disclosure: read, strings } = finishDraft(draft as Mapped<Disclosure>)
  const { entityFrom, ...identity } = concludeIdentity(read, lexicon)
  const disclosure: Disclosure = { ...identity, ...read }
  const [first] = documents
  const entityPlace = entityFrom === undefined ? undefined : strings.get(entityFrom)
  const map = { file: first?.file ?? '', sha256: first?.sha256 ?? '', strings: entityPlace === undefined ? strings : new Map([...strings, ['/entity/name', entityPlace]]) }
  return { disclosure, map, recognition: countRecognition(disclosure) }
}

/** Says of every segment of a block that it stands in another file than the first. */
function inFile(block: Block, file: string): Block {
  return JSON.parse(JSON.stringify(block), (key, value: unknown) => (key === 'segments' && Array.isArray(value) ? value.map((segment: object) => ({ ...segment, file })) : value)) as Block
}
