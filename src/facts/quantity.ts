/** What a unit measures. Amounts of different dimensions are never compared. */
export type Dimension = 'money' | 'count' | 'percent' | 'points' | 'length-of-time' | 'area' | 'number' | 'rate'

/**
 * A unit as printed and its power of ten over the dimension's base unit (元, 1, 1 %, …): 万元 is {dimension: money,
 * symbol: 万元, exponent: 4}. Counts carry their measure word (人, 个, 辆); composite units (元/年/生) their whole symbol and the dimension `rate`.
 */
export interface Unit {
  readonly dimension: Dimension
  readonly symbol: string
  readonly exponent: number
}

/** Whether a value is stated as a bound: ≥95%. */
export type Bound = '=' | '≥' | '≤' | '>' | '<'

/**
 * A printed quantity, exact: `digits` × 10^-`places` in `unit`, so it stands for ± ½ × 10^-places of that unit.
 * No float is ever involved.
 */
export interface Quantity {
  readonly digits: bigint
  readonly places: number
  readonly unit: Unit
  /** 约, 近, 左右, 余: only the own reading applies. */
  readonly approximate?: true
  readonly bound?: Bound
  /** A constant of a rule or of law, not a printed figure: it has no width. */
  readonly exact?: true
  /** A blank or dash cell counted as zero, without width (空白按 0 计). */
  readonly blankAsZero?: true
}

/**
 * A quantity or a computation over quantities, kept as a tree so that it can be bounded under the fine and the own
 * reading of precision. A leaf that occurs twice (same object) is one figure, not two.
 */
export type Term =
  | { readonly op: 'leaf'; readonly quantity: Quantity }
  | { readonly op: 'sum' | 'minus' | 'times' | 'ratio' | 'growth'; readonly args: readonly Term[] }
  | { readonly op: 'rounded'; readonly args: readonly [Term]; readonly step: Quantity }
