import type { Content, ContentBlock } from './core/finding.ts'
import type { Place } from './core/place.ts'
import type { Disclosure, Section } from './disclosure/model.ts'
import type { Located } from './findings/index.ts'
import { childPointer } from './source/json-pointer.ts'

/** Lists printed one item after another. */
const LOOSE = ['cover', 'toc', 'notes', 'captions', 'attachments', 'extra'] as const

/**
 * The disclosure with its parts in reading order: by place where all places are of one kind, else as the model lists them, tables after
 * the heading that announces them. A block is a heading, a paragraph, a table, a form or a whole list. Watermarks and page numbers stand
 * on every page and would only interrupt: they are the last block.
 */
export function contentOf(disclosure: Disclosure, locate: (site: { readonly pointer: string }) => Located): Content {
  const blocks = modelOrder(disclosure).map((pointer): ContentBlock => {
    const { place } = locate({ pointer })
    return { pointer, ...(place && { place }) }
  })
  const known = blocks.flatMap(({ pointer, place }) => (place ? [{ pointer, place }] : []))
  const kinds = new Set(known.map(({ place }) => place.kind))
  const sorted = kinds.size === 1 && !kinds.has('sheet-cell') && known.length === blocks.length ? inOrder(known) : blocks
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

function inOrder(blocks: readonly { readonly pointer: string; readonly place: Place }[]): ContentBlock[] {
  return [...blocks].sort((a, b) => {
    const [p, q] = [position(a.place), position(b.place)]
    return p[0] - q[0] || p[1] - q[1]
  })
}

function position(place: Place): readonly [number, number] {
  switch (place.kind) {
    case 'text':
      return [place.line, place.column]
    case 'paragraph':
      return [place.paragraph, place.from]
    case 'table-cell':
      return [place.table, place.row]
    case 'page-box':
      return [place.page, place.y]
    case 'sheet-cell':
      return [0, 0]
  }
}
