import { ConfigError } from '../core/errors.ts'
import { settingFaults, settingOf, type WrittenSetting } from './settings.ts'
import type { Config, SetSeverity } from './types.ts'

const SEVERITIES: readonly SetSeverity[] = ['off', 'info', 'warning', 'error']

/**
 * The configuration with settings from the command line on top: `group/rule:severity`, or `group/rule` to switch a rule on
 * with its own severity (error at most). Throws ConfigError for an unknown rule or severity.
 */
export function withRuleSettings(config: Config, flags: readonly string[]): Config {
  const rules = flags.map((flag): readonly [string, WrittenSetting] => {
    const colon = flag.lastIndexOf(':')
    const [pattern, severity] = colon < 0 ? [flag, 'error'] : [flag.slice(0, colon), flag.slice(colon + 1)]
    const known = SEVERITIES.find((name) => name === severity)
    if (!known) throw new ConfigError('rule-flag', { zh: `--rule ${flag}：级别应为 ${SEVERITIES.join('、')}`, en: `--rule ${flag}: the severity is one of ${SEVERITIES.join(', ')}` })
    return [pattern, known]
  })
  const [fault] = settingFaults(Object.fromEntries(rules), config.known)
  if (fault) throw new ConfigError('rule-flag', { zh: `--rule：${fault.message.zh}`, en: `--rule: ${fault.message.en}` })
  return rules.length === 0 ? config : { ...config, layers: [...config.layers, { rules: rules.map(([pattern, written]) => [pattern, settingOf(written)] as const) }] }
}
