import { describe, expect, test } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { readProse } from '../../src/facts/prose/index.ts'
import type { ProseReading } from '../../src/facts/prose/index.ts'
import type { Item } from '../../src/facts/item.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { attributes, proseText, shown } from './prose-support.ts'

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))

function read(...paragraphs: readonly string[]): ProseReading {
  const texts = paragraphs.map((text, index) => proseText(text, { ref: { pointer: `/sections/0/paragraphs/${String(index)}/text` }, group: 'section' }))
  return readProse(texts, { vocabulary, entity: '清河市水务局', year: 2026, stage: '预算' })
}

/** All readings of an item, the likeliest first. */
const readings = (item: Item | undefined, ...names: readonly string[]): readonly string[] => (item ? [item, ...(item.readings ?? [])].map((one) => attributes(one, ...names)) : [])
const compositions = (...text: readonly string[]): readonly string[] => read(...text).compositions.map((item) => attributes(item, 'total', 'parts', 'open'))

describe('compositions', () => {
  test.each([
    ['of which, in a sentence', '支出预算50万元，其中：泵站维修20万元，河道保洁30万元。', ['50万元 | 20万元 + 30万元 | false']],
    ['of which, in the next sentence', '采购预算总额50万元。其中：货物20万元、工程0万元、服务30万元。', ['50万元 | 20万元 + 0万元 + 30万元 | false']],
    ['counts and money side by side', '项目共5个，涉及金额90万元。其中：运转类项目2个，涉及金额30万元；目标类项目3个，涉及金额60万元。', ['5个 | 2个 + 3个 | false', '90万元 | 30万元 + 60万元 | false']],
    ['in parentheses', '实有人数30人（其中：在职22人，离退休8人）。', ['30人 | 22人 + 8人 | false']],
    ['a measure word left out', '编制总数13人，其中：行政编制8、事业编制5人。', ['13人 | 8 + 5人 | false']],
    ['shares and movements are no parts', '收入总计80万元，其中：拨款60万元，占75%，比上年增加5万元；事业收入20万元，占25%。', ['80万元 | 60万元 + 20万元 | false']],
    ['per head is no part', '补助经费总额6万元，其中：每人标准300元，甲校2万元，乙校4万元。', ['6万元 | 2万元 + 4万元 | false']],
    ['an open list', '支出预算50万元，包括：维修20万元、保洁10万元等。', ['50万元 | 20万元 + 10万元 | true']],
    ['a text that stops within the list', '共有车辆9辆，其中：执法用车5辆、机要用车0', ['9辆 | 5辆 + 0 | true']],
    ['a text that stops at a comma', '共有车辆9辆，其中：执法用车5辆、机要用车0辆、', ['9辆 | 5辆 + 0辆 | true']],
    ['figures of another year beside those of this one', '2026年经费拨入30万元，2025年经费拨入40万元。其中：1、接待费2026年预算12万元，2025年预算15万元；', ['40万元 | 15万元 | true']],
    ['single taxes: the main ones only', '税收收入90万元。其中：增值税40万元，契税20万元。', ['90万元 | 40万元 + 20万元 | true']],
    ['names up to the semicolon; the amounts after it are others', '出国费预算30万元，包括旅费、伙食费等支出；接待费预算20万元；用车费预算10万元。', []],
    ['a list within that may reach to the end', '转移性收入50万元，其中：公共预算补助48万元，主要为返还收入8万元；一般补助25万元；专项补助15万元。', ['50万元 | 48万元 + 25万元 + 15万元 | true', '48万元 | 8万元 + 25万元 + 15万元 | true']],
    ['a total of heads is none of the posts', '学校编制20名，其中事业编制23名，在职人员总人数25名。', ['20名 | 23名 | true']],
    ['overlapping traits leave it open', '教职工150人，其中党员30人，骨干教师20人。', ['150人 | 30人 + 20人 | true']],
  ])('%s', (_, text, expected) => {
    expect(compositions(text)).toEqual(expected)
  })

  test('budgets and outturns in pairs are two sums', () => {
    const text = '“三公”经费预算数为9万元，决算数为7万元。其中：接待费预算数为4万元，决算数为3万元；用车费预算数为5万元，决算数为4万元。'
    expect(compositions(text).toSorted()).toEqual(['7万元 | 3万元 + 4万元 | false', '9万元 | 4万元 + 5万元 | false'])
  })

  test('the total of a list in the sentence before may be broken down here in another way', () => {
    const [, spending] = read('布展用料41万元。收支总预算30万元。收入包括：拨款20万元，结转10万元。支出包括：教育支出25万元、卫生支出5万元。').compositions
    expect(readings(spending, 'total', 'parts')).toContain('30万元 | 25万元 + 5万元')
  })

  test('a nested list is a sum of its own, and no part of the outer one in one reading', () => {
    const [outer, inner] = read('经费总额10万元，其中：接待费4万元；用车费6万元，其中：购置费0万元；运行费6万元。').compositions
    expect(readings(outer, 'total', 'parts')).toContain('10万元 | 4万元 + 6万元')
    expect(attributes(inner, 'total', 'parts')).toBe('6万元 | 0万元 + 6万元')
  })

  test('numbered items count by their own total, items inside items by themselves', () => {
    const text = '工资共计900元。明细如下：（一）岗位工资:30元*12月=360元（二）取暖费140元（三）缴费基数800元，社保共计400元，明细如下：1、养老:800元*0.4=320元2、工伤:800元*0.1=80元'
    expect(compositions(text)).toEqual(['900元 | 360元 + 140元 + 400元 | false', '400元 | 320元 + 80元 | false'])
  })

  test('what has no number in a list of numbered items is no item of its own', () => {
    expect(compositions('支出决算为50万元。其中：', '1、水利支出（类）20万元。主要用于维护。', '其中泵站较多。', '2、教育支出（类）30万元。主要用于培训。')).toEqual(['50万元 | 20万元 + 30万元 | false'])
    expect(compositions('支出决算为50万元。其中：', '1、水利支出（类）10万元。', '水利支出（类）渠道10万元。', '2、教育支出（类）30万元。')).toEqual(['50万元 | 10万元 + 30万元 | true'])
  })

  test('a list without numbers ends where numbered text goes on', () => {
    expect(compositions('2、用车费支出19万元。其中：', '运行费支出19万元。主要用于燃料。', '3、接待费支出3万元。其中：', '国内接待支出3万元。')).toEqual([])
  })

  test('a total at the end of its paragraph has its parts at the head of the next', () => {
    const { compositions: found } = read('安排基本支出50万元，其中：', '人员经费40万元，主要包括工资等。', '公用经费10万元，主要包括办公费等。')
    expect(readings(found[0], 'total', 'parts')).toContain('50万元 | 40万元 + 10万元')
  })
})

