import type { Phase } from '../../disclosure/model.ts'

/** The halves and columns of sheets, in the order in which they are read. */
export const PHASES: readonly Phase[] = ['period', 'annual', 'budget', 'adjusted', 'executed', 'actual']
