import { describe, expect, test } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { readProse, type ProseReading } from '../../src/facts/prose/index.ts'
import type { Item } from '../../src/facts/item.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { attributes, proseText } from './prose-support.ts'

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))
const read = (...texts: readonly string[]): ProseReading => readProse(texts.map((text, at) => ({ ...proseText(text), ref: { pointer: `/sections/0/paragraphs/${at}/text` }, group: '/sections/0' })), { vocabulary, entity: '示例省清河市水务局', year: 2026, stage: '决算' })
const sums = (items: readonly Item[]): string[] => items.flatMap((item) => [item, ...(item.readings ?? [])]).map((item) => attributes(item, 'total', 'parts'))

describe('which amounts a list has', () => {
  test('items that are sentences of their own carry the list on when they come to its total', () => {
    const { compositions } = read('“三公”经费支出决算数为6.20万元。其中：因公出国（境）费为1.00万元。公务接待费为1.20万元，国内公务接待41次。公务用车购置及运行维护费为4.00万元，年末保有量1辆。')
    expect(sums(compositions)).toContain('6.20万元 | 1.00万元 + 1.20万元 + 4.00万元')
  })
  test('or when they are the groups that make up such a total', () => {
    const { compositions } = read('“三公”经费支出决算数为6.20万元。其中：因公出国（境）费为0万元。公务接待费为1.20万元。公务用车购置及运行维护费为4.00万元。')
    expect(sums(compositions)).toContain('6.20万元 | 0万元 + 1.20万元 + 4.00万元')
  })
  test('a sentence after the list that is of something else is none of its items', () => {
    expect(sums(read('收入总计100万元，其中：上年结转5万元。支出总计100万元。').compositions)).not.toContain('100万元 | 5万元 + 100万元')
  })
  test('a full stop within a parenthesis ends no list', () => {
    const { compositions } = read('“三公”经费52.40万元。其中：因公出国（境）费0万元；公务用车购置及运行费50.00万元（购置费10.00万元，比上年增加0万元；运行维护费40.00万元，比上年增加0万元。）比上年增加0万元；公务接待费2.40万元。')
    expect(sums(compositions)).toContain('52.40万元 | 0万元 + 50.00万元 + 2.40万元')
  })
  test('another breakdown of the same total in the sentence is another list', () => {
    const { compositions } = read('支出60.00万元。其中：按功能分类科目，教育支出50.00万元，住房保障支出10.00万元，按经济分类科目，工资福利支出45.00万元，商品和服务支出15.00万元。')
    expect(sums(compositions)).toEqual(['60.00万元 | 50.00万元 + 10.00万元'])
  })
  test('money of another fund is no part of the money of one', () => {
    const { compositions } = read('全区一般公共预算收入300万元，其中：税收收入200万元；非税收入100万元；政府性基金预算收入16万元；国有资本经营收入18万元。')
    expect(sums(compositions)[0]).toBe('300万元 | 200万元 + 100万元')
  })
  test('figures in a row are no total of what follows them', () => {
    expect(sums(read('货物、工程、服务采购规模分别为90万元、160万元和100万元。按组织形式，集中采购、分散采购规模分别为170万元和180万元。').compositions).filter((sum) => /^(90|100|160)万元/.test(sum))).toEqual([])
  })
  test('what something moved by is no total', () => {
    expect(sums(read('减少40万元，下降4%。其中：基本支出100万元，项目支出50万元。').compositions)).toEqual([])
  })
  test('what counts other things than the total does is no part of it', () => {
    const { compositions } = read('12个部门公开了预算，其中，有8个部门公开了30个项目。')
    expect(sums(compositions).some((sum) => sum.includes('30个'))).toBe(false)
  })
  test('an item of the list that the opening paragraph belongs to is no part of it', () => {
    const { compositions } = read('1.公务用车购置及运行维护费15.00万元。其中：', '公务用车购置费0万元，与上年持平；公务用车运行维护费15.00万元，与上年持平。', '2.公务接待费：公务接待费12.00万元，与上年持平。')
    expect(sums(compositions).some((sum) => sum.includes('12.00万元'))).toBe(false)
  })
  test('what came of a plan may head what is added to it', () => {
    const { equations } = read('支出预算数为26.00亿元，实际支出24.00亿元，比上年决算数25.00亿元下降4%，加上上解支出6.00亿元、债务还本支出1.00亿元，支出合计31.00亿元。')
    expect(equations.flatMap((item) => [item, ...(item.readings ?? [])]).map((item) => attributes(item, 'terms'))).toContain('24.00亿元 + 6.00亿元 + 1.00亿元')
  })
})

