/** How often each kind of line is typed in: by then the engine runs what a keystroke needs as compiled code. */
const ROUNDS = 4

/**
 * Versions of `text` as someone would type them: a character more in its longest paragraph, then out again, then in a line of figures. The last
 * one is `text` itself.
 */
export function rehearsalOf(text: string): readonly string[] {
  const lines = text.split('\n')
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), '')
  const figures = lines.find((line) => /\d\.\d\d\D+\d+\.\d\d/.test(line)) ?? longest
  const round = [longest, figures].flatMap((line) => {
    const at = text.indexOf(line) + Math.floor(line.length / 2)
    return [`${text.slice(0, at)}1${text.slice(at)}`, text]
  })
  return Array.from({ length: ROUNDS }, () => round).flat()
}
