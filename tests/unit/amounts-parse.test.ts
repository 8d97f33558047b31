import { describe, expect, test } from 'vitest'
import { blankZero, compareValues, convert, decimalOf, groupedDecimalOf, parseCell, parseQuantity, printQuantity, sameDimension, unitOf } from '../../src/facts/amounts/index.ts'

const read = (text: string | number, unit?: string): string | undefined => {
  const quantity = parseQuantity(text, unit === undefined ? {} : { unit })
  return quantity && printQuantity(quantity)
}

describe('parseQuantity reads', () => {
  test.each([
    ['2,630.45万元', '2630.45万元'], ['2630.45 万元', '2630.45万元'], ['12.30', '12.30'], ['.50', '0.50'], ['２，６３０．４５万元', '2630.45万元'], ['4,614万元', '4614万元'],
    ['（12.3）', '-12.3'], ['(12.3)万元', '-12.3万元'], ['-12.3', '-12.3'], ['−12.3', '-12.3'], ['△12.3', '-12.3'], ['－12.3％', '-12.3%'],
    ['1.2亿元', '1.2亿元'], ['1亿2000万元', '12000万元'], ['3百万元', '3百万元'], ['5千元', '5千元'], ['￥1,200.00', '1200.00元'], ['人民币12元', '12元'], ['12.3（万元）', '12.3万元'],
    ['壹佰贰拾万元整', '1200000.00元'], ['叁元伍角', '3.50元'], ['二十三', '23'], ['一百零五人', '105人'], ['二十万元', '20万元'], ['百分之五', '5%'], ['百分之九点五', '9.5%'],
    ['一亿二千万元', '12000万元'], ['贰亿叁仟伍佰万元整', '235000000.00元'], ['一亿元', '1亿元'], ['三万亿元', '30000亿元'], ['一百二十万零五十元', '1200050元'], ['二十萬元', '20万元'], ['叁億元', '3亿元'], ['两千零五元', '2005元'], ['一万二千元', '12000元'], ['十二点五万元', '12.5万元'], ['一百〇五人', '105人'], ['一千零一十人', '1010人'],
    ['十二万三千四百五十六元七角八分', '123456.78元'], ['5元5角3分', '5.53元'], ['12.5元整', '12.50元'], ['5元正', '5.00元'],
    ['1亿2千万元', '12000万元'], ['3万5千元', '35000元'], ['3万零5百元', '30500元'], ['1亿零500万元', '10500万元'], ['1亿2000万元整', '120000000.00元'], ['12亿5000万人', '125000万人'], ['3万2千人', '32000人'], ['1亿2000.5万元', '12000.5万元'], ['1亿2.5千万元', '12500.0万元'], ['3万500元', '30500元'],
    ['十二点五六万元', '12.56万元'], ['一亿零五十人', '100000050人'], ['十二亿零三千人', '1200003000人'], ['一万零十人', '10010人'], ['壹佰圆整', '100.00元'], ['12.34元整', '12.34元'], ['12元 整', '12.00元'], ['百分之5', '5%'], ['123,456.7万元', '123456.7万元'], ['1,234,567.8万元', '1234567.8万元'],
    ['12　万元', '12万元'], ['12\u200B万元', '12万元'], ['9.16﹪', '9.16%'], ['人民币 12元', '12元'], ['人民币： 12元', '12元'], ['人民币 : 12', '12元'], ['2000万年', '2000万年'], ['(3 万元 )', '-3万元'], ['(12.3万元)', '-12.3万元'], ['12人 以上', '≥12人'], ['12人 以内', '≤12人'], ['19.50年', '19.50年'],
    ['9.16%', '9.16%'], ['9.16 ％', '9.16%'], ['3.2个百分点', '3.2个百分点'], ['2百分点', '2个百分点'], ['5‰', '5‰'],
    ['12人', '12人'], ['3批次', '3批次'], ['120人次', '120人次'], ['2.5万平方米', '2.5万平方米'], ['3个月', '3个月'], ['5年', '5年'], ['15个工作日', '15个工作日'],
    ['2000元/年', '2000元/年'], ['600元/年/生', '600元/年/生'], ['40元/生.年', '40元/生.年'], ['98.40万元/年', '98.40万元/年'],
    ['≥95%', '≥95%'], ['>=95%', '≥95%'], ['不低于95%', '≥95%'], ['95%以上', '≥95%'], ['95%（及以上）', undefined], ['不超过20天', '≤20天'], ['20天以内', '≤20天'], ['小于5%', '<5%'], ['超过30人', '>30人'], ['=100%', '100%'], ['达到90%以上', '≥90%'],
    ['约12万元', '≈12万元'], ['12万元左右', '≈12万元'], ['20余人', '≥≈20人'], ['近100万元', '≤≈100万元'], ['100多万元', '≥≈100万元'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each(['1,52.0', '1,5200', '12.3.4', '1 520.18', '15,20.18', '0012', '01', '12.', '', '  ', '无', '已完成', '12-15', '2025年6月', '3月', '5日', '2025年', '12万元和3万元', '1.5E+05', '#REF!', '第3名', '一二', '9'.repeat(31), '12教育', '1　520.18', '1\u200B,52.0', '约的12人', '近的12人', '达的12人', '>的12人', '≤的12人', '(3)万元(含)', '12号(万元)', '12人(万元)', '1,2', '1,万人次', '1万,200', '1.万元', '3万5千', '1亿10千万元', '1.234元整', '5人整', '5元/本整', '二十三百人', '二十三十人', '一百零十人', '三万二万人', '十万二万人', '一百十人', '二百五元', '三万五元', '1亿20千万元', '3万12千元', '十十人', '百人', '二十百人', '千分之五', '百分之百', '--12', '-￥-12', '(-3)', '-(12)', '12.3(万元)元', '第5', '12人以下简称', '3天内容', '5%以上各'])('nothing in %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined()
  })

  test('lends a unit only to a figure without one', () => {
    expect(read('12.30', '万元')).toBe('12.30万元')
    expect(read('12.30%', '万元')).toBe('12.30%')
    expect(read('3万', '元')).toBe('3万元')
    expect(read('3万', '人')).toBe('3万人')
    expect(read('12课', '课')).toBe('12课')
    expect(parseQuantity('12人', { dimension: 'money' })).toBeUndefined()
  })

  test('reads JSON numbers by their shortest decimal up to 15 digits', () => {
    expect(read(2630.45)).toBe('2630.45')
    expect(read(-0.1)).toBe('-0.1')
    expect(read(1e21)).toBe(`1${'0'.repeat(21)}`)
    expect(read(1.5e-7)).toBe('0.00000015')
    expect(read(0.1 + 0.2)).toBeUndefined()
    expect(parseQuantity(Number.NaN)).toBeUndefined()
    expect(read(0.0000012345678901234)).toBe('0.0000012345678901234')
    expect([1.25e21, -1.5e-7, -1e-7, 0.000123, 123456789012345, 12345678901234.5, 100].map((value) => read(value))).toEqual(['1250000000000000000000', '-0.00000015', '-0.0000001', '0.000123', '123456789012345', '12345678901234.5', '100'])
    expect([1e15, 1234567890123456, 1e81, 1e-81, 1e100, Number.POSITIVE_INFINITY].map((value) => read(value))).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
  })

  test.each([
    ['12 万元', '万元', '12万元'], ['12(万元)', '元', '12万元'], ['12(万)', '元', '12万元'], ['12(人)', '人', '12人'], ['3万', '平方米', '3万平方米'], ['3万', '', '3万元'], ['3万', '万元', '3万元'], ['3千万', '人', '3千万人'], ['3万', '万人', '3万元'], ['￥12', '万元', '12元'], ['5‰', '%', '5‰'],
    ['约12', '万元', '≈12万元'], ['12 左右', '人', '≈12人'], ['12以上', '人', '≥12人'], ['20 多 人', '人', '≥≈20人'], ['( 3 )', '元', '-3元'], ['(3)万元', '', '-3万元'], ['(0.00)', '元', '0.00元'], ['△ 3', '元', '-3元'], ['▲3', '元', '-3元'], ['- 3', '元', '-3元'],
    ['RMB 12', '', '12元'], ['CNY12', '', '12元'], ['人民币：12元', '', '12元'], ['￥ -12', '', '-12元'], ['-￥12', '', '-12元'],
    ['≥约12', '', '≥≈12'], ['约≥12', '', '≥≈12'], ['达到约≥12', '', '≥≈12'], ['不少于约12', '人', '≥≈12人'], ['达到达到达到12', '', '12'], ['达到达到达到达到12', '', undefined], ['近12人', '', '≤≈12人'], ['接近12人', '', '≤≈12人'], ['将近12人', '', '≤≈12人'], ['近3年', '', undefined],
    ['大约12元', '', '≈12元'], ['大概12元', '', '≈12元'], ['约计12元', '', '≈12元'], ['节约12元', '', undefined], ['附近12人', '', undefined], ['最近12人', '', undefined], ['12元上下', '', '≈12元'],
    ['12人及以上', '', '≥12人'], ['12人或以上', '', '≥12人'], ['12人(及以上', '', '≥12人'], ['12人或以下', '', '≤12人'], ['12人之内', '', '≤12人'], ['12年内', '', '≤12年'], ['至少12人', '', '≥12人'], ['不得少于12人', '', '≥12人'], ['至多12人', '', '≤12人'], ['不多于12人', '', '≤12人'], ['不足12人', '', '<12人'], ['不到12人', '', '<12人'], ['高于12人', '', '>12人'], ['>12人', '', '>12人'], ['<12人', '', '<12人'],
    ['12-15', '元', undefined], ['12.50.', '元', undefined], ['12(教育)', '元', undefined], ['12(3)', '元', undefined], ['12(万元', '元', undefined],
  ])('%s in a column of %s', (text, unit, expected) => {
    expect(read(text, unit)).toBe(expected)
  })

  test('only of the dimension asked for, and of a length that a figure has', () => {
    expect(parseQuantity('12人', { dimension: 'count' })).toMatchObject({ digits: 12n })
    expect(parseQuantity('12', { dimension: 'money' })).toBeUndefined()
    expect(parseQuantity('12', { dimension: 'money', unit: '元' })).toMatchObject({ digits: 12n, unit: { symbol: '元' } })
    expect(parseQuantity('约12人', { dimension: 'money' })).toBeUndefined()
    expect(parseQuantity('12', { unit: unitOf('万元') })).toMatchObject({ unit: { symbol: '万元' } })
    expect(['粒', unitOf('粒')].map((unit) => parseQuantity('12粒', { unit })?.unit.symbol)).toEqual(['粒', '粒'])
    expect(parseQuantity('12粒')).toBeUndefined()
    expect(parseQuantity(`${' '.repeat(90)}12`)).toMatchObject({ digits: 12n })
    expect(['1'.repeat(30), '1'.repeat(31), `约${'零'.repeat(90)}12`].map((text) => parseQuantity(text)?.digits)).toEqual([BigInt('1'.repeat(30)), undefined, undefined])
  })
})

test.each([
  ['2,630.45', 'number'], ['0', 'zero'], ['0.00', 'zero'], ['', 'blank'], ['　', 'blank'], [undefined, 'blank'], [null, 'blank'], ['-', 'dash'], ['——', 'dash'], ['－', 'dash'], ['―', 'dash'], ['- -', 'dash'], ['_', 'dash'], ['//', 'not-applicable'], ['\\\\', 'not-applicable'], ['12/', 'text'], ['A-', 'text'], ['banana', 'text'], ['不适用本项', 'text'], ['\\', 'not-applicable'], ['na', 'not-applicable'], ['**', 'not-applicable'], ['不涉及', 'not-applicable'], ['(0.00)', 'zero'], ['-0', 'zero'], ['(3)', 'number'], ['/', 'not-applicable'], ['不适用', 'not-applicable'], ['N/A', 'not-applicable'], ['×', 'not-applicable'],
  ['无', 'text'], ['1,52.0', 'text'], ['见附件', 'text'], [0, 'zero'], [12.5, 'number'],
] as const)('a cell that prints %j is %s', (text, state) => {
  expect(parseCell(text, { unit: '万元' }).state).toBe(state)
})

test('a cell has the unit of its table unless it prints its own', () => {
  expect(parseCell('2,630.45', { unit: '万元' }).quantity?.unit.symbol).toBe('万元')
  expect(['9155,640', '12630,450.10', '9155,640,100', ' 9155,640 ', '9155,64', '1,55,640', '约9155,640', '9155,640人次', '9155,640.'].map((text) => parseCell(text).quantity?.digits)).toEqual([9155640n, 1263045010n, 9155640100n, 9155640n, undefined, undefined, undefined, undefined, undefined])
  expect([blankZero('万元'), blankZero(unitOf('万元'))]).toEqual([1, 2].map(() => ({ digits: 0n, places: 0, unit: unitOf('万元'), blankAsZero: true })))
  expect(printQuantity({ digits: 12n, places: 0, unit: unitOf('元'), bound: '=' })).toBe('12元')
  expect(parseCell('8.5%', { unit: '万元' }).quantity?.unit.symbol).toBe('%')
})

test.each([['元', 'money', 0], ['千元', 'money', 3], ['万元', 'money', 4], ['亿元', 'money', 8], ['百万元', 'money', 6], ['%', 'percent', 0], ['％', 'percent', 0], ['‰', 'percent', -1], ['个百分点', 'points', 0], ['人', 'count', 0], ['万人', 'count', 4], ['人次', 'count', 0], ['批次', 'count', 0], ['平方米', 'area', 0], ['万平方米', 'area', 4], ['天', 'length-of-time', 0], ['个月', 'length-of-time', 0], ['元/年/生', 'rate', 0], ['万元/年', 'rate', 4], ['', 'number', 0]] as const)('unit %s is %s with exponent %d', (symbol, dimension, exponent) => {
  expect(unitOf(symbol)).toMatchObject({ dimension, exponent })
})

test('units of one dimension convert exactly, precision and all', () => {
  const total = parseQuantity('1,836.27元')
  const inTenThousands = total && convert(total, unitOf('万元'))
  expect(inTenThousands && decimalOf(inTenThousands)).toBe('0.183627')
  const coarse = parseQuantity('1.2亿元')
  const fine = coarse && convert(coarse, unitOf('万元'))
  expect(fine && decimalOf(fine)).toBe('12000')
  expect(fine && convert(fine, unitOf('亿元'))).toEqual(coarse)
  expect(coarse && convert(coarse, unitOf('人'))).toBeUndefined()
  const months = (text: string, unit: string): string | undefined => {
    const [from, to] = [parseQuantity(text), unitOf(unit)]
    const converted = from && convert(from, to)
    return converted && printQuantity(converted)
  }
  expect([months('3年', '个月'), months('36个月', '年'), months('5个月', '年'), months('2周', '天')]).toEqual(['36个月', '3年', undefined, '14天'])
  expect(sameDimension(unitOf('元/场'), unitOf('元'))).toBe(false)
  expect(sameDimension(unitOf('元/年'), unitOf('万元/年'))).toBe(true)
  expect(sameDimension(unitOf('人'), unitOf('辆'))).toBe(false)
})

test('figures are printed in their own unit, whatever their precision', () => {
  const printed = ([digits, places]: readonly [bigint, number]): readonly string[] => [decimalOf({ digits, places, unit: unitOf('元') }), groupedDecimalOf({ digits, places, unit: unitOf('元') })]
  expect(([[5n, -3], [0n, -3], [-5n, -2], [-5n, 3], [123n, 0], [-123n, 0], [123456n, 5], [0n, 2]] as const).map(printed)).toEqual([['5000', '5,000'], ['0', '0'], ['-500', '-500'], ['-0.005', '-0.005'], ['123', '123'], ['-123', '-123'], ['1.23456', '1.23456'], ['0.00', '0.00']])
})

test('thousands are separated on request', () => {
  const quantity = parseQuantity('-1234567.80元')
  expect(quantity && groupedDecimalOf(quantity)).toBe('-1,234,567.80')
  expect(quantity && printQuantity(quantity, { grouped: true })).toBe('-1,234,567.80元')
})

test.each([['1万元', '9999元', 1], ['1万元', '10000元', 0], ['1万元', '10001元', -1], ['3年', '37个月', -1], ['3人', '3辆', undefined], ['-1元', '0元', -1]] as const)('%s against %s is %s', (a, b, sign) => {
  const [one, other] = [parseQuantity(a), parseQuantity(b)]
  expect(one && other && compareValues(one, other)).toBe(sign)
})
