import type { Severity } from '../core/severity.ts'
import type { Bilingual } from '../core/text.ts'
import { compileSchema } from '../source/json-schema.ts'
import type { JsonSchema, SchemaChecker, SchemaFault } from '../source/json-schema.ts'
import schema from '../../schemas/disclosure.schema.json' with { type: 'json' }
import { columnFaults } from './columns.ts'
import type { Disclosure } from './model.ts'

/** What is wrong with the form of a disclosure, and where. */
export interface DisclosureFault {
  readonly pointer: string
  readonly code: 'type' | 'value' | 'missing' | 'unknown-key' | 'duplicate-key' | 'duplicate-column' | 'unknown-column' | 'unusable'
  readonly message: Bilingual
  readonly severity: Severity
}

export interface ValidatedDisclosure {
  /** Absent when nothing in it can be linted. */
  readonly disclosure?: Disclosure
  readonly faults: readonly DisclosureFault[]
}

let checker: SchemaChecker | undefined

/**
 * Checks any JSON value against the disclosure schema. Never throws: every fault has a pointer; what is wrong is left out,
 * lists keep their numbering, the row, sheet or table that lost a part is doubtful, and the extent is unknown, so that
 * nothing is said to be missing. The rest is a disclosure that can be linted. Unknown keys are infos.
 */
export function validateDisclosure(value: unknown): ValidatedDisclosure {
  checker ??= compileSchema(schema as JsonSchema, { damaged: { reading: 'doubtful', doubt: 'type-misfit' } })
  const checked = checker(value)
  const faults = checked.faults.map(disclosureFault)
  if (!hasContent(value)) return { faults: [unusable(), ...listed(faults).filter((fault) => fault.pointer !== '' && fault.code !== 'unknown-key')] }
  const whole = checked.value as Disclosure
  const disclosure: Disclosure = checked.damaged ? { ...whole, extent: 'unknown' } : whole
  return { disclosure, faults: listed([...faults, ...columnFaults(disclosure)]) }
}

/** More faults than anybody reads; the rest is counted. */
const MOST_FAULTS = 500

function listed(faults: readonly DisclosureFault[]): readonly DisclosureFault[] {
  const rest = faults.slice(MOST_FAULTS)
  if (rest.length === 0) return faults
  const severity = rest.some((fault) => fault.severity === 'error') ? 'error' : 'info'
  return [...faults.slice(0, MOST_FAULTS), { pointer: '', code: 'value', severity, message: { zh: `还有 ${rest.length} 处格式问题没有列出`, en: `${rest.length} more faults of form are not listed` } }]
}

/** The parts that hold what a disclosure discloses, and the type each has. */
const CONTENT = { tables: Array.isArray, sections: Array.isArray, projects: Array.isArray, overall: isObject } as const

function hasContent(value: unknown): boolean {
  return isObject(value) && Object.entries(CONTENT).some(([key, fits]) => Object.hasOwn(value, key) && fits(value[key]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function disclosureFault({ pointer, code, message }: SchemaFault): DisclosureFault {
  return { pointer, code, message, severity: code === 'unknown-key' ? 'info' : 'error' }
}

function unusable(): DisclosureFault {
  return {
    pointer: '',
    code: 'unusable',
    severity: 'error',
    message: { zh: '这不是公开 JSON：没有表格、说明、项目或整体绩效表', en: 'this is no disclosure JSON: it has no tables, sections, projects or overall form' },
  }
}
