/** Namespaces by their usual prefix; transitional and strict files differ in the address only. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/spreadsheetml(?:\/2006)?\/main$/, ''],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
]

export const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

/** Tags of a sheet's cells are all different. */
const MOST_SHARED = 4096

/** Names with the usual prefixes, as far as the part has declared its own. The same names come over and over. */
export class UsualNames {
  readonly #prefixes = new Map<string, string>()
  readonly #known = new Map<string, string>()
  readonly #attributes = new Map<string, Readonly<Record<string, string>>>()

  of(name: string): string {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const usual = this.#prefixes.get(name.slice(0, Math.max(0, colon)))
    const local = name.slice(colon + 1)
    const own = usual === undefined ? name : usual === '' ? local : `${usual}:${local}`
    this.#known.set(name, own)
    return own
  }

  /**
   * Attributes of a tag, printed as name, value, name, value …; what it declares counts for it and for all that follows. `tag` is all that
   * is printed of it: tags alike share their attributes.
   */
  attributes(printed: readonly string[], tag: string): Readonly<Record<string, string>> {
    const known = this.#attributes.get(tag)
    if (known) return known
    let declared = false
    for (let at = 0; at < printed.length; at += 2) {
      const name = printed[at] ?? ''
      if (!declares(name)) continue
      declared = true
      this.#declare(name.slice(6), printed[at + 1] ?? '')
    }
    const attributes: Record<string, string> = {}
    for (let at = 0; at < printed.length; at += 2) {
      const name = printed[at] ?? ''
      if (!name.startsWith('xmlns')) attributes[name.includes(':') ? this.of(name) : name] = printed[at + 1] ?? ''
    }
    if (!declared && this.#attributes.size < MOST_SHARED) this.#attributes.set(tag, attributes)
    return attributes
  }

  #declare(prefix: string, address: string): void {
    const usual = PREFIXES.find(([known]) => known.test(address))?.[1]
    if (usual === undefined || this.#prefixes.get(prefix) === usual) return
    this.#prefixes.set(prefix, usual)
    this.#known.clear()
    this.#attributes.clear()
  }
}

function declares(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')
}
