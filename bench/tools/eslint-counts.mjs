/** A formatter of ESLint that prints only how often each rule failed in each file: its own `json` repeats every source. */
export default function counts(results) {
  return results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, column }) => `${filePath}\t${String(ruleId)}\t${line}:${column}`)).join('\n')
}
