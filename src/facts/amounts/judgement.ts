import type { Verdict } from '../../core/verdict.ts'
import type { Comparison } from './comparison.ts'
import type { PrecisionReading } from './interval.ts'

/** Verdicts of figures, best first. */
const RANK: readonly Verdict[] = ['exact', 'explainable', 'rounding', 'implausible', 'impossible']

/** The worse of two verdicts of figures. */
export const worse = (a: Verdict, b: Verdict): Verdict => (RANK.indexOf(a) >= RANK.indexOf(b) ? a : b)
export const passes = (verdict: Verdict): boolean => RANK.indexOf(verdict) <= RANK.indexOf('rounding')

export type Judgement = Pick<Comparison, 'verdict' | 'reading' | 'hangsOnPrecision'>

/**
 * Judges under the fine reading and, where that finds no way out, under the own reading: impossible only if both are;
 * else it hangs on the printed precision, which is implausible (DESIGN §3).
 */
export function underBothReadings(judge: (reading: PrecisionReading) => Verdict | undefined): Judgement {
  const fine = judge('fine')
  if (fine === undefined) return { verdict: 'not-evaluated' }
  if (fine !== 'impossible') return { verdict: fine, reading: 'fine' }
  const own = judge('own')
  if (own === undefined) return { verdict: 'not-evaluated' }
  return own === 'impossible' ? { verdict: 'impossible', reading: 'own' } : { verdict: 'implausible', reading: 'fine', hangsOnPrecision: true }
}
