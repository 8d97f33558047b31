import { DisclintError } from '../core/errors.ts'
import type { Bilingual } from '../core/text.ts'
import { fill } from '../ruleset/wording.ts'
import type { EngineWording } from './options.ts'

const FILE = 'wording/engine.yaml'
const NAMES = ['separator', 'more', 'none', 'withCause', 'slipOf', 'withFormula', 'ruleCrashed', 'ruleLimit'] as const

/** The engine's words out of the YAML files of rules/ (`wording/engine.yaml`). Throws where one is missing. */
export function engineWording(files: readonly { readonly path: string; readonly content: unknown }[]): EngineWording {
  const content = files.find(({ path }) => path === FILE)?.content as { readonly engine?: Partial<EngineWording> } | undefined
  const missing = NAMES.filter((name) => typeof content?.engine?.[name]?.zh !== 'string' || typeof content.engine[name].en !== 'string')
  if (missing.length > 0 || !content?.engine?.slips) {
    const text = `${FILE}: ${[...missing, ...(content?.engine?.slips ? [] : ['slips'])].join(', ')}`
    throw new DisclintError('wording-missing', { zh: text, en: text }, { path: FILE })
  }
  return content.engine as EngineWording
}

/** `template` filled in, in both languages. */
export function fillBoth(template: Bilingual, values: Readonly<Record<string, string>>): Bilingual {
  return { zh: fill(template.zh, values), en: fill(template.en, values) }
}
