import { describe, expect, it } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { exampleDisclosure } from '../../src/example-disclosure.ts'
import { buildModel } from '../../src/facts/index.ts'
import type { Item } from '../../src/facts/item.ts'
import { parsePair, stretchOf, unpairedBest } from '../../src/ruleset/operators/balanced-pairs.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'

const { vocabulary } = loadVocabulary(builtin.filter(({ path }) => path.startsWith('vocabulary/')))

function runs(given: Readonly<Record<string, unknown>>): number[][] {
  const numbers = (item: Item): number[] => {
    const list = item.get('numbers')
    return list.type === 'list' ? list.values.map((value) => (value.type === 'quantity' ? Number(value.quantity.digits) : -1)) : []
  }
  return buildModel(exampleDisclosure(given, vocabulary), vocabulary).items('numbering').map(numbers)
}

const sheet = (overview: string): Readonly<Record<string, unknown>> => ({ projects: [{ name: '管网维护', overview }] })

describe('list numbers that follow each other', () => {
  it('are one run of one style; a first number opens a new one', () => {
    expect(runs(sheet('1.巡查；2.检修；4.清洗。另：1.购置；2.更换。'))).toEqual([[1, 2, 4], [1, 2]])
    expect(runs(sheet('（一）巡查：1.城区；2.乡镇。（二）检修。'))).toEqual([[1, 2], [1, 2]])
  })

  it('that stand right after a word are no gap', () => {
    expect(runs(sheet('（一）巡查费300元（二）检修费500元。（三）清洗费。'))).toEqual([[1, 2, 3]])
  })

  it('may be headings, one of them a paragraph between', () => {
    const section = (heading: string, paragraphs: readonly string[] = []): object => ({ heading, level: 1, paragraphs: paragraphs.map((text) => ({ text })), sections: [] })
    expect(runs({ sections: [section('一、职责', ['二、机构：内设三个科室。']), section('三、收支')] })).toEqual([[1, 2, 3]])
  })
})

describe('headings numbered in the same way on two levels', () => {
  const numbered = (...headings: readonly string[]): Readonly<Record<string, unknown>> => ({ sections: headings.map((heading) => ({ heading, level: 1, paragraphs: [], sections: [] })) })

  it('are a list within a list, after which the outer one goes on', () => {
    expect(runs(numbered('一、职能', '二、机构', '三、说明', '一、经费', '二、采购', '四、附表'))).toEqual([[1, 2, 3, 4], [1, 2]])
    expect(runs(numbered('一、职能', '二、说明', '一、经费', '二、采购'))).toEqual([[1, 2], [1, 2]])
  })

  it('a number printed twice in a row is no list within a list', () => {
    expect(runs(numbered('一、职能', '一、机构', '二、说明'))).toEqual([[1, 1, 2]])
  })

  it('a note may go on in the next line', () => {
    expect(runs({ sections: [{ heading: '说明', level: 1, sections: [], paragraphs: [{ text: '注：1.本表反映收支情况。' }, { text: '2.本表单位为万元。' }] }] })).toEqual([[1, 2]])
  })
})

describe('marks without a partner', () => {
  const pairs = [parsePair('（(…)）'), parsePair('“…”')].flatMap((pair) => pair ?? [])
  const listEnd = (text: string): (readonly [number, number])[] => [...text.matchAll(/\d\)/g)].map((match) => [match.index, match.index + 2] as const)

  it('are not the ends of list numbers, nor brackets that end in a figure', () => {
    expect(unpairedBest('1)巡查;2)检修(含夜间)', pairs, listEnd)).toEqual([])
    expect(unpairedBest('按比例(50:25)负担', pairs, listEnd)).toEqual([])
  })

  it('come with the words beside them', () => {
    const text = '资金到位。推进“放心水工程。'
    const [lone] = unpairedBest(text, pairs, () => [])
    expect(lone && text.slice(...stretchOf(text, lone))).toBe('“放心水工程')
  })
})
