import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, type Linter } from '../../src/index.ts'

// What mistake would explain a contradiction is told with it (DESIGN §4); an arithmetic that no known mistake explains is told as it is.
let zh: Linter
let en: Linter
beforeAll(async () => {
  zh = await createLinter()
  en = await createLinter({ language: 'en' })
})

const rows = (values: Readonly<Record<string, string>>, head = '科目编码|科目名称|合计|基本支出|项目支出') =>
  ['2026年预算支出总表', '单位：万元', head, ...Object.entries(values).map(([name, cells]) => `${name}|${cells}`)].join('\n')

/** Unlike figures: none is another's with a digit moved. */
const GOOD = { '|合计': '812.46|631.89|180.57', '207|文化旅游体育与传媒支出': '684.15|517.32|166.83', '208|社会保障和就业支出': '128.31|114.57|13.74' }

function messages(linter: Linter, text: string): string[] {
  return linter.lint({ file: '预算.txt', content: text }, { extent: 'excerpt' }).findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
}

describe('the likely slip', () => {
  it('is silent where all adds up', () => {
    expect(messages(zh, rows(GOOD))).toEqual([])
  })

  it.each([
    ['two digits exchanged', '684.15|571.32|166.83', '疑相邻两位数字颠倒'],
    ['a sign', '684.15|-517.32|166.83', '疑正负号写反'],
    ['a decimal point', '684.15|51.732|166.83', '相差十倍，疑多写或少写了一位'],
    ['a unit', '684.15|5173200|166.83', '相差一万倍，疑元与万元混淆'],
    ['the figure of the column beside', '684.15|166.83|166.83', '疑误用了“项目支出”一栏的数'],
    ['the figure of the row below', '684.15|114.57|166.83', '疑误用了“社会保障和就业支出”一行的数'],
  ])('is %s', (_, cells, said) => {
    const found = messages(zh, rows({ ...GOOD, '207|文化旅游体育与传媒支出': cells }))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`（${said}）`)
  })

  it('names the part of a sum that is not as it should be, where one alone explains the difference', () => {
    const head = '科目编码|科目名称|合计'
    const found = messages(zh, rows({ '|合计': '812.46', '207|文化旅游体育与传媒支出': '648.15', '208|社会保障和就业支出': '128.31' }, head))
    expect(found).toEqual([expect.stringContaining('（“文化旅游体育与传媒支出 合计”疑相邻两位数字颠倒）')])
  })

  it('is not made up: a difference that no known mistake explains is told without one', () => {
    const found = messages(zh, rows({ ...GOOD, '207|文化旅游体育与传媒支出': '684.15|533.32|166.83' }))
    expect(found).toHaveLength(1)
    expect(found[0]).not.toMatch(/疑|相差/u)
  })

  it('is not read out of a figure of one digit, nor out of a reading that is not told', () => {
    const found = messages(zh, '三、支出预算情况\n基本支出2488.56万元，其中：工资福利支出2300.16万元、商品和服务支出150.40万元、对个人和家庭的补助36万元；项目支出200万元。')
    expect(found).toEqual([expect.stringMatching(/差2\.00万元$/u)])
  })

  it('is told of a text that has the figure of another column', () => {
    const found = messages(zh, `${rows(GOOD)}\n\n三、支出预算情况\n2026年支出预算812.46万元，其中：基本支出180.57万元，项目支出180.57万元。`)
    expect(found.join('\n')).toContain('疑误用了“项目支出”一栏的数')
  })

  it('is told in English', () => {
    const found = messages(en, rows({ ...GOOD, '207|文化旅游体育与传媒支出': '684.15|571.32|166.83' }))
    expect(found[0]).toContain('(two digits are probably exchanged)')
  })
})
