import { isMap, readAttributes, readExpression } from './read-expression.ts'
import type { Words } from './words.ts'

type Written = Readonly<Record<string, unknown>>

function readCondition(test: unknown, words: Words): string {
  if (Array.isArray(test)) return words.say('is-one-of', { value: readExpression(test, words) })
  if (!isMap(test)) return words.say('is', { value: readExpression(test, words) })
  return Object.entries(test).map(([name, value]) => {
    if (name === 'present' || name === 'absent') return words.say((name === 'present') === (value !== false) ? 'present' : 'absent')
    if (name === 'not') return words.say('not', { value: readCondition(value, words) })
    return words.say(name, { value: readExpression(value, words) })
  }).join(words.say('and'))
}

function whereOf(source: Written, words: Words): string {
  const conditions = isMap(source['where']) ? Object.entries(source['where']) : []
  const said = conditions.map(([key, test]) => words.say('condition', { attribute: readAttributes(key.split('.'), words), test: readCondition(test, words) }))
  const where = said.length > 0 ? words.say('where', { conditions: said.join(words.say('and')) }) : ''
  const except = Array.isArray(source['except']) ? words.say('except', { names: readExpression(source['except'], words) }) : ''
  return where + except
}

function kindOf(source: Written, key: string, words: Words): string {
  const from = typeof source['from'] === 'string' ? words.say(`from-${source['from']}`) : ''
  return from + words.word('kinds', String(source[key]))
}

/** A source in words: 项目支出表的行（类型为 item）. */
export function readSource(source: unknown, words: Words): string {
  return isMap(source) ? words.say('source', { kind: kindOf(source, 'each', words), where: whereOf(source, words) }) : String(source)
}

/** The range of a rule in words. */
export function readRange(range: unknown, words: Words): string {
  if (range === undefined) return words.say('once')
  if (typeof range === 'string') return words.say('named', { name: range })
  if (!isMap(range)) return ''
  const as = String(range['as'] ?? '')
  if ('pair' in range) {
    const [a = '', b = ''] = isMap(range['pair']) ? Object.entries(range['pair']).map(([name, source]) => `${readSource(source, words)}${words.language === 'zh' ? `【${name}】` : ` [${name}]`}`) : []
    return words.say('pair', { a, b })
  }
  if ('each' in range) return words.say('each', { kind: kindOf(range, 'each', words), where: whereOf(range, words), as })
  const grouped = { kind: kindOf(range, 'group', words), where: whereOf(range, words), as }
  const near = isMap(range['near']) ? range['near'] : undefined
  if (near) return words.say('group-near', { ...grouped, by: readAttributes(String(near['by']).split('.'), words), distance: readExpression(near['distance'], words) })
  const by = Array.isArray(range['by']) ? (range['by'] as readonly unknown[]) : [range['by']]
  return words.say('group', { ...grouped, by: by.map((path) => readAttributes(String(path).split('.'), words)).join(words.say('and')) })
}
