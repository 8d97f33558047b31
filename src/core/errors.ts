import type { Problem } from './problem.ts'
import type { Bilingual } from './text.ts'

/** Base of the errors disclint throws: wrong rules, wrong configuration, or a bug. Wrong data never throws. */
export class DisclintError extends Error {
  readonly code: string
  readonly path: string | undefined
  readonly text: Bilingual

  constructor(code: string, text: Bilingual, options: { path?: string; cause?: unknown } = {}) {
    super(text.en, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.code = code
    this.text = text
    this.path = options.path
  }
}

/** Faults of rule or vocabulary files, all of them at once. */
export class RuleFileError extends DisclintError {
  readonly faults: readonly Problem[]

  constructor(faults: readonly Problem[]) {
    const n = faults.length
    super('rule-file', { zh: `规则文件有 ${n} 处错误`, en: `${n} faults in rule files` })
    this.faults = faults
  }
}

/** A configuration that cannot be used, with everything that is wrong with it. */
export class ConfigError extends DisclintError {
  readonly faults: readonly Problem[]

  constructor(code: string, text: Bilingual, options: { path?: string; cause?: unknown; faults?: readonly Problem[] } = {}) {
    super(code, text, options)
    this.faults = options.faults ?? []
  }
}
