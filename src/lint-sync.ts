import { builtinFiles } from './builtin-files.ts'
import { linterOf, type Linter, type LinterOptions } from './lint.ts'
import { checkedByBuild, withWording } from './load-rules.ts'
import { loadSources } from './load-sources.ts'

/** As `createLinter`, for hosts that cannot wait (ESLint); throws what that rejects with. */
export function createLinterSync(options: LinterOptions = {}): Linter {
  return linterOf(withWording(checkedByBuild(options) ?? loadSources(options, builtinFiles)), options.language)
}
