import type { Pattern, Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import type { TextValue, Value } from '../value.ts'
import { CHECKS } from './checks.ts'
import { doubledWords } from './doubled.ts'
import { indexTerms, nearTerms, type TermIndex } from './near-terms.ts'
import { compilePattern, compileTest, patternSources } from './pattern/compile.ts'
import type { CompiledPattern, PatternHit } from './pattern/compiled.ts'
import { indexOf } from './pattern/text-index.ts'
import { refOf, textValue } from './place.ts'
import type { ProseText } from './prose-text.ts'
import { sentences } from './sentences.ts'
import { slotValue } from './slot-value.ts'

/** What an entry of the vocabulary looks for, compiled. */
interface Search {
  /** Finders in the order of the entry's texts and words; a correction has the right word. */
  readonly finders: readonly { readonly pattern: CompiledPattern; readonly right?: string }[]
  readonly before?: CompiledPattern
  readonly after?: CompiledPattern
  readonly near?: TermIndex
}

/** How many characters to either side of a hit its neighbours are looked for in. */
const NEIGHBOURS = 24
/** How much of the clause around a hit `context` keeps to either side. */
const CONTEXT = 20

const searches = new WeakMap<Vocabulary, Map<string, Search>>()

function searchOf(pattern: Pattern, vocabulary: Vocabulary): Search {
  const known = searches.get(vocabulary) ?? new Map<string, Search>()
  searches.set(vocabulary, known)
  const ready = known.get(pattern.id)
  if (ready) return ready
  // Faults are reported when the vocabulary is loaded and checked; here such a text finds nothing.
  const compiled = (result: ReturnType<typeof compilePattern>): CompiledPattern[] => (result.ok ? [result.pattern] : [])
  const right = (source: string): string | undefined => (pattern.words && !Array.isArray(pattern.words) ? (pattern.words as Readonly<Record<string, string>>)[source] : undefined)
  const before = pattern.notPrecededBy === undefined ? undefined : compiled(compileTest(pattern.notPrecededBy, vocabulary, 'end'))[0]
  const after = pattern.notFollowedBy === undefined ? undefined : compiled(compileTest(pattern.notFollowedBy, vocabulary, 'start'))[0]
  const finders = patternSources(pattern).flatMap((source) => compiled(compilePattern(source, vocabulary)).map((finder) => {
    const word = right(source)
    return { pattern: finder, ...(word !== undefined && { right: word }) }
  }))
  const search: Search = {
    finders,
    ...(before && { before }),
    ...(after && { after }),
    ...(pattern.near && { near: indexTerms(pattern.near.terms, pattern.near.exchangeable, vocabulary) }),
  }
  known.set(pattern.id, search)
  return search
}

type Found = PatternHit & { readonly right?: string }

/** Finders that may hit, by position of the text; only these texts are read. */
function candidates(pattern: Pattern, search: Search, texts: readonly ProseText[]): ReadonlyMap<number, Search['finders']> {
  const index = indexOf(texts)
  const found = new Map<number, Search['finders'][number][]>()
  const add = (position: number): Search['finders'][number][] => {
    const known = found.get(position) ?? []
    found.set(position, known)
    return known
  }
  for (const finder of search.finders) {
    for (const position of index.candidates(finder.pattern.required, finder.pattern.onTokens)) add(position).push(finder)
  }
  if (pattern.doubled ?? pattern.near) return new Map(texts.map((_, position) => [position, found.get(position) ?? []]))
  return found.size < 2 ? found : new Map([...found].sort((a, b) => a[0] - b[0]))
}

function hitsOf(pattern: Pattern, search: Search, finders: Search['finders'], text: ProseText): readonly Found[] {
  const { tokenised } = text
  const all: Found[] = finders.flatMap(({ pattern: finder, right }) => finder.find(tokenised).map((hit) => ({ ...hit, ...(right !== undefined && { right }) })))
  if (pattern.doubled) all.push(...doubledWords(tokenised.text, ...pattern.doubled).map((range) => ({ ...range, slots: [] })))
  if (search.near) all.push(...nearTerms(tokenised.text, search.near).map((hit) => ({ ...hit, slots: [] })))
  const kept: Found[] = []
  for (const hit of all.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (hit.from < (kept.at(-1)?.to ?? 0)) continue
    if (search.before?.test(tokenised.text.slice(Math.max(0, hit.from - NEIGHBOURS), hit.from))) continue
    if (search.after?.test(tokenised.text.slice(hit.to, hit.to + NEIGHBOURS))) continue
    if (pattern.check && !CHECKS[pattern.check](tokenised.text.slice(hit.from, hit.to).replace(/[\s-]/g, ''))) continue
    if (isTornApart(text, hit, GAP_IN_FIGURES) || (pattern.doubled && isTornApart(text, hit, GAP_IN_WORDS))) continue
    kept.push(hit)
  }
  return kept
}

const GAP_IN_FIGURES = /\d[ \t\u3000]{2,}\d/u
/** One gap and no more: words whose characters are all spaced out have several. */
const GAP_IN_WORDS = /(?<!\s\p{L}|\p{L}\s)\p{L}[ \t\u3000]+\p{L}(?!\s\p{L})/u

/** What a gap sets apart, digits or the two halves of a word that looks doubled, normalising has brought together: cells of a row that was not read. */
function isTornApart(text: ProseText, hit: PatternHit, gap: RegExp): boolean {
  if (!gap.test(text.tokenised.original)) return false
  const { ref } = textValue(text, hit.from, hit.to)
  return ref?.from !== undefined && gap.test(text.tokenised.original.slice(ref.from, ref.to))
}

const CLAUSE_END = /[\u3002\uff1b;\uff0c\n\t]/u

/** A comma within a figure ends no clause. */
function endsClause(text: string, at: number): boolean {
  const mark = text[at] ?? ''
  return CLAUSE_END.test(mark) || (mark === ',' && !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')))
}

/** The hit as printed, with some of its clause around it. */
function contextOf(text: ProseText, words: TextValue): string {
  const { original } = text.tokenised
  const [start, end] = [words.ref?.from ?? 0, words.ref?.to ?? 0]
  let [from, to] = [start, end]
  while (from > 0 && start - from < CONTEXT && !endsClause(original, from - 1)) from--
  while (to < original.length && to - end < CONTEXT && !endsClause(original, to)) to++
  return original.slice(from, to).trim()
}

/** The sentence that begins before the hit, with its place. */
function sentenceValue(text: ProseText, words: TextValue): TextValue {
  const { original } = text.tokenised
  const at = words.ref?.from ?? 0
  const { from, to } = sentences(original).findLast((sentence) => sentence.from <= at) ?? { from: 0, to: original.length }
  return { ...words, text: original.slice(from, to), ref: { pointer: text.ref.pointer, from, to } }
}

/** What stands between the full stops around the words: semicolons do not end it. */
function passageValue(text: ProseText, words: TextValue): TextValue {
  const { original } = text.tokenised
  const at = words.ref?.from ?? 0
  const from = Math.max(original.lastIndexOf('\u3002', at - 1), original.lastIndexOf('\n', at - 1)) + 1
  const ends = ['\u3002', '\n'].map((mark) => original.indexOf(mark, at)).filter((end) => end >= 0)
  const to = Math.min(original.length, ...ends)
  return { ...words, text: original.slice(from, to), ref: { pointer: text.ref.pointer, from, to } }
}

function matchItem(pattern: Pattern, text: ProseText, hit: Found, vocabulary: Vocabulary): Item {
  const slots = Object.fromEntries(hit.slots.map((slot): [string, () => Value] => [slot.slot.name, () => slotValue(text, slot, vocabulary)]))
  const words = textValue(text, hit.from, hit.to)
  const fixed = (value: string) => (): Value => ({ ...words, text: value })
  return makeItem({
    kind: 'match', ref: refOf(text, hit.from, hit.to), text: words.text, reading: text.reading, standing: text.standing,
    attributes: {
      ...slots,
      cut: () => ({ type: 'boolean', value: text.cut === true && words.ref?.to === text.tokenised.original.trimEnd().length }),
      pattern: fixed(pattern.id), text: () => words, field: fixed(text.field), context: () => ({ ...words, text: contextOf(text, words) }), sentence: () => sentenceValue(text, words), passage: () => passageValue(text, words), headings: fixed((text.headings ?? []).join(' ')),
      ...(hit.right !== undefined && { right: fixed(hit.right) }),
    },
  })
}

/** Hits of a vocabulary pattern in texts, in their order, as items of kind `match` with the pattern's slots as attributes. */
export function findMatches(pattern: Pattern, texts: readonly ProseText[], vocabulary: Vocabulary): Item[] {
  return [...matchesByText(pattern, texts, vocabulary).values()].flat()
}

/** The same, by the texts that have any: what is found in one text hangs on no other. `known`: what was found in some of them before. */
export function matchesByText<Text extends ProseText>(pattern: Pattern, texts: readonly Text[], vocabulary: Vocabulary, known?: ReadonlyMap<Text, readonly Item[]>): ReadonlyMap<Text, readonly Item[]> {
  const search = searchOf(pattern, vocabulary)
  return new Map([...candidates(pattern, search, texts)].flatMap(([position, finders]) => {
    const text = texts[position]
    if (!text || (pattern.fields && !pattern.fields.includes(text.field))) return []
    const items = known?.get(text) ?? hitsOf(pattern, search, finders, text).map((hit) => matchItem(pattern, text, hit, vocabulary))
    return items.length === 0 ? [] : [[text, items] as const]
  }))
}
