import { childPointer } from '../../source/json-pointer.ts'
import type { Extra, Indicator, Overall, Project } from '../../disclosure/model.ts'
import type { Item } from '../item.ts'
import type { TableView } from '../tables/view.ts'
import { PHASES } from './projects.ts'
import type { PlacedSection } from './sections.ts'
import { textList } from './text-list.ts'
import type { PlacedText, TextList, TextPlace } from './text-list.ts'
import type { Workspace } from './workspace.ts'

/**
 * Every string of the disclosure that holds text, once, in document order. Fields, by the disclosure JSON's words:
 * cover toc note caption attachment mark extra · heading paragraph · table.title table.entity table.note table.column table.row
 * table.cell · of sheets: title name department implementer attribute term overview basis necessity measures plan
 * goals.<phase> indicator.kind indicator.name indicator.value signoff.<property> · overall.<property>, overall.task.
 */
export function allTexts(workspace: Workspace, sections: readonly PlacedSection[]): readonly PlacedText[] {
  const { disclosure } = workspace
  const list = textList(workspace)
  list.addBlocks(disclosure.cover, '/cover', { field: 'cover' })
  list.addBlocks(disclosure.toc, '/toc', { field: 'toc' })
  for (const placed of sections) sectionTexts(list, placed)
  for (const table of workspace.tableViews()) tableTexts(list, table)
  list.addBlocks(disclosure.captions, '/captions', { field: 'caption' })
  list.addBlocks(disclosure.notes, '/notes', { field: 'note' })
  disclosure.attachments?.forEach((attachment, i) => {
    list.add(attachment.label, `/attachments/${String(i)}/label`, { field: 'attachment' })
    list.add(attachment.title, `/attachments/${String(i)}/title`, { field: 'attachment' })
  })
  if (disclosure.overall) overallTexts(list, disclosure.overall)
  disclosure.projects.forEach((project, i) => {
    const item = workspace.projects()[i]
    if (item) projectTexts(list, project, `/projects/${String(i)}`, item)
  })
  list.addBlocks(disclosure.marks, '/marks', { field: 'mark' })
  disclosure.extra?.forEach((extra, i) => { extraTexts(list, extra, `/extra/${String(i)}`) })
  return disclosure.extent === 'whole' ? list.texts : withCut(list.texts)
}

const SENTENCE_END = /[\u3002!?;:\uff01\uff1f\uff1b\uff1a)\uff09\u201d]$/u

/** The texts, the last paragraph marked where an excerpt breaks off within it. */
function withCut(texts: readonly PlacedText[]): readonly PlacedText[] {
  const last = texts.findLastIndex((text) => text.field === 'paragraph')
  const text = texts[last]
  if (!text || SENTENCE_END.test(text.original.trimEnd())) return texts
  const cut: PlacedText = Object.create(text, { cut: { value: true, enumerable: true } }) as PlacedText
  return texts.with(last, cut)
}

function sectionTexts(list: TextList, { section, pointer, headings }: PlacedSection): void {
  list.add(section.heading, `${pointer}/heading`, { field: 'heading', headings, label: section.heading })
  const outermost = pointer.split('/sections').slice(0, 3).join('/sections')
  list.addBlocks(section.paragraphs, `${pointer}/paragraphs`, { field: 'paragraph', prose: true, headings, group: outermost })
}

function tableTexts(list: TextList, view: TableView): void {
  const { table, pointer, item } = view
  const place = (field: string, label: string): TextPlace => ({ field, label, table: item, reading: table.reading })
  list.add(table.title, `${pointer}/title`, place('table.title', table.title))
  list.add(table.entity, `${pointer}/entity`, place('table.entity', table.title))
  table.lanes.forEach((lane, l) => {
    const own = `${pointer}/lanes/${String(l)}`
    lane.columns.forEach((column, c) => {
      column.path.forEach((heading, p) => {
        if (lane.columns[c - 1]?.path[p] !== heading) list.add(heading, `${own}/columns/${String(c)}/path/${String(p)}`, place('table.column', heading))
      })
    })
    lane.rows.forEach((row, r) => {
      const at = `${own}/rows/${String(r)}`
      const inRow = { table: item, label: row.label, reading: row.reading }
      list.add(row.label, `${at}/label`, { field: 'table.row', ...inRow })
      for (const [key, printed] of Object.entries(row.cells)) {
        if (SAYS_MORE.test(String(printed))) list.add(printed, childPointer(`${at}/cells`, key), { field: 'table.cell', ...inRow })
      }
    })
  })
  list.add(table.note, `${pointer}/note`, { ...place('table.note', table.title), prose: true })
}

