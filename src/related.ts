import type { Problem } from './core/problem.ts'
import type { Bilingual } from './core/text.ts'
import type { Disclosure } from './disclosure/model.ts'
import { buildModel } from './facts/index.ts'
import type { Model } from './facts/item.ts'
import { nothingCheckable } from './nothing-checkable.ts'
import { readSubjects, type ReadSubjects, type Subject } from './read-subjects.ts'
import type { Vocabulary } from './vocabulary/types.ts'

/** A document that a disclosure is compared with: last year's, the budget of a final account, its final account, one of its units. */
export interface RelatedSubject {
  readonly relation: 'previous' | 'budget' | 'final' | 'unit'
  readonly subject: Subject
}

export interface Related {
  readonly models: Model['related']
  /** Of the documents that could not be used: what rests on them was not checked. */
  readonly problems: readonly Problem[]
}

/**
 * Reads the documents a disclosure is compared with. Of units there may be several, of the other relations one. A document of another year or
 * kind than its relation says is not used: every figure would differ.
 */
export function relatedDocuments(disclosure: Disclosure, subjects: readonly RelatedSubject[], vocabulary: Vocabulary): Related {
  const read = subjects.map((related) => ({ relation: related.relation, ...readRelated(disclosure, related, vocabulary) }))
  const of = (name: RelatedSubject['relation']) => read.flatMap(({ relation, model }) => (relation === name && model ? [model] : []))
  const [[previous], [budget], [final], units] = [of('previous'), of('budget'), of('final'), of('unit')]
  return {
    models: { ...(previous && { previous }), ...(budget && { budget }), ...(final && { final }), ...(units.length > 0 && { units }) },
    problems: [...read.flatMap(({ problems }) => problems), ...namedTwice(subjects)],
  }
}

function readRelated(disclosure: Disclosure, { relation, subject }: RelatedSubject, vocabulary: Vocabulary): { readonly model?: Model; readonly problems: readonly Problem[] } {
  const read = readSubjects([subject], vocabulary)
  if (!read.disclosure) return { problems: read.problems.length > 0 ? read.problems : [notADisclosure(read)] }
  const model = buildModel(read.disclosure, vocabulary)
  const problems = [...nothingCheckable(read, model), ...mismatch(disclosure, relation, read.disclosure)].map((problem) => ({ ...problem, file: subject.file }))
  return problems.length > 0 ? { problems } : { model, problems }
}

/** Why a document cannot be what its relation says; a year or kind that is not known speaks for nothing. */
function mismatch({ fiscalYear, kind }: Disclosure, relation: RelatedSubject['relation'], related: Disclosure): Problem[] {
  const year = fiscalYear === undefined ? undefined : relation === 'previous' ? fiscalYear - 1 : fiscalYear
  if (year !== undefined && related.fiscalYear !== undefined && related.fiscalYear !== year) return [{ code: 'related-year', message: { zh: `作为“${relation}”的对照文件应为 ${year} 年，这一份是 ${related.fiscalYear} 年，没有对照`, en: `compared as "${relation}" it should be of ${year}; it is of ${related.fiscalYear} and was not compared` } }]
  const expected = relation === 'budget' ? 'budget' : relation === 'final' ? 'final-accounts' : kind
  if (related.kind === expected || related.kind === 'other' || expected === 'other') return []
  return [{ code: 'related-kind', message: { zh: `作为“${relation}”的对照文件应为${KINDS[expected].zh}，这一份是${KINDS[related.kind].zh}，没有对照`, en: `compared as "${relation}" it should be a ${KINDS[expected].en}; it is a ${KINDS[related.kind].en} and was not compared` } }]
}

const KINDS: Readonly<Record<Disclosure['kind'], Bilingual>> = {
  budget: { zh: '预算公开', en: 'budget disclosure' },
  'final-accounts': { zh: '决算公开', en: 'final account' },
  'self-evaluation': { zh: '绩效自评公开', en: 'self-evaluation' },
  other: { zh: '其他文件', en: 'document of another kind' },
}

function notADisclosure({ file, faults: [fault] }: ReadSubjects): Problem {
  return { code: 'related-invalid', file, message: { zh: `对照文件不合公开 JSON 的结构，没有对照：${fault?.message.zh ?? ''}`, en: `the file to compare with is no valid disclosure JSON and was not compared: ${fault?.message.en ?? ''}` } }
}

function namedTwice(subjects: readonly RelatedSubject[]): Problem[] {
  return subjects
    .filter(({ relation }, at) => relation !== 'unit' && subjects.findIndex((other) => other.relation === relation) < at)
    .map(({ relation, subject: { file } }) => ({ code: 'related-twice', file, message: { zh: `“${relation}”只能对照一份文件，这一份没有对照`, en: `only one file can be compared as "${relation}"; this one was not` } }))
}
