import type { Recognition, Site } from './core/finding.ts'
import type { Problem, Result } from './core/problem.ts'
import type { Disclosure } from './disclosure/model.ts'
import { validateDisclosure, type DisclosureFault } from './disclosure/validate.ts'
import type { Located } from './findings/index.ts'
import type { ReadDocument } from './readers/block.ts'
import { detectFormat } from './readers/format.ts'
import { readText } from './readers/text/index.ts'
import { recognise } from './recognise/index.ts'
import { decodeText } from './source/decode.ts'
import { jsonLocator, parseJson } from './source/json.ts'
import { mapOfFile } from './source/file-map.ts'
import type { MovedMemory } from './source/moved.ts'
import { textLocator } from './source/text-locator.ts'
import type { SourceMap } from './source/segment.ts'
import type { Vocabulary } from './vocabulary/types.ts'
import { tooLong, tooMuchText } from './too-long.ts'
import { readingOrder, type Rank } from './reading-order.ts'
import { recognitionOf } from './recognition-of.ts'
import { originsOf } from './sidecar.ts'
import { sha256Hex } from './sha256.ts'

/** One input file. */
export interface Subject {
  readonly file: string
  readonly content: Uint8Array | string
  /** Of the bytes, in hexadecimal; computed when not given. */
  readonly sha256?: string
  /** What `openSubject` made of a Word, Excel, PDF … file; text and JSON need none. */
  readonly read?: Result<ReadDocument>
  /** The sidecar map that `import` wrote beside a disclosure JSON, as text. */
  readonly sidecar?: string
}

/** One disclosure, read from one file or from several parts, with everything needed to point into them. */
export interface ReadSubjects {
  readonly file: string
  readonly sha256: string
  readonly disclosure?: Disclosure
  readonly map?: SourceMap
  /** The documents it was read from, where blocks were made of them. */
  readonly documents: readonly ReadDocument[]
  readonly recognition: Recognition
  readonly faults: readonly DisclosureFault[]
  readonly problems: readonly Problem[]
  readonly locate: (site: Pick<Site, 'pointer' | 'range'>) => Located
  /** Where a reader meets a located value; not of JSON, where members have no order. */
  readonly rank?: (located: Located) => Rank | undefined
}

/** Reads the files of one disclosure: JSON as it is, anything else through a reader and the recogniser. */
export function readSubjects(subjects: readonly Subject[], vocabulary: Vocabulary, memory?: MovedMemory): ReadSubjects {
  const [first] = subjects
  if (!first) throw new RangeError('no subject to read')
  const sha = first.sha256 ?? sha256Hex(first.content)
  if (subjects.length === 1 && !first.read && detectFormat(first.content, first.file) === 'json') return readJson({ file: first.file, sha256: sha, text: textOf(first) }, first.sidecar)
  const parts = subjects.map((subject) => readPart(subject === first ? { ...first, sha256: sha } : subject))
  const problems = parts.flatMap((part) => (part.ok ? tooLong(part.value.document) : part.problems))
  if (problems.length > 0) return { file: first.file, sha256: sha, documents: [], recognition: recognitionOf(undefined), locate: () => ({}), faults: [], problems }
  return readDocuments(parts.flatMap((part) => (part.ok ? [part.value] : [])), vocabulary, memory)
}

/** A file that became blocks, with the text its places count in, where they do. */
interface Part {
  readonly document: ReadDocument
  readonly text: string
}

function readPart(subject: Subject): Result<Part> {
  const { file, content, read } = subject
  if (read) return read.ok ? { ok: true, value: { document: read.value, text: textOf(subject) } } : read
  const format = detectFormat(content, file)
  if (format !== 'text' && format !== 'json') return { ok: false, problems: [{ code: 'not-opened', file, message: { zh: `这是 ${format} 文件，程序中调用时须先用 openSubject 打开`, en: `this is a ${format} file; open it with openSubject first` } }] }
  const text = textOf(subject)
  const problems = tooMuchText(text.length, file)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { document: readText(text, file, subject.sha256 ?? sha256Hex(content)), text } }
}

/** The text of a file, where its places count in one; else ''. */
export function textOf({ content, read }: Subject): string {
  if (read?.ok && !read.value.blocks.some(hasTextAnchor)) return ''
  return typeof content === 'string' ? content : decodeText(content).text
}

function hasTextAnchor(block: ReadDocument['blocks'][number]): boolean {
  const texts = block.kind === 'grid' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : [block.text]
  return texts.some(({ segments }) => segments.some(({ anchor }) => anchor.kind === 'text'))
}

interface Decoded {
  readonly file: string
  readonly text: string
  readonly sha256: string
}

function readJson({ file, text, sha256: hash }: Decoded, sidecar: string | undefined): ReadSubjects {
  const empty = { file, sha256: hash, documents: [], recognition: recognitionOf(undefined), locate: () => ({}) }
  const parsed = parseJson(text)
  if (!parsed.ok) return { ...empty, faults: [], problems: parsed.problems.map((problem) => ({ ...problem, file })) }
  const locator = jsonLocator(text)
  const origin = sidecar === undefined ? undefined : originsOf(sidecar, hash)
  const checked = validateDisclosure(parsed.value)
  const duplicates: DisclosureFault[] = parsed.duplicates.map(({ pointer, key }) => ({
    pointer,
    code: 'duplicate-key',
    severity: 'error',
    message: { zh: `“${key}”写了不止一次，只有最后一次有效`, en: `"${key}" is given more than once; only the last counts` },
  }))
  return {
    file,
    sha256: hash,
    documents: [],
    ...(checked.disclosure && { disclosure: checked.disclosure }),
    recognition: recognitionOf(checked.disclosure),
    faults: [...duplicates, ...checked.faults],
    problems: [],
    locate: ({ pointer, range }) => ({ ...place(locator.locate(ref(pointer, range))), ...origin?.(ref(pointer, range)) }),
  }
}


function readDocuments(parts: readonly Part[], vocabulary: Vocabulary, memory: MovedMemory | undefined): ReadSubjects {
  const documents = parts.map(({ document }) => document)
  const { disclosure, map, recognition } = recognise(documents, vocabulary, memory)
  const [first] = documents
  const alone = documents.length === 1
  const fileOf = (pointer: string) => (alone ? (first?.file ?? '') : fileOfPointer(map, pointer))
  const locators = new Map(parts.map(({ document: { file }, text }) => [file, textLocator(alone ? map : mapOfFile(map, file), text)]))
  return {
    file: first?.file ?? '',
    sha256: alone ? (first?.sha256 ?? '') : sha256Hex(documents.map((document) => document.sha256).join('\n')),
    disclosure,
    map,
    documents,
    recognition,
    faults: [],
    problems: [],
    rank: readingOrder(documents),
    locate: ({ pointer = '', range }) => {
      const file = fileOf(pointer)
      return { ...(!alone && { file }), ...place(locators.get(file)?.locate(ref(pointer, range))) }
    },
  }
}

/** The file a value was read from; of an object or list, that of the first string in it; of what has no place, that of what it stands in. */
function fileOfPointer(map: SourceMap, pointer: string): string {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const own = map.strings.get(at) ?? [...map.strings].find(([name]) => name.startsWith(`${at}/`))?.[1]
    if (own) return own[0]?.file ?? map.file
  }
  return map.file
}

function ref(pointer: string | undefined, range: readonly [number, number] | undefined) {
  return { pointer: pointer ?? '', ...(range && { from: range[0], to: range[1] }) }
}

function place(found: Located['place']): Located {
  return found ? { place: found } : {}
}
