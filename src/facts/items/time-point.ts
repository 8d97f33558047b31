/** A date of which the year, or all but the month, may not be printed. */
export interface Point {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

const MONTHS = 12
const DAYS = 31
/** So many months back an end without year is a slip; further back the next year may be meant. */
const MOST_BACK = 4

/** The first day a date can mean, as a number that grows with time. */
export const firstDay = ({ year = 0, month = 1, day = 1 }: Point): number => (year * MONTHS + month) * DAYS + day

/** The last day a date can mean. */
export const lastDay = ({ year = 0, month = MONTHS, day = DAYS }: Point): number => (year * MONTHS + month) * DAYS + day

/** Whether an end without its own year is so little before the begin that the next year is not meant. */
export const isOpenBack = (begin: Point, end: Point): boolean => (begin.year ?? 0) === (end.year ?? 0) && (begin.month ?? 0) - (end.month ?? MONTHS) <= MOST_BACK
