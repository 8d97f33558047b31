import { parse, stringify } from 'yaml'
import type { Random } from '../../tests/mutants/random.ts'
import { builtinRules, ConfigError, createLinter, effectiveConfig, loadConfig, readSuppressions, testRules, withSuppressionNotes, type Linter, type Report } from '../../src/index.ts'
import { withWording } from '../../src/load-rules.ts'
import { linterOf } from '../../src/lint.ts'
import { compileRules, patternFaults } from '../../src/ruleset/index.ts'
import { parseYaml } from '../../src/source/yaml.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { Broken, safeOnTerminal, unpolluted } from './checks.ts'
import { lintDocument } from './documents.ts'
import { inputs } from './inputs.ts'
import { elementMutation } from './elements.ts'
import { byteMutation, oneOf, several, textMutation, token, type Mutation } from './mutate.ts'
import { dataMutation, markupMutation, packageMutation } from './structure.ts'
import { BOMBS, PDF_TOKENS, TOKENS, YAML_TOKENS } from './tokens.ts'

export const TARGETS = ['json', 'text', 'rules', 'vocabulary', 'config', 'suppressions', 'docx', 'xlsx', 'pdf', 'html', 'mht', 'csv', 'md'] as const
export type TargetName = (typeof TARGETS)[number]

/** Makes the damaged inputs of one part of the program, and tries them. */
export interface Target {
  make(random: Random): Uint8Array
  /** Rejects where the input broke something. `number` says which costly checks are made too. */
  run(input: Uint8Array, number: number): Promise<void>
}

/** One case in so many lints a document with what was read. */
const OFTEN = 16

const SUPPRESSED = { file: 'x.txt', content: '2027年单位预算公开\n\n收入合计10万元，其中：财政拨款6万元、其他收入3万元。\n' }

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** All targets, with one linter. */
export async function targets(): Promise<Readonly<Record<TargetName, Target>>> {
  const linter = await createLinter()
  const sources = inputs(linter.vocabulary)
  const document = (file: string, make: Target['make']): Target => ({ make, run: (input, number) => lintDocument(linter, file, input, number) })
  const known = await builtinRules()
  const small = encoder.encode(sources.json[0] ?? '')
  const plain = linter.report([linter.lint(SUPPRESSED)])
  return {
    json: document('x.disclosure.json', mixed(sources.json, { data: { parse: JSON.parse, print: printJson } })),
    text: document('x.txt', mixed(sources.text)),
    html: document('x.html', mixed(sources.html, { text: several(oneOf([markupMutation, elementMutation])) })),
    mht: document('x.mht', mixed(sources.mht, { words: ['------=_NextPart_01DC.5A2B', '--', '=', '=3D', '=E5=90', '\r\n\r\n', 'Content-Transfer-Encoding: base64', 'Content-Type: multipart/mixed; boundary="x"'] })),
    csv: document('x.csv', mixed(sources.csv, { words: ['"', '""', ',,,', ';', '\t', '\r'] })),
    md: document('x.md', mixed(sources.md, { words: ['#', '|', '| --- |', '```', '>', '<!--', '[x]: y', '  ', '\\'] })),
    docx: document('x.docx', binary(sources.docx, packageMutation)),
    xlsx: document('x.xlsx', binary(sources.xlsx, packageMutation)),
    pdf: document('x.pdf', binary(sources.pdf, pdfMutation)),
    rules: { make: mixed(sources.rules, YAML), run: (input, number) => rulesCase(linter, decoder.decode(input), number) },
    vocabulary: { make: mixed(sources.vocabulary, YAML), run: (input) => vocabularyCase(linter, decoder.decode(input)) },
    config: {
      make: mixed(sources.config, YAML),
      run: async (input, number) => {
        const config = await configOf(decoder.decode(input), known)
        unpolluted()
        const effective = config && effectiveConfig(config, '/w/x.disclosure.json')
        if (effective && number % OFTEN === 0) await lintDocument(linter, 'x.disclosure.json', small, number, { config: effective })
      },
    },
    suppressions: { make: mixed(sources.suppressions, YAML), run: (input, number) => suppressionsCase(linter, decoder.decode(input), number % OFTEN === 0 ? undefined : plain) },
  }
}

interface Notation {
  readonly words?: readonly string[]
  readonly text?: Mutation<string>
  /** How it is read as data and written again. */
  readonly data?: { parse(text: string): unknown; print(value: unknown, random: Random): string }
}

const YAML: Notation = { words: [...YAML_TOKENS, ...BOMBS], data: { parse: (text) => parse(text, { uniqueKeys: false }) as unknown, print: (value) => stringify(value, { aliasDuplicateObjects: false }) } }

const printJson = (value: unknown, random: Random): string => JSON.stringify(value, null, random.below(3)) ?? 'null'

