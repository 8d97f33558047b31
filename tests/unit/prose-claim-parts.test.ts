import { describe, expect, test } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { readProse, type ProseReading } from '../../src/facts/prose/index.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { attributes, proseText } from './prose-support.ts'

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))
const read = (...texts: readonly string[]): ProseReading => readProse(texts.map((text, at) => ({ ...proseText(text), ref: { pointer: `/sections/0/paragraphs/${at}/text` }, group: '/sections/0' })), { vocabulary, entity: '示例省清河市水务局', year: 2026, stage: '预算' })

describe('what a movement is measured from', () => {
  test('an earlier figure whose words name the same year and stage is the base, not the new amount', () => {
    const { changes } = read('2025年当年预算执行数为40万元，2026年预算安排30万元，比2025年预算执行数增加25%。')
    expect(attributes(changes[0], 'to', 'from', 'sign')).toBe('30万元 | 40万元 | 增加')
  })
  test('words about plan and outturn alone speak of the two figures of the sentence before', () => {
    const { changes } = read('年初预算为12万元，支出决算为10万元。决算数大于预算数的主要原因是压减开支。')
    expect(attributes(changes[0], 'to', 'from', 'against')).toBe('10万元 | 12万元 | plan')
  })
  test('a rate with a direction word of its own has its own sign', () => {
    const { changes } = read('支出20万元，比上年增加5万元，下降25%。')
    expect(attributes(changes[0], 'signed', 'signedPercent')).toBe('5万元 | 25%')
    const percent = changes[0]?.get('signedPercent')
    expect(percent?.type === 'quantity' && percent.quantity.digits).toBe(-25n)
  })
  test('a movement that names what moves is that of the figure of this very name, however near another stands', () => {
    const { changes } = read('本年收入合计60.00万元。其中：财政拨款收入50.00万元、其他收入10.00万元。与上年相比，收入合计增加6.00万元，增长11.11%。其中：财政拨款收入增加5.00万元，增长11.11%；其他收入增加1.00万元，增长11.11%。')
    expect(changes.map((change) => attributes(change, 'to'))).toEqual(['60.00万元', '50.00万元', '10.00万元'])
  })
  test('a reason that speaks of the year before has no direction', () => {
    expect(attributes(read('支出20万元，比上年减少5万元，主要原因是上年新增项目经费。').changes[0], 'reasonSign')).toBe('absent')
    expect(attributes(read('支出20万元，比上年减少5万元，主要原因是项目经费增加。').changes[0], 'reasonSign')).toBe('经费增加')
  })
})

describe('what a share is of', () => {
  test('a named base is the figure so named, not a longer name nearer by', () => {
    const { shares } = read('政府采购支出总额200万元，其中：政府采购货物支出120万元、政府采购服务支出80万元。授予中小企业合同金额150万元，占政府采购支出总额的75%。')
    expect(attributes(shares[0], 'part', 'base', 'against')).toBe('150万元 | 200万元 | whole')
  })
  test('the figure whose name ends in the very words is the base, with whatever body before them', () => {
    const { shares } = read('2024年度，清河县农业技术推广中心政府采购支出总额200万元，其中：政府采购货物支出120万元、政府采购服务支出80万元。主要用于购买服务。授予中小企业合同金额150万元，占政府采购支出总额的75%。')
    expect(attributes(shares[0], 'part', 'base')).toBe('150万元 | 200万元')
  })
  test('a base may be printed in another paragraph under exactly the same words', () => {
    const { shares } = read('本年支出合计80万元。', '一般公共预算财政拨款支出60万元，占本年支出合计的75%。')
    expect(attributes(shares[0], 'part', 'base')).toBe('60万元 | 80万元')
  })
  test('of all spending is not of one fund', () => {
    expect(attributes(read('一般公共预算财政拨款支出60万元，其中一般公共预算基本支出30万元，占本年支出合计的50%。').shares[0], 'base')).toBe('absent')
  })
  test('a rate of completion knows the words about plan and outturn after it', () => {
    expect(attributes(read('支出12万元，完成年初预算100%，决算数大于预算数。').shares[0], 'against', 'sign')).toBe('plan | 大于')
  })
})

