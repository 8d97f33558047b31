import { describe, expect, test } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { readProse } from '../../src/facts/prose/index.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { attributes, proseText } from './prose-support.ts'

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))
const lists = (...texts: readonly string[]): string[] => readProse(texts.map((text, at) => ({ ...proseText(text), ref: { pointer: `/sections/0/paragraphs/${at}/text` }, group: '/sections/0' })), { vocabulary, entity: '示例省清河市水务局', year: 2026, stage: '预算' }).enumerations.map((item) => attributes(item, 'stated', 'items'))

describe('lists announced after the number of their items', () => {
  test('numbered sentences below, each in its own paragraph', () => {
    expect(lists('共安排项目3项，资金9.00万元，具体如下：', '1.渠道清淤，资金3.00万元。', '由水管所实施。', '2.2026年泵站检修，资金6.00万元。', '另有结转资金。')).toEqual(['3项 | 1.渠道清淤，资金3.00万元。 + 2.2026年泵站检修，资金6.00万元。'])
  })
  test('in the paragraph itself, with numbers in brackets or circles', () => {
    expect(lists('共有3个子项目，投资9.00万元，分别为：①渠道清淤；②水质监测。')).toEqual(['3个 | ①渠道清淤； + ②水质监测。'])
    expect(lists('安排3个项目，具体如下：（1）渠道清淤；（2）水质监测。')).toHaveLength(1)
  })
  test('not where numbers are missing, the list goes on elsewhere, or a list stands within it', () => {
    expect(lists('安排项目3个，具体如下：', '1.渠道清淤，资金3.00万元。', '3.水质监测，资金3.00万元。')).toEqual([])
    expect(lists('安排项目3个，具体如下：', '1.渠道清淤。', '2.水质监测。3.节水宣传。')).toEqual([])
    expect(lists('安排项目3个，具体如下：（1）渠道清淤；（2）水质监测；', '（3）节水宣传。')).toEqual([])
    expect(lists('安排项目3个，具体如下：', '1.渠道清淤。', '1.上游。', '2.下游。', '2.水质监测。')).toEqual([])
  })
  test('not where days, persons or about so many are counted', () => {
    expect(lists('全年培训3次，具体如下：', '1.春季培训。', '2.秋季培训。')).toEqual([])
    expect(lists('安排项目约3个，具体如下：', '1.渠道清淤。', '2.水质监测。')).toEqual([])
    expect(lists('安排项目3个，惠及群众50人，具体如下：', '1.渠道清淤，资金3.00万元。', '2.水质监测，资金3.00万元。')).toEqual([])
  })
})
