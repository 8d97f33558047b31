/** Namespaces by their usual prefix; transitional and strict files differ in the address only. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/spreadsheetml(?:\/2006)?\/main$/, ''],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
]

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

/** Names with the usual prefixes, as far as the part has declared its own. The same names come over and over. */
export class UsualNames {
  readonly #prefixes = new Map<string, string>()
  readonly #known = new Map<string, string>()

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

  /** Attributes of a tag, printed as name, value, name, value …; what it declares counts for it and for all that follows. */
  attributes(printed: readonly string[]): Readonly<Record<string, string>> {
    if (printed.length === 0) return NO_ATTRIBUTES
    for (let at = 0; at < printed.length; at += 2) if (declares(printed[at] ?? '')) this.#declare((printed[at] ?? '').slice(6), printed[at + 1] ?? '')
    const attributes: Record<string, string> = {}
    for (let at = 0; at < printed.length; at += 2) {
      const name = printed[at] ?? ''
      if (!name.startsWith('xmlns')) attributes[name.includes(':') ? this.of(name) : name] = printed[at + 1] ?? ''
    }
    return attributes
  }

  #declare(prefix: string, address: string): void {
    const usual = PREFIXES.find(([known]) => known.test(address))?.[1]
    if (usual === undefined || this.#prefixes.get(prefix) === usual) return
    this.#prefixes.set(prefix, usual)
    this.#known.clear()
  }
}

function declares(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')
}
