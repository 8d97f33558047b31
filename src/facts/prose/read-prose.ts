import type { ProseContext, ProseReading, ProseText } from './prose-text.ts'

/** Facts and claims that the sentences of a disclosure state, each part with its exact range. */
export function readProse(texts: readonly ProseText[], context: ProseContext): ProseReading {
  throw new Error(String(texts) + String(context))
}
