import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Recognition, Site } from './core/finding.ts'
import type { Problem } from './core/problem.ts'
import type { Disclosure } from './disclosure/model.ts'
import { validateDisclosure, type DisclosureFault } from './disclosure/validate.ts'
import type { Located } from './findings/index.ts'
import { readText } from './readers/text/index.ts'
import { recognise } from './recognise/index.ts'
import { decodeText } from './source/decode.ts'
import { jsonLocator, parseJson } from './source/json.ts'
import { textLocator } from './source/text-locator.ts'
import type { SourceMap } from './source/segment.ts'
import type { Vocabulary } from './vocabulary/types.ts'
import { recognitionOf } from './recognition-of.ts'

/** One input file. */
export interface Subject {
  readonly file: string
  readonly content: Uint8Array | string
  /** Of the bytes, in hexadecimal; computed when not given. */
  readonly sha256?: string
}

/** One disclosure, read from one file or from several parts, with everything needed to point into them. */
export interface ReadSubjects {
  readonly file: string
  readonly sha256: string
  readonly disclosure?: Disclosure
  readonly map?: SourceMap
  readonly recognition: Recognition
  readonly faults: readonly DisclosureFault[]
  readonly problems: readonly Problem[]
  readonly locate: (site: Pick<Site, 'pointer' | 'range'>) => Located
}

/** Reads the files of one disclosure: JSON as it is, anything else through a reader and the recogniser. */
export function readSubjects(subjects: readonly Subject[], vocabulary: Vocabulary): ReadSubjects {
  const decoded = subjects.map((subject) => ({ ...subject, text: textOf(subject), sha256: subject.sha256 ?? digest(subject.content) }))
  const [first] = decoded
  if (!first) throw new RangeError('no subject to read')
  return decoded.length === 1 && isJson(first) ? readJson(first) : readTexts(decoded, vocabulary)
}

interface Decoded {
  readonly file: string
  readonly text: string
  readonly sha256: string
}

function textOf({ content }: Subject): string {
  return typeof content === 'string' ? content : decodeText(content).text
}

function digest(content: Uint8Array | string): string {
  return bytesToHex(sha256(typeof content === 'string' ? new TextEncoder().encode(content) : content))
}

function isJson({ file, text }: Decoded): boolean {
  return /\.json$/i.test(file) || /^\ufeff?\s*\{/.test(text)
}

function readJson({ file, text, sha256: hash }: Decoded): ReadSubjects {
  const empty = { file, sha256: hash, recognition: recognitionOf(undefined), locate: () => ({}) }
  const parsed = parseJson(text)
  if (!parsed.ok) return { ...empty, faults: [], problems: parsed.problems.map((problem) => ({ ...problem, file })) }
  const locator = jsonLocator(text)
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
    ...(checked.disclosure && { disclosure: checked.disclosure }),
    recognition: recognitionOf(checked.disclosure),
    faults: [...duplicates, ...checked.faults],
    problems: [],
    locate: ({ pointer, range }) => place(locator.locate(ref(pointer, range))),
  }
}

function readTexts(parts: readonly Decoded[], vocabulary: Vocabulary): ReadSubjects {
  const documents = parts.map(({ file, text, sha256: hash }) => readText(text, file, hash))
  const { disclosure, map, recognition } = recognise(documents, vocabulary)
  const fileOf = (pointer: string) => (parts.length === 1 ? (parts[0]?.file ?? '') : fileOfPointer(map, pointer))
  const locators = new Map(parts.map(({ file, text }) => [file, textLocator(parts.length > 1 ? stringsOf(map, file) : map, text)]))
  const [first] = parts
  return {
    file: first?.file ?? '',
    sha256: parts.length === 1 ? (first?.sha256 ?? '') : digest(parts.map((part) => part.sha256).join('\n')),
    disclosure,
    map,
    recognition,
    faults: [],
    problems: [],
    locate: ({ pointer = '', range }) => {
      const file = fileOf(pointer)
      return { ...(parts.length > 1 && { file }), ...place(locators.get(file)?.locate(ref(pointer, range))) }
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

/** The part of a source map whose strings stand in one of its files. */
function stringsOf(map: SourceMap, file: string): SourceMap {
  const own = [...map.strings].filter(([, segments]) => (segments[0]?.file ?? map.file) === file)
  return { ...map, file, strings: new Map(own.map(([pointer, segments]) => [pointer, segments.map(({ from, to, anchor }) => ({ from, to, anchor }))])) }
}

function ref(pointer: string | undefined, range: readonly [number, number] | undefined) {
  return { pointer: pointer ?? '', ...(range && { from: range[0], to: range[1] }) }
}

function place(found: Located['place']): Located {
  return found ? { place: found } : {}
}
