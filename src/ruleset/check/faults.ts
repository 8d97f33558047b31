import type { TextPlace } from '../../core/place.ts'
import type { Problem } from '../../core/problem.ts'
import type { Bilingual, Language } from '../../core/text.ts'
import { nearestName } from '../../source/nearest.ts'
import { parseYaml } from '../../source/yaml.ts'
import { bothLanguages, fill } from '../wording.ts'

export type YamlPath = readonly (string | number)[]

/** Something wrong with a rule file, at a path of its content. */
export interface Fault {
  readonly code: string
  readonly path: YamlPath
  /** The key at the path is wrong, not its value. */
  readonly at?: 'key'
  /** Put into the wording of the fault; a value `type:x` or `takes:x` is worded too. */
  readonly args?: Readonly<Record<string, string>>
  /** The known name that was probably meant. */
  readonly nearest?: string | undefined
  /** Already worded, by the schema check or the YAML parser. */
  readonly message?: Bilingual
  readonly warning?: true
}

export type Report = (fault: Fault) => void

/** Reports that `name` is none of `known`, with the nearest of them. */
export function unknown(report: Report, code: string, name: string, known: Iterable<string>, where: Pick<Fault, 'path' | 'at' | 'warning'>): void {
  report({ code, ...where, args: { name }, nearest: nearestName(name, known) })
}

function worded(value: string, language: Language): string {
  const [part, key] = value.split(':', 2)
  return (part === 'types' || part === 'settings' || part === 'kinds' || part === 'patternFaults') && key !== undefined ? bothLanguages(part, key)[language] : value
}

function messageOf(fault: Fault): Bilingual {
  if (fault.message) return fault.message
  const template = bothLanguages('faults', fault.code)
  const hint = bothLanguages('faults', 'nearest')
  const say = (language: Language): string => {
    const args = Object.fromEntries(Object.entries(fault.args ?? {}).map(([key, value]) => [key, worded(value, language)]))
    return fill(template[language], args) + (fault.nearest === undefined ? '' : fill(hint[language], { nearest: fault.nearest }))
  }
  return { zh: say('zh'), en: say('en') }
}

/** Where paths of a file stand in its text; nothing where the text is not at hand. */
export function placesIn(text: string | undefined): (fault: Fault) => TextPlace | undefined {
  const parsed = text === undefined ? undefined : parseYaml(text)
  if (!parsed?.ok) return () => undefined
  return (fault) => (fault.at === 'key' ? parsed.locateKey(fault.path) : parsed.locate(fault.path))
}

/** The fault as a problem with file, line and column; the same fault of two cases is one. */
export function problemsOf(faults: readonly Fault[], file: string, text: string | undefined): readonly Problem[] {
  const locate = placesIn(faults.length > 0 ? text : undefined)
  const seen = new Set<string>()
  return faults.flatMap((fault) => {
    const message = messageOf(fault)
    const key = `${fault.code} ${fault.path.join('/')} ${message.en}`
    if (seen.has(key)) return []
    seen.add(key)
    const place = locate(fault)
    return [{ code: `rule-${fault.code}`, message, file, ...(place && { place }) }]
  })
}
