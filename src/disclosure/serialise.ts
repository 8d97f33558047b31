import type { Disclosure } from './model.ts'

/** Properties whose items are printed on one line each, wherever they stand. */
const LINES = new Set(['rows', 'columns', 'indicators', 'sources', 'cover', 'toc', 'notes', 'captions', 'attachments', 'marks', 'paragraphs', 'staffing', 'tasks', 'bySource', 'byType', 'grid'])

/** Properties of a disclosure and its parts, in the order they are printed; others follow in alphabetical order. */
const ORDER = [
  '$schema', 'kind', 'fiscalYear', 'entity', 'extent', 'role', 'number', 'title', 'name', 'label', 'code', 'shortCode', 'level', 'unit', 'heading', 'text', 'page',
  'key', 'path', 'measure', 'row', 'level1', 'department', 'implementer', 'attribute', 'term', 'layout', 'unitName', 'staffing', 'duties', 'strategy',
  'sources', 'cover', 'toc', 'notes', 'captions', 'attachments', 'marks', 'paragraphs', 'tables', 'sections', 'columns', 'rows', 'lanes', 'funds', 'overview',
  'basis', 'necessity', 'measures', 'plan', 'goals', 'tasks', 'goal', 'halves', 'indicators', 'signoff', 'projects', 'overall', 'extra',
]
const RANK = new Map(ORDER.map((key, i) => [key, i]))

/**
 * The disclosure as JSON: deterministic whatever the order of its properties, one table row, paragraph or indicator a line,
 * fit for git diffs. Cells keep their order. Ends with a line break.
 */
export function serialiseDisclosure(disclosure: Disclosure): string {
  return `${pretty(disclosure, '', undefined)}\n`
}

function pretty(value: unknown, indent: string, property: string | undefined): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const oneLine = property !== undefined && LINES.has(property)
    const items = value.map((item) => inner + (oneLine ? flat(item) : pretty(item, inner, undefined)))
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = sorted(value)
  if (entries.length === 0) return '{}'
  if (!entries.some(([, item]) => Array.isArray(item) && item.length > 0) && flat(value).length + indent.length <= 120) return flat(value)
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${pretty(item, inner, key)}`).join(',\n')}\n${indent}}`
}

function flat(value: unknown, property?: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => flat(item)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = property === 'cells' ? Object.entries(value) : sorted(value)
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${flat(item, key)}`).join(', ')} }`
}

function sorted(value: object): [string, unknown][] {
  const rank = (key: string): number => RANK.get(key) ?? ORDER.length
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0))
}