describe('shares', () => {
  const shares = (...text: readonly string[]): readonly (readonly string[])[] => read(...text).shares.map((item) => readings(item, 'part', 'percent', 'base'))

  test.each([
    ['of the total the list belongs to', '收入合计80万元，其中：拨款60万元，占75%；事业收入20万元，占25%。', [['60万元 | 75% | 80万元'], ['20万元 | 25% | 80万元']]],
    ['of a base said in vague words', '支出预算40万元，其中，基本支出10万元，占总支出25%。', [['10万元 | 25% | 40万元']]],
    ['of a named base', '采购总额40万元。授予中小企业合同金额30万元，占采购总额的75%，其中：授予小微企业合同金额15万元，占授予中小企业合同金额的50%。', [['30万元 | 75% | 40万元'], ['15万元 | 50% | 30万元']]],
    ['of a named base that is not there', '泵站维修12万元，占全市水利投资的3%。', [['12万元 | 3% | absent']]],
    ['parts of a total that is not printed near are no bases of each other', '工程类采购30万元，占采购总量的60%；服务类采购20万元，占采购总量的40%。', [['30万元 | 60% | absent'], ['20万元 | 40% | absent']]],
    ['what an amount fell from is no whole of it', '教育支出2025年为50万元，2026年下降到30万元，占拨款预算的20%。', [['30万元 | 20% | absent']]],
    ['income is no base of a share of expenditure', '财政收入50万元。民生支出合计60万元，占财政支出的80%。', [['60万元 | 80% | absent']]],
    ['the sum of two things is not one of them', '税收返还和转移支付90万元。其中：税收返还40万元。专项转移支付30万元，占转移支付总量的60%。', [['30万元 | 60% | absent']]],
    ['of the budget beside the outturn', '年初预算为50万元，支出决算为40万元，完成年初预算的80%。', [['40万元 | 80% | 50万元']]],
  ])('%s', (_, text, expected) => {
    expect(shares(text)).toEqual(expected)
  })
})

