import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importDisclosure } from '../../src/index.ts'

// Whatever is printed is in the disclosure, or among what was not recognised: what a reader left out nobody would check, nor say so.
/** Amounts and numbers; codes of three digits may be printed in parts. */
const FIGURE = /\d[\d,]*\.\d+|\d{4,}/g

const counts = (text: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const [figure] of text.normalize('NFKC').matchAll(FIGURE)) found.set(figure, (found.get(figure) ?? 0) + 1)
  return found
}

async function lostFrom(content: string): Promise<readonly string[]> {
  const { json, recognitionText } = await importDisclosure([{ file: 'x.txt', content }])
  const [printed, kept] = [counts(content), counts(`${json}\n${recognitionText('zh')}`)]
  return [...printed].filter(([figure, times]) => !/^20\d\d$/.test(figure) && (kept.get(figure) ?? 0) < times).map(([figure]) => figure)
}

describe('nothing printed is lost', () => {
  it.each(['unit-budget', 'final-accounts'])('in %s', async (name) => {
    expect(await lostFrom(readFileSync(`fixtures/${name}.clean.txt`, 'utf8'))).toEqual([])
  })

  it.each([
    ['cells of a sheet that bear no known label', '项目支出绩效目标表\n项目名称\t街区路灯更新\n项目代码\t3080126001\t责任科室\t市政科\n项目资金（万元）\t年度资金总额\t120.00\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t更新路灯数量\t≥80盏\n'],
    ['what stands beside the names of those who signed', '项目支出绩效目标表\n项目名称\t街区路灯更新\n项目资金（万元）\t年度资金总额\t120.00\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t更新路灯数量\t≥80盏\n填报人\t某某\t身份证号\t990101199001011234\n'],
    ['rates of the sources of money', '项目支出绩效自评表\n项目名称\t街区路灯更新\n项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n年度资金总额\t110.00\t120.00\t96.00\t10\t80.00%\t8.00\n其中：区级资金\t60.00\t70.00\t56.00\t—\t80.01%\t—\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n产出指标\t数量指标\t更新路灯数量\t≥80盏\t82盏\t20\t20\t预计2031年再更新1234盏\n'],
    ['rows by year of a table that is turned', '财政拨款“三公”经费支出表\n单位：万元\n部门名称\t年度\t合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行维护费小计\t公务用车购置费\t公务用车运行维护费\n示例局\t2026年\t91.60\t\t2.80\t88.80\t\t88.80\n示例局\t2027年\t124.80\t\t2.40\t122.40\t36.00\t86.40\n'],
    ['a table of one row that blanks align', '七、财政拨款“三公”经费支出表\n填报单位：示例县水库管理处                          单位：万元\n单位名称           合计   因公出国（境）费   公务接待费   公务用车运行维护费\n示例县水库管理处   2.31   0.00               0.42         1.89\n'],
  ])('%s', async (_, content) => {
    expect(await lostFrom(content)).toEqual([])
  })
})