describe('where a list that comes to more than its total ends', () => {
  const readings = (text: string): string[] => read(text).compositions.flatMap((item) => [item, ...(item.readings ?? [])]).map((item) => attributes(item, 'total', 'parts', 'open'))
  test('before what the semicolon parts off, where its members are of one kind', () => {
    expect(readings('全年开工12个小区（计划10个），其中云东片区5个、云西片区4个、老城片区4个；完工11个。')).toEqual(['12个 | 5个 + 4个 + 4个 | false'])
  })
  test('after another part of the sentence that still fits, though nothing says that all are told', () => {
    expect(readings('全年开工12个小区，其中云东片区5个、云西片区4个；城区3个；完工11个。')).toContain('12个 | 5个 + 4个 + 3个 | true')
  })
  test('perhaps with the last of the members joined by enumeration commas', () => {
    expect(readings('安排资金45万元，主要用于设备购置12万元、印刷8万元，人员经费52万元。')).toEqual(['45万元 | 12万元 + 8万元 + 52万元 | true', '45万元 | 12万元 + 8万元 | true'])
  })
  test('what is said of a year of its own is perhaps no member', () => {
    expect(readings('收到捐款12万元，主要用于医疗救助8万元，2025年使用5万元。')).toEqual([])
  })
  test('nothing is said where the amounts before the list may be its total together', () => {
    expect(readings('财政拨款45万元、上年结转20万元，主要用于设备购置12万元、印刷8万元、道路养护42万元。')).toEqual([])
    expect(readings('人员经费30万元、设备经费45万元，分别用于发放补助20万元、购置仪器40万元。')).toEqual([])
    expect(readings('人员经费30万元、设备经费45万元，用于发放补助30万元、购置仪器45万元。')).toEqual([])
  })
  test('a list may be of the amount in a remark before it', () => {
    expect(readings('编制30人（实有32人），其中：行政人员12人、事业人员20人。')).toContain('32人 | 12人 + 20人 | false')
    expect(readings('编制30人（实有32人），其中：行政人员12人、事业人员19人。')).toEqual(['30人 | 12人 + 19人 | false'])
  })
  test('an amount that says what another is of is no member', () => {
    expect(readings('项目资金50万元，主要用于支付工程款30万元、偿还欠款60万元中的20万元。')).toEqual(['50万元 | 30万元 + 20万元 | true'])
  })
  test('words of what it is mainly for may begin the next sentence', () => {
    expect(readings('安排采购预算45万元。主要用于设备购置12万元、印刷8万元。')).toEqual(['45万元 | 12万元 + 8万元 | true'])
    expect(readings('采购计划已下达。主要用于设备购置12万元、印刷8万元。')).toEqual([])
  })
})

describe('which total a list has', () => {
  test('the outturn that words before the list name, in a paragraph before', () => {
    const { compositions, shares } = read('2026年度“三公”经费支出预算为7.00万元，支出决算为6.00万元，完成预算的85.71%。', '2026年度“三公”经费支出决算中，因公出国（境）费支出决算0万元，占0%；公务接待费支出决算2.00万元，占33.33%；公务用车购置及运行维护费支出决算4.00万元，占66.67%。')
    expect(sums(compositions)).toEqual(['6.00万元 | 0万元 + 2.00万元 + 4.00万元'])
    expect(attributes(compositions[0], 'open', 'name')).toBe('false | 2026年度“三公”经费支出决算中')
    expect(shares.filter((share) => attributes(share, 'against') === 'whole').map((share) => attributes(share, 'part', 'base'))).toEqual(['0万元 | 6.00万元', '2.00万元 | 6.00万元', '4.00万元 | 6.00万元'])
  })
  test('the amount right before "among it"', () => {
    expect(sums(read('“三公”经费预算79.00万元中，因公出国（境）费21.00万元，公务用车购置及运行费43.00万元，公务接待费15.00万元。').compositions)).toEqual(['79.00万元 | 21.00万元 + 43.00万元 + 15.00万元'])
  })
  test('a first item on the line of the total is of the list that the next paragraphs carry on', () => {
    const { compositions } = read('一般公共预算基本支出91.00万元，其中：人员经费80.00万元，主要包括：基本工资、津贴补贴、奖金。', '公用经费8.00万元，主要包括：办公费、工会经费。')
    expect(sums(compositions)).toContain('91.00万元 | 80.00万元 + 8.00万元')
    expect(read('收入总计91.00万元，其中：上年结转80.00万元。', '支出总计91.00万元，主要包括：人员经费。').compositions.every((item) => attributes(item, 'open') === 'true')).toBe(true)
  })
  test('a total whose name calls for its parts is their sum, and their own parts are not counted again', () => {
    expect(attributes(read('公务用车购置及运行费28.00万元（公务用车购置费3.00万元，公务用车运行维护费28.00万元）。').compositions[0], 'open')).toBe('false')
    expect(sums(read('“三公”经费30.00万元，其中：因公出国（境）费0万元，公务用车购置及运行费28.00万元，公务用车购置费3.00万元，公务用车运行维护费25.00万元，公务接待费2.00万元。').compositions)).toEqual(['30.00万元 | 0万元 + 28.00万元 + 2.00万元'])
  })
})

