import { readPath } from '../facts/path.ts'
import type { Outcome, Value } from '../facts/value.ts'
import type { CompiledRule, Environment } from '../ruleset/compiled.ts'
import type { CompiledMessage, MessagePart } from '../ruleset/message.ts'
import { inputsOf, members } from '../ruleset/operators/values.ts'
import { fill } from '../ruleset/wording.ts'
import type { Describer } from './options.ts'
import { magnitude, sayComputed, sayValue } from './printed-values.ts'
import type { Speech } from './printed-values.ts'

/** What a message can speak of: the names of the check, and the comparison that decided. */
export interface Told {
  readonly environment: Environment
  readonly outcome: Outcome
  readonly describe: Describer
  readonly speech: Speech
}

/** A message with what was filled into its placeholders. */
export interface Rendered {
  readonly message: string
  readonly args: Readonly<Record<string, string>>
}

/** Attributes whose values are names of the vocabulary, not text of the document. */
const NAMING: ReadonlySet<string> = new Set(['concept', 'role'])

type Placeholder = Exclude<MessagePart, string>

/** A message begins like a sentence, whatever was filled in first. */
function begun(text: string, { language }: Speech): string {
  return language === 'en' ? text.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : text
}

/**
 * The message of a finding: the rule's, with the cause that `diagnose` named in brackets; a cause that tells the figures itself is
 * the whole message. Without either, the rule's title and the arithmetic.
 */
export function renderMessage(rule: CompiledRule, message: CompiledMessage | undefined, cause: CompiledMessage | undefined, told: Told): Rendered {
  const { language, wording } = told.speech
  const main = message && render(message, told)
  const named = cause && render(cause, told)
  const args = { ...named?.args, ...main?.args }
  if (main && named && !tellsTheSame(named, main)) return { message: begun(fill(wording.withCause[language], { message: main.message, cause: named.message }), told.speech), args }
  const only = named ?? main
  if (only) return { message: begun(only.message, told.speech), args }
  const title = rule.definition.title[language]
  const { formula } = told.outcome
  return { message: formula === undefined || formula === '' ? title : fill(wording.withFormula[language], { title, formula }), args }
}

function tellsTheSame(cause: Rendered, message: Rendered): boolean {
  return Object.keys(cause.args).some((placeholder) => Object.hasOwn(message.args, placeholder))
}

function render(message: CompiledMessage, told: Told): Rendered {
  const args: Record<string, string> = {}
  const texts = message[told.speech.language].map((part) => {
    if (typeof part === 'string') return part
    const text = sayPlaceholder(part, told)
    args[`${part.path.join('.')}${part.filter ? `|${part.filter}` : ''}`] = text
    return text
  })
  return { message: texts.join(''), args }
}

/** The text of parts with `environment`, for suggestions as for messages. */
export function renderParts(parts: readonly MessagePart[], told: Told): string {
  return parts.map((part) => (typeof part === 'string' ? part : sayPlaceholder(part, told))).join('')
}

function sayPlaceholder({ path, filter }: Placeholder, told: Told): string {
  const value = valueOf(path, told)
  if (filter === 'count') return String(value.type === 'absent' ? 0 : members(value).length)
  if (filter === 'label') return labelOf(value, told)
  if (path.length === 1 && path[0] === 'difference') return sayDifference(value, told)
  const naming = NAMING.has(path.at(-1) ?? '')
  return sayValue(value, naming ? { ...told.speech, naming } : told.speech, told.outcome.actual)
}

function sayDifference(value: Value, { outcome, speech }: Told): string {
  return value.type === 'quantity' ? sayComputed(magnitude(value.quantity), outcome.actual) : sayValue(value, speech)
}

/** What the deciding comparison compared, by the names messages use for it; a name the rule binds comes first. */
function valueOf([name = '', ...rest]: readonly string[], { environment, outcome }: Told): Value {
  const bound = environment.lookup(name)
  return readPath(bound.type === 'absent' ? (compared(name, outcome) ?? bound) : bound, rest)
}

function compared(name: string, { actual, expected, difference, odd, majority }: Outcome): Value | undefined {
  switch (name) {
    case 'actual': return actual
    case 'expected': return expected
    case 'difference': return difference && { type: 'quantity', quantity: difference }
    case 'odd': return odd && { type: 'list', values: odd }
    case 'majority': return majority && { type: 'list', values: majority }
    default: return undefined
  }
}

function labelOf(value: Value, { describe, speech }: Told): string {
  const ref = inputsOf(value)[0]?.ref
  return ref ? describe.label(ref) : sayValue(value, speech)
}
