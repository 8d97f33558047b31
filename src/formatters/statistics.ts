import type { FileReport } from '../core/finding.ts'
import type { Words } from './words.ts'

/** What was recognised, and per rule why checks were not made. */
export function statistics(file: FileReport, words: Words): string[] {
  const { recognition } = file
  const lines = [
    `  ${words.recognition({ tables: recognition.tables.length, sheets: recognition.sheets, paragraphs: recognition.paragraphs, unrecognised: recognition.unrecognised.length, rows: recognition.rows, doubtful: recognition.doubtful })}`,
  ]
  const gaps = file.coverage.filter((rule) => rule.notEvaluated.length > 0)
  if (gaps.length > 0) lines.push(`  ${words.gaps}${words.colon}`)
  for (const rule of gaps) {
    const reasons = rule.notEvaluated.map(({ reason, count }) => `${words.reason[reason]} ${count}`).join(words.comma)
    lines.push(`    ${rule.ruleId}  ${reasons}`)
  }
  return lines
}