describe('what a figure moved by', () => {
  test('rarer words for more and less are directions right before their figure', () => {
    expect(attributes(read('一般公共预算收入120万元，比上年增收20万元，增长20%。').changes[0], 'to', 'difference', 'sign', 'percent')).toBe('120万元 | 20万元 | 增收 | 20%')
    expect(attributes(read('工资福利支出80万元，较上年减20万元，减幅20%。').changes[0], 'to', 'difference', 'sign', 'signedPercent')).toBe('80万元 | 20万元 | 减 | 20%')
  })
  test('a word of moving that is not known makes its figure no figure of the year before', () => {
    const change = read('收入120万元，比上年超增20万元，增长20%。').changes[0]
    expect(change === undefined || change.get('from').type === 'absent').toBe(true)
  })
  test('both amounts may be printed: from the one, to the other', () => {
    expect(attributes(read('生均经费由上年的100.00元增加到120.00元，增长20%。').changes[0], 'from', 'to', 'percent')).toBe('100.00元 | 120.00元 | 20%')
    expect(attributes(read('2026年度收、支总计120.00万元，与2025年度收、支总计100.00万元相比各增加20.00万元，增长20%。').changes[0], 'from', 'to', 'difference')).toBe('100.00万元 | 120.00万元 | 20.00万元')
  })
  test('a comparison right after one without figures speaks of the same thing', () => {
    const { changes } = read('“三公”经费支出5.40万元，比上年增加1.50万元，增长38.46%。其中，公务用车运行维护费支出决算比预算无增减变化，比去年增加1.00万元，增长33.33%。')
    expect(changes.map((change) => attributes(change, 'difference', 'to'))).not.toContain('1.00万元 | 5.40万元')
  })
})

describe('what a sentence leaves out', () => {
  test('the base of a rate may stand in the very words of the rate', () => {
    const { shares, compositions } = read('“三公”经费支出决算为17.00万元，完成预算27.00万元的62.96%。其中：公务接待费支出决算为5.00万元，完成预算9.00万元的55.56%；公务用车运行费支出决算为12.00万元，完成预算18.00万元的66.67%。')
    expect(shares.map((share) => attributes(share, 'part', 'base', 'percent', 'against'))).toEqual(['17.00万元 | 27.00万元 | 62.96% | plan', '5.00万元 | 9.00万元 | 55.56% | plan', '12.00万元 | 18.00万元 | 66.67% | plan'])
    expect(sums(compositions)).toEqual(['17.00万元 | 5.00万元 + 12.00万元'])
    expect(attributes(read('教育经费30万元，占一般公共预算支出200万元的比例为15%。').shares[0], 'part', 'base', 'against')).toBe('30万元 | 200万元 | whole')
  })
  test('a rate of execution is of any budget its clause prints', () => {
    const [share] = read('年初预算100万元，调整预算120万元，全年执行数90万元，预算执行率为75%。').shares
    expect([share, ...(share?.readings ?? [])].map((one) => attributes(one, 'part', 'base'))).toEqual(['90万元 | 120万元', '90万元 | 100万元'])
  })
  test('a movement and its rate need no words of comparison, and speak of the amount before their parenthesis', () => {
    const { changes } = read('公务用车购置及运行维护费206.00万元（其中：运行维护费192.00万元，购置费14.00万元），减少12.00万元，下降5.50%。')
    expect(changes.map((change) => attributes(change, 'to', 'difference'))).toEqual(['206.00万元 | 12.00万元'])
  })
  test('a paragraph that opens with a movement is of the amount so named before it', () => {
    const { changes } = read('2026年财政拨款“三公”经费预算总额为4.50万元，其中，公务接待费支出4.50万元。', '“三公”经费预算数比2025年预算数减少0.50万元，减幅10%。')
    expect(changes.map((change) => attributes(change, 'to', 'difference'))).toEqual(['4.50万元 | 0.50万元'])
    const stages = '“三公”经费支出年初预算为8.20万元，支出决算为6.30万元。'
    expect(attributes(read(stages, '“三公”经费支出决算数比2025年减少0.90万元，下降12.5%。').changes[0], 'to')).toBe('6.30万元')
    expect(attributes(read('2025年度“三公”经费合计20.00万元。', '2026年度“三公”经费预算较2025年度增加1.50万元，增长7.5%。').changes[0], 'to')).toBe('absent')
    expect(attributes(read('收入总计30万元。', '“三公”经费预算数比2025年预算数减少0.50万元，减幅10%。').changes[0], 'to')).toBe('absent')
  })
})

