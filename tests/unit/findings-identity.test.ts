import { describe, expect, it } from 'vitest'
import { comparePointers, finishFindings } from '../../src/findings/index.ts'
import { rawFinding, site } from './findings-helpers.ts'

const context = { locate: () => ({}), redact: (text: string) => text }

describe('identity', () => {
  it('depends on rule and address of the main place, not on other sites, message or pointer', () => {
    const at = (pointer: string) => site('8人', pointer, { address: '基本情况/编制' })
    const [one] = finishFindings([rawFinding({ sites: [at('/sections/0/paragraphs/0/text')], message: 'A' })], context)
    const [two] = finishFindings([rawFinding({ sites: [at('/sections/3/paragraphs/9/text'), site('9人', '/x')], message: 'B' })], context)
    const [other] = finishFindings([rawFinding({ ruleId: 'test/other', sites: [at('/sections/0/paragraphs/0/text')] })], context)
    expect(one?.fingerprint).toBe(two?.fingerprint)
    expect(one?.fingerprint).not.toBe(other?.fingerprint)
    expect(one?.valueHash).not.toBe(two?.valueHash)
  })

  it('tells equals apart by their order in the document, consequences counted with the rest', () => {
    const same = (pointer: string) => rawFinding({ sites: [site('8人', pointer, { address: 'A' })] })
    const [first, second] = finishFindings([same('/sections/2/heading'), same('/sections/1/heading')], context)
    expect(first?.sites[0]?.pointer).toBe('/sections/1/heading')
    expect(first?.fingerprint).not.toBe(second?.fingerprint)
    const [cause] = finishFindings([{ ...rawFinding({ ruleId: 'test/cause' }), causeOf: [same('/sections/1/heading'), same('/sections/2/heading')] }], context)
    expect(cause?.causeOf?.map(({ fingerprint }) => fingerprint)).toEqual([first?.fingerprint, second?.fingerprint])
  })

  it('has a value hash that ignores the order of sites and the spacing of texts', () => {
    const [a] = finishFindings([rawFinding({ texts: ['12 人', '8人'] })], context)
    const [b] = finishFindings([rawFinding({ texts: ['8人', '12人'] })], context)
    expect(a?.valueHash).toBe(b?.valueHash)
  })
})

describe('order', () => {
  it('puts element 10 after element 2 and sections before tables', () => {
    const pointers = ['/tables/10/title', '/projects/0/name', '/tables/2/title', '/sections/5/heading', '/tables/2']
    expect([...pointers].sort(comparePointers)).toEqual(['/sections/5/heading', '/tables/2', '/tables/2/title', '/tables/10/title', '/projects/0/name'])
  })

  it('does not depend on the order findings come in, and follows a given document order', () => {
    const findings = ['/tables/1', '/sections/0', '/tables/0'].flatMap((pointer) => ['b/rule', 'a/rule'].map((ruleId) => rawFinding({ ruleId, sites: [site('x', pointer)] })))
    const keys = (list: typeof findings, compare = context as object) => finishFindings(list, { ...context, ...compare }).map(({ ruleId, sites }) => `${sites[0]?.pointer} ${ruleId}`)
    expect(keys([...findings].reverse())).toEqual(keys(findings))
    expect(keys(findings)[0]).toBe('/sections/0 a/rule')
    expect(keys(findings, { compare: (a: { pointer?: string }, b: { pointer?: string }) => comparePointers(b.pointer ?? '', a.pointer ?? '') })[0]).toBe('/tables/1 a/rule')
  })
})

describe('redacted identity', () => {
  it('is made of what is shown: another number at the same place has the same fingerprint and hash', () => {
    const redact = (text: string) => text.replaceAll(/1\d{10}/g, '***')
    const of = (number: string) => finishFindings([rawFinding({ sites: [site(number, '/p', { address: `联系人/${number}` })], mask: 'phone', message: number })], { ...context, redact })[0]
    const [a, b] = [of('13912345678'), of('13800000000')]
    expect(JSON.stringify(a)).not.toContain('13912345678')
    expect(a?.fingerprint).toBe(b?.fingerprint)
    expect(a?.valueHash).toBe(b?.valueHash)
    expect(a).not.toHaveProperty('mask')
  })
})