/** Texts damaged in their data, their characters or their bytes. */
function mixed(sources: readonly string[], { words = [], text = several(textMutation(words)), data }: Notation = {}): Target['make'] {
  const parsed = new Map<string, unknown>()
  const dataOf = (source: string): unknown => {
    if (!parsed.has(source)) parsed.set(source, data?.parse(source))
    return parsed.get(source)
  }
  const change = several(dataMutation)
  return (random) => {
    const other = (): string => random.pick(sources) ?? ''
    const source = other()
    const kind = random.below(10)
    if (data && kind < 5) {
      const printed = printedOr(() => data.print(change(dataOf(source), random, () => dataOf(other())), random))
      if (printed !== undefined) return encoder.encode(kind === 0 ? token([...words, ...TOKENS])(printed, random, other) : printed)
    }
    if (kind === 9) return several(byteMutation)(encoder.encode(source), random, () => encoder.encode(other()))
    return encoder.encode(text(source, random, other))
  }
}

/** Some data has no notation: what cannot be printed is no case. */
function printedOr(print: () => string): string | undefined {
  try {
    return print()
  } catch {
    return undefined
  }
}

function binary(sources: readonly Uint8Array[], mutation: Mutation<Uint8Array>): Target['make'] {
  const change = several(mutation)
  return (random) => {
    const other = (): Uint8Array => random.pick(sources) ?? new Uint8Array()
    return change(other(), random, other)
  }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const pdfText = textMutation(PDF_TOKENS)

/** A PDF is bytes and text at once. */
const pdfMutation: Mutation<Uint8Array> = (bytes, random, other) => (random.below(3) === 0 ? byteMutation(bytes, random, other) : Uint8Array.from(Buffer.from(pdfText(latin(bytes), random, () => latin(other())), 'latin1')))

/** A rule file is refused with its faults, or it runs: its examples, and over a disclosure. */
async function rulesCase(linter: Linter, text: string, number: number): Promise<void> {
  const { rules, faults } = compileRules([{ path: 'x.yaml', content: undefined, text }], linter.vocabulary, { engine: number % 8 === 0 ? 'reference' : 'closures' })
  unpolluted()
  for (const { message } of faults) if (message.zh === '' || message.en === '') throw new Broken('a fault without a message')
  if (rules.length === 0 && faults.length === 0) throw new Broken('no rule and no fault')
  if (faults.length > 0) return
  testRules(rules, linter)
  const alone = linterOf(withWording({ rules, vocabulary: linter.vocabulary }))
  for (const { given } of rules[0]?.definition.examples.slice(0, 1) ?? []) await lintDocument(alone, 'x.json', encoder.encode(JSON.stringify(given)), number)
}

function vocabularyCase(linter: Linter, text: string): Promise<void> {
  const yaml = parseYaml(text)
  if (yaml.ok) loadVocabulary([{ path: 'x.yaml', content: yaml.value, locate: yaml.locate }], patternFaults)
  else if (yaml.problems.length === 0) throw new Broken('refused without a problem')
  unpolluted()
  return Promise.resolve()
}

async function configOf(text: string, known: Awaited<ReturnType<typeof builtinRules>>): Promise<Awaited<ReturnType<typeof loadConfig>> | undefined> {
  const files = new Map([['/w/disclint.config.yaml', text], ['/w/base.yaml', text.slice(text.length / 2)], ['/w/pack/disclint.config.yaml', 'rules: {}\n'], ['/w/pack/vocabulary/words.yaml', 'lists: {}\n'], ['/w/plugin/index.js', '']])
  try {
    return await loadConfig({
      readFile: (path) => (files.has(path) ? Promise.resolve(files.get(path) ?? '') : Promise.reject(new Error('none'))),
      exists: (path) => Promise.resolve([...files.keys()].some((name) => name === path || name.startsWith(`${path}/`))),
      list: (path) => Promise.resolve(files.has(path) ? undefined : [...files.keys()].filter((name) => name.startsWith(`${path}/`))),
    }, '/w/disclint.config.yaml', known)
  } catch (error) {
    if (error instanceof ConfigError && error.faults.length > 0) return undefined
    throw error
  }
}

/** A file of suppressions is refused with its faults, or it holds over a report; without one a document is linted with it. */
function suppressionsCase(linter: Linter, text: string, plain: Report | undefined): Promise<void> {
  try {
    const suppressions = readSuppressions('disclint-suppressions.yaml', text)
    const report = plain ?? linter.report([linter.lint(SUPPRESSED, { suppressions: suppressions.file, today: '2026-03-01' })])
    safeOnTerminal(withSuppressionNotes(report, suppressions, { today: '2026-03-01', placeholders: linter.placeholders, language: 'zh' }))
  } catch (error) {
    if (!(error instanceof ConfigError && error.faults.length > 0)) throw error
  }
  unpolluted()
  return Promise.resolve()
}
