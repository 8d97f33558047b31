import { describe, expect, it } from 'vitest'
import { compareWith, readDecisions, withDismissals, type DecisionFile, type Seen } from '../../../src/findings/review.ts'

const seen = (fingerprint: string, valueHash = 'v1', file = 'a.docx'): Seen => ({ fingerprint, valueHash, ruleId: 'x/y', file, message: `问题 ${fingerprint}` })

describe('decisions of last time', () => {
  const last: DecisionFile = {
    version: 1,
    decisions: [{ fingerprint: '1', valueHash: 'v1', ruleId: 'x/y', file: 'a.docx', decision: 'dismissed', reason: '口径不同' }],
    findings: [seen('1'), seen('2'), seen('3')],
  }

  it('tells new, still there, changed and gone apart, whatever the corrected copy is called', () => {
    const now = [seen('1', 'v1', 'b.docx'), seen('2', 'v2', 'b.docx'), seen('4', 'v1', 'b.docx')]
    const { changes, kept, gone } = compareWith(last, now)
    expect(changes).toEqual(['stays', 'changed', 'fresh'])
    expect(kept[0]).toMatchObject({ decision: 'dismissed', reason: '口径不同' })
    expect(kept.slice(1)).toEqual([undefined, undefined])
    expect(gone.map(({ message }) => message)).toEqual(['问题 3'])
  })

  it('pairs findings of one fingerprint each with its own file', () => {
    const two: DecisionFile = { version: 1, decisions: [], findings: [seen('1', 'v1', 'a.docx'), seen('1', 'v2', 'b.docx')] }
    expect(compareWith(two, [seen('1', 'v2', 'b.docx'), seen('1', 'v1', 'a.docx')])).toMatchObject({ changes: ['stays', 'stays'], gone: [] })
  })

  it('takes a file without the list of findings, and no other JSON', () => {
    expect(compareWith({ version: 1, decisions: last.decisions }, []).gone).toHaveLength(1)
    expect(readDecisions(JSON.stringify(last))).toEqual(last)
    for (const text of ['', '[]', '{"version":2,"decisions":[]}', '{"version":1,"decisions":[{"fingerprint":1}]}', 'null']) expect(readDecisions(text)).toBeUndefined()
  })
})

describe('dismissals', () => {
  const found = (fingerprint: string, valueHash: string) => ({ ruleId: 'x/y', severity: 'error', verdict: 'impossible', category: '基本平衡', message: '', args: {}, fingerprint, valueHash, sites: [] }) as const
  const decided = (fingerprint: string, decision: 'confirmed' | 'dismissed') => ({ fingerprint, valueHash: 'v1', ruleId: 'x/y', file: 'a.docx', decision, reason: '口径不同' })
  const file: DecisionFile = { version: 1, decisions: [decided('1', 'dismissed'), decided('2', 'confirmed'), decided('3', 'dismissed')] }

  it('are marked as suppressed with their reason while the values are the same; confirmations are not', () => {
    const marked = withDismissals([found('1', 'v1'), found('2', 'v1'), found('3', 'v2')], 'a.docx', file)
    expect(marked.map(({ suppressed }) => suppressed)).toEqual([{ reason: '口径不同' }, undefined, undefined])
    expect(withDismissals([found('1', 'v1')], 'b.docx', file)[0]?.suppressed).toBeUndefined()
  })
})
