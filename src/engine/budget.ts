import type { Limits } from './options.ts'

export const DEFAULT_LIMITS: Limits = { checks: 500_000, candidates: 2_000_000 }

/** Thrown when a rule has used up a counted limit; the engine turns it into a problem. */
export class LimitReached extends Error {
  readonly limit: number

  constructor(limit: number) {
    super(`limit of ${limit} steps`)
    this.limit = limit
  }
}

/** Counts the steps of one rule on one document. Steps, not seconds: the same input always ends the same way. */
export class Budget {
  readonly #left: { checks: number; candidates: number }
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
    this.#left = { ...limits }
  }

  spend(what: keyof Limits, steps = 1): void {
    this.#left[what] -= steps
    if (this.#left[what] < 0) throw new LimitReached(this.#limits[what])
  }
}
