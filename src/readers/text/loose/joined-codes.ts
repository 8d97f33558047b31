import type { LooseLine } from './assemble.ts'
import type { Word } from './words.ts'

const CLASS = /^[12345]\d\d$/
const PART = /^\d\d$/
const MOST_PARTS = 2

/**
 * Lines with the parts of a code (208, 05, 01), each the cell of a row that was printed cell by cell, as one line with the label below
 * them; others stay.
 */
export function joinedCodes(lines: readonly LooseLine[]): readonly LooseLine[] {
  const out: LooseLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as LooseLine
    const parts = only(line, CLASS) === undefined ? [] : partsAt(lines, at)
    const label = lines[at + parts.length]
    if (parts.length > 1 && label !== undefined && label.codes.length === 0 && label.texts.length > 0) {
      const codes = parts.map((part) => ({ ...(part.words[0] as Word), kind: 'code' as const }))
      out.push({ ...label, codes, words: [...codes, ...label.words], joins: parts.map((part) => part.at) })
      at += parts.length
    } else out.push(line)
  }
  return out
}

function partsAt(lines: readonly LooseLine[], at: number): readonly LooseLine[] {
  let end = at + 1
  while (end - at <= MOST_PARTS && only(lines[end], PART) !== undefined) end += 1
  return lines.slice(at, end)
}

function only(line: LooseLine | undefined, pattern: RegExp): string | undefined {
  const [word, ...more] = line?.words ?? []
  return word !== undefined && more.length === 0 && pattern.test(word.text.text) ? word.text.text : undefined
}
