import type { Finding, RuleCoverage, Site } from './core/finding.ts'
import type { GapReason } from './core/verdict.ts'
import type { Disclosure } from './disclosure/model.ts'
import { describer } from './disclosure/describe.ts'
import { runRules, type EngineWording } from './engine/index.ts'
import { exampleDisclosure } from './example-disclosure.ts'
import { buildModel } from './facts/index.ts'
import type { Model } from './facts/item.ts'
import { finishFindings } from './findings/index.ts'
import type { CompiledRule } from './ruleset/compiled.ts'
import type { ExampleDefinition } from './ruleset/definition.ts'
import type { Vocabulary } from './vocabulary/types.ts'

export interface ExampleDependencies {
  readonly vocabulary: Vocabulary
  readonly wording: EngineWording
}

/** What became of one example of a rule file. */
export interface ExampleResult {
  readonly example: ExampleDefinition
  /** 1-based number of the example in its file. */
  readonly number: number
  readonly passed: boolean
  /** What differed, in Chinese; empty when it passed. */
  readonly faults: readonly string[]
  readonly findings: readonly Finding[]
  /** The first message, in Chinese, when the rule found something. */
  readonly message?: string
}

interface Outcome {
  readonly findings: readonly Finding[]
  readonly coverage: RuleCoverage
}

/** Runs every example of a rule through vocabulary, facts and the rule alone, and compares with what it says. Never throws. */
export function runExamples(rule: CompiledRule, deps: ExampleDependencies): ExampleResult[] {
  return rule.definition.examples.map((example, index) => {
    try {
      const outcome = runExample(rule, example, deps)
      const faults = faultsOf(example, outcome)
      const message = outcome.findings[0]?.message
      return { example, number: index + 1, passed: faults.length === 0, faults, findings: outcome.findings, ...(message !== undefined && { message }) }
    } catch (error) {
      return { example, number: index + 1, passed: false, faults: [error instanceof Error ? error.message : String(error)], findings: [] }
    }
  })
}

function runExample(rule: CompiledRule, example: ExampleDefinition, { vocabulary, wording }: ExampleDependencies): Outcome {
  const disclosure = exampleDisclosure(example.given, vocabulary)
  const model = buildModel(disclosure, vocabulary, relatedModels(example.given, vocabulary))
  const settings = example.options as Readonly<Record<string, string | number | boolean>> | undefined
  const run = runRules([rule], model, {
    language: 'zh',
    wording,
    describe: describer(disclosure),
    scopes: vocabulary.scopes,
    showRounding: example.is === 'explainable',
    ...(settings && { optionsOf: () => settings }),
  })
  const [problem] = run.problems
  if (problem) throw new Error(problem.message.zh)
  const coverage = run.coverage[0]
  if (!coverage) throw new Error('规则没有运行')
  return { findings: finishFindings(run.findings, { locate: () => ({}), redact: (text) => text }), coverage }
}

function relatedModels(given: ExampleDefinition['given'], vocabulary: Vocabulary): Model['related'] {
  const modelOf = (part: unknown): Model => buildModel(relatedDisclosure(part, vocabulary), vocabulary)
  const { previous, budget, final, units } = given
  return {
    ...(previous !== undefined && { previous: modelOf(previous) }),
    ...(budget !== undefined && { budget: modelOf(budget) }),
    ...(final !== undefined && { final: modelOf(final) }),
    ...(Array.isArray(units) && { units: units.map(modelOf) }),
  }
}

function relatedDisclosure(part: unknown, vocabulary: Vocabulary): Disclosure {
  return exampleDisclosure(part as Readonly<Record<string, unknown>>, vocabulary)
}

function faultsOf(example: ExampleDefinition, outcome: Outcome): string[] {
  const wrong = verdictFault(example.is, outcome)
  if (wrong !== undefined) return [wrong]
  const { findings } = outcome
  const faults: string[] = []
  if (example.sites && !findings.some((finding) => hasSites(finding, example.sites ?? []))) faults.push(`各处应为 ${example.sites.join('，')}，实为 ${findings.map((finding) => finding.sites.map(printed).join('，')).join(' / ') || '无'}`)
  if (example.cause !== undefined && !findings.some(({ causeId }) => causeId === example.cause)) faults.push(`原因应为 ${example.cause}，实为 ${findings.map(({ causeId }) => causeId ?? '无').join(' / ') || '无'}`)
  const { message } = example
  if (message !== undefined && !findings.some((finding) => finding.message.includes(message))) faults.push(`消息应有“${message}”，实为“${findings.map((finding) => finding.message).join('” / “')}”`)
  return faults
}

const FAILURES: readonly string[] = ['impossible', 'violated']

/** What `is` demands of the outcome; undefined where it is met. */
function verdictFault(is: ExampleDefinition['is'], { findings, coverage }: Outcome): string | undefined {
  const { passed, failed, explainable, notEvaluated } = coverage
  const gaps = notEvaluated.reduce((sum, { count }) => sum + count, 0)
  const has = (verdict: string): boolean => findings.some((finding) => finding.verdict === verdict)
  const met: Readonly<Record<ExampleDefinition['is'], () => boolean>> = {
    pass: () => failed === 0 && !has('rounding') && (passed + explainable > 0 || gaps === 0),
    fail: () => findings.some(({ verdict }) => FAILURES.includes(verdict)),
    implausible: () => has('implausible') && !findings.some(({ verdict }) => FAILURES.includes(verdict)),
    explainable: () => failed === 0 && has('explainable'),
    rounding: () => failed === 0 && has('rounding'),
    'not-applicable': () => failed + passed + explainable + gaps === 0,
    'not-evaluated': () => failed === 0 && gaps > 0,
  }
  return met[is]() ? undefined : `应为 ${is}，实为 ${found(findings, coverage, notEvaluated)}`
}

function found(findings: readonly Finding[], { passed, explainable, notApplicable }: RuleCoverage, gaps: readonly { reason: GapReason; count: number }[]): string {
  if (findings.length > 0) return findings.map(({ verdict, message }) => `${verdict}（${message}）`).join('；')
  return `通过 ${passed}，可由四舍五入解释 ${explainable}，不适用 ${notApplicable}，未能核对 ${gaps.map(({ reason, count }) => `${reason} ${count}`).join('，') || '0'}`
}

/** The main place first; the order of the others does not matter. A table figure may be given with or without its unit. */
function hasSites({ sites }: Finding, wanted: readonly string[]): boolean {
  const [main, ...others] = sites
  const [first, ...rest] = wanted.map(bare)
  if (!main || first === undefined || others.length !== rest.length || !readings(main).includes(first)) return false
  const left = [...others]
  return rest.every((text) => {
    const at = left.findIndex((site) => readings(site).includes(text))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

function bare(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}

function readings(site: Site): string[] {
  return [bare(site.text), bare(`${site.text}${site.unit ?? ''}`)]
}

function printed({ text, unit }: Site): string {
  return unit !== undefined && unit !== '' && !text.includes(unit) ? `${text} ${unit}` : text
}
