import type { Disclosure } from '../../src/disclosure/model.ts'
import type { Random } from './random.ts'

/** A value of the mutated disclosure that a finding about the mutation has to name. */
export interface Spot {
  readonly pointer: string
  /** UTF-16 range of the changed words, where the value is longer than they are. */
  readonly from?: number
  readonly to?: number
}

/** A flawed copy: one defect. */
export interface Mutation {
  readonly disclosure: Disclosure
  /**
   * Where the defect is, the changed value first: every value that was changed; of what was removed or written twice, each place
   * where that is seen. Values that only contradict a changed one are not among them.
   */
  readonly at: readonly Spot[]
  readonly note: string
  /** Several figures changed so that the table still adds up: nothing in the document tells which of two tables is wrong, so any site will do. */
  readonly consistent?: true
}

/** Makes one kind of defect in any disclosure; undefined where the disclosure has nothing of the kind. */
export interface Mutator {
  readonly kind: string
  /** Gold family of defects. */
  readonly family: string
  /** What a rule that catches it looks at (ids of the rule catalogue). */
  readonly ruleHint: string
  make(disclosure: Disclosure, random: Random): Mutation | undefined
}

export interface TextMutation {
  readonly text: string
  /** 1-based line of the change. */
  readonly line: number
  /** The line before it, where two equal lines are the flaw: either may be named. */
  readonly twinLine?: number
  readonly note: string
}

/** Makes one kind of defect in any published text. */
export interface TextMutator {
  readonly kind: string
  readonly family: string
  readonly ruleHint: string
  makeText(text: string, random: Random): TextMutation | undefined
}
