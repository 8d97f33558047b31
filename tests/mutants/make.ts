import type { Disclosure } from '../../src/disclosure/model.ts'
import { edit, type Edit } from '../../tools/fixtures/edit.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import type { Mutation, Mutator, Spot } from './types.ts'

/** What a mutator is called: kind, gold family, what a catching rule looks at. */
export type Naming = readonly [kind: string, family: string, ruleHint: string]

/** One value that a pattern finds is written otherwise. */
export interface Rewriting {
  readonly places: (disclosure: Disclosure) => readonly Place[]
  /** Group 1 is what changes (the whole match without one). */
  readonly pattern: RegExp
  /** The new words; undefined leaves this hit alone. */
  readonly change: (old: string, random: Random, disclosure: Disclosure) => string | undefined
  /** Further values that contradict the changed one. */
  readonly against?: (disclosure: Disclosure, pointer: string) => readonly Spot[]
}

/** A mutator that rewrites one hit of a pattern. */
export function rewriting([kind, family, ruleHint]: Naming, how: Rewriting): Mutator {
  return {
    kind, family, ruleHint,
    make(disclosure, random) {
      const hits = how.places(disclosure).flatMap((place) => [...place.text.matchAll(flagged(how.pattern))].map((match) => ({ place, ...span(match) })))
      for (let rest = hits; rest.length > 0; ) {
        const at = random.below(rest.length)
        const hit = rest[at]
        rest = rest.filter((_, index) => index !== at)
        const to = hit && how.change(hit.text, random, disclosure)
        if (!hit || to === undefined || to === hit.text) continue
        const e = edit(disclosure)
        e.set(hit.place.pointer, hit.place.text.slice(0, hit.from) + to + hit.place.text.slice(hit.from + hit.text.length))
        const spot: Spot = { pointer: hit.place.pointer, from: hit.from, to: hit.from + to.length }
        return { disclosure: e.disclosure, at: [spot, ...(how.against?.(disclosure, hit.place.pointer) ?? [])], note: `${hit.text} → ${to}` }
      }
      return undefined
    },
  }
}

function flagged(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, 'dgu')
}

function span(match: RegExpExecArray): { readonly text: string; readonly from: number } {
  const [from = 0] = match.indices?.[1] ?? match.indices?.[0] ?? []
  return { text: match[1] ?? match[0], from }
}

/** A mutator that edits a copy; `change` returns the spots and a note, or undefined where nothing fits. */
export function editing([kind, family, ruleHint]: Naming, change: (e: Edit, disclosure: Disclosure, random: Random) => Omit<Mutation, 'disclosure'> | undefined): Mutator {
  return {
    kind, family, ruleHint,
    make(disclosure, random) {
      const e = edit(disclosure)
      const made = change(e, disclosure, random)
      return made && { ...made, disclosure: e.disclosure }
    },
  }
}

/** Spots of whole values. */
export function spots(...pointers: readonly string[]): readonly Spot[] {
  return pointers.map((pointer) => ({ pointer }))
}
