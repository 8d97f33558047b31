import { childPointer } from '../../source/json-pointer.ts'
import type { Attachment, Extra, Indicator, Overall, TextBlock } from '../../disclosure/model.ts'
import type { Memory } from '../memory.ts'
import type { TablePart } from '../tables/part.ts'
import { brokenPairs } from './broken-pairs.ts'
import type { ProjectPart } from './projects.ts'
import { PHASES } from './phases.ts'
import type { PlacedSection } from './sections.ts'
import { isSameText, textList } from './text-list.ts'
import type { PlacedText, TextList, TextPlace } from './text-list.ts'
import type { Ground, Workspace } from './workspace.ts'

/**
 * Every string of the disclosure that holds text, once, in document order. Fields, by the disclosure JSON's words:
 * cover toc note caption attachment mark extra · heading paragraph · table.title table.entity table.year table.note table.column table.row
 * table.cell · of sheets: title name department implementer attribute term overview basis necessity measures plan
 * goals.<phase> indicator.kind indicator.name indicator.value indicator.reason signoff.<property> · overall.<property>, overall.task.
 */
export function allTexts(workspace: Workspace, sections: readonly PlacedSection[]): readonly PlacedText[] {
  const { disclosure, ground, memory } = workspace
  const loose = (property: 'cover' | 'toc' | 'captions' | 'notes' | 'marks', field: string): readonly PlacedText[] => memory.keep(`texts of ${property}`, blockTexts, disclosure[property], `/${property}`, field, ground)
  const texts = [
    ...loose('cover', 'cover'),
    ...loose('toc', 'toc'),
    ...sections.flatMap((placed) => sectionTexts(placed, memory)),
    ...memory.all('texts of tables', workspace.tables(), tableTexts, isSameText),
    ...loose('captions', 'caption'),
    ...loose('notes', 'note'),
    ...memory.keep('texts of attachments', attachmentTexts, disclosure.attachments, ground),
    ...memory.keep('texts of overall', overallTexts, disclosure.overall, ground),
    ...memory.all('texts of projects', workspace.projects(), projectTexts, isSameText),
    ...loose('marks', 'mark'),
    ...memory.keep('texts of extra', extraTexts, disclosure.extra, ground),
  ]
  return memory.list('texts', withBroken(disclosure.extent === 'whole' ? texts : withCut(texts, memory), memory))
}

const SENTENCE_END = /[\u3002!?;:\uff01\uff1f\uff1b\uff1a)\uff09\u201d]$/u

/** The texts, the last paragraph marked where an excerpt breaks off within it. */
function withCut(texts: readonly PlacedText[], memory: Memory): readonly PlacedText[] {
  const last = texts.findLastIndex((text) => text.field === 'paragraph')
  const text = texts[last]
  if (!text || SENTENCE_END.test(text.original.trimEnd())) return texts
  return texts.with(last, memory.keep('cut text', cutText, text))
}

/** The texts, those marked that are pieces of one line which the reader did not join. */
function withBroken(texts: readonly PlacedText[], memory: Memory): readonly PlacedText[] {
  const broken = brokenPairs(texts)
  return broken.size === 0 ? texts : texts.map((text, at) => (broken.has(at) ? memory.keep(`broken text ${text.ref.pointer}`, cutText, text) : text))
}

const cutText = (text: PlacedText): PlacedText => Object.create(text, { cut: { value: true, enumerable: true } }) as PlacedText

function blockTexts(blocks: readonly TextBlock[] | undefined, pointer: string, field: string, { document }: Ground): readonly PlacedText[] {
  const list = textList(document)
  list.addBlocks(blocks, pointer, { field })
  return list.texts
}

function attachmentTexts(attachments: readonly Attachment[] | undefined, { document }: Ground): readonly PlacedText[] {
  const list = textList(document)
  attachments?.forEach((attachment, i) => {
    list.add(attachment.label, `/attachments/${String(i)}/label`, { field: 'attachment' })
    list.add(attachment.title, `/attachments/${String(i)}/title`, { field: 'attachment' })
  })
  return list.texts
}

/** The texts of a section, each kept by itself: it is in paragraphs that people write. */
function sectionTexts({ section, pointer, headings, ground }: PlacedSection, memory: Memory): readonly PlacedText[] {
  const group = pointer.split('/sections').slice(0, 3).join('/sections')
  return [
    ...memory.keep(`text ${pointer}`, headingTexts, section.heading, pointer, headings, ground),
    ...section.paragraphs.flatMap((paragraph, index) => memory.keep(`text ${pointer}/${String(index)}`, paragraphTexts, paragraph, `${pointer}/paragraphs/${String(index)}/text`, headings, group, ground)),
  ]
}

