export { checkRules, runRules, settleRules } from './run-rules.ts'
export type { CheckedRule, EngineRun, NextRule } from './run-rules.ts'
export { engineWording } from './wording.ts'
export type { Describer, EngineOptions, EngineWording, Limits, RelatedDocument } from './options.ts'
