import type { Form, TableRole, Vocabulary } from '../vocabulary/types.ts'
import { bareLabel, foldText, headingKey, labelKey, remembered, titleKey } from './label.ts'

/** A title recognised as one of a family. */
export interface TitleHit {
  readonly id: string
  /** Characters of the family that were found: the longer, the surer. */
  readonly length: number
}

/** The vocabulary as the recogniser asks it: built once for a run. */
export interface Lexicon {
  readonly vocabulary: Vocabulary
  readonly fillers: readonly string[]
  role(id: string): TableRole | undefined
  /** Table role of a title, by the longest family it contains. */
  tableTitle(title: string): TitleHit | undefined
  /** `project` or `overall`, if the title is that of a form. */
  formTitle(title: string): TitleHit | undefined
  /** Property of a form a label stands for. */
  field(form: string, label: string): string | undefined
  /** Whether the label is one of the printed labels of a form's property. */
  is(form: string, property: string, label: string): boolean
  /** All words of a form's property, as comparable keys. */
  words(form: string, property: string): ReadonlySet<string>
  /** First phase whose words the label contains. */
  phase(label: string): string | undefined
  /** Level (1, 2) an indicator label belongs to in the usual frame. */
  levels(label: string): ReadonlySet<number>
}

const lexicons = new WeakMap<Vocabulary, Lexicon>()

/** The lexicon of a vocabulary: made once, with what it remembers of labels. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary) ?? makeLexicon(vocabulary)
  lexicons.set(vocabulary, known)
  return known
}

/** Makes the lexicon of a vocabulary. */
export function makeLexicon(vocabulary: Vocabulary): Lexicon {
  const fillers = vocabulary.forms.get('caption')?.fields['filler'] ?? []
  const tableFamilies = families(vocabulary.tables, fillers)
  const formFamilies = families(vocabulary.forms, fillers)
  const fields = new Map([...vocabulary.forms].map(([id, form]) => [id, fieldIndex(form)]))
  const meanings = new Map([...fields].map(([id, index]) => [id, remembered((label) => meant(label, index))]))
  const words = new Map<string, Map<string, ReadonlySet<string>>>([...vocabulary.forms.keys()].map((id) => [id, new Map()]))
  const project = vocabulary.forms.get('project')
  const levels = levelIndex(project)
  const phases = Object.entries(project?.phases ?? {}).map(([phase, list]) => [phase, list.map(foldText)] as const)
  const wordsOf = (form: string, property: string): ReadonlySet<string> => {
    const known = words.get(form)?.get(property)
    if (known !== undefined) return known
    const keys = new Set((vocabulary.forms.get(form)?.fields[property] ?? []).map(labelKey))
    words.get(form)?.set(property, keys)
    return keys
  }
  return {
    vocabulary,
    fillers,
    role: (id) => vocabulary.tables.get(id),
    tableTitle: remembered((title) => longestFamily(title, tableFamilies, fillers)),
    formTitle: remembered((title) => longestFamily(title, formFamilies, fillers)),
    field: (form, label) => {
      if (label.length > LONGEST_LABEL) return undefined
      const index = fields.get(form)
      return (index?.get(labelKey(label)) ?? index?.get(bareLabel(label)))?.[0]
    },
    is: (form, property, label) => label.length <= LONGEST_LABEL && meanings.get(form)?.(label).has(property) === true,
    words: wordsOf,
    phase: remembered((label) => {
      const folded = label.length > LONGEST_LABEL ? '' : foldText(label)
      return phases.find(([, list]) => list.some((word) => folded.includes(word)))?.[0]
    }),
    levels: (label) => (label.length > LONGEST_LABEL ? NONE : undefined) ?? levels.get(labelKey(label)) ?? levels.get(bareLabel(label)) ?? NONE,
  }
}

/** Longer texts are no labels; they are not even compared. */
const LONGEST_LABEL = 40

const NONE: ReadonlySet<number> = new Set()

interface Titled {
  readonly titles: readonly string[]
  readonly notAfter?: readonly string[]
  readonly remarks?: readonly string[]
}

interface Family {
  readonly id: string
  readonly key: string
  readonly notAfter: readonly string[]
  readonly remarks: readonly string[]
}

/** The longest first; but a family that wants a remark before all that do not. */
function families(entries: ReadonlyMap<string, Titled>, fillers: readonly string[]): readonly Family[] {
  const all = [...entries].flatMap(([id, { titles, notAfter = [], remarks = [] }]) => titles.map((title) => ({ id, key: titleKey(title, fillers), notAfter, remarks })))
  const rank = ({ key, remarks }: Family): number => key.length + (remarks.length > 0 ? 1000 : 0)
  return all.sort((a, b) => rank(b) - rank(a))
}

/** What may follow a family in a title: a few characters such as 续 or 说明 would already make it something else. */
const LONGEST_REST = 1

function longestFamily(title: string, known: readonly Family[], fillers: readonly string[]): TitleHit | undefined {
  const key = titleKey(title, fillers)
  const said = (foldText(title).match(/\([^()]*\)/g) ?? []).join('')
  const found = known.find(({ key: family, notAfter, remarks }) => {
    const at = key.lastIndexOf(family)
    if (at < 0 || key.length - at - family.length > LONGEST_REST) return false
    return !notAfter.some((word) => key.slice(0, at).endsWith(word)) && (remarks.length === 0 || remarks.some((word) => said.includes(word)))
  })
  return found && { id: found.id, length: found.key.length }
}

/** The properties that each printed label stands for, the first one first. */
type FieldIndex = ReadonlyMap<string, readonly string[]>

function fieldIndex(form: Form): FieldIndex {
  const index = new Map<string, string[]>()
  for (const [property, labels] of Object.entries(form.fields)) {
    for (const key of labels.map(labelKey)) index.set(key, [...(index.get(key) ?? []), property])
  }
  return index
}

/** Every property a label may stand for, as it is printed, without its brackets, or as a heading. */
function meant(label: string, index: FieldIndex): ReadonlySet<string> {
  return new Set([labelKey(label), bareLabel(label), headingKey(label)].flatMap((key) => index.get(key) ?? []))
}

function levelIndex(form: Form | undefined): ReadonlyMap<string, ReadonlySet<number>> {
  const index = new Map<string, Set<number>>()
  for (const [level, labels] of Object.entries(form?.levels ?? {})) {
    for (const label of labels) index.set(labelKey(label), (index.get(labelKey(label)) ?? new Set()).add(Number(level)))
  }
  return index
}
