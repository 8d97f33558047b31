import type { Severity } from '../core/severity.ts'
import { matchesAddress, matchesFile } from './glob.ts'
import { below, normalPath } from './paths.ts'
import { namesRule } from './settings.ts'
import type { Config, ConfigLayer, EffectiveConfig, KnownRule, RuleOptions, SetSeverity } from './types.ts'

/**
 * What a configuration says for one file. Later layers win, rule by rule; options are merged one by one. Rules of the tier
 * `all` run when the tier is chosen or the rule is named by its id.
 */
export function effectiveConfig(config: Config, file: string): EffectiveConfig {
  const path = below(config.folder, file) ?? normalPath(file)
  const layers = config.layers.filter(({ files }) => !files || holdsFor(files, path))
  const wide = layers.filter(({ address }) => !address)
  const local = layers.filter(({ address }) => address)
  const tier = wide.findLast((layer) => layer.tier)?.tier ?? 'recommended'
  const region = wide.findLast((layer) => layer.region !== undefined)?.region
  const rules = new Map<string, { severity?: Severity; options: RuleOptions }>()
  const off = new Set<string>()
  for (const rule of config.known) {
    const { severity, options, byId } = settingIn(wide, rule)
    const runs = severity === 'off' ? false : tier === 'all' || rule.tier !== 'all' || byId
    const elsewhere = !runs && local.some((layer) => layer.rules.some(([pattern, set]) => namesRule(pattern, rule.id) && set.severity !== 'off' && (severity === 'off' || pattern === rule.id)))
    if (!runs && !elsewhere) continue
    if (elsewhere) off.add(rule.id)
    rules.set(rule.id, { options, ...(severity !== undefined && severity !== 'off' && { severity }) })
  }
  return {
    ...(region !== undefined && { region }),
    rules,
    severityAt(ruleId, address) {
      const layer = local.findLast((candidate) => candidate.rules.some(([pattern]) => namesRule(pattern, ruleId)) && candidate.address?.some((pattern) => matchesAddress(pattern, address)))
      return layer?.rules.findLast(([pattern]) => namesRule(pattern, ruleId))?.[1].severity ?? (off.has(ruleId) ? 'off' : undefined)
    },
  }
}

/** A glob with `!` in front takes files out again. */
function holdsFor(globs: readonly string[], path: string): boolean {
  const taken = globs.filter((glob) => !glob.startsWith('!'))
  const left = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1))
  return (taken.length === 0 || taken.some((glob) => matchesFile(glob, path))) && !left.some((glob) => matchesFile(glob, path))
}

function settingIn(layers: readonly ConfigLayer[], rule: KnownRule): { readonly severity?: SetSeverity; readonly options: RuleOptions; readonly byId: boolean } {
  let severity: SetSeverity | undefined
  let byId = false
  const options: Record<string, RuleOptions[string]> = {}
  for (const [pattern, setting] of layers.flatMap((layer) => layer.rules)) {
    if (!namesRule(pattern, rule.id)) continue
    severity = setting.severity
    byId ||= pattern === rule.id
    for (const [name, value] of Object.entries(setting.options)) if (rule.options && Object.hasOwn(rule.options, name)) options[name] = value
  }
  return { ...(severity !== undefined && { severity }), options, byId }
}