describe('changes', () => {
  const change = (...text: readonly string[]): string => {
    const [item] = read(...text).changes
    const rate = item?.get('signedPercent')
    const signed = rate?.type === 'quantity' ? `${String(rate.quantity.digits)}%` : 'absent'
    return `${attributes(item, 'to', 'from', 'base', 'difference')} | ${signed} | ${attributes(item, 'direction')}`
  }

  test('the figure may stand in the paragraph above, under the same name and of the same stage', () => {
    const said = '接待费支出决算增加1万元，增长25%。'
    expect(change('用车费支出决算为8万元；接待费支出决算为5万元。', said)).toBe('5万元 | absent | 4e-0万元 | 1万元 | 25% | 增')
    expect(change('接待费年初预算为5万元。', said)).toMatch(/^absent/)
    expect(change('2024年接待费支出决算为5万元。', said)).toMatch(/^absent/)
  })

  test('a later sentence that names what moved gives the reason', () => {
    const [moved, still] = ['用车费支出增加的主要原因是车辆更新。', '会议费支出增加的主要原因是会议增多。'].map((reason) => read(`用车费支出8万元，用车费支出增加4万元，增长100%。${reason}`).changes[0])
    expect([attributes(moved, 'reason'), attributes(still, 'reason')]).toEqual(['用车费支出增加的主要原因是车辆更新。', 'absent'])
  })

  test.each([
    ['比上年增加', '支出总计60万元，比上年增加20万元，增长50%。', '60万元 | absent | 40e-0万元 | 20万元 | 50% | 增'],
    ['较某年减少', '运行费6万元，较2025年减少2万元，下降25%。', '6万元 | absent | 8e-0万元 | 2万元 | -25% | 减'],
    ['the earlier figure printed', '接待费3万元，较2025年的5万元减少2万元，下降40%。', '3万元 | 5万元 | 5万元 | 2万元 | -40% | 减'],
    ['the verb left out', '接待费决算6万元，较2025年决算数5万元1万元，增长20%。', '6万元 | 5万元 | 5万元 | 1万元 | 20% | 增'],
    ['a rate alone, said as an increase', '2025年预算执行数为20万元，2026年预算安排25万元，比2025年预算执行数增加25%。', '25万元 | 20万元 | 20万元 | absent | 25% | 增'],
    ['compared first', '收入、支出总计均为42万元。与2025年度相比，收入、支出总计各增加2万元，增加5%。', '42万元 | absent | 40e-0万元 | 2万元 | 5% | 增'],
    ['同比', '支出45万元，同比降低5万元，下降10%。', '45万元 | absent | 50e-0万元 | 5万元 | -10% | 减'],
    ['no change', '预算20万元，与上年预算持平。', '20万元 | absent | 20万元 | absent | absent | 平'],
    ['outturn against budget', '年初预算为10万元，支出决算为12万元，决算数大于预算数2万元。', '12万元 | 10万元 | 10万元 | 2万元 | absent | 增'],
  ])('%s', (_, text, expected) => {
    expect(change(text)).toBe(expected)
  })

  test('a movement after a list may be of its total', () => {
    const [item] = read('收入总计60万元，其中：本年收入50万元，上年结转10万元，比上年增加20万元，增长50%。').changes
    expect(readings(item, 'to')).toContain('60万元')
  })

  test('a movement of something whose amount is not printed has no new amount', () => {
    expect(change('支出总计60万元，与上年相比，泵站维修增加20万元，增长50%。')).toMatch(/^absent \| absent \| absent/u)
  })

  test('what only explains a movement is none itself', () => {
    const { changes } = read('支出总计60万元，比上年增加20万元，增长50%，主要原因是维修项目增加18万元。')
    expect(changes.map((item) => attributes(item, 'difference', 'reasonDirection'))).toEqual(['20万元 | 增'])
  })

  test.each(['增加（减少）0万元。', '学生人数比上年增加较多。', '比例为3%。'])('no movement: %s', (text) => {
    expect(read(text).changes).toEqual([])
  })
})

