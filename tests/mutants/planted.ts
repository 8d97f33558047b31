import type { Disclosure, Project } from '../../src/disclosure/model.ts'
import { exampleDisclosure } from '../../src/example-disclosure.ts'
import type { CompiledRule } from '../../src/ruleset/compiled.ts'
import type { Vocabulary } from '../../src/vocabulary/types.ts'
import type { Mutation, Mutator, Spot } from './types.ts'

/** Parts of a sheet that a planted example writes over. The money stays, so that sheet and table still agree. */
const WRITTEN = ['overview', 'basis', 'necessity', 'measures', 'plan', 'term', 'goals', 'attribute', 'indicators', 'signoff'] as const

/**
 * What a rule file shows as a failure, put into a whole disclosure: its paragraphs as a last section, its sheets over the first ones
 * of the disclosure. Shows that a rule also speaks where much else is said. Only for examples that are no more than that.
 */
export function plantedMutators(rules: readonly CompiledRule[], vocabulary: Vocabulary): readonly Mutator[] {
  return rules.flatMap(({ definition }) => {
    const fails = definition.examples.filter(({ is, given, options }) => (is === 'fail' || is === 'implausible') && options === undefined && Object.keys(given).every((key) => ['kind', 'fiscalYear', 'text', 'heading', 'projects'].includes(key)) && sheetsOf(given).every(isWritable))
    if (fails.length === 0) return []
    const mutator: Mutator = {
      kind: `planted:${definition.id}`, family: definition.category, ruleHint: definition.id,
      make(disclosure, random) {
        const fitting = fails.filter(({ given }) => (given['kind'] ?? disclosure.kind) === disclosure.kind && (given['fiscalYear'] ?? disclosure.fiscalYear) === disclosure.fiscalYear)
        const example = random.pick(fitting)
        return example && planted(disclosure, exampleDisclosure({ kind: disclosure.kind, ...(disclosure.fiscalYear !== undefined && { fiscalYear: disclosure.fiscalYear }), ...example.given }, vocabulary), definition.id)
      },
    }
    return [mutator]
  })
}

function sheetsOf(given: Readonly<Record<string, unknown>>): readonly object[] {
  return Array.isArray(given['projects']) ? (given['projects'] as readonly object[]) : []
}

/** Only the sheet's name, which is not planted, and parts that are; at least one of them. */
function isWritable(sheet: object): boolean {
  const parts = Object.keys(sheet).filter((key) => key !== 'name')
  return parts.length > 0 && parts.every((part) => (WRITTEN as readonly string[]).includes(part))
}

function planted(disclosure: Disclosure, example: Disclosure, note: string): Mutation | undefined {
  if (example.projects.length > disclosure.projects.length) return undefined
  const sections = [...disclosure.sections, ...example.sections]
  const projects = disclosure.projects.map((project, at) => written(project, example.projects[at]))
  const at: readonly Spot[] = [
    ...example.sections.flatMap((section, index) => {
      const pointer = `/sections/${disclosure.sections.length + index}`
      return [...section.paragraphs.map((_, line) => ({ pointer: `${pointer}/paragraphs/${line}/text` })), { pointer: `${pointer}/heading` }]
    }),
    ...example.projects.map((_, index) => ({ pointer: `/projects/${index}` })),
  ]
  return { disclosure: { ...disclosure, sections, projects }, at, note }
}

function written(project: Project, example: Project | undefined): Project {
  if (!example) return project
  const parts = WRITTEN.flatMap((part) => (example[part] === undefined || (part === 'indicators' && example.indicators.length === 0) || (part === 'goals' && Object.keys(example.goals).length === 0) ? [] : [[part, example[part]]]))
  return { ...project, ...(Object.fromEntries(parts) as Partial<Project>) }
}
