import type { Disclosure, Indicator, Overall, Phase, Project, Section, Table, TextBlock } from './disclosure/model.ts'
import { validateDisclosure } from './disclosure/validate.ts'
import { readText } from './readers/text/index.ts'
import { recognise, tableFromGrid } from './recognise/index.ts'
import type { Vocabulary } from './vocabulary/types.ts'

type Given = Readonly<Record<string, unknown>>

const PHASES: readonly Phase[] = ['period', 'annual', 'budget', 'adjusted', 'executed', 'actual']
const TEXT_LISTS = ['cover', 'toc', 'notes', 'captions', 'marks'] as const

/** Parts of `given` that are no part of a disclosure: written short, or another document. */
const SHORT = new Set(['text', 'heading', 'document', 'previous', 'budget', 'final', 'units', 'overall', 'projects', 'tables', 'entity', ...TEXT_LISTS])

/** The smallest disclosure that rules can be run on; examples lay their parts over it. */
function minimal(): Disclosure {
  return { kind: 'budget', fiscalYear: 2026, entity: { name: '示例省清河市示例单位', level: 'unit' }, extent: 'whole', tables: [], sections: [], projects: [] }
}

/**
 * The disclosure that `given` of an example describes: `text` (lines or a list) are paragraphs, `document` is published text that goes
 * through reader and recogniser, tables may be `{role, grid}`, indicators `{name, period, annual}`; everything else is disclosure JSON.
 * Throws when what comes out is none.
 */
export function exampleDisclosure(given: Given, vocabulary: Vocabulary): Disclosure {
  const base = typeof given['document'] === 'string' ? published(given['document'], vocabulary) : minimal()
  const plain = Object.fromEntries(Object.entries(given).filter(([name]) => !SHORT.has(name)))
  const sections = sectionsOf(given)
  const built = {
    ...base,
    ...plain,
    ...(isRecord(given['entity']) && { entity: { ...base.entity, ...given['entity'] } }),
    ...Object.fromEntries(TEXT_LISTS.flatMap((name) => (Array.isArray(given[name]) ? [[name, given[name].map(textBlock)]] : []))),
    ...(sections.length > 0 && { sections: [...base.sections, ...sections, ...((plain['sections'] as Section[] | undefined) ?? [])] }),
    ...(Array.isArray(given['tables']) && { tables: given['tables'].map((table) => tableOf(table as Given, vocabulary)) }),
    ...(Array.isArray(given['projects']) && { projects: given['projects'].map((project, index) => projectOf(project as Given, index)) }),
    ...(isRecord(given['overall']) && { overall: overallOf(given['overall']) }),
  }
  const { disclosure, faults } = validateDisclosure(built)
  const wrong = faults.filter(({ severity }) => severity === 'error' || severity === 'info')
  if (!disclosure || wrong.length > 0) throw new Error(`given 不是公开 JSON：${wrong.map(({ pointer, message }) => `${pointer} ${message.zh}`).join('；')}`)
  return disclosure
}

function isRecord(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function published(text: string, vocabulary: Vocabulary): Disclosure {
  return recognise([readText(text, 'example.txt', '0'.repeat(64))], vocabulary).disclosure
}

function textBlock(value: unknown): TextBlock {
  return typeof value === 'string' ? { text: value } : (value as TextBlock)
}

function sectionsOf(given: Given): Section[] {
  const { text } = given
  if (text === undefined) return []
  const lines = Array.isArray(text) ? text.map(String) : String(text).split('\n').filter((line) => line.trim() !== '')
  const heading = typeof given['heading'] === 'string' ? given['heading'] : '一、情况说明'
  return [{ heading, level: 1, paragraphs: lines.map((line) => ({ text: line })), sections: [] }]
}

/** `grid` has a line for each row and `|` between cells; its first line (or lines) are the header. */
function tableOf(given: Given, vocabulary: Vocabulary): Table {
  const { grid, ...rest } = given
  if (grid === undefined) return { title: '', ...rest } as Table
  const lines = Array.isArray(grid) ? (grid as unknown[]).map(String) : String(grid).split('\n').filter((line) => line.trim() !== '')
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()))
  const { role, title, unit, ...more } = rest as { role?: string; title?: string; unit?: string }
  return { ...tableFromGrid(rows, { ...(role !== undefined && { role }), ...(title !== undefined && { title }), unit: unit ?? '万元' }, vocabulary), ...more }
}

function projectOf(given: Given, index: number): Project {
  const { funds, indicators, ...rest } = given
  return {
    name: `示例项目${index + 1}`,
    layout: 'form',
    goals: {},
    ...rest,
    funds: fundsOf(funds),
    indicators: Array.isArray(indicators) ? indicators.map((indicator, row) => indicatorOf(indicator as Given, row)) : [],
  } as Project
}

/** `{annual: …, period: …}` is short for the totals. */
function fundsOf(given: unknown): Project['funds'] {
  if (!isRecord(given)) return { unit: '万元', total: {}, sources: [] }
  const total = Object.fromEntries(PHASES.flatMap((phase) => (given[phase] === undefined ? [] : [[phase, given[phase]]])))
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !PHASES.some((phase) => phase === name)))
  return { unit: '万元', total, sources: [], ...rest } as Project['funds']
}

/** `{name, kind, annual: 值, period: 值}` is short for the halves; a half may have a name of its own. */
function indicatorOf(given: Given, index: number): Indicator {
  if (given['halves'] !== undefined) return { row: index + 1, ...given } as Indicator
  const { name, kind, ...rest } = given
  const halves = PHASES.flatMap((phase) => {
    const half = given[phase]
    if (half === undefined) return []
    const own = isRecord(half) ? half : { value: String(half) }
    return [[phase, { ...(kind !== undefined && { kind }), ...(name !== undefined && { name }), ...own }]]
  })
  const others = Object.entries(rest).filter(([key]) => !PHASES.some((phase) => phase === key))
  return { row: index + 1, ...Object.fromEntries(others), halves: Object.fromEntries(halves) } as Indicator
}

function overallOf(given: Given): Overall {
  const { staffing, tasks, indicators, funds, ...rest } = given
  const blocks = (value: unknown): TextBlock[] => (value === undefined ? [] : (Array.isArray(value) ? (value as unknown[]) : [value]).map(textBlock))
  return {
    ...rest,
    staffing: blocks(staffing),
    tasks: blocks(tasks),
    indicators: Array.isArray(indicators) ? indicators.map((indicator, row) => indicatorOf(indicator as Given, row)) : [],
    funds: { bySource: [], byType: [], ...(isRecord(funds) ? funds : {}) },
  } as Overall
}
