import type { Problem } from './core/problem.ts'
import type { Language } from './core/text.ts'
import { serialiseDisclosure } from './disclosure/serialise.ts'
import { namesIn, recognitionIn } from './english-names.ts'
import { wordsOf } from './formatters/words.ts'
import { loadRules, type RuleSources } from './load-rules.ts'
import { readSubjects, textOf, type Subject } from './read-subjects.ts'
import { sha256Hex } from './sha256.ts'
import { recognitionDetails } from './recognition-details.ts'
import { sidecarText } from './sidecar.ts'
import { suggestVocabulary } from './suggest-vocabulary.ts'

/** A published document as disclosure JSON. */
export interface ImportedDisclosure {
  /** Deterministic, one table row a line. */
  readonly json: string
  /** The sidecar: for each string the places it was read from. */
  readonly map: string
  readonly problems: readonly Problem[]
  /** What was recognised and what not, for people. */
  readonly recognitionText: (language: Language) => string
  /** The same for each table, sheet and section: how surely, and by what. */
  readonly recognitionReport: (language: Language) => string
  /** Vocabulary YAML to paste for what was not recognised. */
  readonly suggestion: (language: Language) => string
}

/** Makes disclosure JSON of one document or of the parts of one, with the vocabulary of the packs given. Unreadable input is among `problems`. */
export async function importDisclosure(subjects: readonly Subject[], { vocabularyFiles = [] }: Pick<RuleSources, 'vocabularyFiles'> = {}): Promise<ImportedDisclosure> {
  const { vocabulary } = await loadRules({ builtin: vocabularyFiles.length === 0, vocabularyFiles })
  const read = readSubjects(subjects, vocabulary)
  const { recognition, disclosure, map } = read
  const json = disclosure ? serialiseDisclosure(disclosure) : ''
  const files = read.documents.map(({ file, sha256 }, i) => ({ file, sha256, text: subjects[i] ? textOf(subjects[i]) : '' }))
  const summary = (language: Language): string => wordsOf(language).recognition({ tables: recognition.tables.length, sheets: recognition.sheets, paragraphs: recognition.paragraphs, unrecognised: recognition.unrecognised.length, rows: recognition.rows, doubtful: recognition.doubtful })
  const rest = recognition.unrecognised.map(({ text }) => `  ? ${text}`)
  return {
    json,
    map: sidecarText(map, files, sha256Hex(json)),
    problems: read.problems,
    recognitionText: (language) => {
      const words = wordsOf(language)
      const tables = recognitionIn(namesIn(language, vocabulary), recognition).tables.map((table) => `  ${words.recognisedTable(table)}`)
      return `${[summary(language), ...tables, ...rest].join('\n')}\n`
    },
    recognitionReport: (language) => `${[summary(language), ...(disclosure ? recognitionDetails(disclosure, { vocabulary, language, roles: recognitionIn(namesIn(language, vocabulary), recognition).tables.map(({ role, name }) => name ?? role) }) : []), ...rest].join('\n')}\n`,
    suggestion: (language) => (disclosure ? suggestVocabulary(disclosure, vocabulary, language) : ''),
  }
}
