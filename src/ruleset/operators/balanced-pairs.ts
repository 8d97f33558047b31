/** One kind of pair: each character of `open` is closed by any character of `close`. */
export interface Pair {
  readonly open: string
  readonly close: string
}

/** Splits `open…close`; several characters a side close each other (full and half width). Undefined when it is no pair. */
export function parsePair(written: string): Pair | undefined {
  const [open, close, ...more] = written.split('…')
  return open && close && more.length === 0 ? { open, close } : undefined
}

/** An opening without its closing, or the other way round; UTF-16 offset in the text. */
export interface Unpaired {
  readonly at: number
  readonly mark: string
  readonly opens: boolean
}

/**
 * Marks without a partner, each kind of pair on its own so that one slip is told once. Where opening and closing are the
 * same mark the last of an odd number is told. Offsets in `skipped` ranges (list numbers) do not count.
 */
export function unpaired(text: string, pairs: readonly Pair[], skipped: readonly (readonly [from: number, to: number])[] = []): readonly Unpaired[] {
  const marks = marksOf(text, pairs).filter(({ at }) => !skipped.some(([from, to]) => at >= from && at < to))
  return pairs.flatMap((pair) => {
    const open: Unpaired[] = []
    const wrong: Unpaired[] = []
    for (const { at, mark } of marks) {
      const opens = pair.open.includes(mark)
      const closes = pair.close.includes(mark)
      if (closes && (!opens || open.length > 0)) {
        if (open.pop() === undefined) wrong.push({ at, mark, opens: false })
      } else if (opens) open.push({ at, mark, opens: true })
    }
    return [...wrong, ...open]
  }).sort((a, b) => a.at - b.at)
}

const searches = new WeakMap<readonly Pair[], ReadonlySet<string>>()

/** Every mark of one of the pairs: few characters of a text are any. */
function marksOf(text: string, pairs: readonly Pair[]): readonly { readonly at: number; readonly mark: string }[] {
  const known = searches.get(pairs) ?? new Set(pairs.flatMap(({ open, close }) => [...open, ...close]))
  searches.set(pairs, known)
  const found: { at: number; mark: string }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at)
    if (known.has(mark)) found.push({ at, mark })
  }
  return found
}

/**
 * Marks without a partner, where `optional` ranges may count or not: what looks like a list number can be the end of a bracket
 * ("(50:25)"). The reading with fewer lone marks is taken.
 */
export function unpairedBest(text: string, pairs: readonly Pair[], optional: (text: string) => readonly (readonly [from: number, to: number])[]): readonly Unpaired[] {
  const all = unpaired(text, pairs)
  const ranges = all.length === 0 ? [] : optional(text)
  if (ranges.length === 0) return all
  const without = unpaired(text, pairs, ranges)
  return without.length < all.length ? without : all
}

const STRETCH = 14
const SENTENCE_END = /[\u3002\uff1b;\n]/u

/** The stretch to look at for the missing half: from an opening mark on, up to a closing one, within its sentence. */
export function stretchOf(text: string, { at, opens }: Unpaired): readonly [from: number, to: number] {
  let [from, to] = [at, at + 1]
  const joins = (char: string): boolean => char !== '' && !SENTENCE_END.test(char)
  while (opens && to - at < STRETCH && joins(text.charAt(to))) to += 1
  // A full stop right before a closing mark is inside it.
  if (!opens && at > 0) from -= 1
  while (!opens && at - from < STRETCH && joins(text.charAt(from - 1))) from -= 1
  return [from, to]
}
