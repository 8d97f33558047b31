import { unzipSync, zipSync } from 'fflate'
import type { Random } from '../../tests/mutants/random.ts'
import { elementMutation } from './elements.ts'
import { byteMutation, textMutation, type Mutation } from './mutate.ts'
import { TOKENS, XML_TOKENS } from './tokens.ts'

interface Slot {
  readonly owner: Record<string, unknown> | unknown[]
  readonly key: string | number
}

/** Every place of a value in a copy of JSON data. */
function slots(value: unknown, found: Slot[] = []): Slot[] {
  if (typeof value !== 'object' || value === null) return found
  const owner = value as Slot['owner']
  for (const key of Array.isArray(owner) ? owner.keys() : Object.keys(owner)) {
    found.push({ owner, key })
    slots((owner as Record<string | number, unknown>)[key], found)
  }
  return found
}

function hostile(random: Random): unknown {
  const kind = random.below(12)
  const word = random.pick(TOKENS) ?? ''
  if (kind < 4) return word
  if (kind === 4) return random.pick([0, -0, 1e300, -1e300, 1e-300, 0.1, 2 ** 53 + 2, -1, 99999999999999999999])
  if (kind === 5) return random.pick([null, true, false, '', [], {}])
  if (kind === 6) return Object.fromEntries([[random.pick(['__proto__', 'constructor', 'prototype']) ?? '', { polluted: 1, toString: 1 }]])
  if (kind === 7) return Array.from({ length: random.below(60) }, () => word)
  if (kind === 8) return [[[[[[[[[[word]]]]]]]]]]
  if (kind === 9) return { text: word, paragraphs: word, rows: {}, columns: 1, cells: [] }
  return `${word}${random.pick(TOKENS) ?? ''}${random.below(1000)}`
}

/** Sets a member, also one named __proto__, as JSON would. */
function set(owner: Slot['owner'], key: string | number, value: unknown): void {
  Object.defineProperty(owner, key, { value, configurable: true, enumerable: true, writable: true })
}

/** Data with a member replaced, lost, renamed, copied elsewhere, or mutated in its text. */
export const dataMutation: Mutation<unknown> = (value, random, other) => {
  const copy = structuredClone(value)
  const all = slots(copy)
  const slot = random.pick(all)
  if (!slot) return hostile(random)
  const { owner, key } = slot
  const current = (owner as Record<string | number, unknown>)[key]
  const kind = random.below(8)
  if (kind === 0 && !Array.isArray(owner)) Reflect.deleteProperty(owner, key)
  else if (kind === 0 && Array.isArray(owner)) owner.splice(Number(key), 1)
  else if (kind === 1 && !Array.isArray(owner)) {
    Reflect.deleteProperty(owner, key)
    set(owner, random.pick(TOKENS) ?? '', current)
  } else if (kind === 2) set(owner, key, structuredClone(at(random.pick(all))))
  else if (kind === 3) set(owner, key, structuredClone(at(random.pick(slots(other())))))
  else if (kind === 4 && Array.isArray(owner)) owner.push(...Array.from({ length: 1 + random.below(6) }, () => structuredClone(current)))
  else if (kind <= 6 && typeof current === 'string') set(owner, key, textMutation()(current, random, () => String(at(random.pick(slots(other()))))))
  else set(owner, key, hostile(random))
  return copy
}

function at(slot: Slot | undefined): unknown {
  return slot ? (slot.owner as Record<string | number, unknown>)[slot.key] : undefined
}

const TAG = /<[^<>]+>/g

/** Markup with an element's tag lost, doubled, moved, or given an attribute; else as text. */
export const markupMutation: Mutation<string> = (text, random, other) => {
  const tags = [...text.matchAll(TAG)]
  const [one, two] = [random.pick(tags), random.pick(tags)]
  const kind = random.below(8)
  if (!one || !two || kind > 4) return textMutation(XML_TOKENS)(text, random, other)
  const [from, to] = [one.index, one.index + one[0].length]
  if (kind === 0) return text.slice(0, from) + text.slice(to)
  if (kind === 1) return text.slice(0, to) + one[0] + text.slice(to)
  if (kind === 2) return text.slice(0, to) + two[0] + text.slice(to)
  if (kind === 3) return `${text.slice(0, to - 1).replace(/\/$/, '')} ${(random.pick(XML_TOKENS) ?? '').trim()}${text.slice(to - 1)}`
  const [a, b] = [Math.min(from, two.index), Math.max(to, two.index + two[0].length)]
  const element = text.slice(a, b).slice(0, 4000)
  return text.slice(0, b) + element.repeat(1 + random.below(4)) + text.slice(b)
}

/** An office package with damage in the text of a part, a part lost or renamed, or damage in the zip itself. */
export const packageMutation: Mutation<Uint8Array> = (bytes, random, other) => {
  if (random.below(20) === 0) return byteMutation(bytes, random, other)
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes)
  } catch {
    return byteMutation(bytes, random, other)
  }
  const name = random.pick(Object.keys(parts).filter((part) => random.below(3) > 0 || /document|sheet|styles|numbering/.test(part)))
  if (name === undefined) return byteMutation(bytes, random, other)
  const decoder = new TextDecoder()
  const kind = random.below(20)
  if (kind === 0) Reflect.deleteProperty(parts, name)
  else if (kind === 1) parts[random.pick(['../../x.xml', '/word/document.xml', 'word/document.xml', 'xl/workbook.xml', 'constructor.xml', 'x/__proto__/y.xml', 'C:\\x.xml']) ?? ''] = parts[name] ?? new Uint8Array()
  else parts[name] = new TextEncoder().encode((random.below(14) > 0 ? elementMutation : markupMutation)(decoder.decode(parts[name]), random, () => decoder.decode(random.pick(Object.values(parts)))))
  return zipSync(parts, { level: 0 })
}