describe('a list after a colon', () => {
  test('may stand whole in the paragraph that follows, before one that speaks of something else', () => {
    const { compositions } = read('采购金额为640.50万元，其中：', '货物采购金额110.20万元、工程采购金额370.00万元、服务采购金额160.30万元。', '面向中小企业预留采购项目预算金额88.00万元，面向小微企业预留采购项目预算金额52.00万元。')
    expect(sums(compositions)).toContain('640.50万元 | 110.20万元 + 370.00万元 + 160.30万元')
  })
})

describe('whose a figure is', () => {
  const facts = (text: string, concept: string): string[] => read(text).facts.filter((fact) => attributes(fact, 'concept') === concept).map((fact) => attributes(fact, 'value'))
  test('the basic expenditure of a subject is not that of the unit', () => {
    expect(facts('住房公积金11万元，其中：基本支出11万元，项目支出0万元。', '基本支出总额')).toEqual([])
    expect(facts('一般公共预算拨款支出149万元，其中：基本支出144万元，项目支出5万元。', '基本支出总额')).toEqual(['144万元'])
  })
  test('a subject whose name ends in that of a class is not the class', () => {
    expect(facts('初中教育支出20万元，其中：基本支出20万元。', '科目支出')).toEqual([])
    expect(facts('支出包括：教育支出58万元、住房保障支出4万元。', '科目支出')).toEqual(['58万元', '4万元'])
  })
  test('persons right after the posts of a group are of that group', () => {
    expect(facts('行政编制36人，实有人数34人；事业编制3人，实有人数2人。', '实有人数')).toEqual([])
    expect(facts('人员编制39人，实有人数36人。', '实有人数')).toEqual(['36人'])
  })
})

describe('what moved by how much', () => {
  const changesOf = (text: string): string[] => read(text).changes.map((item) => attributes(item, 'from', 'to', 'difference'))
  test('the figures of two years side by side, in either order', () => {
    expect(changesOf('巡查费2026年预算12.00万元，2025年为10.00万元，对比增加2.00万元。')).toEqual(['10.00万元 | 12.00万元 | 2.00万元'])
    expect(changesOf('2025年支出8.00万元，2026年支出7.20万元，减少0.80万元。')).toEqual(['8.00万元 | 7.20万元 | 0.80万元'])
  })
  test('two figures that are not of years in a row, or not of one thing, are no pair', () => {
    expect(changesOf('2023年支出8.00万元，2026年支出7.20万元，减少0.80万元。')).toEqual([])
    expect(changesOf('2025年购置车辆8.00万元，2026年支付租金7.20万元，减少0.80万元。')).toEqual([])
  })
  test('the year before may stand in the next sentence', () => {
    expect(changesOf('医疗费2026年预算数为36.40万元，比上年增加1.40万元。2025年该项预算为35.00万元。')).toEqual(['35.00万元 | 36.40万元 | 1.40万元'])
    expect(changesOf('医疗费2026年预算数为36.40万元，比上年增加1.40万元。2025年购置设备35.00万元。')).toEqual(['absent | 36.40万元 | 1.40万元'])
  })
  test('movements of parts have their signs', () => {
    const signed = (text: string): string[] => read(text).compositions.filter((item) => attributes(item, 'origin') === 'changes').map((item) => attributes(item, 'total', 'parts', 'open'))
    expect(signed('经费比上年减少8.40万元，其中办公费减少9.80万元，维修费增加1.40万元。')).toHaveLength(1)
    expect(signed('经费比上年减少8.40万元，主要是办公费减少9.80万元，维修费增加1.40万元。')).toEqual([])
    expect(signed('经费比上年减少8.40万元，其中办公费减少到9.80万元，维修费增加1.40万元。')).toEqual([])
  })
})

