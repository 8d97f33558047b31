/** A text as addresses have it: full width made half width, white space and `/` taken out. */
export function normalised(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').replaceAll('/', '∕')
}

/** Each key, the second of its kind and later ones with `#k`: 合计, 合计#2. */
export function numbered(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}#${count}`
  })
}

/** The keys that occur more than once. */
export function repeated(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(keys.filter((key) => seen.size === seen.add(key).size))
}

/** A printed text for a label: on one line, at most `longest` characters; names often differ at their end, so it is kept. */
export function shortened(text: string, longest = 30): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  if (characters.length <= longest) return line
  const tail = Math.floor(longest / 3)
  return `${characters.slice(0, longest - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`
}

/** What a text counts or names, up to its figure: 核定的人员编制数 of 核定的人员编制数4人. */
export function lead(text: string): string {
  const words = text.normalize('NFKC').trim().replace(/^[(（]?[\d一二三四五六七八九十]+[)）.、．]\s*/u, '').split(/[\d:：,，。;；]/u)[0] ?? ''
  return words.replace(/(为|是|共|有|约)$/u, '').trim()
}

/** A heading or row label without its number (二、（二）2. 第二部分): numbers shift when one is added. */
export function unnumbered(heading: string): string {
  const bare = normalised(heading).replace(/^(\d+(\.\d+)+|第[\d一二三四五六七八九十百]+[部分章节条篇]+|\(?[\d一二三四五六七八九十百]+[)、.．])[、.．:：]?/u, '')
  return bare === '' ? normalised(heading) : bare
}

/** Computes once, when first asked. */
export function lazy<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => (known ??= { value: compute() }).value
}
