import { describe, expect, test } from 'vitest'
import { compileMatcher, compilePattern, findMatches } from '../../src/facts/prose/index.ts'
import { tokenise } from '../../src/facts/tokens/index.ts'
import { readPath } from '../../src/facts/path.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import type { Pattern } from '../../src/vocabulary/types.ts'
import { proseText, shown } from './prose-support.ts'

const { vocabulary } = loadVocabulary([{
  path: 'vocabulary/test.yaml',
  content: {
    lists: { 增减词: { 增: ['增加', '增长'], 减: ['减少'] }, 比率: ['率$', '比例'] },
    patterns: { 错词: { en: 'slip', words: { 拔付: '拨付' } } },
  },
}])

function found(source: string, text: string): readonly string[] {
  const compiled = compilePattern(source, vocabulary)
  if (!compiled.ok) throw new Error(compiled.fault.code)
  const tokenised = tokenise(text)
  return compiled.pattern.find(tokenised).map((hit) => tokenised.text.slice(hit.from, hit.to))
}

describe('what a pattern matches', () => {
  test.each([
    ['literal letters and digits', '1[3-9][0-9]{9}', '电话13912345678。', ['13912345678']],
    ['a token as one slot', '编制{value:count}', '核定编制12人', ['编制12人']],
    ['blanks between figures and words', '占{share:percent}', '占 34.30 %', ['占 34.30 %']],
    ['half and full width alike', '合计[：:]{value:money}', '合计：5万元；合计:6万元', ['合计:5万元', '合计:6万元']],
    ['full-width brackets as letters', '因公（境）', '因公(境)费', ['因公(境)']],
    ['words of a list', '比上年{d:增减词}{v:money}', '比上年增长3万元，比上年减少2万元', ['比上年增长3万元', '比上年减少2万元']],
    ['no figure inside a stretch of words', '工资{x:text}{v:money}', '工资3人补助5万元', []],
  ])('%s', (_, source, text, hits) => {
    expect(found(source, text)).toEqual(hits)
  })

  test('a year in a document number or title is no year of the text', () => {
    expect(found('{y:year}', '按照清财〔2024〕5号和《2023年水务规划》，2026年施工')).toEqual(['2026年'])
  })

  test('an amount without its currency word has a slot of its own', () => {
    expect(found('{v:money-unit-missing}', '合同价12.5万，另付3万元')).toEqual(['12.5万'])
  })
})

describe('what is refused, and where', () => {
  test.each([
    ['(a+)+b', 'nested-repeat', 4],
    ['甲(?=乙)', 'look-around', 1],
    ['(甲)\\1', 'back-reference', 3],
    ['甲{3,}', 'unbounded', 1],
    ['甲{v:nothing}', 'unknown-slot-type', 1],
    ['[^甲]{2,5}', 'no-literal', 0],
    ['甲[乙', 'syntax', 1],
    ['{a:count}和{a:count}', 'duplicate-slot', 10],
    ['甲[^丁]{0,80}[^丁]{0,80}[^丁]{0,80}乙', 'too-costly', 0],
  ])('%s: %s', (source, code, at) => {
    expect(compilePattern(source, vocabulary)).toMatchObject({ ok: false, fault: { code, at } })
  })

  test('the widest accepted pattern reads a long hostile text in bounded steps', () => {
    const source = '甲[^丁]{0,60}[^丁]{0,60}乙'
    expect(compilePattern(source, vocabulary).ok).toBe(true)
    expect(found(source, '甲'.repeat(20_000))).toEqual([])
  })
})

describe('matches', () => {
  const hits = (pattern: Partial<Pattern>, text: string): ReturnType<typeof findMatches> =>
    findMatches({ id: `p${JSON.stringify(pattern)}`, en: 'test', ...pattern }, [proseText(text)], vocabulary)

  test('a hit keeps its words, its clause, its slots and its exact place', () => {
    const text = '泵站维修，比上年增长 12.50 万元。'
    const [hit] = hits({ text: '{d:增减词}{v:money}' }, text)
    expect(hit?.text).toBe('增长 12.50 万元')
    expect(text.slice(hit?.ref.from, hit?.ref.to)).toBe('增长 12.50 万元')
    expect(['context', 'd', 'v', 'field'].map((name) => shown(hit?.get(name) ?? { type: 'absent', reason: 'blank' }))).toEqual(['比上年增长 12.50 万元', '增', '12.50 万元', 'paragraph'])
  })

  test('neighbours are looked at outside the hit', () => {
    const pattern = { text: '余额', notPrecededBy: '结', notFollowedBy: '表' }
    expect(hits(pattern, '余额3元，结余额，余额表').length).toBe(1)
  })

  test('the right word stands beside the wrong one', () => {
    const [hit] = hits({ words: { 拔付: '拨付' } }, '及时拔付到位')
    expect(shown(hit?.get('right') ?? { type: 'absent', reason: 'blank' })).toBe('拨付')
  })

  test('repetition of two characters or more, once for a run', () => {
    expect(hits({ doubled: [2, 4] }, '推进队伍队伍建设，人人有责').map((hit) => hit.text)).toEqual(['队伍队伍'])
  })

  test('a document number answers for its parts, a span of dates for its ends', () => {
    const [number] = hits({ text: '{no:docnum}' }, '依据清财文【2025】16号')
    const [span] = hits({ text: '{period:date-range}' }, '服务期2024年11月至2025年10月')
    expect(shown(readPath({ type: 'item', item: number as never }, ['no', 'normal']))).toContain('〔2025〕16号')
    expect(readPath({ type: 'item', item: span as never }, ['period', 'end'])).toMatchObject({ type: 'date', year: 2025, month: 10 })
  })
})

describe('tests of one text', () => {
  const test1 = (name: string, text: string): boolean => {
    const compiled = compileMatcher(name, vocabulary)
    return compiled.ok && compiled.test(text)
  }

  test('a list, a pattern by its name, or a pattern written in place', () => {
    expect(test1('比率', '合格率')).toBe(true)
    expect(test1('比率', '合格率说明')).toBe(false)
    expect(test1('错词', '拔付资金')).toBe(true)
    expect(test1('[0-9]', '共3项')).toBe(true)
  })
})
