import type { Bilingual } from '../../core/text.ts'
import { compileSchema } from '../../source/json-schema.ts'
import type { SchemaChecker } from '../../source/json-schema.ts'
import { pointerTokens } from '../../source/json-pointer.ts'
import type { RuleDefinition } from '../definition.ts'
import { brokenLimit } from '../limits.ts'
import { formSchema } from '../rule-schema.ts'
import type { Report } from './faults.ts'
import { isMap } from './expression.ts'

let checker: SchemaChecker | undefined

function bilingual(written: unknown): Bilingual {
  if (!isMap(written)) return { zh: String(written), en: String(written) }
  const zh = String(written['zh'])
  return { zh, en: typeof written['en'] === 'string' ? written['en'] : zh }
}

/** Texts in both languages, and what a rule of someone's own may leave out. */
function completed(content: Readonly<Record<string, unknown>>): RuleDefinition {
  const texts = Object.fromEntries(['title', 'message', 'why', 'howToFix'].flatMap((key) => (content[key] === undefined ? [] : [[key, bilingual(content[key])]])))
  const options = isMap(content['options']) ? { options: Object.fromEntries(Object.entries(content['options']).map(([name, option]) => [name, isMap(option) ? { ...option, title: bilingual(option['title']) } : option])) } : {}
  const diagnose = Array.isArray(content['diagnose']) ? { diagnose: (content['diagnose'] as readonly Readonly<Record<string, unknown>>[]).map((cause) => ({ ...cause, say: bilingual(cause['say']) })) } : {}
  return { why: texts['title'], howToFix: { zh: '', en: '' }, source: [], examples: [], ...content, ...texts, ...options, ...diagnose } as unknown as RuleDefinition
}

/** Keys of texts that a shipped rule must have in both languages. */
const TEXTS = ['title', 'message', 'why', 'howToFix'] as const

function checkShipped(content: Readonly<Record<string, unknown>>, report: Report): void {
  for (const key of ['why', 'howToFix', 'source', 'examples']) if (!Object.hasOwn(content, key)) report({ code: 'missing-key', path: [], args: { name: key } })
  for (const key of TEXTS) {
    const text = content[key]
    if (text !== undefined && !(isMap(text) && typeof text['zh'] === 'string' && typeof text['en'] === 'string')) report({ code: 'missing-language', path: [key], args: { name: key } })
  }
}

/** The content as a rule definition, when its form is one; everything wrong with the form is reported. */
export function checkForm(content: unknown, shipped: boolean, report: Report): RuleDefinition | undefined {
  const broken = brokenLimit(content)
  if (broken) {
    report({ code: broken, path: [] })
    return undefined
  }
  checker ??= compileSchema(formSchema())
  const { faults, value } = checker(content)
  for (const fault of faults) report({ code: fault.code === 'unknown-key' ? 'unknown-key' : fault.code === 'missing' ? 'missing-key' : 'wrong-form', path: pointerTokens(fault.pointer), message: fault.message, ...(fault.code === 'unknown-key' && { at: 'key' as const }) })
  if (!isMap(content)) return undefined
  if (shipped) checkShipped(content, report)
  const needed = ['id', 'title', 'assert']
  return isMap(value) && needed.every((key) => Object.hasOwn(value, key)) ? completed(value) : undefined
}
