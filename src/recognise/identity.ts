import type { Disclosure, DisclosureKind, Entity, Section } from '../disclosure/model.ts'
import { foldText, labelKey } from './label.ts'
import type { Lexicon } from './lexicon.ts'

/** The parts of a disclosure that are not read but concluded from the others. */
export type Conclusions = Pick<Disclosure, 'kind' | 'fiscalYear' | 'entity' | 'extent'> & {
  /** Pointer of the string the entity's name was taken from. */
  readonly entityFrom?: string
}

type Body = Omit<Disclosure, 'kind' | 'fiscalYear' | 'entity' | 'extent'>

/** Concludes kind, fiscal year, entity and extent of what was recognised. */
export function concludeIdentity(body: Body, lexicon: Lexicon): Conclusions {
  const kind = kindOf(body, lexicon)
  const fiscalYear = votedYear(body)
  const { entity, from } = entityOf(body, lexicon)
  const extent = extentOf(body, kind, lexicon)
  return { kind, ...(fiscalYear === undefined ? {} : { fiscalYear }), entity, extent, ...(from === undefined ? {} : { entityFrom: from }) }
}

const KINDS: readonly DisclosureKind[] = ['self-evaluation', 'final-accounts', 'budget']

/** Kind with the most weight: the cover's words, then the titles of tables and forms, then the headings and text. */
function kindOf(body: Body, lexicon: Lexicon): DisclosureKind {
  const sources = [
    coverLines(body).filter((line) => !/^https?:/.test(line)),
    body.tables.map((table) => table.title),
    body.projects.map((project) => project.title ?? ''),
    [...sectionsOf(body.sections)].map((section) => section.heading),
    [...sectionsOf(body.sections)].flatMap((section) => section.paragraphs.map(({ text }) => text)),
  ]
  for (const texts of sources) {
    const counts = KINDS.map((kind) => ({ kind, hits: texts.filter((text) => says(text, kind, lexicon)).length }))
    const best = counts.reduce((a, b) => (b.hits > a.hits ? b : a))
    if (best.hits > 0 && counts.every(({ kind, hits }) => kind === best.kind || hits < best.hits)) return best.kind
    if (best.hits > 0 && texts === sources[0]) return best.kind
  }
  return 'other'
}

function says(text: string, kind: DisclosureKind, lexicon: Lexicon): boolean {
  const folded = foldText(text)
  return (lexicon.vocabulary.documents.get(kind)?.titles ?? []).some((title) => folded.includes(foldText(title)))
}

const MAJORITY = 2 / 3

/** The year two thirds of the cover, titles, section openings and form years agree on. */
export function votedYear(body: Body): number | undefined {
  const votes = [
    ...coverLines(body),
    ...body.tables.map((table) => table.title),
    ...body.projects.map((project) => project.fiscalYear ?? ''),
    body.overall?.title ?? '',
    ...[...sectionsOf(body.sections)].flatMap(({ heading, paragraphs }) => [heading, opening(paragraphs[0]?.text ?? '')]),
  ].flatMap(firstYear)
  const counts = new Map<number, number>()
  for (const year of votes) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best !== undefined && best[1] >= votes.length * MAJORITY ? best[0] : undefined
}

/** The year a text speaks of: not that of a date, of a document number, or of a web address. */
function firstYear(text: string): readonly number[] {
  if (/^https?:/.test(text)) return []
  const match = /(?:^|[^\d〔[（(])((?:19|20)\d\d)(?:年(?!\s*\d{1,2}\s*月)|$|[^\d年./-])|[(（]((?:19|20)\d\d)年度?[)）]/.exec(foldText(text).replace(/\d{4}年\d{1,2}月(?:\d{1,2}日)?/g, ''))
  const year = match?.[1] ?? match?.[2]
  return year === undefined ? [] : [Number(year)]
}

function opening(text: string): string {
  return /^[^，。；：]{0,12}/.exec(text)?.[0] ?? ''
}

function coverLines(body: Body): readonly string[] {
  return (body.cover ?? []).map(({ text }) => text)
}

export function* sectionsOf(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section
    yield* sectionsOf(section.sections)
  }
}

function entityOf(body: Body, lexicon: Lexicon): { readonly entity: Entity; readonly from?: string } {
  const named = body.tables.flatMap((table, i) => (table.entity === undefined ? [] : [{ name: table.entity, from: `/tables/${i}/entity` }]))
  const onCover = (body.cover ?? []).flatMap(({ text }, i) => {
    const name = nameIn(text, lexicon)
    return name === undefined ? [] : [{ name, from: `/cover/${i}/text` }]
  })
  const name = mostFrequent(named) ?? onCover.flatMap((one, i) => wholeName(body, onCover.slice(i)) ?? one)[0]
  const level = levelOf(body, lexicon)
  if (name === undefined) return { entity: { name: body.overall?.unitName ?? '', level } }
  const region = regionOf(name.name, lexicon)
  return { entity: { name: name.name, level, ...(region === undefined ? {} : { region }) }, from: name.from }
}

/** A name that the cover breaks over two or three lines ("示例市清河区 | 水务局"), where the document has it in one piece elsewhere. */
function wholeName(body: Body, lines: readonly { readonly name: string; readonly from: string }[]): { readonly name: string; readonly from: string } | undefined {
  const [first] = lines
  if (!first) return undefined
  const joined = [3, 2].filter((count) => count <= lines.length).map((count) => lines.slice(0, count).map(({ name }) => name).join(''))
  const name = joined.find((whole) => [...told(body)].some((text) => text.replace(/\s/g, '').includes(whole)))
  return name === undefined ? undefined : { name, from: first.from }
}

function* told(body: Body): Generator<string> {
  yield* (body.toc ?? []).map(({ text }) => text)
  for (const { heading, paragraphs } of sectionsOf(body.sections)) {
    yield heading
    yield* paragraphs.map(({ text }) => text)
  }
}

function mostFrequent<T extends { readonly name: string }>(named: readonly T[]): T | undefined {
  const counts = new Map<string, number>()
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...named].sort((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0))[0]
}

