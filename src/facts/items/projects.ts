import { childPointer } from '../../source/json-pointer.ts'
import type { Phase, Phased, Printed, Project } from '../../disclosure/model.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import { itemsOf, makeItem } from '../make-item.ts'
import { amountValue } from '../forms/amount-value.ts'
import type { Value } from '../value.ts'
import { absentValue, itemValue, listValue, optionalText, recordValue, textValue } from '../values.ts'
import { normalName, plainText } from '../text-attributes.ts'
import { KINDS, WITHIN_SHEET } from '../kinds.ts'
import { PHASES } from './phases.ts'
import { filledDate, stampOf } from './filled-at.ts'
import { once } from '../once.ts'
import { indicatorItems } from './indicators.ts'
import { keyTerms, stemOf } from './stem.ts'
import type { Ground } from './workspace.ts'

const HEAD_TEXTS = ['title', 'attribute', 'term', 'department', 'implementer'] as const
const TEXTS = ['overview', 'basis', 'necessity', 'measures', 'plan'] as const
/** What the head of a sheet has of the sheet. */
const HEAD = ['project', ...Object.keys(KINDS.project).filter((attribute) => !WITHIN_SHEET.has(attribute))]

/** A project sheet and what is made of it: of other parts of the document it knows the names only. */
export interface ProjectPart {
  readonly project: Project
  readonly index: number
  readonly ground: Ground
  readonly item: Item
  /** The head of the sheet: what stands on the sheet knows this of it. */
  readonly head: Item
  readonly indicators: () => readonly Item[]
}

/** A sheet's head, of which the one that was made of the version before may stand for it. */
export function projectHead(project: Project, index: number, keyTermsOf: () => readonly (readonly string[])[], ground: Ground): Item {
  return headItem(project, index, { ground, keyTerms: () => keyTermsOf()[index] ?? [] })
}

export function projectPart(project: Project, index: number, head: Item, ground: Ground): ProjectPart {
  const part: ProjectPart = {
    project,
    index,
    ground,
    head,
    item: projectItem(project, index, { ground, head, indicators: () => part.indicators() }),
    indicators: once(() => indicatorItems(project.indicators, { pointer: `/projects/${String(index)}/indicators`, project: head }, ground)),
  }
  return part
}

/** The key terms of projects by their names, made when they are first asked for. */
export function projectTerms({ vocabulary }: Ground, ...names: readonly string[]): () => readonly (readonly string[])[] {
  return once(() => keyTerms(names.map((name) => stemOf(name, vocabulary)), vocabulary))
}

interface HeadMaking {
  readonly ground: Ground
  /** Those of all projects count: it takes all names to tell which terms are a project's own. */
  readonly keyTerms: () => readonly string[]
}

/** What the item of a sheet and that of its head are alike in. */
const identityOf = ({ name, reading }: Project, pointer: string, document: Item) => ({ kind: 'project', ref: { pointer }, text: name, reading, standing: { document, pointer, label: name } }) as const

/** What a sheet says in its head and at its foot: which project it is, whose, when, for how much. */
function headItem(project: Project, index: number, { ground: { vocabulary, document }, keyTerms }: HeadMaking): Item {
  const pointer = childPointer('/projects', index)
  const name = { pointer: childPointer(pointer, 'name') }
  const at = (property: string): { pointer: string } => ({ pointer: childPointer(pointer, property) })
  const signed = (property: 'responsible' | 'preparer' | 'phone'): Value =>
    optionalText(project.signoff?.[property], { pointer: childPointer(childPointer(pointer, 'signoff'), property) }, pointer)
  const item: Item = makeItem({
    ...identityOf(project, pointer, document),
    attributes: {
      project: () => itemValue(item),
      ...Object.fromEntries(HEAD_TEXTS.map((property) => [property, () => optionalText(project[property], at(property), pointer, project.reading)])),
      name: () => optionalText(project.name, name, pointer, project.reading),
      key: () => textValue(`${normalName(project.name)} ${plainText(String(project.funds.total.annual ?? ''))}`, name),
      stem: () => textValue(stemOf(project.name, vocabulary), name),
      keyTerms: () => listValue(keyTerms().map((term) => textValue(term, name)), name),
      funds: () => recordValue(phased(project.funds.total, (printed, phase) =>
        amountValue(printed, { pointer: childPointer(childPointer(at('funds').pointer, 'total'), phase) }, project.funds.unit, project.reading), pointer), at('funds')),
      fiscalYear: () => yearValue(project.fiscalYear, at('fiscalYear'), pointer),
      filledAt: () => filledDate(project.signoff?.filledAt, `${pointer}/signoff/filledAt`, pointer),
      stamp: () => stampOf(project.signoff?.filledAt, `${pointer}/signoff/filledAt`, pointer),
      responsible: () => signed('responsible'),
      preparer: () => signed('preparer'),
      phone: () => signed('phone'),
    },
  })
  return item
}

