import type { Disclosure } from '../disclosure/model.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import type { Model } from './item.ts'

/** The disclosure as rules see it: items of each kind are built once, when first asked for. */
export function buildModel(disclosure: Disclosure, vocabulary: Vocabulary, related: Model['related'] = {}): Model {
  void disclosure; void vocabulary; void related
  throw new Error('in work')
}
