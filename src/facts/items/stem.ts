import type { Vocabulary } from '../../vocabulary/types.ts'
import { tokenise } from '../tokens/index.ts'

/** Longest key term, in characters. */
const TERM = 4
/** A term that more than this share of the projects have says nothing about one. */
const COMMON = 1 / 3

/** A project's name without year, document number, words of fund levels and brackets. */
export function stemOf(name: string, vocabulary: Vocabulary): string {
  const { text, tokens, offsets } = tokenise(name)
  let kept = ''
  let at = 0
  const ranges = tokens.filter((token) => token.type === 'year' || token.type === 'docnum' || token.type === 'date').map(({ from, to }) => [from, to] as const)
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    kept += slice(text, offsets, at, from)
    at = Math.max(at, to)
  }
  kept += slice(text, offsets, at, name.length)
  kept = kept.replaceAll(/[()[\]{}（）【】〔〕〈〉《》“”"'‘’\s]/gu, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return levelWords(vocabulary).reduce((left, word) => (left.length > word.length ? left.replaceAll(word, '') : left), kept)
}

/** The thing an indicator counts: its name without brackets and the words of measuring; empty where too little is left. */
export function subjectOf(name: string, vocabulary: Vocabulary): string {
  let subject = name.normalize('NFKC').replaceAll(/\([^)]*\)?|\s/gu, '')
  const words = Object.values(vocabulary.lists.get('measuring-words') ?? {}).flat().toSorted((a, b) => b.length - a.length)
  for (let last = words.find((word) => subject.endsWith(word)); last !== undefined && last !== ''; last = words.find((word) => subject.endsWith(word))) subject = subject.slice(0, subject.length - last.length)
  return [...subject].length < 2 ? '' : subject
}

/** The stretch of the normalised text that stands for the original's `from`..`to`. */
function slice(text: string, offsets: readonly number[], from: number, to: number): string {
  let kept = ''
  for (let i = 0; i < text.length; i += 1) {
    const offset = offsets[i] ?? 0
    if (offset >= from && offset < to) kept += text[i] ?? ''
  }
  return kept
}

/** Words of fund levels, longest first: central money, provincial money. */
function levelWords(vocabulary: Vocabulary): readonly string[] {
  return Object.values(vocabulary.lists.get('fund-level-words') ?? {}).flat().toSorted((a, b) => b.length - a.length)
}

/**
 * For each project's stem the terms that are its own: stretches of up to four characters between words of any project
 * (money, grant, project), without those that many projects share.
 */
export function keyTerms(stems: readonly string[], vocabulary: Vocabulary): readonly (readonly string[])[] {
  const general = Object.values(vocabulary.lists.get('project-words') ?? {}).flat().toSorted((a, b) => b.length - a.length)
  const terms = stems.map((stem) => windows(stem, general))
  const count = new Map<string, number>()
  for (const own of terms) for (const term of own) count.set(term, (count.get(term) ?? 0) + 1)
  const most = Math.max(2, Math.floor(stems.length * COMMON))
  return terms.map((own) => own.filter((term) => (count.get(term) ?? 0) <= most))
}

function windows(stem: string, general: readonly string[]): string[] {
  let pieces = [stem]
  for (const word of general) pieces = pieces.flatMap((piece) => piece.split(word))
  const found = new Set<string>()
  for (const piece of pieces.map((one) => one.replaceAll(/[^\p{L}\p{N}]/gu, ''))) {
    if (piece.length < 2) continue
    for (let i = 0; i + TERM <= Math.max(piece.length, TERM); i += 1) found.add(piece.slice(i, i + TERM))
  }
  return [...found]
}
