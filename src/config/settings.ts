import type { Bilingual } from '../core/text.ts'
import { nearestName } from '../source/nearest.ts'
import type { KnownRule, OptionValue, RuleOptions, RuleSetting, SetSeverity } from './types.ts'

/** A setting as the file has it: a severity, or severity and options. */
export type WrittenSetting = SetSeverity | readonly [SetSeverity, RuleOptions?]

/** Something wrong with a setting; `path` goes on from the `rules` that hold it. */
export interface SettingFault {
  readonly path: readonly (string | number)[]
  readonly message: Bilingual
}

/** Whether a pattern of the configuration (`*`, `group/*`, an id) names a rule. */
export function namesRule(pattern: string, id: string): boolean {
  return pattern === id || pattern === '*' || (pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1)))
}

export function settingOf(written: WrittenSetting): RuleSetting {
  return typeof written === 'string' ? { severity: written, options: {} } : { severity: written[0], options: written[1] ?? {} }
}

/** What is wrong with the rules a configuration sets: no such rule, no such option, a value of another type. */
export function settingFaults(rules: Readonly<Record<string, WrittenSetting>>, known: readonly KnownRule[]): readonly SettingFault[] {
  return Object.entries(rules).flatMap(([pattern, written]) => {
    const named = known.filter(({ id }) => namesRule(pattern, id))
    if (named.length === 0) return [{ path: [pattern], message: unknownRule(pattern, known) }]
    const { options } = settingOf(written)
    return Object.entries(options).flatMap(([name, value]) => {
      const message = optionFault(name, value, named, pattern)
      return message ? [{ path: [pattern, 1, name], message }] : []
    })
  })
}

function unknownRule(pattern: string, known: readonly KnownRule[]): Bilingual {
  const groups = [...new Set(known.map(({ id }) => `${id.split('/')[0]}/*`))]
  const near = nearestName(pattern, pattern.includes('*') ? groups : known.map(({ id }) => id)) ?? known.find(({ id }) => id.endsWith(`/${pattern}`))?.id
  return {
    zh: `没有规则“${pattern}”${near === undefined ? '' : `，是否应为“${near}”？`}`,
    en: `there is no rule "${pattern}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
  }
}

function optionFault(name: string, value: OptionValue, named: readonly KnownRule[], pattern: string): Bilingual | undefined {
  const declared = named.flatMap(({ options }) => (options && Object.hasOwn(options, name) ? [options[name]] : []))
  if (declared.length === 0) {
    const names = named.flatMap(({ options }) => Object.keys(options ?? {}))
    const near = nearestName(name, names)
    const list = [...new Set(names)].join('、')
    return {
      zh: `规则“${pattern}”没有选项“${name}”${near === undefined ? (list === '' ? '，它没有选项' : `，可用的有：${list}`) : `，是否应为“${near}”？`}`,
      en: `rule "${pattern}" has no option "${name}"${near === undefined ? (list === '' ? '; it has none' : `; it has: ${list}`) : `; did you mean "${near}"?`}`,
    }
  }
  const wrong = declared.find((option) => option && !fits(value, option))
  if (!wrong) return undefined
  const form = FORMS[wrong.type] ?? { zh: `像 ${String(wrong.default)} 这样的值`, en: `a value like ${String(wrong.default)}` }
  return { zh: `选项“${name}”应为${form.zh}，现为 ${String(value)}`, en: `option "${name}" should be ${form.en}, is ${String(value)}` }
}

const FORMS: Readonly<Record<string, Bilingual>> = {
  boolean: { zh: ' true 或 false', en: 'true or false' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  percent: { zh: '百分数（如 50%）', en: 'a percentage (such as 50%)' },
  text: { zh: '文字', en: 'a text' },
}

function fits(value: OptionValue, option: { readonly type: string; readonly default: OptionValue }): boolean {
  switch (option.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isSafeInteger(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'percent':
      return typeof value === 'string' && /^\d+(\.\d+)?\s*[%％]$/.test(value)
    case 'text':
      return typeof value === 'string'
    default:
      // Quantities (0.01万元, 20天) are read where the rule runs; here only the kind of value can be told.
      return typeof value === typeof option.default
  }
}
