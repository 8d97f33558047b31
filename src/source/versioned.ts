/** What is known by key in the version of a document that is at hand, and in the one before it: what neither used is forgotten. */
export class Versioned<Key, Value> {
  #before = new Map<Key, Value>()
  #now = new Map<Key, Value>()

  /** A new version begins. */
  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  get(key: Key): Value | undefined {
    return this.#now.get(key) ?? this.#before.get(key)
  }

  /** What the version before knew. */
  before(key: Key): Value | undefined {
    return this.#before.get(key)
  }

  set(key: Key, value: Value): void {
    this.#now.set(key, value)
  }
}
