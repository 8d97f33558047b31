import { hash } from '../source/hash.ts'
import type { Attachment, Disclosure, Funds, OverallFund, Project, TextBlock } from './model.ts'
import { indicatorDescriber, named, phaseOf } from './describe-indicators.ts'
import { joined } from './describe-table.ts'
import type { Description } from './describe-table.ts'
import { lazy, lead, normalised, numbered, repeated, shortened } from './describe-words.ts'
import { FIELD_NAMES } from './field-names.ts'
import type { FieldName, FieldNames } from './field-names.ts'

type Tokens = readonly string[]

/** Describes pointers below /projects. */
export function projectDescriber(disclosure: Disclosure, names: FieldNames): (tokens: Tokens) => Description {
  const keys = lazy(() => numbered(disclosure.projects.map(({ name }) => normalised(name))))
  const shared = lazy(() => repeated(disclosure.projects.map(({ name }) => normalised(name))))
  const indicators = new Map<Project, (tokens: Tokens) => Description>()
  return ([index = '', part, ...rest]) => {
    const project = disclosure.projects[Number(index)]
    if (!project) return named('projects', names)
    const key = keys()[Number(index)] ?? ''
    const nth = shared().has(normalised(project.name)) ? names.ordinal.replace('#', /#(\d+)$/.exec(key)?.[1] ?? '1') : ''
    const form = disclosure.kind === 'self-evaluation' ? names.evaluation : names.sheet
    const own = { label: [`${form}“${shortened(project.name, 36)}”${nth}`], address: [FIELD_NAMES.projects, key] }
    if (part === 'indicators') {
      let describe = indicators.get(project)
      if (!describe) indicators.set(project, (describe = indicatorDescriber(project.indicators, names)))
      return joined(own, describe(rest))
    }
    if (part === 'funds') return joined(own, describedFunds(project.funds, rest, names))
    return joined(own, simpleField(part, rest, names))
  }
}

function describedFunds({ sources }: Funds, [part, key, last, phase]: Tokens, names: FieldNames): Description {
  if (part === 'unit' || part === 'weight' || part === 'rate' || part === 'score') return named(`funds.${part}`, names)
  if (part === 'total') return named('funds.total', names, phaseOf(key))
  const source = part === 'sources' ? sources[Number(key)] : undefined
  if (!source) return named('funds', names)
  const keys = numbered(sources.map(({ label }) => normalised(label)))
  const scored = last === 'weight' || last === 'rate' || last === 'score' ? named(`funds.${last}`, names) : named('funds', names, phaseOf(phase))
  return joined(scored, { label: [shortened(source.label)], address: [keys[Number(key)] ?? ''] })
}

/** goals, signoff and the plain text fields of a form. */
function simpleField(part: string | undefined, [key]: Tokens, names: FieldNames): Description {
  if (part === undefined) return { label: [], address: [] }
  if (part === 'goals') return named('goals', names, phaseOf(key))
  if (part === 'signoff') return key !== undefined && isName(`signoff.${key}`) ? named(`signoff.${key}` as FieldName, names) : { label: [], address: [part] }
  if (part === 'totalScore') return named(key !== undefined && isName(`totalScore.${key}`) ? (`totalScore.${key}` as FieldName) : part, names)
  return isName(part) ? named(part, names) : { label: [], address: [part] }
}

function isName(name: string): name is FieldName {
  return Object.hasOwn(FIELD_NAMES, name)
}

/** Describes pointers below /overall. */
export function overallDescriber(disclosure: Disclosure, names: FieldNames): (tokens: Tokens) => Description {
  const { overall, attachments = [] } = disclosure
  const attachment = lazy(() => attachmentOf(attachments, overall?.title ?? FIELD_NAMES.overall))
  const indicators = lazy(() => indicatorDescriber(overall?.indicators ?? [], names))
  return ([part, key, ...rest]) => {
    const before = attachment()
    const own = { label: [before ? `${before} ${names.overall}` : names.overall], address: [FIELD_NAMES.overall] }
    if (part === 'indicators') return joined(own, key === undefined ? named('indicators', names) : indicators()([key, ...rest]))
    if (part === 'staffing') return joined(own, listed(overall?.staffing ?? [], key, 'staffing', names))
    if (part === 'tasks') return joined(own, listed(overall?.tasks ?? [], key, 'tasks', names))
    if (part === 'funds') return joined(own, overallFunds(key === 'bySource' || key === 'byType' ? (overall?.funds[key] ?? []) : [], [key, ...rest], names))
    if (part === 'execution' && overall?.execution) return joined(own, joined(named('execution', names), key === undefined ? { label: [], address: [] } : describedFunds(overall.execution, [key, ...rest], names)))
    return joined(own, simpleField(part, key === undefined ? [] : [key], names))
  }
}

function overallFunds(funds: readonly OverallFund[], [part, index]: readonly (string | undefined)[], names: FieldNames): Description {
  if (part === 'unit') return named('funds.unit', names)
  if (part !== 'bySource' && part !== 'byType') return named('funds', names)
  const fund = funds[Number(index)]
  const own = named(part, names)
  return fund ? joined(own, { label: [shortened(fund.label)], address: [numbered(funds.map(({ label }) => normalised(label)))[Number(index)] ?? ''] }) : own
}

/** A member of a list of texts: by what it counts, else by the hash of its text. */
function listed(blocks: readonly TextBlock[], index: string | undefined, name: FieldName, names: FieldNames): Description {
  const own = named(name, names)
  const block = blocks[Number(index)]
  if (index === undefined || !block) return own
  const keys = numbered(blocks.map(({ text }) => (name === 'staffing' && shortLead(text) !== '' ? normalised(shortLead(text)) : hash(normalised(text)))))
  return joined(own, { label: shortLead(block.text) === '' ? [] : [shortLead(block.text)], address: [keys[Number(index)] ?? ''] })
}

function shortLead(text: string): string {
  const words = lead(text)
  return [...words].length <= 20 ? words : ''
}

/** The printed number of the attachment with that title. */
function attachmentOf(attachments: readonly Attachment[], title: string): string | undefined {
  const wanted = normalised(title)
  const found = attachments.filter(({ title: own }) => own !== undefined && wanted !== '' && (normalised(own).includes(wanted) || wanted.includes(normalised(own))) && normalised(own).length >= 4)
  return found.length === 1 ? found[0]?.label.trim() : undefined
}
