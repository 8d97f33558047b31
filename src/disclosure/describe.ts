import type { Ref } from '../core/ref.ts'
import { pointerTokens, valueAt } from '../source/json-pointer.ts'
import { overallDescriber, projectDescriber } from './describe-form.ts'
import { named } from './describe-indicators.ts'
import { tableDescriber } from './describe-table.ts'
import type { Description } from './describe-table.ts'
import { TEXT_LISTS, looseDescriber, sectionDescriber } from './describe-text.ts'
import { FIELD_NAMES } from './field-names.ts'
import type { FieldName, FieldNames } from './field-names.ts'
import type { Disclosure } from './model.ts'

export interface Describer {
  /** Where it stands, in the reader's words: 收支总表 › 支出 › 教育支出 › 当年预算安排. */
  label(ref: Ref): string
  /**
   * Where it stands, for identity: 收支总表/支出/教育支出/当年预算安排. Parts of a text have the address of the text. Adding
   * or moving other rows, sheets, sections or paragraphs changes no address.
   */
  address(ref: Ref): string
  /** The text as printed, or the part the reference names; of a row, table, sheet or section its name. */
  text(ref: Ref): string
  /** The file it comes from, where all comes from one. */
  file(ref: Ref): string | undefined
}

/** Names things of a disclosure. `names` replaces the words of labels; addresses always have the built-in ones. */
export function describer(disclosure: Disclosure, names: Partial<FieldNames> = {}): Describer {
  const words: FieldNames = { ...FIELD_NAMES, ...names }
  const below = new Map<string, (tokens: readonly string[]) => Description>([
    ['tables', tableDescriber(disclosure, words)],
    ['projects', projectDescriber(disclosure, words)],
    ['overall', overallDescriber(disclosure, words)],
    ['sections', sectionDescriber(disclosure, words)],
    ...TEXT_LISTS.map((list) => [list, looseDescriber(disclosure, list, words)] as const),
  ])
  const known = new Map<string, Description>()
  const describe = (pointer: string): Description => {
    let description = known.get(pointer)
    if (!description) {
      const [first, ...rest] = pointerTokens(pointer)
      description = first === undefined ? named('document', words) : (below.get(first)?.(rest) ?? plain(first, rest, words))
      known.set(pointer, description)
    }
    return description
  }
  const [source, ...others] = disclosure.sources ?? []
  return {
    label: ({ pointer }) => describe(pointer).label.join(' › '),
    address: ({ pointer }) => describe(pointer).address.join('/'),
    text: (ref) => textOf(valueAt(disclosure, ref.pointer), ref),
    file: () => (others.length === 0 ? source?.file : undefined),
  }
}

function plain(first: string, rest: readonly string[], names: FieldNames): Description {
  const path = [first, ...rest].join('.')
  const name = [path, first].find((candidate) => Object.hasOwn(FIELD_NAMES, candidate))
  return name === undefined ? { label: [path], address: [path] } : named(name as FieldName, names)
}

/** Properties that name a thing, in the order in which they are looked for. */
const NAMING = ['label', 'title', 'heading', 'name', 'text', 'key'] as const

function textOf(value: unknown, { from, to }: Ref): string {
  if (typeof value === 'string') return value.slice(from ?? 0, to)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
  const members = value as Readonly<Record<string, unknown>>
  const name = NAMING.find((key) => Object.hasOwn(members, key) && typeof members[key] === 'string' && members[key] !== '')
  if (name !== undefined) return String(members[name])
  const halves = members['halves']
  const half = typeof halves === 'object' && halves !== null ? Object.values(halves).find((part: { readonly name?: string }) => part.name) as { readonly name?: string } | undefined : undefined
  return half?.name ?? ''
}
