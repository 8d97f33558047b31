import { PassedItems, Reads, type Found } from '../facts/reads.ts'
import type { Item, Model } from '../facts/item.ts'
import type { Outcome } from '../facts/value.ts'
import type { CompiledRule } from '../ruleset/compiled.ts'
import { KnownOutcomes } from './known-outcomes.ts'
import { relationOf, type Relation } from './relation.ts'
import type { CheckedRule } from './run-rules.ts'

interface KeptRule {
  readonly checked: CheckedRule
  /** All that was read to come to it. */
  readonly found: Found
  readonly outcomes: KnownOutcomes
}

type AccountedModel = Model & { readonly reads: Reads }

/**
 * What rules found in one version of a document, so that the next version need not be asked the same. A rule that found no problem and reads
 * the very same as before is not run again; one whose range has changed is asked about the checks that are new. Nothing is kept of a
 * rule that crashed or hit a limit.
 */
export class RuleMemory {
  #rules = new Map<string, KeptRule>()
  #passed = new PassedItems()
  readonly #relations = new WeakMap<Outcome, { readonly relation: Relation | undefined }>()
  #ground: { readonly document: Item; readonly needs: string } | undefined

  /** A version begins. Whatever else the rules go by is the same as before. */
  begin(model: Model): AccountedModel {
    const ground = { document: model.document, needs: needsOf(model) }
    if (ground.document !== this.#ground?.document || ground.needs !== this.#ground.needs) {
      this.#rules = new Map()
      this.#passed = new PassedItems()
    }
    this.#passed.turn()
    this.#ground = ground
    return new Reads(model, this.#passed).version
  }

  /** What an outcome demands of figures: of a kept one it is known. */
  relationOf(outcome: Outcome): Relation | undefined {
    const known = this.#relations.get(outcome) ?? { relation: relationOf(outcome) }
    this.#relations.set(outcome, known)
    return known.relation
  }

  /** What `run` finds, or found before where nothing it reads has changed. */
  checked(rule: CompiledRule, model: AccountedModel, run: (known: KnownOutcomes) => CheckedRule): CheckedRule {
    const { id } = rule.definition
    const last = this.#rules.get(id)
    if (last && last.checked.drafts.length === 0 && model.reads.stillFinds(last.found)) return last.checked
    const outcomes = new KnownOutcomes(model.reads, last?.outcomes)
    const { value: checked, found } = model.reads.during(() => run(outcomes))
    outcomes.close()
    if (checked.problems.length > 0) this.#rules.delete(id)
    else this.#rules.set(id, { checked, found, outcomes })
    return checked
  }
}

/** What of the disclosure itself decides whether a rule can run (applies.ts), besides the document's item. */
function needsOf({ disclosure }: Model): string {
  return JSON.stringify([disclosure.projects.length === 0, disclosure.tables.map(({ role }) => role)])
}
