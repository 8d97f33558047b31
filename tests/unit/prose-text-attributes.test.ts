import { describe, expect, test } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { sentences } from '../../src/facts/prose/index.ts'
import { textAttribute } from '../../src/facts/text-attributes.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { shown } from './prose-support.ts'

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))
const attribute = (text: string, name: string): string => shown(textAttribute({ type: 'text', text, ref: { pointer: '/x' } }, name, vocabulary))

describe('attributes of a text', () => {
  test.each([
    ['norm', '“泵站”维修 （市级）（清财文〔2025〕10号）', '泵站维修(市级)'],
    ['norm', '泵站维修【市级】清财文【2025】10号', '泵站维修(市级)'],
    ['plain', '一、泵站，维修；12.5%', '一泵站维修125'],
    ['length', '泵站 维修', '泵站 维修'],
    ['quantity', '≥95%', '≥95%'],
    ['quantity', '及时完成', 'absent'],
    ['unit', '300元/人', '元/人'],
    ['bound', '不少于30人', '≥'],
    ['bound', '30人', '='],
    ['style', '30人以上', '以上'],
    ['years', '按清财〔2023〕5号，2025年开工，2026年完工', '2025年 + 2026年'],
  ])('%s of %s', (name, text, expected) => {
    expect(attribute(text, name)).toBe(expected)
  })

  test('the frame is the same for sentences of one mould', () => {
    const [one, other] = ['申请省级资金12.5万元。', '申请中央资金1,300万元。'].map((text) => attribute(text, 'frame'))
    expect(one).toBe(other)
    expect(attribute('申请省级经费12.5万元。', 'frame')).not.toBe(one)
  })
})

describe('sentences', () => {
  test.each([
    ['他说：“好。”会议结束！', ['他说：“好。”', '会议结束！']],
    ['甲3.5万元；乙2万元', ['甲3.5万元；', '乙2万元']],
    ['  甲。\n\n乙 ', ['甲。', '乙']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(sentences(text).map(({ from, to }) => text.slice(from, to))).toEqual(expected)
  })
})
