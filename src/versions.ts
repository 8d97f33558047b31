import { sharedWith } from './disclosure/share.ts'
import type { Disclosure } from './disclosure/model.ts'
import { RuleMemory } from './engine/index.ts'
import { VersionMemory } from './facts/index.ts'
import { TextMemory } from './source/moved.ts'

/** What is kept of a document that is linted version after version: what its parts are made into, and what rules found in it. */
export class Versions {
  readonly facts = new VersionMemory()
  readonly texts = new TextMemory()
  #rules = new RuleMemory()
  #disclosure: Disclosure | undefined
  #settings: readonly unknown[] = []

  get rules(): RuleMemory {
    return this.#rules
  }

  /** The next version, sharing with the last one what is the same in both. Under other `settings` rules are asked anew. */
  next(disclosure: Disclosure, settings: readonly unknown[]): Disclosure {
    if (!settings.every((setting, at) => setting === this.#settings[at])) this.#rules = new RuleMemory()
    this.#settings = settings
    this.#disclosure = sharedWith(this.#disclosure, disclosure)
    this.facts.turn()
    this.texts.turn()
    return this.#disclosure
  }
}