describe('written-out arithmetic', () => {
  test('measure words that are not known do not break it', () => {
    expect(attributes(read('整理费42抱×8元/抱=336元。').equations[0], 'result', 'origin')).toBe('336元 | written')
  })
  test('its result may follow words of a total', () => {
    expect(attributes(read('图书费：360元×50人，共计18000元。').equations[0], 'result', 'origin')).toBe('18000元 | written')
  })
  test('money added to numbers is marked', () => {
    expect(attributes(read('补助25人+800元/月×12个月=240000元。').equations[0], 'origin')).toBe('mixed')
  })
  test('a total after a list is told apart, and bears its name', () => {
    expect(attributes(read('水泵3万元，闸门4万元，两项合计7万元。').equations[0], 'result', 'origin')).toBe('7万元 | list')
  })
})

describe('what belongs to a list', () => {
  test('a bracket that spells one part out ends no list', () => {
    const { compositions } = read('核定编制45人。其中：行政编制38人（含工勤编制4人），事业编制7人；在职36人（含工勤3人）。')
    expect(attributes(compositions[0], 'total', 'parts')).toContain('45人 | 38人 + 7人')
  })
  test('the next items of a list are no parts of an item that ends in a colon', () => {
    const { compositions } = read('1.水利支出（类）2026年预算数为348.40万元，主要用于：', '2.农林支出（类）2026年预算数为189.70万元，主要用于：巡查。', '3.其他支出（类）2026年预算数为171.60万元，主要用于：检修。')
    expect(compositions).toEqual([])
  })
})

describe('a member that is broken down itself', () => {
  test('what follows it and a colon is no member of the outer list', () => {
    const { compositions } = read('政府采购预算总额186万元：货物预算66万元、服务预算120万元；其中一般公共预算拨款政府采购186万元：货物预算66万元、服务预算120万元。')
    const readings = compositions.flat().map((one) => attributes(one, 'total', 'parts'))
    expect(readings.filter((reading) => reading.includes('186万元 + 66万元'))).toEqual([])
  })
})

describe('phrases of other provinces', () => {
  test('an outturn is a share of the outturn, not of the budget that bears the name', () => {
    const { shares } = read('“三公”经费支出年初预算为25万元，支出决算为20万元。其中：公务用车购置及运行费支出决算为15万元，占“三公”经费的75%。')
    expect(attributes(shares[0], 'part', 'base')).toBe('15万元 | 20万元')
  })
  test('"not including" opens no list', () => {
    const { compositions } = read('共接待国内来访团组14个、来宾102人次（不包括陪同人员）；共接待境外来访团组2个、来宾3人次。')
    expect(compositions).toEqual([])
  })
  test('items that break one total down in several ways are no members side by side', () => {
    const { compositions } = read('支出预算总额100万元，其中：', '1.按支出项目类别划分：基本支出80万元；项目支出20万元。', '2.按支出功能科目划分：教育支出90万元，住房保障支出10万元。')
    expect(compositions.flat().map((one) => attributes(one, 'total', 'parts')).filter((text) => text.startsWith('100万元 | 80万元 + 90万元'))).toEqual([])
  })
  test('all income includes what was carried over; what stands beside a total is not in it', () => {
    const scopes = read('总收入100万元。', '2026年度收入合计80万元，上年结转20万元。').facts.filter((fact) => attributes(fact, 'concept') === '收入总额').map((fact) => fact.get('scope'))
    expect(scopes.map((scope) => (scope.type === 'scope' ? scope.known['carryover'] : '?'))).toEqual(['含', undefined])
  })
  test('money that projects involve is no total of its name', () => {
    expect(read('对3个项目开展评价，涉及一般公共预算支出32万元。').facts.map((fact) => attributes(fact, 'concept'))).not.toContain('支出总额')
  })
})
