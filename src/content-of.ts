import type { Content } from './core/finding.ts'
import type { Disclosure, Section } from './disclosure/model.ts'
import type { ReadSubjects } from './read-subjects.ts'
import { compareRanks, type Rank } from './reading-order.ts'
import { childPointer } from './source/json-pointer.ts'

/** Lists printed one item after another. */
const LOOSE = ['cover', 'toc', 'notes', 'captions', 'attachments', 'extra'] as const

/**
 * The disclosure with its parts in reading order: as they stand in the file, or, in JSON, as the model lists them, tables after the
 * heading that announces them. A block is a heading, a paragraph, a table, a form or a whole list. Watermarks and page numbers stand
 * on every page and would only interrupt: they are the last block.
 */
export function contentOf(disclosure: Disclosure, { locate, rank }: Pick<ReadSubjects, 'locate' | 'rank'>): Content {
  let before: Rank | undefined
  const ranked = modelOrder(disclosure).map((pointer) => {
    const located = locate({ pointer })
    before = rank?.(located) ?? before
    return { block: { pointer, ...(located.place && { place: located.place }) }, rank: before }
  })
  const sorted = ranked.sort((a, b) => (a.rank && b.rank ? compareRanks(a.rank, b.rank) : 0)).map(({ block }) => block)
  return { disclosure, blocks: [...sorted, ...((disclosure.marks?.length ?? 0) > 0 ? [{ pointer: '/marks' }] : [])] }
}

function modelOrder(disclosure: Disclosure): string[] {
  const tables = disclosure.tables.map((_table, index) => `/tables/${index}`)
  const sections = disclosure.sections.map((section, index) => sectionBlocks(section, `/sections/${index}`))
  const empty = disclosure.sections.findIndex(({ paragraphs, sections: inner }) => paragraphs.length === 0 && inner.length === 0)
  const announced = empty < 0 ? sections.length : empty + 1
  const lists = LOOSE.filter((name) => name !== 'extra' && (disclosure[name]?.length ?? 0) > 0).map((name) => `/${name}`)
  return [
    ...lists,
    ...sections.slice(0, announced).flat(),
    ...tables,
    ...sections.slice(announced).flat(),
    ...(disclosure.overall ? ['/overall'] : []),
    ...disclosure.projects.map((_project, index) => `/projects/${index}`),
    ...(disclosure.extra ?? []).map((_extra, index) => `/extra/${index}`),
  ]
}

function sectionBlocks(section: Section, pointer: string): string[] {
  return [
    `${pointer}/heading`,
    ...section.paragraphs.map((_paragraph, index) => childPointer(`${pointer}/paragraphs`, index)),
    ...section.sections.flatMap((inner, index) => sectionBlocks(inner, childPointer(`${pointer}/sections`, index))),
  ]
}
