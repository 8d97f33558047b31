import fc from 'fast-check'

/**
 * Property tests draw the same cases in every run of the suite: a gate that fails by chance tells nothing about a change.
 * New cases are drawn by hand: `DISCLINT_SEED=$RANDOM npx vitest run tests/properties`.
 */
fc.configureGlobal({ seed: Number(process.env['DISCLINT_SEED'] ?? 20260101) })