describe('written arithmetic', () => {
  const equations = (text: string): readonly (readonly string[])[] => read(text).equations.map((item) => readings(item, 'result', 'computed'))

  test.each([
    ['a price per head and year', '补助153人*600元/年/生=91800元。', [['91800元 | 91800e-0元']]],
    ['three factors', '工资600元×29人×10月=174000元', [['174000元 | 174000e-0元']]],
    ['two years of a yearly price', '服务费4000元（2000元/年*2年）', [['4000元 | 4000e-0元']]],
    ['an expression behind its result', '租金627元（209元/每个季度*3个季度）。', [['627元 | 627e-0元']]],
    ['a sum with one unit', '85.1+170.2=255.3万元', [['255.3万元 | 2553e-1万元']]],
    ['a remark between factor and operator', '工资300元（岗位+薪级）*12月=3600元', [['3600元 | 3600e-0元']]],
    ['nothing to compare with', '购置设备3台*2年', []],
    ['two prices multiplied are nothing', '3元*5元=15元', []],
  ])('%s', (_, text, expected) => {
    expect(equations(text)).toEqual(expected)
  })

  test('a total after its list is their sum', () => {
    const found = equations('铅笔2元×10支=20元，橡皮1元×10块=10元，合计30元。')
    expect(found.at(-1)).toContain('30元 | 30e-0元')
  })

  test('amounts added to what the sentence is about', () => {
    expect(equations('本级收入30亿元，加上上级补助10亿元、上年结转2亿元，收入总计42亿元。')).toEqual([['42亿元 | 42e-0亿元']])
  })

  test('a total without a list before it claims nothing', () => {
    expect(equations('配备计算机34套。合计52万元。')).toEqual([])
  })
})

describe('enumerations and restatements', () => {
  const lists = (text: string): readonly string[] => read(text).enumerations.map((item) => attributes(item, 'stated', 'items', 'open'))

  test.each([
    ['下设3个预算单位，分别是甲站、乙站、丙站。', ['3个 | 甲站 + 乙站 + 丙站 | false']],
    ['内设机构2个：综合科、业务科（水资源办公室）。', ['2个 | 综合科 + 业务科（水资源办公室） | false']],
    ['内设机构5个，包括综合科、业务科等。', ['5个 | 综合科 + 业务科 | true']],
    ['内设机构5个：综合科、业务', ['5个 | 综合科 + 业务 | true']],
    ['配备设备3台，包括水泵2台、电机1台。', []],
  ])('%s', (text, expected) => {
    expect(lists(text)).toEqual(expected)
  })

  test('one amount twice in an item', () => {
    const [item] = read('“农林水支出（类）水利（款）防汛（项）”科目56万元。主要用于防汛。2025年当年预算执行数为50万元，2026年预算安排58万元，增长16%。').restatements
    expect(attributes(item, 'first', 'second')).toBe('56万元 | 58万元')
  })

  test('the amount of another year is no second statement', () => {
    expect(read('农林水支出（类）水利（款）防汛（项）56万元。2025年预算安排50万元。').restatements).toEqual([])
  })
})

test('every part of a claim stands exactly where it is printed', () => {
  const text = '支出预算 1,050.50 万元，\n其中：维修 1,000.00 万元，保洁 50.50 万元。'
  const [item] = read(text).compositions
  const parts = item?.get('parts')
  const total = item?.get('total')
  const values = [total, ...(parts?.type === 'list' ? parts.values : [])]
  expect(values.map((value) => (value?.type === 'quantity' ? text.slice(value.ref?.from, value.ref?.to) : undefined))).toEqual(['1,050.50 万元', '1,000.00 万元', '50.50 万元'])
  expect(shown(total ?? { type: 'absent', reason: 'blank' })).toBe('1,050.50 万元')
})
