import type { Report, YamlPath } from './faults.ts'
import { unknown } from './faults.ts'
import { isMap } from './expression.ts'

export interface RuleCase {
  readonly id?: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** The cases of a rule; a rule without any is its own only case. */
export function casesOf(written: unknown): readonly RuleCase[] {
  const cases = Array.isArray(written) ? (written as readonly unknown[]).filter(isMap) : []
  return cases.length === 0 ? [{ parameters: {} }] : cases.map((one) => ({ ...(typeof one['id'] === 'string' && { id: one['id'] }), parameters: one }))
}

const WHOLE = /^\$case\.([\p{L}\p{N}_-]+)$/u
const WITHIN = /\$case\.([\p{L}\p{N}_-]+)/gu

/**
 * The content with `$case.x` replaced by the parameter: a text that is nothing else by the parameter itself, within a text
 * (`$sheet.funds.$case.phase`) by its text. Unknown parameters are reported and left.
 */
export function substitute(content: unknown, one: RuleCase, used: Set<string>, report: Report, path: YamlPath = []): unknown {
  if (typeof content === 'string') return content.includes('$case.') ? substituteText(content, one, used, report, path) : content
  if (Array.isArray(content)) return content.map((member: unknown, index) => substitute(member, one, used, report, [...path, index]))
  if (!isMap(content)) return content
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [keyOf(key, one, used, report, [...path, key]), substitute(value, one, used, report, [...path, key])]))
}

/** A key may name a case's parameter too: a column in a path of conditions. */
function keyOf(key: string, one: RuleCase, used: Set<string>, report: Report, path: YamlPath): string {
  return key.includes('$case.') ? String(substituteText(key, one, used, report, path)) : key
}

function substituteText(text: string, one: RuleCase, used: Set<string>, report: Report, path: YamlPath): unknown {
  const parameter = (name: string): unknown => {
    used.add(name)
    if (Object.hasOwn(one.parameters, name)) return one.parameters[name]
    unknown(report, 'unknown-case-parameter', name, Object.keys(one.parameters), { path })
    return undefined
  }
  const whole = WHOLE.exec(text)
  if (whole?.[1] !== undefined) return parameter(whole[1]) ?? null
  return text.replace(WITHIN, (_, name: string) => {
    const value = parameter(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })
}

/** What is compiled once per case: everything but the cases themselves and the examples. */
export function compilable<T extends object>(definition: T): Omit<T, 'cases' | 'examples'> {
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== 'cases' && key !== 'examples')) as Omit<T, 'cases' | 'examples'>
}
