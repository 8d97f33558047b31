import { describe, expect, it } from 'vitest'
import { applyBaseline, applySuppressions, baselineOf, checkSuppressions, suppressionOf } from '../../src/findings/index.ts'
import type { Suppression } from '../../src/findings/index.ts'
import { finding } from './findings-helpers.ts'

const rules = { today: '2026-03-01', placeholders: ['待补', 'todo'] }
const entry = (parts: Partial<Suppression> = {}): Suppression => ({ rule: 'test/rule', fingerprint: 'f1', reason: '经核实为历史原因形成', ...parts })
const apply = (...suppressions: Suppression[]) => applySuppressions([finding()], { suppressions }, rules)

describe('suppressions', () => {
  it('dismiss the one finding they name, with reason, person and last day', () => {
    const { findings, notes } = apply(entry({ by: '初审员', until: '2026-12-31' }))
    expect(findings[0]?.suppressed).toEqual({ reason: '经核实为历史原因形成', by: '初审员', until: '2026-12-31' })
    expect(notes).toEqual([])
  })

  it('need a reason that says something', () => {
    for (const reason of ['', '  ', '……', '<原因>', '待补', 'TODO.', '无无无']) {
      const { findings, notes } = apply(entry({ reason }))
      expect(findings[0]?.suppressed, reason).toBeUndefined()
      expect(notes[0]?.kind, reason).toMatch(/^reason-/)
    }
  })

  it('expire after their last day, and are reported then', () => {
    expect(apply(entry({ until: '2026-03-01' })).findings[0]?.suppressed).toBeDefined()
    const late = apply(entry({ until: '2026-02-28' }))
    expect(late.findings[0]?.suppressed).toBeUndefined()
    expect(late.notes.map(({ kind }) => kind)).toEqual(['expired'])
  })

  it('lapse when the printed values change', () => {
    const written = suppressionOf(finding(), { reason: '口径不同，已在说明中写明' })
    expect(apply(written).findings[0]?.suppressed).toBeDefined()
    const changed = applySuppressions([finding({ valueHash: 'v2' })], { suppressions: [written] }, rules)
    expect(changed.findings[0]?.suppressed).toBeUndefined()
    expect(changed.notes.map(({ kind }) => kind)).toEqual(['values-changed'])
  })

  it('are reported when nothing is left of what they dismissed, unless only a part was linted', () => {
    const gone = entry({ fingerprint: 'other' })
    expect(apply(gone).notes.map(({ kind }) => kind)).toEqual(['unused'])
    expect(applySuppressions([finding()], { suppressions: [gone] }, { ...rules, reportUnused: false }).notes).toEqual([])
  })

  it('reach consequences', () => {
    const cause = finding({ fingerprint: 'cause', causeOf: [finding()] })
    const { findings } = applySuppressions([cause], { suppressions: [entry()] }, rules)
    expect(findings[0]?.suppressed).toBeUndefined()
    expect(findings[0]?.causeOf?.[0]?.suppressed).toBeDefined()
  })

  it('are read with a note for each entry that is none', () => {
    const { file, notes } = checkSuppressions({ suppressions: [entry(), { rule: 'a/b', fingerprint: 'x' }, 'nonsense', { ...entry(), until: 'soon' }] })
    expect(file.suppressions).toHaveLength(1)
    expect(notes.map(({ kind, index }) => [kind, index])).toEqual([['reason-missing', 1], ['malformed', 2], ['malformed', 3]])
    expect(checkSuppressions(null).notes).toEqual([])
    expect(checkSuppressions({ suppression: [] }).notes.map(({ kind }) => kind)).toEqual(['malformed'])
  })
})

describe('baseline', () => {
  it('names single findings: a new one of the same rule is new, a changed one too, a corrected one is gone', () => {
    const before = [finding(), finding({ fingerprint: 'f2' })]
    const after = [finding({ valueHash: 'changed' }), finding({ fingerprint: 'f3' })]
    const { fresh, known, gone } = applyBaseline(after, baselineOf(before))
    expect(fresh).toHaveLength(2)
    expect(known).toHaveLength(0)
    expect(gone.map(({ fingerprint }) => fingerprint)).toEqual(['f1', 'f2'])
    expect(applyBaseline(before, baselineOf([...before].reverse())).fresh).toEqual([])
  })
})
