import type { Problem } from '../core/problem.ts'
import { parseYaml } from '../source/yaml.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import { checkAcross } from './check/across.ts'
import { problemsOf } from './check/faults.ts'
import type { Fault } from './check/faults.ts'
import { namesOf } from './check/names.ts'
import { checkRule } from './check/rule.ts'
import type { CheckedRule } from './check/rule.ts'
import { compileNode } from './compile/expression.ts'
import { compileRule } from './compile/rule.ts'
import type { CompiledRule } from './compiled.ts'
import { referenceCompiler } from './logic/reference.ts'

/**
 * A rule file: its path, its parsed content and, so that faults have line and column, its text. Where content is undefined
 * the text is parsed here.
 */
export interface RuleFile {
  readonly path: string
  readonly content: unknown
  readonly text?: string
}

export interface CompileOptions {
  /** `closures` (default), or `reference`: the spine evaluated by json-logic-js. Both give the same outcomes. */
  readonly engine?: 'closures' | 'reference'
  /** Whether the rules are to be published: both languages, source and the example kinds of DESIGN §4 are asked of them. */
  readonly shipped?: boolean
  /** Ids of rules that exist besides these: what `defersTo` may also name. */
  readonly alsoKnown?: Iterable<string>
  /** Of `alsoKnown`, rules that are loaded beside these: their ids are taken. */
  readonly beside?: Iterable<string>
}

/** Rules checked, and what is wrong with them. */
export interface CheckedRuleSet<Rule = CheckedRule> {
  readonly rules: readonly Rule[]
  /** Every fault of every file, in file order. A rule with a fault is not in `rules`: a faulty rule never runs. */
  readonly faults: readonly Problem[]
  /** Worth telling an author, but stopping nothing: an optional attribute read without a guard, an option never used. */
  readonly warnings: readonly Problem[]
}

export type CompiledRuleSet = CheckedRuleSet<CompiledRule>

/** The rules of the files, checked and compiled, in file order; all faults of all files at once. */
export function compileRules(files: readonly RuleFile[], vocabulary: Vocabulary, options: CompileOptions = {}): CompiledRuleSet {
  const compile = options.engine === 'reference' ? referenceCompiler(vocabulary) : compileNode
  const { rules, ...told } = checkRules(files, vocabulary, options)
  return { rules: rules.map((rule) => compileRule(rule, compile)), ...told }
}

/** The rules of the files, checked, in file order. */
export function checkRules(files: readonly RuleFile[], vocabulary: Vocabulary, options: Omit<CompileOptions, 'engine'> = {}): CheckedRuleSet {
  const ground = { vocabulary, names: namesOf(vocabulary), shipped: options.shipped ?? false }
  const found: Fault[][] = files.map(() => [])
  const contents = files.map(contentOf)
  const checked = files.map((file, index): CheckedRule | undefined => checkRule(contents[index]?.value, file.path, ground, (fault) => found[index]?.push(fault)))
  const known = checked.flatMap((rule, file) => (rule ? [{ file, definition: rule.definition }] : []))
  for (const { file, ...fault } of checkAcross(known, { known: new Set([...(options.alsoKnown ?? []), ...(options.beside ?? [])]), taken: new Set(options.beside) })) found[file]?.push(fault)
  return {
    rules: checked.flatMap((rule, index) => (rule && found[index]?.every((fault) => fault.warning) ? [rule] : [])),
    faults: problems(files, found, (fault) => fault.warning !== true, contents.map(({ unreadable }) => unreadable)),
    warnings: problems(files, found, (fault) => fault.warning === true),
  }
}

interface Content {
  readonly value: unknown
  /** Why the text is no YAML: then nothing else can be said of the file. */
  readonly unreadable?: readonly Problem[]
}

function contentOf(file: RuleFile): Content {
  if (file.content !== undefined || file.text === undefined) return { value: file.content }
  const parsed = parseYaml(file.text)
  return parsed.ok ? { value: parsed.value } : { value: undefined, unreadable: parsed.problems.map((problem) => ({ ...problem, file: file.path })) }
}

function problems(files: readonly RuleFile[], found: readonly (readonly Fault[])[], wanted: (fault: Fault) => boolean, unreadable: readonly (readonly Problem[] | undefined)[] = []): readonly Problem[] {
  return files.flatMap((file, index) => unreadable[index] ?? problemsOf((found[index] ?? []).filter(wanted), file.path, file.text))
}
