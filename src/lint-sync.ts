import { linterOf, type Linter, type LinterOptions } from './lint.ts'
import { loadRulesSync } from './load-sources.ts'

/** As `createLinter`, for hosts that cannot wait (ESLint); throws what that rejects with. */
export function createLinterSync(options: LinterOptions = {}): Linter {
  return linterOf(loadRulesSync(options), options.language)
}
