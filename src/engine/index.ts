export { runRules } from './run-rules.ts'
export type { EngineRun } from './run-rules.ts'
export { engineWording } from './wording.ts'
export type { Describer, EngineOptions, EngineWording, Limits, RelatedDocument } from './options.ts'
