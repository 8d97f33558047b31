import { builtin } from 'virtual:disclint-builtin'
import type { RuleFile } from './ruleset/compile-rules.ts'

/** The files under rules/, parsed: only what the build did not check needs them. */
export const builtinFiles: readonly RuleFile[] = builtin
