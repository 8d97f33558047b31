import type { Problem } from './core/problem.ts'
import type { Language } from './core/text.ts'
import { serialiseDisclosure } from './disclosure/serialise.ts'
import { namesIn, recognitionIn } from './english-names.ts'
import { wordsOf } from './formatters/words.ts'
import { loadRules, type RuleSources } from './load-rules.ts'
import { readSubjects, textOf, type Subject } from './read-subjects.ts'
import { sha256Hex } from './sha256.ts'
import { sidecarText } from './sidecar.ts'

/** A published document as disclosure JSON. */
export interface ImportedDisclosure {
  /** Deterministic, one table row a line. */
  readonly json: string
  /** The sidecar: for each string the places it was read from. */
  readonly map: string
  readonly problems: readonly Problem[]
  /** What was recognised and what not, for people. */
  readonly recognitionText: (language: Language) => string
}

/** Makes disclosure JSON of one document or of the parts of one, with the vocabulary of the packs given. Unreadable input is among `problems`. */
export async function importDisclosure(subjects: readonly Subject[], { vocabularyFiles = [] }: Pick<RuleSources, 'vocabularyFiles'> = {}): Promise<ImportedDisclosure> {
  const { vocabulary } = await loadRules({ builtin: vocabularyFiles.length === 0, vocabularyFiles })
  const read = readSubjects(subjects, vocabulary)
  const { recognition, disclosure, map } = read
  const json = disclosure ? serialiseDisclosure(disclosure) : ''
  const files = read.documents.map(({ file, sha256 }, i) => ({ file, sha256, text: subjects[i] ? textOf(subjects[i]) : '' }))
  return {
    json,
    map: sidecarText(map, files, sha256Hex(json)),
    problems: read.problems,
    recognitionText: (language) => {
      const words = wordsOf(language)
      const counts = { tables: recognition.tables.length, sheets: recognition.sheets, paragraphs: recognition.paragraphs, unrecognised: recognition.unrecognised.length, rows: recognition.rows, doubtful: recognition.doubtful }
      const tables = recognitionIn(namesIn(language, vocabulary), recognition).tables.map((table) => `  ${words.recognisedTable(table)}`)
      const rest = recognition.unrecognised.map(({ text }) => `  ? ${text}`)
      return `${[words.recognition(counts), ...tables, ...rest].join('\n')}\n`
    },
  }
}
