import { claimMutators } from './claim-mutators.ts'
import { formMutators } from './form-mutators.ts'
import { indicatorMutators } from './indicator-mutators.ts'
import { namingMutators } from './naming-mutators.ts'
import { proseMutators } from './prose-mutators.ts'
import { relationMutators } from './relation-mutators.ts'
import { sheetMutators } from './sheet-mutators.ts'
import { structureMutators } from './structure-mutators.ts'
import { tableMutators } from './table-mutators.ts'
import { textMutators } from './text-mutators.ts'
import type { Mutator } from './types.ts'
import { yearMutators } from './year-mutators.ts'
import { transcriptionMutators } from './transcription-mutators.ts'
import { wordingMutators } from './wording-mutators.ts'

export type { Mutation, Mutator, Spot, TextMutation, TextMutator } from './types.ts'
export { seeded, type Random } from './random.ts'
export { textMutators }

/** Every kind of flawed copy the project knows to make of a disclosure. Kinds are unique; each mutation is one defect. */
export const mutators: readonly Mutator[] = [...tableMutators, ...proseMutators, ...claimMutators, ...sheetMutators, ...indicatorMutators, ...structureMutators, ...formMutators, ...wordingMutators, ...yearMutators, ...transcriptionMutators, ...relationMutators, ...namingMutators]
