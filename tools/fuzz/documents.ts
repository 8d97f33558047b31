import { serialiseDisclosure } from '../../src/disclosure/serialise.ts'
import { validateDisclosure } from '../../src/disclosure/validate.ts'
import { applyEdits, editsOf, openSubject, safeSuggestions, type EffectiveConfig, type Linter, type LintOptions } from '../../src/index.ts'
import { readSubjects } from '../../src/read-subjects.ts'
import { decodeText } from '../../src/source/decode.ts'
import { Broken, nothingPassedOver, safeInBrowser, safeOnTerminal, soundReport, unpolluted, wellFormed } from './checks.ts'

/** Formats whose places count in lines of the file. */
const LINED = /\.(?:json|txt|csv|md|html)$/

/** One case in so many runs all rules; the others run one part of them in turn. */
const ALL_RULES = 20
const PARTS = 30

/** The configuration that leaves one part of the rules; a document alone takes most of its time for rules that say the same of its like. */
function someRules({ rules }: Linter, number: number): EffectiveConfig {
  return { rules: new Map(rules.flatMap(({ definition }, at) => (rules.length < PARTS || at % PARTS === number % PARTS ? [[definition.id, { options: {} }]] : []))), severityAt: () => undefined }
}

/**
 * Opens and lints one file as the command line does, and holds the report to the checks. The costly checks run on some cases only,
 * told by the number of the case.
 */
export async function lintDocument(linter: Linter, file: string, content: Uint8Array, number: number, options: LintOptions = {}): Promise<void> {
  const subject = await openSubject({ file, content })
  const lintOptions = { content: true, ...(number % ALL_RULES > 0 && { config: someRules(linter, number) }), ...options }
  const report = linter.lint(subject, lintOptions)
  unpolluted()
  if (number % ALL_RULES === 0) nothingPassedOver(report)
  soundReport(report, LINED.test(file) ? decodeText(content).text : undefined)
  const whole = linter.report([report])
  safeOnTerminal(whole)
  if (number % 5 === 0) safeInBrowser(whole)
  if (number % 16 === 0) wellFormed(whole, { file, content })
  if (number % 32 === 0 && JSON.stringify(linter.lint(subject, lintOptions)) !== JSON.stringify(report)) throw new Broken('two runs differ')
  if (number % 16 === 8) imported(linter, subject)
  if (number % 16 === 4 && LINED.test(file)) {
    const text = decodeText(content).text
    applyEdits(text, editsOf(text, safeSuggestions(report), file))
  }
}

/** What `import` writes of the file is a disclosure without fault, and can be read again. */
function imported(linter: Linter, subject: Parameters<typeof readSubjects>[0][number]): void {
  const { disclosure, documents } = readSubjects([subject], linter.vocabulary)
  if (!disclosure || documents.length === 0) return
  const json = serialiseDisclosure(disclosure)
  const { faults } = validateDisclosure(JSON.parse(json))
  const [fault] = faults.filter(({ severity }) => severity === 'error')
  if (fault) throw new Broken(`import: ${fault.pointer} ${fault.message.en}`)
  const again = linter.lint({ file: 'again.disclosure.json', content: json })
  soundReport(again, json)
}
