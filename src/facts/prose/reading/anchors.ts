import type { ClaimTemplate, Vocabulary } from '../../../vocabulary/types.ts'
import { compilePattern } from '../pattern/compile.ts'
import type { CompiledPattern, PatternHit } from '../pattern/compiled.ts'
import type { Paragraph, Span } from './paragraph.ts'

/** A place where the words of a claim template stand. */
export interface Anchor extends PatternHit {
  readonly template: ClaimTemplate
  /** Rank of the template text: earlier ones say more. */
  readonly rank: number
}

interface Compiled {
  readonly template: ClaimTemplate
  readonly pattern: CompiledPattern
}

const compiledTemplates = new WeakMap<Vocabulary, Map<ClaimTemplate['kind'], readonly Compiled[]>>()
const compiledTexts = new WeakMap<Vocabulary, Map<string, CompiledPattern | undefined>>()

/** A pattern text compiled once a vocabulary; undefined when it is refused (reported when the vocabulary is checked). */
export function patternOf(source: string, vocabulary: Vocabulary): CompiledPattern | undefined {
  const known = compiledTexts.get(vocabulary) ?? new Map<string, CompiledPattern | undefined>()
  compiledTexts.set(vocabulary, known)
  if (!known.has(source)) {
    const compiled = compilePattern(source, vocabulary)
    known.set(source, compiled.ok ? compiled.pattern : undefined)
  }
  return known.get(source)
}

/** The texts of the templates of a kind, in the order of the vocabulary. */
function templates(kind: ClaimTemplate['kind'], vocabulary: Vocabulary): readonly Compiled[] {
  const known = compiledTemplates.get(vocabulary) ?? new Map<ClaimTemplate['kind'], readonly Compiled[]>()
  compiledTemplates.set(vocabulary, known)
  const made = known.get(kind) ?? [...vocabulary.claims.values()].filter((template) => template.kind === kind)
    .flatMap((template) => template.prose.flatMap((source): Compiled[] => [patternOf(source, vocabulary)].flatMap((pattern) => (pattern ? [{ template, pattern }] : []))))
  known.set(kind, made)
  return made
}

/**
 * Where the templates of a kind of claim stand in a paragraph, in order. Of templates whose hits share a decisive word
 * (slot `core`, else the whole hit) the one that comes first in the vocabulary wins, then the leftmost; `accept` refuses hits.
 */
export function anchors(paragraph: Paragraph, kind: ClaimTemplate['kind'], vocabulary: Vocabulary, options: { readonly core?: string; readonly accept?: (anchor: Anchor) => boolean } = {}): readonly Anchor[] {
  const { accept } = options
  const all = standing(paragraph, kind, vocabulary)
  return all.length === 0 ? all : leading(accept ? all.filter(accept) : [...all], options.core)
}

const found = new WeakMap<Paragraph, { readonly vocabulary: Vocabulary; readonly byKind: Map<ClaimTemplate['kind'], readonly Anchor[]> }>()

/** Every place where templates of a kind stand, in their order: many readers of a paragraph ask. */
function standing(paragraph: Paragraph, kind: ClaimTemplate['kind'], vocabulary: Vocabulary): readonly Anchor[] {
  const before = found.get(paragraph)
  const known = before?.vocabulary === vocabulary ? before : { vocabulary, byKind: new Map<ClaimTemplate['kind'], readonly Anchor[]>() }
  found.set(paragraph, known)
  const made = known.byKind.get(kind) ?? templates(kind, vocabulary).flatMap(({ template, pattern }, rank) => pattern.findIn(paragraph.shadow).map((hit) => ({ ...hit, template, rank })))
  known.byKind.set(kind, made)
  return made
}

function leading(all: Anchor[], core: string | undefined): readonly Anchor[] {
  const kept: Anchor[] = []
  const coreOf = (anchor: Anchor): Span => ({ from: (core === undefined ? undefined : slotOf(anchor, core)?.from) ?? anchor.from, to: anchor.to })
  for (const anchor of all.sort((a, b) => a.rank - b.rank || a.from - b.from)) {
    const own = coreOf(anchor)
    if (!kept.some((other) => coreOf(other).from < own.to && own.from < coreOf(other).to)) kept.push(anchor)
  }
  return kept.sort((a, b) => a.from - b.from)
}

/** Where a slot of the hit stands. */
export const slotOf = (anchor: PatternHit, name: string): Span | undefined => anchor.slots.find((slot) => slot.slot.name === name)
