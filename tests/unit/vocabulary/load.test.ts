import { builtin } from 'virtual:disclint-builtin'
import { describe, expect, it } from 'vitest'
import { patternFaults } from '../../../src/ruleset/index.ts'
import { loadVocabulary } from '../../../src/vocabulary/load.ts'
import { parseYaml } from '../../../src/source/yaml.ts'

const base = {
  scopes: { fund: { closed: true, values: { 一般公共预算: ['一般公共预算'] } } },
  concepts: { 收入总额: { en: 'total income', family: '金额', dimensions: ['fund'] } },
  tables: {
    收入总表: {
      en: 'income',
      titles: ['收入总表'],
      columns: { 科目名称: { is: 'label' }, 合计: { sumOf: ['本年收入'] }, 本年收入: {} },
      facts: [{ concept: '收入总额', row: '合计', column: '合计' }],
    },
  },
  lists: { 增减词: { 增: ['增加'] }, 语气词: ['了', '吧'] },
  units: { 万元: { dimension: 'money', exponent: 4 } },
}
const file = (content: unknown, path = 'vocabulary/a.yaml') => ({ path, content })

describe('loadVocabulary', () => {
  it('gives entries their id, units their symbol, and plain lists their own words', () => {
    const { vocabulary, faults } = loadVocabulary([file(base)])
    expect(faults).toEqual([])
    expect(vocabulary.tables.get('收入总表')?.id).toBe('收入总表')
    expect(vocabulary.units.get('万元')).toMatchObject({ symbol: '万元', exponent: 4 })
    expect(vocabulary.lists.get('语气词')).toEqual({ 了: ['了'], 吧: ['吧'] })
    expect(vocabulary.ranges.size).toBe(0)
  })

  it('lets later files add entries and add to lists', () => {
    const later = { tables: { 收入总表: { titles: ['收入预算总表'], columns: { 上年结转: {} } }, 支出总表: { en: 'expenditure', titles: ['支出总表'] } }, lists: { 增减词: { 增: ['上升', '增加'], 减: ['减少'] } } }
    const { vocabulary, faults } = loadVocabulary([file(base), file(later, 'b.yaml')])
    expect(faults).toEqual([])
    expect(vocabulary.tables.get('收入总表')?.titles).toEqual(['收入总表', '收入预算总表'])
    expect(Object.keys(vocabulary.tables.get('收入总表')?.columns ?? {})).toEqual(['科目名称', '合计', '本年收入', '上年结转'])
    expect(vocabulary.tables.get('支出总表')?.columns).toEqual({})
    expect(vocabulary.lists.get('增减词')).toEqual({ 增: ['增加', '上升'], 减: ['减少'] })
  })

  it('refuses another meaning of the same id, keeping the first', () => {
    const { vocabulary, faults } = loadVocabulary([file(base), file({ concepts: { 收入总额: { family: '人数' } }, tables: { 收入总表: { columns: { 合计: { sumOf: ['科目名称'] } } } } }, 'b.yaml')])
    expect(faults.map(({ code, file }) => [code, file])).toEqual([['vocabulary-conflict', 'b.yaml'], ['vocabulary-conflict', 'b.yaml']])
    expect(faults[1]?.message.zh).toContain('收入总额 › family')
    expect(vocabulary.concepts.get('收入总额')?.family).toBe('金额')
  })

  it('names unknown keys with the nearest known one, and wrong types', () => {
    const { faults } = loadVocabulary([file({ ...base, concept: {} }), file({ tables: { 收入总表: { tittles: ['x'], transposable: 'yes' } } }, 'b.yaml')])
    expect(faults.map((fault) => fault.message.en)).toEqual([
      'concept: "concept" is not a known key; did you mean "concepts"?',
      'tables › 收入总表 › tittles: "tittles" is not a known key; did you mean "titles"?',
      'tables › 收入总表 › transposable: "transposable" should be true or false, is a text',
    ])
  })

  it('reports missing properties and unknown names', () => {
    const { vocabulary, faults } = loadVocabulary([file({ ...base, concepts: { ...base.concepts, 半个: { en: 'half' } } }), file({ tables: { 收入总表: { scope: { fnud: 'x' }, columns: { 甲: { sumOf: ['本年收人'] } } } } })])
    expect(faults.map((fault) => fault.code)).toEqual(['vocabulary-missing', 'vocabulary-unknown-scope', 'vocabulary-unknown-column'])
    expect(faults[1]?.message.en).toContain('did you mean "fund"?')
    expect(vocabulary.concepts.has('半个')).toBe(false)
  })

  it('places faults where the text is at hand', () => {
    const text = 'tables:\n  收入总表:\n    en: x\n    titles: [a]\n    colums: {}\n'
    const yaml = parseYaml(text)
    if (!yaml.ok) throw new Error('yaml')
    const { faults } = loadVocabulary([{ path: 'p.yaml', content: yaml.value, locate: yaml.locateKey }])
    expect(faults).toMatchObject([{ file: 'p.yaml', place: { line: 5, column: 5 } }])
  })

  it('reports every pattern that would find nothing: of patterns, their neighbours, claims, concepts and lists', () => {
    const content = {
      patterns: { 甲: { en: 'a', text: '(未闭合' }, 乙: { en: 'b', text: '金额', notPrecededBy: '(?<=共)', notFollowedBy: '元+*' } },
      claims: { 丙: { kind: 'change', prose: ['{a:没有的词表}'] } },
      concepts: { 己: { en: 'f', family: '金额', dimensions: [], prose: ['共{value:没有}'] } },
      lists: { 丁: { 戊: ['好', '[坏'] } },
    }
    const { faults } = loadVocabulary([file(content)], patternFaults)
    expect(faults.map(({ code, message, file: path }) => [code, message.zh, path])).toEqual([
      ['vocabulary-pattern', 'patterns › 甲：句式“(未闭合”不能用（写法有误：(，第 1 个字符）', 'vocabulary/a.yaml'],
      ['vocabulary-pattern', 'patterns › 乙 › notPrecededBy：句式“(?<=共)”不能用（不支持环视：(?<，第 1 个字符）', 'vocabulary/a.yaml'],
      ['vocabulary-pattern', 'patterns › 乙 › notFollowedBy：句式“元+*”不能用（重复之中又有重复：+*，第 2 个字符）', 'vocabulary/a.yaml'],
      ['vocabulary-pattern', 'claims › 丙 › prose：句式“{a:没有的词表}”不能用（没有这种空位，也没有这个词表：没有的词表，第 1 个字符）', 'vocabulary/a.yaml'],
      ['vocabulary-pattern', 'concepts › 己 › prose：句式“共{value:没有}”不能用（没有这种空位，也没有这个词表：没有，第 2 个字符）', 'vocabulary/a.yaml'],
      ['vocabulary-pattern', 'lists › 丁 › 戊：句式“[坏”不能用（写法有误：[，第 1 个字符）', 'vocabulary/a.yaml'],
    ])
  })

  it.each([null, 3, 'x', [], { tables: null }, { tables: { a: 1 } }, { lists: { a: [1] } }])('survives %j', (content) => {
    expect(() => loadVocabulary([file(content)])).not.toThrow()
  })

  it('accepts the built-in vocabulary', () => {
    const own = builtin.filter(({ path }) => path.startsWith('vocabulary/'))
    expect(loadVocabulary(own).faults).toEqual([])
  })
})
