import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Site } from '../../src/core/finding.ts'
import { finishFindings, makeRedactor, redactDeep, sensitiveTexts } from '../../src/findings/index.ts'
import type { RawFinding } from '../../src/findings/index.ts'
import { rawFinding, site } from '../unit/findings-helpers.ts'

const plain = { locate: () => ({}), redact: (text: string) => text }

/** Rows of a small table: label and figure. A finding stands at each row whose figure is marked. */
const row = fc.record({ label: fc.constantFrom('教育支出', '其他支出', '培训费', '会议费'), value: fc.integer({ min: 1, max: 99 }), wrong: fc.boolean() })
const rows = fc.array(row, { maxLength: 12 })

interface Row {
  readonly label: string
  readonly value: number
  readonly wrong: boolean
}

/** Findings of a table as the engine would place them: the address is the label, with an ordinal where labels repeat. */
function findingsOf(list: readonly Row[], table = 0): RawFinding[] {
  const counts = new Map<string, number>()
  return list.flatMap(({ label, value, wrong }, index) => {
    const ordinal = (counts.get(label) ?? 0) + 1
    counts.set(label, ordinal)
    const address = `支出总表/${label}${ordinal > 1 ? `#${ordinal}` : ''}/合计`
    return wrong ? [rawFinding({ sites: [site(String(value), `/tables/${table}/lanes/0/rows/${index}/cells/合计`, { address })] })] : []
  })
}

const fingerprints = (list: readonly RawFinding[]): string[] => finishFindings(list, plain).map(({ fingerprint, sites }) => `${sites[0]?.text} ${fingerprint}`).sort()

describe('fingerprints', () => {
  it('stay when rows of other labels, tables or sections are inserted, or the order changes', () => {
    fc.assert(fc.property(rows, rows, fc.nat(12), (list, added, at) => {
      const other = added.map((entry) => ({ ...entry, label: `新增${entry.label}`, wrong: false }))
      const longer = [...list.slice(0, at), ...other, ...list.slice(at)]
      expect(fingerprints(findingsOf(longer, 3))).toEqual(fingerprints(findingsOf(list)))
    }))
  })

  it('are all different within one run', () => {
    fc.assert(fc.property(rows, (list) => {
      const found = finishFindings(findingsOf(list), plain).map(({ fingerprint }) => fingerprint)
      expect(new Set(found).size).toBe(found.length)
    }))
  })
})

describe('finishing', () => {
  const finding = fc.record({ ruleId: fc.constantFrom('a/b', 'b/c'), pointer: fc.constantFrom('/tables/2', '/tables/10', '/sections/1'), text: fc.constantFrom('1', '2'), message: fc.constantFrom('x', 'y') })

  it('gives the same bytes whatever the order of the findings', () => {
    fc.assert(fc.property(fc.array(finding, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (parts, keys) => {
      const list = parts.map(({ ruleId, pointer, text, message }) => rawFinding({ ruleId, message, sites: [site(text, pointer)] }))
      const shuffled = list.map((entry) => ({ entry, key: keys.next().value })).sort((a, b) => a.key - b.key).map(({ entry }) => entry)
      expect(JSON.stringify(finishFindings(shuffled, plain))).toBe(JSON.stringify(finishFindings(list, plain)))
    }))
  })
})

describe('redaction', () => {
  const digits = (length: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
  const mobile = fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9)).map((parts) => parts.join(''))
  const card = digits(17).map((body) => {
    const sum = [...`6${body}`].reverse().reduce((total, digit, index) => total + ((value) => (value > 9 ? value - 9 : value))(Number(digit) * (index % 2 === 0 ? 2 : 1)), 0)
    return `6${body}${(10 - (sum % 10)) % 10}`
  })
  const around = fc.string({ unit: fc.constantFrom('（', '，', '电', '话', '：', ' ', '。'), maxLength: 5 })

  it('leaves no planted number in any string that leaves', () => {
    fc.assert(fc.property(fc.oneof(mobile, card), around, around, (secret, before, after) => {
      const printed = `${before}${secret}${after}`
      const main: Site = site(printed, '/sections/0/paragraphs/0/text', { label: `联系人：${secret}`, address: `联系人/${printed}` })
      const raw: RawFinding = {
        ...rawFinding({ sites: [main], message: `出现${secret}`, causeOf: [rawFinding({ sites: [main], message: printed })] }),
        args: { '号码': secret },
        trace: { formula: `${secret} = ${secret}`, steps: [printed] },
        suggestions: [{ pointer: `/tables/0/${secret}`, from: 0, to: 1, replacement: secret, safe: false }],
      }
      const redact = makeRedactor(sensitiveTexts([raw]))
      const [finding] = finishFindings([raw], { ...plain, redact, locate: () => ({ file: `附件 ${secret}.txt`, place: { kind: 'sheet-cell', sheet: secret, cell: 'A1' } }) })
      expect(JSON.stringify(finding)).not.toContain(secret)
      expect(JSON.stringify(redactDeep({ unrecognised: [{ text: printed }], content: { [secret]: [printed] } }, redact))).not.toContain(secret)
    }))
  })

  it('leaves texts without personal numbers as they are', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 15 }), fc.nat(99), around, (whole, cents, after) => {
      const text = `${whole}.${String(cents).padStart(2, '0')}${after}`
      expect(makeRedactor()(text)).toBe(text)
    }))
  })
})