const NAMES = ['title', 'name', 'department', 'implementer', 'attribute', 'term'] as const
const DESCRIPTIONS = ['overview', 'basis', 'necessity', 'measures', 'plan'] as const

function projectTexts(list: TextList, project: Project, pointer: string, item: Item): void {
  const place = (field: string, prose = false): TextPlace => ({ field, prose, project: item, label: project.name, reading: project.reading, headings: [project.name], group: pointer })
  for (const property of NAMES) list.add(project[property], `${pointer}/${property}`, place(property))
  for (const property of DESCRIPTIONS) list.add(project[property], `${pointer}/${property}`, place(property, true))
  for (const phase of PHASES) list.add(project.goals[phase], `${pointer}/goals/${phase}`, place(`goals.${phase}`, true))
  indicatorTexts(list, project.indicators, `${pointer}/indicators`, place(''))
  for (const property of ['responsible', 'preparer', 'phone', 'filledAt'] as const) {
    list.add(project.signoff?.[property], `${pointer}/signoff/${property}`, place(`signoff.${property}`))
  }
}

function indicatorTexts(list: TextList, indicators: readonly Indicator[], pointer: string, place: TextPlace): void {
  indicators.forEach((indicator, i) => {
    for (const phase of PHASES) {
      const half = indicator.halves[phase]
      const own = `${pointer}/${String(i)}/halves/${phase}`
      const within = { ...place, ...(half?.name !== undefined && { label: half.name }), reading: indicator.reading ?? place.reading }
      list.add(half?.kind, `${own}/kind`, { ...within, field: 'indicator.kind' })
      list.add(half?.name, `${own}/name`, { ...within, field: 'indicator.name' })
      list.add(half?.value, `${own}/value`, { ...within, field: 'indicator.value' })
    }
  })
}

function overallTexts(list: TextList, overall: Overall): void {
  const place = (field: string, prose = false): TextPlace => ({ field: `overall.${field}`, prose, label: overall.title ?? '', headings: [overall.title ?? ''], group: '/overall' })
  list.add(overall.title, '/overall/title', place('title'))
  list.add(overall.unitName, '/overall/unitName', place('unitName'))
  list.addBlocks(overall.staffing, '/overall/staffing', place('staffing', true))
  for (const property of ['duties', 'strategy', 'goal'] as const) list.add(overall[property], `/overall/${property}`, place(property, true))
  list.addBlocks(overall.tasks, '/overall/tasks', place('task', true))
  indicatorTexts(list, overall.indicators, '/overall/indicators', place(''))
  for (const property of ['responsible', 'preparer', 'phone', 'filledAt'] as const) {
    list.add(overall.signoff?.[property], `/overall/signoff/${property}`, place(`signoff.${property}`))
  }
}

/** Words, or digits too many for an amount: the number of a telephone, of a person, of an account. */
const SAYS_MORE = /\p{L}|\d(?:[ -]?\d){10}/u

function extraTexts(list: TextList, extra: Extra, pointer: string): void {
  list.add(extra.text, `${pointer}/text`, { field: extra.kind === 'heading' ? 'heading' : 'extra', prose: extra.kind === 'paragraph' })
  extra.grid?.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (SAYS_MORE.test(cell)) list.add(cell, `${pointer}/grid/${String(r)}/${String(c)}`, { field: 'extra' })
    })
  })
}