interface ProjectMaking {
  readonly ground: Ground
  readonly head: Item
  readonly indicators: () => readonly Item[]
}

/** The item of a project sheet: its head and all that is written on it. */
function projectItem(project: Project, index: number, { ground: { document }, head, indicators }: ProjectMaking): Item {
  const pointer = childPointer('/projects', index)
  const at = (property: string): { pointer: string } => ({ pointer: childPointer(pointer, property) })
  return makeItem({
    ...identityOf(project, pointer, document),
    attributes: {
      ...Object.fromEntries(HEAD.map((attribute) => [attribute, () => head.get(attribute)])),
      ...Object.fromEntries(TEXTS.map((property) => [property, () => optionalText(project[property], at(property), pointer, project.reading)])),
      goals: () => recordValue(phased(project.goals, (goal, phase) => optionalText(goal, { pointer: childPointer(at('goals').pointer, phase) }, pointer, project.reading), pointer), at('goals')),
      body: () => bodyOf(project, pointer),
      indicators: () => listValue(indicators().map(itemValue), at('indicators')),
    },
  })
}

function phased<T>(printed: Phased<T>, value: (printed: T, phase: Phase) => Value, near: string): Record<string, Value> {
  return Object.fromEntries(PHASES.map((phase) => {
    const own = printed[phase]
    return [phase, own === undefined ? absentValue('missing-value', near) : value(own, phase)]
  }))
}

function yearValue(printed: string | undefined, ref: { pointer: string }, near: string): Value {
  const year = printed === undefined ? undefined : /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(printed)?.[0]
  if (year === undefined) return optionalText(printed, ref, near)
  return { type: 'quantity', quantity: { digits: BigInt(year), places: 0, unit: { dimension: 'number', symbol: '', exponent: 0 } }, printed: year, ref }
}

/** The sheet's own words, without its name and its money: what a copied sheet shares with its model. */
function bodyOf(project: Project, pointer: string): Value {
  const halves = project.indicators.flatMap((indicator) => PHASES.flatMap((phase) => {
    const half: { readonly name?: string; readonly value?: string } | undefined = indicator.halves[phase]
    return half ? [half.name, half.value] : []
  }))
  const goals = PHASES.map((phase) => project.goals[phase])
  const texts = [project.overview, project.basis, project.necessity, project.measures, project.plan, ...goals, ...halves]
  return optionalText(texts.filter((text) => text !== undefined && text.trim() !== '').join('\n'), { pointer }, pointer, project.reading)
}

/** One item for each source of money of a sheet and each half of it. */
export function fundItems({ project, index, head, ground: { document, vocabulary } }: ProjectPart): Item[] {
  const funds = `/projects/${String(index)}/funds/sources`
  return project.funds.sources.flatMap((source, at) => PHASES.flatMap((half) => {
    const printed: Printed | undefined = source.amounts[half]
    // What a further list breaks the total down into is no source.
    if (printed === undefined || source.list !== undefined) return []
    const pointer = `${funds}/${String(at)}/amounts/${half}`
    const standing = { document, pointer, label: source.label, project: head }
    return [makeFund({ project, printed, half, pointer, source: source.label, labelPointer: `${funds}/${String(at)}/label`, vocabulary }, { ref: { pointer }, text: String(printed), reading: project.reading, standing })]
  }))
}

/** The amount a sheet prints for a source of money and a half. */
interface PrintedFund {
  readonly project: Project
  readonly printed: Printed
  readonly half: Phase
  readonly pointer: string
  readonly source: string
  readonly labelPointer: string
  readonly vocabulary: Vocabulary
}

const makeFund = itemsOf<PrintedFund>('fund', {
  half: ({ half, pointer }) => textValue(half, { pointer }),
  source: ({ source, labelPointer, pointer }) => optionalText(source, { pointer: labelPointer }, pointer),
  value: ({ project, printed, pointer }) => amountValue(printed, { pointer }, project.funds.unit, project.reading),
  level: ({ source, labelPointer, vocabulary }) => levelOf(source, labelPointer, vocabulary),
})

/** The level of government a source names, as the vocabulary's list of levels has it. */
function levelOf(label: string, pointer: string, vocabulary: Vocabulary): Value {
  const levels = Object.entries(vocabulary.lists.get('fund-levels') ?? {})
  const level = levels.find(([, words]) => words.some((word) => label.includes(word)))
  return level ? textValue(level[0], { pointer }) : absentValue('missing-value', pointer)
}