function headingTexts(heading: string, pointer: string, headings: readonly string[], { document }: Ground): readonly PlacedText[] {
  const list = textList(document)
  list.add(heading, `${pointer}/heading`, { field: 'heading', headings, label: heading })
  return list.texts
}

function paragraphTexts({ text, reading }: TextBlock, pointer: string, headings: readonly string[], group: string, { document }: Ground): readonly PlacedText[] {
  const list = textList(document)
  list.add(text, pointer, { field: 'paragraph', prose: true, headings, group, reading })
  return list.texts
}

function tableTexts({ view, ground }: TablePart): readonly PlacedText[] {
  const { table, pointer, item } = view()
  const list = textList(ground.document)
  const place = (field: string, label: string): TextPlace => ({ field, label, table: item, reading: table.reading })
  list.add(table.title, `${pointer}/title`, place('table.title', table.title))
  list.add(table.entity, `${pointer}/entity`, place('table.entity', table.title))
  list.add(table.year, `${pointer}/year`, place('table.year', table.title))
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
  return list.texts
}

const NAMES = ['title', 'name', 'department', 'implementer', 'attribute', 'term'] as const
const DESCRIPTIONS = ['overview', 'basis', 'necessity', 'measures', 'plan'] as const

function projectTexts({ project, index, head, ground }: ProjectPart): readonly PlacedText[] {
  const list = textList(ground.document)
  const pointer = `/projects/${String(index)}`
  const place = (field: string, prose = false): TextPlace => ({ field, prose, project: head, label: project.name, reading: project.reading, headings: [project.name], group: pointer })
  for (const property of NAMES) list.add(project[property], `${pointer}/${property}`, place(property))
  for (const property of DESCRIPTIONS) list.add(project[property], `${pointer}/${property}`, place(property, true))
  for (const phase of PHASES) list.add(project.goals[phase], `${pointer}/goals/${phase}`, place(`goals.${phase}`, true))
  indicatorTexts(list, project.indicators, `${pointer}/indicators`, place(''))
  for (const property of ['responsible', 'preparer', 'phone', 'filledAt'] as const) {
    list.add(project.signoff?.[property], `${pointer}/signoff/${property}`, place(`signoff.${property}`))
  }
  return list.texts
}

function indicatorTexts(list: TextList, indicators: readonly Indicator[], pointer: string, place: TextPlace): void {
  indicators.forEach((indicator, i) => {
    const row = { ...place, reading: indicator.reading ?? place.reading }
    for (const phase of PHASES) {
      const half = indicator.halves[phase]
      if (!half) continue
      const own = `${pointer}/${String(i)}/halves/${phase}`
      const within = half.name === undefined ? row : { ...row, label: half.name }
      list.add(half.kind, `${own}/kind`, { ...within, field: 'indicator.kind' })
      list.add(half.name, `${own}/name`, { ...within, field: 'indicator.name' })
      list.add(half.value, `${own}/value`, { ...within, field: 'indicator.value' })
    }
    list.add(indicator.reason, `${pointer}/${String(i)}/reason`, { ...row, label: indicator.halves.annual?.name ?? place.label ?? '', field: 'indicator.reason' })
  })
}

function overallTexts(overall: Overall | undefined, { document }: Ground): readonly PlacedText[] {
  const list = textList(document)
  if (!overall) return list.texts
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
  return list.texts
}

/** Words, a date, or digits too many for an amount: the number of a telephone, of a person, of an account. */
const SAYS_MORE = /\p{L}|\d(?:[ -]?\d){10}|^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d/u

function extraTexts(extras: readonly Extra[] | undefined, { document }: Ground): readonly PlacedText[] {
  const list = textList(document)
  extras?.forEach((extra, i) => {
    const pointer = `/extra/${String(i)}`
    list.add(extra.text, `${pointer}/text`, { field: extra.kind === 'heading' ? 'heading' : 'extra', prose: extra.kind === 'paragraph' })
    extra.grid?.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (SAYS_MORE.test(cell)) list.add(cell, `${pointer}/grid/${String(r)}/${String(c)}`, { field: 'extra' })
      })
    })
  })
  return list.texts
}