describe('prices and rates said in words', () => {
  const products = (text: string): string[] => read(text).equations.map((item) => attributes(item, 'origin', 'result', 'terms'))
  test('a number, the price of one, months, and what they come to', () => {
    expect(products('聘请监测员150人，每人每月400元，补助12个月，共需资金72万元。')).toEqual(['priced | 72万元 | 150人 + 400元 + 12个月'])
    expect(products('书柜单价1800元，采购25个，金额4.50万元。')).toEqual(['priced | 4.50万元 | 25个 + 1800元'])
    expect(products('全区配备协管员140名，其中甲镇60名。每名每月补贴300元，全年应发放50.40万元。')).toEqual(['priced | 50.40万元 | 140名 + 300元'])
  })
  test('a price of days, an amount of something else, months left unsaid: no product', () => {
    expect(products('培训50人，每人每天300元，共计45000元。')).toEqual([])
    expect(products('培训50人，每人300元，购置桌椅支出2万元。')).toEqual([])
    expect(products('聘请监测员150人，每人每月400元，共需资金72万元。')).toEqual([])
  })
  test('a rate with a name of its own finds its amounts by their words', () => {
    const rates = (text: string): string[] => read(text).shares.map((item) => attributes(item, 'part', 'base', 'percent'))
    expect(rates('采购预算80.00万元，实际成交76.00万元，节约资金4.00万元，节约率5.00%。')).toEqual(['4.00万元 | 80.00万元 | 5.00%'])
    expect(rates('送审金额200.00万元，审定金额190.00万元，审减率5.00%。')).toEqual(['1000e-2万元 | 200.00万元 | 5.00%'])
    expect(rates('节约资金4.00万元，节约率5.00%。')).toEqual([])
  })
})

describe('figures that are no members, totals or persons', () => {
  test('posts left free are no total; posts of the offices are not the unit', () => {
    const text = '编制数96名，在职人员91人，空编5名，其中局机关编制32名、在岗33人，超编1名。'
    expect(sums(read(text).compositions).filter((sum) => sum.startsWith('5名'))).toEqual([])
    expect(read(text).facts.filter((fact) => attributes(fact, 'concept') === '在职人数').map((fact) => attributes(fact, 'value'))).toEqual(['91人'])
  })
  test('persons right after the posts of one kind are of that kind', () => {
    expect(read('事业编制45名。年末在编人员42人，其中管理岗编制12名，在岗13人；专业技术岗编制33名，在岗29人。').facts.filter((fact) => attributes(fact, 'concept') === '在职人数').map((fact) => attributes(fact, 'value'))).toEqual(['42人'])
  })
  test('the total of another year, prices of a contract and of a piece are no parts', () => {
    expect(sums(read('管护业务费1186万元，其中检修费620万元、巡查费320万元；2024年管护业务费1280万元。').compositions).some((sum) => sum.includes('1280万元'))).toBe(false)
    expect(sums(read('实际采购399.00万元。其中设备项目预算价86.00万元，中标价79.12万元，节约6.88万元。').compositions)).toEqual([])
    expect(read('每人补助5000元，补助40人，发放补助20.00万元；展演24场，每场经费8000元，支出19.20万元；以上合计支出39.20万元。').equations.map((item) => attributes(item, 'origin', 'terms'))).toContain('list | 20.00万元 + 19.20万元')
  })
  test('a list of names may be of an earlier count', () => {
    const [list] = read('预算单位共3个，其中行政单位1个、事业单位2个，具体为甲局机关、乙站、丙站。').enumerations
    expect([list, ...(list?.readings ?? [])].map((item) => attributes(item, 'stated'))).toContain('3个')
  })
})
