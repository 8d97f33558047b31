import { makeItem } from '../../src/facts/make-item.ts'
import { describe, expect, test } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { readProse } from '../../src/facts/prose/index.ts'
import type { ProseText } from '../../src/facts/prose/index.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { attributes, proseText } from './prose-support.ts'

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))
const entity = '清河市水务局'

const facts = (text: string, more: Partial<ProseText> = {}): readonly string[] =>
  readProse([proseText(text, more)], { vocabulary, entity, year: 2026, stage: '预算' }).facts.map((item) => attributes(item, 'concept', 'value', 'scope'))
const concepts = (text: string): readonly string[] => facts(text).map((fact) => fact.split(' | ').slice(0, 2).join(' '))

describe('what a sentence states', () => {
  test('posts and persons in post are two concepts', () => {
    expect(concepts('我局编制人数为12人，实际在岗人数为15人。')).toEqual(['编制人数 12人', '在职人数 15人'])
  })

  test('a qualified figure is a part, never a peer', () => {
    expect(concepts('编制12人，其中：行政编制8人、事业编制4人。')).toEqual(['编制人数 12人'])
  })

  test('what is said of another body is no fact of the unit; its own name and short forms are itself', () => {
    expect(concepts('清河市第一中学编制人数为90人。')).toEqual([])
    expect(concepts('清河市水务局编制人数为12人。水务局实有人数15人。')).toEqual(['编制人数 12人', '实有人数 15人'])
  })

  test('a movement or a figure of a reason is no amount', () => {
    expect(concepts('基本支出增加3万元，主要原因是人员经费2万元。')).toEqual([])
  })

  test('what a project sheet says is said of the project', () => {
    const project = makeItem({ kind: 'project', ref: { pointer: '/projects/0' }, text: '', attributes: {} })
    expect(facts('人员经费12万元。', { standing: { document: project, pointer: '/projects/0/overview', label: '', project } })).toEqual([])
  })
})

describe('scope', () => {
  test.each([
    ['year, stage and side by the sentence; carry-over unsaid', '2026年收入预算60万元。', {}, '收入总额 | 60万元 | fund=全部 side=收入 stage=预算 year=2026 ?carryover'],
    ['a total that lists the carry-over includes it', '收入总计60万元，其中：本年收入50万元，上年结转10万元。', {}, '收入总额 | 60万元 | carryover=含 fund=全部 side=收入 stage=预算 year=2026'],
    ['the year before, in words', '上年支出决算合计50万元。', {}, undefined],
    ['the fund by the label', '一般公共预算当年支出50万元。', {}, '支出总额 | 50万元 | carryover=不含 fund=一般公共预算 side=支出 stage=预算 year=2026'],
    ['the fund by the heading', '安排基本支出50万元。', { headings: ['六、一般公共预算基本支出情况'] }, '基本支出总额 | 50万元 | fund=一般公共预算 stage=预算 year=2026 ?carryover'],
    ['the fund by the total it is listed under', '一般公共预算支出60万元，其中：基本支出50万元。', {}, '支出总额 | 60万元 | fund=一般公共预算 side=支出 stage=预算 year=2026 ?carryover'],
    ['budget and outturn of one label', '公务接待费预算为3万元，支出决算为2万元。', {}, '公务接待费 | 3万元 | stage=预算 year=2026'],
  ])('%s', (_, text, more, expected) => {
    expect(facts(text, more)[0]).toBe(expected)
  })

  test('members inherit the fund of their total', () => {
    expect(facts('一般公共预算支出60万元，其中：基本支出50万元。')[1]).toBe('基本支出总额 | 50万元 | fund=一般公共预算 stage=预算 year=2026 ?carryover')
  })

  test('a year that is only compared with is not the year of what follows', () => {
    const found = facts('2026年公务接待费3万元，比2025年减少1万元；公务用车运行费2万元。')
    expect(found.map((fact) => /year=(\d+)/u.exec(fact)?.[1])).toEqual(['2026', '2026'])
  })

  test('the grand total under a head of one fund is not the total of all funds', () => {
    expect(concepts('一般公共预算支出60万元，加上上解支出5万元，支出总计65万元。')).toEqual(['支出总额 60万元'])
  })
})

describe('subjects', () => {
  const subjects = (...texts: readonly string[]): readonly (string | undefined)[] =>
    readProse(texts.map((text, index) => proseText(text, { ref: { pointer: `/p/${String(index)}` } })), { vocabulary, entity, year: 2026 }).facts.map((item) => {
      const scope = item.get('scope')
      return scope.type === 'scope' ? scope.known['subject'] : undefined
    })

  test('an item of its own name, with its section where several sections have one', () => {
    expect(subjects('农林水支出（类）水利（款）防汛（项）56万元。', '农林水支出（类）水利（款）行政运行（项）20万元。', '农林水支出（类）林业和草原（款）行政运行（项）10万元。'))
      .toEqual(['防汛', '水利/行政运行', '林业和草原/行政运行'])
  })

  test('codes beside the names do not matter', () => {
    expect(subjects('农林水支出（213类）水利（03款）防汛（14项）56万元。')).toEqual(['防汛'])
  })
})
