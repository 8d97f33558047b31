/**
 * What a check found. `exact`, `explainable` and `rounding` are graded passes of numbers; `implausible` and
 * `impossible` graded failures; `violated` is the failure of anything that is no number.
 */
export type Verdict =
  | 'exact'
  | 'explainable'
  | 'rounding'
  | 'implausible'
  | 'impossible'
  | 'violated'
  | 'not-evaluated'
  | 'not-applicable'

/** Why a check could not be made. Codes, worded by the formatters. */
export type GapReason =
  | 'missing-table'
  | 'missing-row'
  | 'missing-column'
  | 'missing-sheet'
  | 'missing-value'
  | 'missing-document'
  | 'blank'
  | 'not-a-number'
  | 'units-differ'
  | 'zero-base'
  | 'scope-unclear'
  | 'doubtful-reading'
  | 'excerpt'
  | 'year-unclear'
  | 'no-majority'
  | 'unknown-key'
  | 'ambiguous'

/** How sure the reading of an input is (DESIGN §2, doubt). */
export type Reading = 'sure' | 'inferred' | 'doubtful'

export type DoubtReason =
  | 'cells-missing'
  | 'row-shifted'
  | 'type-misfit'
  | 'header-by-position'
  | 'role-by-shape'
  | 'joined-over-break'
