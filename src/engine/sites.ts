import type { Site } from '../core/finding.ts'
import type { Ref } from '../core/ref.ts'
import type { Language } from '../core/text.ts'
import type { Input, Value } from '../facts/value.ts'
import { decimalOf } from '../facts/amounts/index.ts'
import type { CompiledCase } from '../ruleset/compiled.ts'
import { inputsOf } from '../ruleset/operators/values.ts'
import { wording } from '../ruleset/wording.ts'
import type { Tested } from './evaluate.ts'
import { refKey } from './keys.ts'
import type { EngineOptions } from './options.ts'
import { documentOf } from './related.ts'

/** Places of a finding, the main one first, then the others in document order; and the inputs of its formula among them. */
export interface Placed {
  readonly sites: readonly Site[]
  readonly inputs: readonly number[]
}

/** Where a finding stands that is about the document as a whole. */
const WHOLE: Input = { ref: { pointer: '', nearest: true }, text: '' }

/** The sites of a failed check: `report.at` or the first operand heads them; further places follow in document order. */
export function placesOf(tested: Tested, rule: CompiledCase, options: EngineOptions, compareRefs: (a: Ref, b: Ref) => number): Placed {
  const { environment, outcome, check } = tested
  const reported = rule.at ? given(rule.at(environment)) : []
  const also = rule.also.flatMap((expression) => given(expression(environment)))
  const own = outcome.inputs.length > 0 ? outcome.inputs : check.items.flatMap((item) => inputsOf({ type: 'item', item }))
  const [main, ...rest] = unique([...reported, ...own, ...also])
  if (!main) return { sites: [siteOf(WHOLE, roleIn(rule), options)], inputs: [] }
  const ordered = [main, ...rest.sort((a, b) => compareInputs(a, b, compareRefs))]
  const places = new Map(ordered.map((input, index) => [keyOfInput(input), index]))
  return {
    sites: ordered.map((input) => siteOf(input, roleIn(rule), options)),
    inputs: [...new Set(outcome.inputs.flatMap((input) => places.get(keyOfInput(input)) ?? []))],
  }
}

/** What `report.at` points at; a whole text where a value has no place of its own. */
function given(value: Value): readonly Input[] {
  return inputsOf(value)
}

function unique(inputs: readonly Input[]): Input[] {
  const found = new Map<string, Input>()
  for (const input of inputs) if (!found.has(keyOfInput(input))) found.set(keyOfInput(input), input)
  return [...found.values()]
}

function keyOfInput({ ref }: Input): string {
  return `${documentOf(ref) ?? ''} ${refKey(ref)}`
}

/** Places of the linted document come before those of other documents. */
function compareInputs(a: Input, b: Input, compareRefs: (a: Ref, b: Ref) => number): number {
  const [left, right] = [documentOf(a.ref) ?? '', documentOf(b.ref) ?? '']
  return left === right ? compareRefs(a.ref, b.ref) : left < right ? -1 : 1
}

function roleIn({ range }: CompiledCase): string {
  return range.form === 'each' || range.form === 'group' ? range.as : ''
}

/** The name a rule gave a value, as people read it: of `x.total` the word for a total, of `x.cells.y` the name `y`. */
function roleName(role: string, language: Language): string {
  const [first = '', ...attributes] = role.split('.')
  const last = attributes.at(-1)
  if (last === undefined) return first
  const { attributes: words } = wording(language)
  return Object.hasOwn(words, last) ? (words[last] ?? first) : /^[\w-]+$/.test(last) ? first : last
}

function siteOf(input: Input, role: string, options: EngineOptions): Site {
  const { ref, quantity, text } = input
  const document = documentOf(ref)
  const related = document === undefined ? undefined : options.related?.get(document)
  const describe = related?.describe ?? options.describe
  return {
    role: roleName(input.role ?? role, options.language),
    label: describe.label(ref),
    text,
    ...(quantity && { value: decimalOf(quantity), unit: quantity.unit.symbol }),
    ...(document !== undefined && { file: related?.file ?? document }),
    pointer: ref.pointer,
    address: describe.address(ref),
    ...(ref.from !== undefined && { range: [ref.from, ref.to ?? ref.from] as const }),
  }
}
