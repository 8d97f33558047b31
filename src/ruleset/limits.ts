/** What a rule file may at most be: hostile files are refused before they cost anything. */
export const LIMITS = {
  /** Nesting of an expression. */
  depth: 40,
  /** Nesting of the whole file. */
  fileDepth: 80,
  /** Values of one rule file. */
  nodes: 20_000,
  /** Characters of one text. */
  text: 20_000,
  cases: 100,
  lets: 100,
} as const

/** Which limit `value` breaks; undefined when none. Counts without recursion, so that no nesting can break it. */
export function brokenLimit(value: unknown): 'too-deep' | 'too-large' | undefined {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  let nodes = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    nodes += 1
    if (nodes > LIMITS.nodes || (typeof next.value === 'string' && next.value.length > LIMITS.text)) return 'too-large'
    if (next.depth > LIMITS.fileDepth) return 'too-deep'
    if (typeof next.value !== 'object' || next.value === null) continue
    for (const member of Object.values(next.value)) waiting.push({ value: member, depth: next.depth + 1 })
  }
  return undefined
}