/** The body's name in a cover line: what stands before or after the year, before the words of the document's title. */
function nameIn(line: string, lexicon: Lexicon): string | undefined {
  if (/^https?:|^【/.test(line)) return undefined
  const titles = [...lexicon.vocabulary.documents.values()].flatMap((kind) => kind.titles)
  const parts = line.split(/(?:19|20)\d\d\s*年?度?/).map((part) => {
    const cut = Math.min(part.length, ...titles.map((title) => part.indexOf(title)).filter((at) => at >= 0))
    return part.slice(0, cut).replace(/[“"].*$/, '').trim()
  })
  return parts.find((part) => part.length >= 4 && /^[\u4e00-\u9fff（）()·]+$/.test(part) && !/[年月日]$/.test(part))
}

function levelOf(body: Body, lexicon: Lexicon): Entity['level'] {
  const lines = [...coverLines(body), ...[...sectionsOf(body.sections)].flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.slice(0, 2).map(({ text }) => text)])].map(foldText)
  const hits = (level: string): number => lines.filter((line) => [...lexicon.words('entity', level)].some((word) => line.includes(word))).length
  const [unit, department, government] = [hits('unit'), hits('department'), hits('government')]
  const roles = body.tables.some((table) => lexicon.role(table.role)?.scope?.['entity'] !== undefined)
  if (roles || (government > 0 && unit + department === 0)) return 'government'
  return department > unit ? 'department' : 'unit'
}

/** The places a name begins with: 示例省清河市教育局 → 示例省清河市. */
function regionOf(name: string, lexicon: Lexicon): string | undefined {
  const words = [...lexicon.words('entity', 'region')].sort((a, b) => b.length - a.length)
  const match = new RegExp(`^(?:[\\u4e00-\\u9fff]{2,10}?(?:${words.join('|')}))+`).exec(name)
  return match === null || match[0].length === name.length ? undefined : match[0]
}

const MOST_ROLES = 0.6
const MOST_SECTIONS = 0.5

const LONGEST_PLAIN_HEADING = 40

/** Headings of all levels, and short lines that may be headings without a number. */
function headingsOf(body: Body): readonly string[] {
  const plain = (section: Section): readonly string[] => section.paragraphs.flatMap(({ text }) => (text.length <= LONGEST_PLAIN_HEADING && !/[，。；：]/.test(text) ? [text] : []))
  return [...sectionsOf(body.sections)].flatMap((section) => [section.heading, ...plain(section)])
}

/**
 * `whole` if the cover or a heading names the document and most statutory tables and sections are there; `excerpt` if hardly
 * any are.
 */
function extentOf(body: Body, kind: DisclosureKind, lexicon: Lexicon): Disclosure['extent'] {
  const { tables, sections } = lexicon.vocabulary
  const wanted = [...tables.values()].filter((role) => role.statutory?.includes(kind)).map((role) => role.id)
  const found = wanted.filter((id) => body.tables.some((table) => table.role === id)).length
  const printed = headingsOf(body)
  const headings = printed.map(labelKey)
  const roles = [...sections.values()].filter((role) => role.statutory?.includes(kind))
  const there = roles.filter((role) => role.headings.some((words) => headings.some((heading) => heading.includes(labelKey(words))))).length
  const titled = [...coverLines(body), ...printed].some((line) => says(line, kind, lexicon))
  const tableShare = wanted.length === 0 ? 0 : found / wanted.length
  const sectionShare = roles.length === 0 ? 0 : there / roles.length
  if (titled && tableShare >= MOST_ROLES && sectionShare >= MOST_SECTIONS) return 'whole'
  return tableShare < 0.3 && sectionShare < 0.3 ? 'excerpt' : 'unknown'
}
